package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.makore.language.DateFinder;
import studio.makore.language.Language;
import studio.makore.language.Moment;
import studio.makore.mail.NewText;

/** Many short answers a language, in {@code owners.TAG.txt}: what each decides. */
class OwnersTest {
  private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-10T10:00:00+02:00");

  @ParameterizedTest
  @ValueSource(strings = {"en", "he", "ar"})
  void owners_are_understood(String tag) throws IOException {
    var language = new Language(tag);
    var wrong = new ArrayList<String>();
    for (String line : lines("owners." + tag + ".txt")) {
      String[] columns = line.split(" \\| ", 2);
      String text = NewText.cut(columns[1].replace("\\n", "\n")).text();
      var dates = DateSource.sent(SENT, DateFinder.usualWeek(language), language);
      String read = said(Decisions.read(text, dates));
      if (!read.equals(columns[0])) {
        wrong.add(line + " was read as " + read);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = Objects.requireNonNull(OwnersTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  private static String said(Decision decision) {
    return switch (decision) {
      case Decision.Send() -> "SEND";
      case Decision.Discard() -> "DISCARD";
      case Decision.Replace(String text) -> "REPLACE:" + text.replace("\n", "\\n");
      case Decision.Date(LocalDate date, Optional<LocalTime> time) ->
          "DATE:" + new Moment(date, time);
      case Decision.Later(LocalDate date, Optional<LocalTime> time) ->
          "LATER:" + new Moment(date, time);
      case Decision.Unclear() -> "UNCLEAR";
    };
  }
}
