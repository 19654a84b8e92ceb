package studio.makore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.makore.Database;
import studio.makore.language.Language;
import studio.makore.reading.Act;
import studio.makore.reading.Correction;
import studio.makore.reading.Corrections;
import studio.makore.reading.MailContext;
import studio.makore.reading.Reader;
import studio.makore.reading.Retraining;
import studio.makore.reading.Trainer;

class LearningTest {
  @TempDir Path home;
  private Corrections corrections;
  private TransactionTemplate transactions;
  private Reader reader;
  private final List<Retraining.Outcome> told = new ArrayList<>();

  @BeforeEach
  void school() throws IOException {
    Path english = Files.createDirectories(home.resolve("training/en"));
    Files.copy(
        Path.of("src/test/resources/studio/makore/reading/school.tsv"),
        english.resolve("school.tsv"));
    Trainer.train(home);
    reader = Reader.load(home, home.resolve("own"));
    var dataSource = Database.H2.fresh();
    corrections = new Corrections(JdbcClient.create(dataSource), Clock.systemUTC());
    transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  private Learning learning(Path own) {
    return new Learning(
        new Retraining(home, own),
        reader,
        corrections,
        transactions,
        (outcome, _) -> told.add(outcome));
  }

  private void corrected(String words) {
    corrections.add(
        new Correction(
            Language.ENGLISH,
            words,
            Set.of(Act.APPROVAL),
            "<1@yoga.example>",
            "noa@northlight.example",
            Instant.EPOCH));
  }

  @Test
  void what_was_corrected_is_learnt_beside_the_work_and_told_once() {
    corrected("ship it, rocket team");
    corrected("rocket team, please ship");
    try (var learning = learning(home.resolve("own"))) {
      long start = System.nanoTime();
      learning.goOn();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));

      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> {
            learning.goOn();
            return !told.isEmpty();
          });
      learning.goOn();

      assertThat(told).singleElement().satisfies(outcome -> assertThat(outcome.taken()).isTrue());
      assertThat(corrections.unlearnt()).isEmpty();
      assertThat(
              reader
                  .read("", "ship it, dear rocket team", MailContext.WORDS_ONLY)
                  .has(Act.APPROVAL))
          .isTrue();
    }
  }

  @Test
  void a_training_that_was_cut_off_is_due_again_at_the_next_start() {
    corrected("ship it, rocket team");
    try (var first = learning(home.resolve("own"))) {
      first.goOn();
    }

    assertThat(corrections.unlearnt()).isPresent();
  }

  @Test
  void a_folder_that_cannot_be_written_to_stops_nothing_and_is_tried_once() throws Exception {
    Path notAFolder = Files.writeString(home.resolve("file"), "");
    corrected("ship it, rocket team");
    try (var learning = learning(notAFolder)) {
      learning.goOn();
      await()
          .during(Duration.ofMillis(500))
          .atMost(Duration.ofSeconds(30))
          .until(() -> {
            learning.goOn();
            return told.isEmpty();
          });
    }

    assertThat(corrections.unlearnt()).isPresent();
  }
}
