package studio.makore.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import studio.makore.desk.Desk;
import studio.makore.mailbox.InboundEntry;
import studio.makore.mailbox.InboundStatus;
import studio.makore.mailbox.InboundStore;
import studio.makore.mailbox.MailboxEvent;
import studio.makore.mailbox.MailboxWatcher;
import studio.makore.mailbox.Outbox;
import studio.makore.mailbox.OutboxStatus;

/** The bot at work: what comes in is handled, what is due goes out. */
final class Bot implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bot.class);
  private static final Duration LONGEST_REST = Duration.ofSeconds(5);
  private static final int MOST_FAILURES = 100;

  private final Desk desk;
  private final InboundStore inbound;
  private final Outbox outbox;
  private final WeeklyMail weeklyMail;
  private final Learning learning;
  private final TransactionTemplate transactions;
  private final Consumer<InboundEntry> fates;
  private final List<MailboxWatcher> watchers;
  private final Semaphore work = new Semaphore(1);
  private volatile boolean stopping;
  private boolean failuresTold;
  private String weeklyTrouble = "";

  /**
   * @param fates told what became of each mail, as it happens
   */
  Bot(ApplicationContext rooms, Consumer<InboundEntry> fates) {
    this.desk = rooms.getBean(Desk.class);
    this.inbound = rooms.getBean(InboundStore.class);
    this.outbox = rooms.getBean(Outbox.class);
    this.weeklyMail = rooms.getBean(WeeklyMail.class);
    this.learning = rooms.getBean(Learning.class);
    this.transactions = rooms.getBean(TransactionTemplate.class);
    this.fates = fates;
    var clock = rooms.getBean(Clock.class);
    var steps = rooms.getBean(Wiring.Steps.class);
    this.watchers =
        rooms.getBean(Settings.class).mailboxes().stream()
            .map(mailbox ->
                new MailboxWatcher(
                    mailbox,
                    inbound,
                    clock,
                    RandomGenerator.getDefault(),
                    this::happened,
                    steps.at()))
            .toList();
  }

  /**
   * Fetches, handles and sends once, until nothing is left to do; for a run that does not watch.
   */
  void turn() {
    do {
      watchers.forEach(MailboxWatcher::fetchNew);
    } while (workOff());
  }

  /** Watches and works until it is told to {@link #stop}. */
  void run() {
    watchers.forEach(MailboxWatcher::start);
    try {
      while (!stopping) {
        tryToWorkOff();
        work.tryAcquire(LONGEST_REST.toMillis(), TimeUnit.MILLISECONDS);
        work.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A database that is started anew, or is away for a while, is waited for. */
  private void tryToWorkOff() {
    try {
      workOff();
    } catch (DataAccessException | TransactionException e) {
      if (!stopping) {
        LOG.warn("the database cannot be used, trying again: {}", Failure.innermost(e));
      }
    }
  }

  /**
   * Has {@link #run} end, as soon as what is being done is finished. No interrupt: that would close
   * the file of an H2 database under whoever writes to it.
   */
  void stop() {
    stopping = true;
    work.release();
  }

  @Override
  public void close() {
    watchers.forEach(MailboxWatcher::close);
    learning.close();
  }

  /** Handles what waits, then sends what is due; whether anything was sent. */
  private boolean workOff() {
    while (!stopping && handleNext()) {
      // one after the other
    }
    leaveWeeklyMail();
    desk.round(transactions).forEach(line -> LOG.info("{}", line));
    learning.goOn();
    var touched = outbox.sendDue();
    for (var entry : touched) {
      if (entry.status() == OutboxStatus.FAILED) {
        LOG.warn("the mail to {} was not sent: {}", entry.recipients(), entry.lastError());
        failuresTold = false;
      }
    }
    tellFailures();
    return !touched.isEmpty();
  }

  /** A report that cannot be made keeps no mail from being handled. */
  private void leaveWeeklyMail() {
    try {
      transactions.executeWithoutResult(_ -> weeklyMail.sendWhenDue());
    } catch (IllegalStateException | IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      if (!reason.equals(weeklyTrouble)) {
        LOG.warn("the weekly report cannot be made: {}", reason);
        weeklyTrouble = reason;
      }
    }
  }

  /** At each start too, for the last one may have ended before it came to this. */
  private void tellFailures() {
    if (!failuresTold) {
      for (var entry : outbox.list(OutboxStatus.FAILED, MOST_FAILURES)) {
        transactions.executeWithoutResult(_ -> desk.notSent(entry.messageId(), entry.lastError()));
      }
      failuresTold = true;
    }
  }

  private boolean handleNext() {
    Optional<InboundEntry> handled = inbound.process(mail -> desk.handle(mail.id(), mail.raw()));
    handled.ifPresent(entry -> {
      if (entry.status() != InboundStatus.DONE) {
        LOG.warn("mail {} could not be handled: {}", entry.id(), entry.reason());
      }
      fates.accept(entry);
    });
    return handled.isPresent();
  }

  private void happened(MailboxEvent event) {
    switch (event) {
      case MailboxEvent.Connected connected -> LOG.info("watching {}", connected.mailbox());
      case MailboxEvent.Lost lost ->
          LOG.warn(
              "{} Trying again in {} s.", lost.reason(), Math.max(1, lost.retryIn().toSeconds()));
      case MailboxEvent.Renumbered renumbered ->
          LOG.warn("the server numbered {} anew", renumbered.mailbox());
      case MailboxEvent.Stored _ -> work.release();
    }
  }
}
