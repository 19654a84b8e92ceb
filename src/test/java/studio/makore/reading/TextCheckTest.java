package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.makore.language.Language;

class TextCheckTest {
  @TempDir Path models;

  private TextCheck check(String lines) throws IOException {
    TrainerTest.write(models, "en", lines);
    return TextCheck.of(TrainingText.read(models.resolve("training"), Language.ENGLISH));
  }

  @Test
  void a_sentence_that_stands_twice_is_named() throws IOException {
    TextCheck check = check("APPROVAL\tApproved, go ahead!\nAPPROVAL\tapproved, GO ahead!\n");

    assertThat(check.repeatedShare()).isEqualTo(0.5);
    assertThat(check.repetitions())
        .singleElement()
        .asString()
        .contains("school.tsv:2 repeats", "school.tsv:1");
  }

  @Test
  void one_word_more_is_a_near_repetition() throws IOException {
    TextCheck check =
        check(
            """
            STATUS_INQUIRY\tis there any news about our new website?
            STATUS_INQUIRY\tIs there any news about our new website today?
            STATUS_INQUIRY\twhen will the logo be ready
            """);

    assertThat(check.near())
        .singleElement()
        .extracting(TextCheck.NearDuplicate::earlier)
        .isEqualTo("is there any news about our new website?");
    assertThat(check.nearShare()).isEqualTo(1 / 3.0);
    assertThat(check.repetitions())
        .contains(
            "en STATUS_INQUIRY: 1 of 3 sentences nearly repeat another; write them in other words");
  }

  @Test
  void the_twin_that_does_something_else_is_no_repetition() throws IOException {
    TextCheck check =
        check(
            """
            APPROVAL\twe approve the sketch of the home page
            -\twe approved the sketch of the home page?
            """);

    assertThat(check.near()).isEmpty();
    assertThat(check.repetitions()).isEmpty();
  }

  @Test
  void variety_is_the_share_of_different_words_pairs_and_triples() throws IOException {
    TextCheck.OfAct approval =
        check("APPROVAL\tgo ahead now\nAPPROVAL\tgo ahead please\n").acts().get(1);

    assertThat(approval.act()).isEqualTo(Act.APPROVAL);
    assertThat(approval.distinct1()).isEqualTo(4 / 6.0);
    assertThat(approval.distinct2()).isEqualTo(3 / 4.0);
    assertThat(approval.distinct3()).isEqualTo(1);
  }

  @Test
  void what_there_is_too_little_of_is_named() throws IOException {
    assertThat(check("APPROVAL\tgo ahead now\n").shortages())
        .hasSize(1 + Act.values().length)
        .contains(
            "en: 1 sentences, at least 5000 are wanted",
            "en APPROVAL: 1 sentences, at least 700 are wanted",
            "en PAYMENT: 0 sentences, at least 200 are wanted");
  }
}
