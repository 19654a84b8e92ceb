package studio.makore.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Resource files of this room: sections in brackets, an entry a line, {@code #} for remarks. */
final class WordList {
  private WordList() {}

  /** The sections in their order. */
  static Map<String, List<String>> sections(String file) {
    var sections = new LinkedHashMap<String, List<String>>();
    List<String> current = new ArrayList<>();
    try (InputStream in = Objects.requireNonNull(WordList.class.getResourceAsStream(file), file)) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        String text = line.strip();
        if (text.startsWith("[")) {
          current =
              sections.computeIfAbsent(
                  text.substring(1, text.length() - 1), _ -> new ArrayList<>());
        } else if (!text.isEmpty() && !text.startsWith("#")) {
          current.add(text);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return sections;
  }

  static boolean has(String file) {
    return WordList.class.getResource(file) != null;
  }
}
