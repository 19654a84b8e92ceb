package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.makore.language.Language;

class RetrainingTest {
  private static final List<String> THINGS =
      List.of(
          "logo",
          "menu",
          "sketch",
          "page",
          "photo",
          "headline",
          "colour",
          "font",
          "shop",
          "blog",
          "map",
          "form",
          "video",
          "gallery",
          "footer",
          "banner",
          "button",
          "price list",
          "address",
          "calendar",
          "newsletter",
          "poster",
          "flyer",
          "sign",
          "ticket",
          "icon",
          "layout",
          "text");

  @TempDir Path home;
  private Path models;
  private Path own;
  private Reader reader;

  @BeforeEach
  void school() throws IOException {
    models = home.resolve("models");
    own = home.resolve("own");
    TrainerTest.write(models, "en", TrainerTest.SMALL);
    Trainer.train(models);
    reader = Reader.load(models, own);
  }

  private Retraining.Outcome retrain(List<Correction> corrections) {
    return new Retraining(models, own).run(Language.ENGLISH, corrections, reader);
  }

  private static Correction correction(String words, Act... acts) {
    return new Correction(
        Language.ENGLISH, words, Set.of(acts), "<1@a.example>", "noa@a.example", Instant.EPOCH);
  }

  private static boolean approves(Reader reader, String text) {
    return reader.read("", text, MailContext.WORDS_ONLY).has(Act.APPROVAL);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(own)) {
      return files.sorted().toList();
    }
  }

  @Test
  void what_owners_corrected_is_learnt_and_read_with_from_then_on() throws IOException {
    byte[] shipped = Files.readAllBytes(models.resolve("trained/en.model"));
    String words = "ship it, rocket team";
    assertThat(approves(reader, "ship it, rocket team!")).isFalse();

    Retraining.Outcome outcome =
        retrain(
            List.of(
                correction(words, Act.APPROVAL),
                correction("rocket team, ship", Act.APPROVAL),
                correction("please ship it now, rocket", Act.APPROVAL)));

    assertThat(outcome.taken()).isTrue();
    assertThat(outcome.after()).isGreaterThanOrEqualTo(outcome.before() - Retraining.MOST_LOSS);
    assertThat(approves(reader, "ship it, dear rocket team")).isTrue();
    assertThat(approves(Reader.load(models, own), "ship it, dear rocket team")).isTrue();
    assertThat(Files.readAllBytes(models.resolve("trained/en.model"))).isEqualTo(shipped);
    assertThat(files()).singleElement().asString().containsPattern("en\\.[0-9a-f]{12}\\.model$");
  }

  @Test
  void the_former_model_of_the_studio_is_kept() throws IOException {
    retrain(List.of(correction("ship it, rocket team", Act.APPROVAL)));
    byte[] first = Files.readAllBytes(files().getFirst());

    retrain(
        List.of(
            correction("ship it, rocket team", Act.APPROVAL),
            correction("the rocket lands", Act.APPROVAL)));

    assertThat(files()).hasSize(2);
    assertThat(files().getLast().toString()).endsWith(".before");
    assertThat(Files.readAllBytes(files().getLast())).isEqualTo(first);
  }

  @Test
  void corrections_that_would_spoil_the_reading_of_others_are_not_taken() throws IOException {
    StringBuilder lessons = new StringBuilder();
    List<Correction> spoilt = new ArrayList<>();
    for (String thing : THINGS) {
      lessons.append("APPROVAL\twe approve the ").append(thing).append('\n');
      lessons.append("CHANGE_REQUEST\tplease change the ").append(thing).append('\n');
      lessons.append("STATUS_INQUIRY\twhen will we see the ").append(thing).append("?\n");
      spoilt.add(correction("we approve the " + thing, Act.CHANGE_REQUEST));
    }
    TrainerTest.write(models, "en", lessons.toString());
    Trainer.train(models);
    reader = Reader.load(models, own);

    Retraining.Outcome outcome = retrain(spoilt);

    assertThat(outcome.taken()).isFalse();
    assertThat(outcome.after()).isLessThan(outcome.before() - Retraining.MOST_LOSS);
    assertThat(files()).isEmpty();
    assertThat(approves(reader, "we approve the design")).isTrue();
  }

  @Test
  void a_better_model_that_makore_comes_with_takes_the_place_of_the_studios() throws IOException {
    retrain(
        List.of(
            correction("ship it, rocket team", Act.APPROVAL),
            correction("rocket team, ship", Act.APPROVAL)));
    TrainerTest.write(models, "en", TrainerTest.SMALL + "APPROVAL\tgo on like this, approved\n");
    Trainer.train(models);

    assertThat(approves(Reader.load(models, own), "ship it, rocket team")).isFalse();
  }

  @Test
  void a_damaged_model_of_the_studio_stops_no_mail() throws IOException {
    retrain(List.of(correction("ship it, rocket team", Act.APPROVAL)));
    Files.write(files().getFirst(), new byte[] {1, 2, 3});

    assertThat(approves(Reader.load(models, own), "we approve the design")).isTrue();
  }
}
