package studio.makore.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Input of one JSON object a line, from a file or from standard input. */
final class JsonLines {
  static final JsonMapper JSON = JsonMapper.shared();

  private JsonLines() {}

  /**
   * Reads every line.
   *
   * @param path a file, or {@code -} for standard input
   * @throws Failure naming file and line when one is not an object
   */
  static void read(String path, Consumer<JsonNode> each) {
    try (BufferedReader lines = open(path)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          each.accept(object(line, path, number));
        }
      }
    } catch (NoSuchFileException e) {
      throw new Failure("there is no file " + path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedReader open(String path) throws IOException {
    return path.equals("-")
        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        : Files.newBufferedReader(Path.of(path));
  }

  private static JsonNode object(String line, String path, int number) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      // the sentence below says it for both
    }
    throw new Failure("%s line %d is not a JSON object".formatted(path, number));
  }

  /** A member's text, {@code ""} when it is not there. */
  static String text(JsonNode object, String member) {
    return object.path(member).asString("");
  }

  /** Writes one object as a line to standard output. */
  static void print(Object value) {
    System.out.println(JSON.writeValueAsString(value));
  }
}
