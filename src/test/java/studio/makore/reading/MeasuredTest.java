package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.makore.mail.MailParser;
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
  private static final MailParser PARSER = MailParser.withoutAttachmentText();

  private static Path file(String name) {
    Path file = MAILS.resolve(name);
    assumeTrue(Files.exists(file), () -> file + " is not here");
    return file;
  }

  private static String newText(String body) {
    String raw =
        "From: dana@client.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\n"
            + "Content-Transfer-Encoding: 8bit\r\n\r\n"
            + body;
    return PARSER.parse(raw.getBytes(StandardCharsets.UTF_8)).text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"he", "ar", "en"})
  void mails_are_read_as_well_as_the_model_card_says(String language) {
    List<LabelledMail> mails = LabelledMail.read(file("dev-" + language + ".jsonl"));

    Evaluation reader = Evaluation.of(Reader.load(Path.of("models")), mails, MeasuredTest::newText);

    System.out.printf(Locale.ROOT, "%s %s%n", language, said(reader));
    assertThat(reader.micro().f1()).isGreaterThan(0.68);
    assertThat(reader.acts().get(Act.STATUS_INQUIRY).recall()).isGreaterThan(0.8);
    assertThat(reader.wrongApprovals()).isLessThanOrEqualTo(1);
  }

  private static String said(Evaluation e) {
    Score inquiry = e.acts().getOrDefault(Act.STATUS_INQUIRY, Score.NONE);
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
    JsonMapper json = new JsonMapper();
    List<String> wrong = new ArrayList<>();
    int all = 0;
    for (String line : Files.readAllLines(file("owner-dev-" + language + ".jsonl"))) {
      JsonNode reply = json.readTree(line);
      String expected = reply.get("decision").asString();
      Decision read = Decisions.read(newText(reply.get("body").asString()), DateSource.NONE);
      String decision = read.getClass().getSimpleName().toUpperCase(Locale.ROOT);
      if (decision.equals("SEND") || decision.equals("REPLACE")) {
        assertThat(decision).as(line).isEqualTo(expected);
      }
      boolean dated = expected.equals("DATE") || expected.equals("LATER");
      if (!dated) {
        all++;
        if (!decision.equals(expected)) {
          wrong.add(line);
        }
      }
    }
    System.out.printf(Locale.ROOT, "%s decisions %d of %d%n", language, all - wrong.size(), all);
    assertThat(wrong).hasSizeLessThanOrEqualTo(2);
  }
}
