package studio.makore.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The phrases of one data file by section. A section opens with its name and a colon at the
 * beginning of a line; its phrases are indented below it, one a line; {@code #} opens a comment
 * line.
 */
record Phrasebook(Map<String, List<Phrase>> sections) {

  /** The phrases of the section, none where the file has no such section. */
  List<Phrase> section(String name) {
    return sections.getOrDefault(name, List.of());
  }

  /** Reads a resource beside this class; a language without that file has no phrases. */
  static Phrasebook read(String resource) {
    try (InputStream in = Phrasebook.class.getResourceAsStream(resource)) {
      return in == null
          ? new Phrasebook(Map.of())
          : parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  static Phrasebook parse(String text, String name) {
    Map<String, List<Phrase>> sections = new LinkedHashMap<>();
    List<Phrase> open = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!Character.isWhitespace(line.charAt(0))) {
        open = sections.computeIfAbsent(line.strip().replace(":", ""), key -> new ArrayList<>());
        continue;
      }
      try {
        open.add(Phrase.parse(line, sections));
      } catch (RuntimeException e) {
        throw new IllegalStateException(
            name + ":" + number + ": " + line.strip() + " is no phrase: " + e.getMessage(), e);
      }
    }
    return new Phrasebook(sections);
  }
}
