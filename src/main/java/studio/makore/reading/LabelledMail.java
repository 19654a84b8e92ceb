package studio.makore.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mail whose acts a person has named, to measure a {@link Reader} with.
 *
 * @param body the plain text as received, quoted history and signature included
 */
public record LabelledMail(String id, String subject, String body, Set<Act> acts) {
  private static final JsonMapper JSON = new JsonMapper();

  public LabelledMail {
    acts = Set.copyOf(acts);
  }

  /**
   * Reads JSON lines with the keys {@code id}, {@code subject}, {@code body} and {@code acts};
   * other keys are ignored.
   *
   * @throws ModelsException naming the file and line that is not in that form
   */
  public static List<LabelledMail> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ModelsException(file + " cannot be read as UTF-8 text: " + e.getMessage(), e);
    }
    List<LabelledMail> mails = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        mails.add(parse(lines.get(i), file + ":" + (i + 1)));
      }
    }
    return mails;
  }

  private static LabelledMail parse(String line, String place) {
    try {
      JsonNode mail = JSON.readTree(line);
      Set<Act> acts = EnumSet.noneOf(Act.class);
      for (JsonNode act : mail.path("acts")) {
        acts.add(Act.valueOf(act.asString()));
      }
      if (acts.isEmpty()) {
        throw new ModelsException(place + " names no acts.");
      }
      return new LabelledMail(
          mail.path("id").asString(place),
          mail.path("subject").asString(""),
          mail.path("body").asString(""),
          acts);
    } catch (JacksonException e) {
      throw new ModelsException(place + " is no line of JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new ModelsException(
          place + " names an unknown act; the acts are " + Arrays.toString(Act.values()) + ".", e);
    }
  }
}
