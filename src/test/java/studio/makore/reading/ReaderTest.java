package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.makore.language.Language;

/**
 * The reader on a model of forty sentences; what the shipped models do, {@link ShippedModelsTest}
 * shows.
 */
class ReaderTest {
  @TempDir static Path models;

  @BeforeAll
  static void train() throws IOException {
    TrainerTest.write(models, "en", TrainerTest.SMALL);
    Trainer.train(models);
  }

  private static Reading read(String subject, String text) {
    return Reader.load(models).read(subject, text, MailContext.WORDS_ONLY);
  }

  @Test
  void each_act_shows_the_sentence_that_carries_it() {
    String mail = "Hi Dana,\nplease make the logo bigger. When will the site be ready?\nBye";
    Reading reading = read("Re: design", mail);

    assertThat(reading.language()).isEqualTo(Language.ENGLISH);
    assertThat(reading.names()).containsExactlyInAnyOrder(Act.STATUS_INQUIRY, Act.CHANGE_REQUEST);
    assertThat(reading.evidence(Act.STATUS_INQUIRY)).contains("When will the site be ready?");
    assertThat(reading.evidence(Act.CHANGE_REQUEST)).contains("please make the logo bigger.");
    assertThat(mail).contains(reading.acts().getFirst().evidence());
  }

  @Test
  void an_empty_body_reads_the_subject() {
    assertThat(read("Re: any news about the site?", "").evidence(Act.STATUS_INQUIRY))
        .contains("any news about the site?");
  }

  @Test
  void a_long_body_does_not_read_the_subject() {
    assertThat(read("When will the site be ready?", "we approve the design, go ahead").names())
        .containsExactly(Act.APPROVAL);
  }

  @Test
  void an_approval_behind_a_condition_is_none() {
    assertThat(read("", "Once the logo is bigger we approve the design").has(Act.APPROVAL))
        .isFalse();
  }

  @Test
  void one_sentence_of_talk_beside_the_approval_does_not_take_it_back() {
    assertThat(read("", "Good morning Dana. The design is approved, go ahead.").plainApproval())
        .isTrue();
  }

  @Test
  void an_approval_with_a_but_asks_for_a_change() {
    Reading reading = read("", "The design is approved, but the vicar wants ferrets on it");
    assertThat(reading.names()).contains(Act.APPROVAL, Act.CHANGE_REQUEST);
    assertThat(reading.plainApproval()).isFalse();
  }

  @Test
  void strange_words_are_unsure() {
    assertThat(read("", "Grzegorz Brzęczyszczykiewicz, Chrząszczyżewoszyce").unsure()).isTrue();
  }

  @Test
  void nothing_to_read_is_unsure_and_files_alone_are_materials() {
    assertThat(read("", "").acts()).isEmpty();
    assertThat(read("", "").unsure()).isTrue();
    assertThat(Reader.load(models).read("", "", new MailContext(true)).names())
        .containsExactly(Act.MATERIALS);
  }

  @Test
  void a_missing_model_is_said_with_what_mends_it() {
    assertThatThrownBy(() -> read("", "שלום, מה קורה?"))
        .isInstanceOf(ModelsException.class)
        .hasMessageContaining("he.model")
        .hasMessageContaining("./makore train");
    assertThatThrownBy(() -> Reader.load(models.resolve("nowhere")))
        .hasMessageContaining("./makore train");
  }

  @Test
  void a_damaged_model_is_said(@TempDir Path damaged) throws IOException {
    Path file = Files.createDirectories(damaged.resolve("trained")).resolve("en.model");
    byte[] whole = Files.readAllBytes(models.resolve("trained/en.model"));
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(
            () -> Reader.load(damaged).read("", "when is it ready", MailContext.WORDS_ONLY))
        .hasMessageContaining("damaged");
    Files.writeString(file, "not a model");
    assertThatThrownBy(
            () -> Reader.load(damaged).read("", "when is it ready", MailContext.WORDS_ONLY))
        .hasMessageContaining("no model of this version");
  }

  @Test
  void hostile_text_costs_little() {
    String hostile = ("approved " + "? once but ".repeat(3)).repeat(100_000);
    Assertions.assertTimeout(Duration.ofSeconds(20), () -> read("x".repeat(100_000), hostile));
  }
}
