package studio.makore.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Input of one JSON object a line, from a file or from standard input. */
final class JsonLines {
  static final JsonMapper JSON = JsonMapper.shared();

  private JsonLines() {}

  /** One line of input: an object, and where it stands. */
  record Line(String place, JsonNode object) {
    /** What the output is to be told apart by; {@code ""} where it has none. */
    String id() {
      return optional("id");
    }

    /** A member's text, {@code ""} when it is not there. */
    String optional(String member) {
      return object.path(member).asString("");
    }

    /**
     * A member's text.
     *
     * @throws Failure naming file and line when it is not there
     */
    String text(String member) {
      if (!object.path(member).isString()) {
        throw new Failure("%s: \"%s\" is missing; it should be a text".formatted(place, member));
      }
      return object.path(member).asString();
    }

    /** The moment that a member names; {@code Failure} when it names none. */
    OffsetDateTime moment(String member) {
      String moment = text(member);
      try {
        return OffsetDateTime.parse(moment);
      } catch (DateTimeParseException e) {
        throw new Failure(
            "%s: \"%s\" should be a moment such as 2026-03-03T10:12:00+02:00, not \"%s\""
                .formatted(place, member, moment));
      }
    }
  }

  /**
   * Reads every line.
   *
   * @param path a file, or {@code -} for standard input
   * @throws Failure naming file and line when one is not an object
   */
  static void read(String path, Consumer<Line> each) {
    String source = path.equals("-") ? "standard input" : path;
    int number = 0;
    try (BufferedReader lines = open(path)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          each.accept(object(line, "%s line %d".formatted(source, number)));
        }
      }
    } catch (NoSuchFileException e) {
      throw new Failure("there is no file " + path);
    } catch (CharacterCodingException e) {
      throw new Failure(
          "%s, after line %d: this is not UTF-8; save it as UTF-8 text".formatted(source, number));
    } catch (IOException e) {
      throw new Failure("cannot read %s: %s".formatted(source, e.getMessage()));
    }
  }

  private static BufferedReader open(String path) throws IOException {
    return path.equals("-")
        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8.newDecoder()))
        : Files.newBufferedReader(Path.of(path));
  }

  private static Line object(String line, String place) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node.isObject()) {
        return new Line(place, node);
      }
    } catch (JacksonException e) {
      // the sentence below says it for both
    }
    throw new Failure(
        place + ": this is not a JSON object, one of which should stand on each line");
  }

  /** One object as a line of output, in UTF-8. */
  static byte[] line(Object value) {
    byte[] object = JSON.writeValueAsBytes(value);
    byte[] line = Arrays.copyOf(object, object.length + 1);
    line[object.length] = '\n';
    return line;
  }

  /** Writes one object as a line to standard output. */
  static void print(Object value) {
    System.out.println(JSON.writeValueAsString(value));
  }
}
