package studio.makore.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many lines a language, in {@code dates.TAG.txt}: the dates in them, or {@code -}. */
class DatesTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "he", "ar"})
  void dates_are_found_and_nothing_else(String tag) throws IOException {
    var language = new Language(tag);
    var wrong = new ArrayList<String>();
    for (String line : lines("dates." + tag + ".txt")) {
      String[] columns = line.split(" \\| ", 3);
      String found =
          DateFinder.find(
                  columns[2],
                  OffsetDateTime.parse(columns[1]),
                  language,
                  DateFinder.usualWeek(language))
              .stream()
              .map(DatesTest::said)
              .collect(Collectors.joining(" "));
      if (!found.equals(columns[0].equals("-") ? "" : columns[0])) {
        wrong.add(line + " was read as " + found);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String said(DateMention mention) {
    return mention.start() + mention.end().map(end -> "/" + end).orElse("");
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = Objects.requireNonNull(DatesTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
