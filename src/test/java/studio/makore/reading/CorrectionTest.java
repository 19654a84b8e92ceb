package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.makore.language.Language;

class CorrectionTest {
  @TempDir Path models;
  private Reader reader;

  @BeforeEach
  void school() throws IOException {
    TrainerTest.write(models, "en", TrainerTest.SMALL);
    Trainer.train(models);
    reader = Reader.load(models);
  }

  private static Correction correction(String words, Act... acts) {
    return Correction.of(
        Language.ENGLISH, words, Set.of(acts), "<1@a.example>", "noa@a.example", Instant.EPOCH);
  }

  private Reading read(String text) {
    return reader.read("", text, MailContext.WORDS_ONLY);
  }

  @Test
  void corrected_words_are_read_as_the_owner_said_at_once() {
    assertThat(read("We approve the home page sketch.").has(Act.APPROVAL)).isTrue();

    reader.heed(List.of(correction("We approve the home page sketch.", Act.CHANGE_REQUEST)));

    Reading reading = read("we APPROVE the home page sketch!!");
    assertThat(reading.names()).containsExactly(Act.CHANGE_REQUEST);
    assertThat(reading.evidence(Act.CHANGE_REQUEST)).hasValue("we APPROVE the home page sketch!!");
    assertThat(reading.unsure()).isFalse();
  }

  @Test
  void one_word_more_makes_another_sentence() {
    reader.heed(List.of(correction("We approve the home page sketch.")));

    assertThat(read("Yes, we approve the home page sketch.").has(Act.APPROVAL)).isTrue();
  }

  @Test
  void the_rest_of_the_mail_is_read_as_before() {
    reader.heed(List.of(correction("We approve the home page sketch.")));

    Reading reading =
        read("Hi Dana,\nWe approve the home page sketch.\nWhen will the site be ready?");

    assertThat(reading.names()).containsExactly(Act.STATUS_INQUIRY);
  }

  @Test
  void words_that_do_nothing_are_something_else() {
    reader.heed(List.of(correction("We approve the home page sketch.")));

    Reading reading = read("We approve the home page sketch.");

    assertThat(reading.names()).containsExactly(Act.OTHER);
    assertThat(reading.unsure()).isFalse();
  }

  @Test
  void of_two_corrections_the_later_one_counts() {
    reader.heed(
        List.of(
            correction("We approve the sketch.", Act.PAYMENT),
            correction("we approve the sketch", Act.APPROVAL)));

    assertThat(read("We approve the sketch.").names()).containsExactly(Act.APPROVAL);
  }

  @Test
  void a_correction_is_a_line_of_training_text() throws IOException {
    Correction both = correction("Fine,\nbut make it blue", Act.CHANGE_REQUEST, Act.APPROVAL);
    assertThat(both.line()).isEqualTo("APPROVAL+CHANGE_REQUEST\tFine, but make it blue");
    assertThat(correction("hello").line()).isEqualTo("-\thello");

    TrainerTest.write(models, "en", both.line() + "\n");
    assertThat(TrainingText.read(models.resolve("training"), Language.ENGLISH).sentences())
        .containsExactly(
            new Labelled("Fine, but make it blue", Set.of(Act.APPROVAL, Act.CHANGE_REQUEST)));
  }

  @Test
  void thanks_beside_something_else_is_no_act() {
    assertThat(correction("x", Act.THANKS, Act.PAYMENT).acts()).containsExactly(Act.PAYMENT);
  }
}
