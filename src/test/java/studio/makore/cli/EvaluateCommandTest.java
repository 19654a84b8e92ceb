package studio.makore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.makore.reading.Trainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {
  private static final String LABELLED =
      Path.of("src/test/resources/studio/makore/reading/labelled.jsonl").toString();

  private static Terminal evaluate(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "evaluate";
    arguments[1] = LABELLED;
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Terminal.run(Terminal.PROJECT, arguments);
  }

  @Test
  void a_labelled_file_is_measured_act_by_act() {
    Terminal terminal = evaluate();

    assertThat(terminal.exit()).isZero();
    assertThat(terminal.out())
        .contains("labelled.jsonl: 7 mails")
        .containsPattern("micro-F1 +[01]\\.\\d{3}")
        .containsPattern("macro-F1 +[01]\\.\\d{3}")
        .containsPattern("all acts exact +[01]\\.\\d{3}")
        .containsPattern("STATUS_INQUIRY +3 +1\\.00 +1\\.00 +1\\.00")
        .contains("Taken for another", "Confidence and truth", "mails read")
        .doesNotContain("OpenNLP");
  }

  @Test
  void opennlps_categoriser_stands_beside_it_when_asked_for(@TempDir Path home) throws IOException {
    Path english = Files.createDirectories(home.resolve("models/training/en"));
    Files.copy(
        Path.of("src/test/resources/studio/makore/reading/school.tsv"),
        english.resolve("school.tsv"));
    Trainer.train(home.resolve("models"));

    Path mails =
        Files.writeString(
            home.resolve("mails.jsonl"),
            "{\"id\":\"1\",\"body\":\"We approve the design.\",\"acts\":[\"APPROVAL\"]}");

    assertThat(Terminal.run(home, "evaluate", mails.toString(), "--compare").out())
        .contains("Makore", "OpenNLP's categoriser")
        .containsPattern("APPROVAL +1 +[01]\\.\\d\\d( +[01]\\.\\d\\d){5}");
  }

  @Test
  void a_program_gets_one_object_a_file() {
    JsonNode line = JsonMapper.shared().readTree(evaluate("--json").out());

    assertThat(line.get("file").asString()).isEqualTo("labelled.jsonl");
    assertThat(line.get("reader").asString()).isEqualTo("makore");
    assertThat(line.at("/acts/STATUS_INQUIRY/recall").asDouble()).isEqualTo(1);
    assertThat(line.get("abstaining")).hasSize(10);
    assertThat(line.at("/calibration_error").asDouble()).isBetween(0.0, 1.0);
  }

  @Test
  void figures_are_written_with_latin_digits_wherever_it_runs() {
    Locale here = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(evaluate().out()).containsPattern("micro-F1 +[01]\\.\\d{3}");
    } finally {
      Locale.setDefault(here);
    }
  }
}
