package studio.makore.cli;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import studio.makore.reading.Corrections;
import studio.makore.reading.ModelsException;
import studio.makore.reading.Reader;
import studio.makore.reading.Retraining;

/**
 * Trains the models anew when owners have corrected something, beside the handling of mail. What
 * was not finished when the bot ended is begun again at its next start.
 */
final class Learning implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Learning.class);

  private final Retraining retraining;
  private final Reader reader;
  private final Corrections corrections;
  private final TransactionTemplate transactions;
  private final Told told;
  private Optional<Course> course = Optional.empty();
  private long failedAt = -1;

  /** Who is told what came of a training, in the transaction that writes it down. */
  interface Told {
    /**
     * @param upTo names the last of the corrections that were learnt
     */
    void of(Retraining.Outcome outcome, long upTo);
  }

  /** A training under way. */
  private record Course(Corrections.Unlearnt what, FutureTask<Retraining.Outcome> task) {}

  Learning(
      Retraining retraining,
      Reader reader,
      Corrections corrections,
      TransactionTemplate transactions,
      Told told) {
    this.retraining = retraining;
    this.reader = reader;
    this.corrections = corrections;
    this.transactions = transactions;
    this.told = told;
  }

  /** Begins a training where one is due, and takes note of one that has ended; never waits. */
  void goOn() {
    if (course.isPresent() && course.get().task().isDone()) {
      takeNote(course.get());
      course = Optional.empty();
    }
    if (course.isEmpty()) {
      course = corrections.unlearnt().filter(what -> what.upTo() != failedAt).map(this::begin);
    }
  }

  private Course begin(Corrections.Unlearnt what) {
    var task = new FutureTask<>(() -> retraining.run(what.language(), what.corrections(), reader));
    Thread.ofPlatform().name("learning").daemon().priority(Thread.MIN_PRIORITY).start(task);
    return new Course(what, task);
  }

  private void takeNote(Course ended) {
    try {
      var outcome = ended.task().get();
      transactions.executeWithoutResult(_ -> {
        corrections.learnt(ended.what(), outcome);
        told.of(outcome, ended.what().upTo());
      });
    } catch (ExecutionException e) {
      failedAt = ended.what().upTo();
      String reason =
          e.getCause() instanceof ModelsException wrong ? wrong.getMessage() : e.toString();
      LOG.warn("the models cannot be trained anew: {}", reason);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for nothing: a training that is cut off is begun again at the next start. */
  @Override
  public void close() {
    course.ifPresent(begun -> begun.task().cancel(false));
  }
}
