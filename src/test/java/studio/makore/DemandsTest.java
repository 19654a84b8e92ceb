package studio.makore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of demands says the truth: each test that it names cites the demand. */
class DemandsTest {
  private static final Path TABLE = Path.of("src/docs/demands.md");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\d.])00\\d\\.\\d{1,2}(?![\\d.]*\\d)");

  private record Demand(String number, List<String> tests) {}

  @TestFactory
  Stream<DynamicTest> each_demand_is_cited_by_the_tests_it_names() throws IOException {
    var sources = sources();
    return demands().stream()
        .map(demand ->
            DynamicTest.dynamicTest(
                demand.number(),
                () ->
                    assertThat(demand.tests())
                        .isNotEmpty()
                        .allSatisfy(test ->
                            assertThat(cited(sources.getOrDefault(test, "")))
                                .as("the numbers that %s cites", test)
                                .contains(demand.number()))));
  }

  @Test
  void no_demand_stands_twice() throws IOException {
    assertThat(demands()).extracting(Demand::number).doesNotHaveDuplicates();
  }

  private static List<String> cited(String source) {
    return NUMBER.matcher(source).results().map(match -> match.group()).toList();
  }

  private static List<Demand> demands() throws IOException {
    try (var lines = Files.lines(TABLE)) {
      return lines
          .filter(line -> line.startsWith("| 0"))
          .map(line -> line.split("\\|", -1))
          .map(cells ->
              new Demand(
                  cells[1].strip(),
                  Arrays.stream(cells[3].split(",", -1)).map(String::strip).toList()))
          .toList();
    }
  }

  private static Map<String, String> sources() throws IOException {
    try (var files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.toString().endsWith("Test.java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  DemandsTest::read,
                  (one, other) -> one + other));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
