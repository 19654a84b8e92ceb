package studio.makore.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures on labelled sentences that nothing was made from; skipped where they are not at hand.
 */
class DateFinderCorpusTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("makore.shared", "../shared"), "corpora", "intent");
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @ValueSource(strings = {"he", "ar", "en"})
  void starts_and_ends_are_found_as_labelled(String language) throws IOException {
    Path file = CORPUS.resolve("dates-dev-" + language + ".jsonl");
    assumeTrue(Files.exists(file));
    List<String> lines = Files.readAllLines(file);
    var wrong = new ArrayList<String>();
    for (String line : lines) {
      JsonNode node = JSON.readTree(line);
      List<String> expected = new ArrayList<>();
      for (JsonNode date : node.get("expect")) {
        JsonNode end = date.get("end");
        expected.add(date.get("start").asString() + (end.isNull() ? "" : "/" + end.asString()));
      }
      List<String> found = found(node, new Language(language));
      if (!expected.equals(found)) {
        wrong.add(
            "%s  %s%n    expected %s%n    found    %s"
                .formatted(
                    node.get("sent").asString(), node.get("text").asString(), expected, found));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> found(JsonNode node, Language language) {
    return DateFinder.find(
            node.get("text").asString(),
            OffsetDateTime.parse(node.get("sent").asString()),
            language,
            DateFinder.usualWeek(language))
        .stream()
        .map(date -> date.start() + date.end().map(end -> "/" + end).orElse(""))
        .toList();
  }
}
