package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.makore.calendar.WorkingDays;
import studio.makore.language.DateFinder;
import studio.makore.language.Language;

class PromisesTest {
  private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-10T10:00:00+02:00");

  /** Lines of {@code promises.TAG.txt}: dates and things, or "-"; S or C; the text. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "he", "ar"})
  void promises_are_told_from_what_only_looks_like_one(String tag) throws IOException {
    WorkingDays week = DateFinder.usualWeek(new Language(tag));
    var wrong = new ArrayList<String>();
    for (String line : lines("promises." + tag + ".txt")) {
      String[] columns = line.split(" \\| ", 3);
      Speaker speaker = columns[1].equals("S") ? Speaker.STUDIO : Speaker.CLIENT;
      String found =
          Promises.find(columns[2], speaker, SENT, week).stream()
              .map(PromisesTest::dateAndThing)
              .collect(Collectors.joining("; "));
      if (!found.equals(columns[0].equals("-") ? "" : columns[0])) {
        wrong.add(line + " was read as " + found);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_sentence_that_shows_it_is_kept_word_for_word() {
    List<Said> said =
        Promises.find(
            "Hi Dana,\nthanks for the call! You'll have the revised sketch by Tuesday.\nEmma",
            Speaker.STUDIO,
            SENT,
            WorkingDays.mondayToFriday());

    assertThat(said).hasSize(1);
    assertThat(said.getFirst().who()).isEqualTo(Speaker.STUDIO);
    assertThat(said.getFirst().text()).isEqualTo("You'll have the revised sketch by Tuesday.");
    assertThat(said.getFirst().what()).isEqualTo("the revised sketch");
  }

  @Test
  void hostile_text_costs_little() {
    String text = "I'll send it on Monday and ".repeat(4000) + "\n" + "\"I'll ".repeat(20_000);
    long before = System.nanoTime();
    Promises.find(text, Speaker.CLIENT, SENT, WorkingDays.mondayToFriday());
    assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
  }

  private static String dateAndThing(Said said) {
    return said.start() + said.end().map(end -> "/" + end).orElse("") + " " + said.what();
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PromisesTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
