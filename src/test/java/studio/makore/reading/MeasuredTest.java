package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.makore.calendar.WorkingDays;
import studio.makore.mail.NewText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures on labelled mails that no model has seen and that are no part of the repository; skipped
 * where they are not at hand ({@code -Dmakore.shared=FOLDER}). The bounds are well below what was
 * measured, so that they speak up when something breaks and not when a sentence changes.
 */
class MeasuredTest {
  private static final Path MAILS =
      Path.of(System.getProperty("makore.shared", "../shared")).resolve("corpora/intent");

  private static Path file(String name) {
    Path file = MAILS.resolve(name);
    assumeTrue(Files.exists(file), () -> file + " is not here");
    return file;
  }

  private static String newText(String body) {
    return NewText.cut(body).text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"he", "ar", "en"})
  void mails_are_read_as_well_as_the_model_card_says(String language) {
    List<LabelledMail> mails = LabelledMail.read(file("dev-" + language + ".jsonl"));

    Evaluation reader = Evaluation.of(Reader.load(Path.of("models")), mails, MeasuredTest::newText);

    System.out.printf(Locale.ROOT, "%s %s%n", language, said(reader));
    assertThat(reader.micro().f1()).isGreaterThan(0.68);
    assertThat(reader.of(Act.STATUS_INQUIRY).recall()).isGreaterThan(0.8);
    assertThat(reader.wrongApprovals()).isLessThanOrEqualTo(1);
  }

  @Test
  void the_reader_is_better_than_opennlps_document_categoriser_on_the_same_text() {
    Path models = Path.of("models");
    assumeTrue(Files.exists(MAILS), () -> MAILS + " is not here");
    Reader reader = Reader.load(models);
    Baseline baseline = Baseline.train(models);
    for (String language : List.of("he", "ar", "en")) {
      List<LabelledMail> mails = LabelledMail.read(file("dev-" + language + ".jsonl"));
      Evaluation plain = baseline.evaluate(mails, MeasuredTest::newText);
      System.out.printf(Locale.ROOT, "baseline %s %s%n", language, said(plain));
      assertThat(Evaluation.of(reader, mails, MeasuredTest::newText).micro().f1())
          .isGreaterThan(plain.micro().f1() + 0.05);
    }
  }

  private static String said(Evaluation e) {
    Score inquiry = e.of(Act.STATUS_INQUIRY);
    return String.format(
        Locale.ROOT,
        "micro %.3f macro %.3f exact %.2f unsure %.2f sure-micro %.3f; STATUS_INQUIRY P %.2f R %.2f;"
            + " plain approvals %d, wrong %d",
        e.micro().f1(),
        e.macroF1(),
        (double) e.exact() / e.mails(),
        (double) e.unsure() / e.mails(),
        e.sureOnly().f1(),
        inquiry.precision(),
        inquiry.recall(),
        e.plainApprovals(),
        e.wrongApprovals());
  }

  @ParameterizedTest
  @ValueSource(strings = {"he", "ar", "en"})
  void no_owners_reply_sends_what_it_should_not(String language) throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> lines = Files.readAllLines(file("owner-dev-" + language + ".jsonl"));
    WorkingDays week =
        language.equals("en") ? WorkingDays.mondayToFriday() : WorkingDays.sundayToThursday();
    for (String line : lines) {
      JsonNode reply = new JsonMapper().readTree(line);
      String body = reply.get("body").asString();
      OffsetDateTime sent = OffsetDateTime.parse(reply.get("sent").asString());
      List<String> read = said(Decisions.read(newText(body), DateSource.sent(sent, week)));
      List<String> expected =
          Stream.of("decision", "date", "text").map(k -> reply.get(k).asString("")).toList();
      if (Set.of("SEND", "REPLACE").contains(read.getFirst())) {
        assertThat(read.getFirst()).as(line).isEqualTo(expected.getFirst());
      }
      if (!read.equals(expected)) {
        wrong.add(line + " was read as " + read);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s decisions %d of %d%n",
        language,
        lines.size() - wrong.size(),
        lines.size());
    assertThat(wrong).hasSizeLessThanOrEqualTo(3);
  }

  private static List<String> said(Decision decision) {
    return switch (decision) {
      case Decision.Send() -> List.of("SEND", "", "");
      case Decision.Discard() -> List.of("DISCARD", "", "");
      case Decision.Replace(String text) -> List.of("REPLACE", "", text);
      case Decision.Date(LocalDate date, Optional<LocalTime> time) ->
          List.of("DATE", moment(date, time), "");
      case Decision.Later(LocalDate date, Optional<LocalTime> time) ->
          List.of("LATER", moment(date, time), "");
      case Decision.Unclear() -> List.of("UNCLEAR", "", "");
    };
  }

  private static String moment(LocalDate date, Optional<LocalTime> time) {
    return time.map(hour -> date.atTime(hour).toString()).orElse(date.toString());
  }
}
