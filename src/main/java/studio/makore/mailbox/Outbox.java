package studio.makore.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import studio.makore.mail.Address;
import studio.makore.mail.OutgoingMail;
import studio.makore.mailbox.OutboxStore.Ending;
import studio.makore.mailbox.OutboxStore.Outgoing;
import studio.makore.mailbox.SendResult.Refusal;

/**
 * Every mail that goes out, stored in the transaction that caused it and then sent: one mail for
 * one cause, whatever crashes.
 *
 * <p>SMTP alone cannot promise that: when a connection is lost after the mail was handed over, its
 * fate is unknown. So each mail also goes to the bot's own mailbox as a blind copy (or the provider
 * files it in Sent), under a Message-ID fixed beforehand. A copy found there, or {@linkplain
 * #confirm seen coming in}, means that the mail is out; none within the grace means that it is not,
 * and it is sent again. Where neither can be told, nothing is sent, and the owner is asked by a
 * FAILED mail's error.
 *
 * <p>Safe for several threads and processes on one database.
 */
public final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private static final List<Duration> WAITS =
      Stream.of(1, 5, 15, 60, 120, 240, 480).map(Duration::ofMinutes).toList();
  private static final Duration GIVES_UP_AFTER = Duration.ofHours(24);

  /** Longer than any one mail takes; a mail is claimed for so long. */
  static final Duration LEASE = Duration.ofMinutes(10);

  private static final Duration ASK_AGAIN = Duration.ofMinutes(5);
  private static final String DIED = "Makore stopped while it sent this mail.";

  private final OutboxStore store;
  private final Clock clock;
  private final Function<OutgoingMail, byte[]> writer;
  private final SmtpSender sender;
  private final SmtpSettings settings;
  private final OwnMail own;
  private final Consumer<Step> at;

  /**
   * @param database on the tables of {@code V1__mailbox.sql}
   * @param transactions over the same data source
   * @param writer makes the bytes of a mail, RFC 5322 with CRLF, under the mail's own Message-ID
   * @param sender how mail goes out, and by what its copy is known
   * @param imap the bot's own mailbox, where the copy is looked for
   * @param at told of each {@link Step} passed; does nothing in production
   */
  public Outbox(
      JdbcClient database,
      TransactionTemplate transactions,
      Clock clock,
      Function<OutgoingMail, byte[]> writer,
      SmtpSender sender,
      ImapSettings imap,
      Consumer<Step> at) {
    this.store = new OutboxStore(database, transactions, clock);
    this.clock = clock;
    this.writer = writer;
    this.sender = sender;
    this.settings = sender.settings();
    this.own = new OwnMail(imap, settings.sentFolder(), sender.pace());
    this.at = at;
  }

  /**
   * Stores a mail to be sent; it is sent when the caller's transaction is committed, and not at all
   * when it is rolled back.
   *
   * @param cause what it is sent for, such as {@code draft:17}
   * @return false, and nothing is stored, when that cause has a mail already
   */
  public boolean add(OutgoingMail mail, String cause) {
    List<String> recipients = mail.to().stream().map(Address::address).distinct().toList();
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("The mail for %s has no recipient.".formatted(cause));
    }
    return store.insert(
        mail.messageId(),
        cause,
        mail.from().address(),
        recipients,
        writer.apply(mail),
        clock.instant().plus(GIVES_UP_AFTER));
  }

  /**
   * Sends what is due, one mail after another, finds out what became of mails of unknown fate, and
   * puts copies into Sent where that is asked for. Does not throw when a mail server fails.
   *
   * @return the mails whose standing changed, as they stand now
   */
  public List<OutboxEntry> sendDue() {
    List<Long> touched = new ArrayList<>(store.orphans(settings.grace(), DIED));
    for (Outgoing mail : store.unknown()) {
      store.record(mail, OutboxStatus.UNKNOWN, findOut(mail));
      touched.add(mail.id());
    }
    for (long id : store.due()) {
      store
          .claim(id, LEASE)
          .ifPresent(mail -> {
            send(mail);
            touched.add(mail.id());
          });
    }
    fileSent();
    return touched.stream().distinct().map(store::entry).toList();
  }

  /**
   * To be told when a mail of ours comes in, which is the bot's own copy: the server took it. Joins
   * the caller's transaction. Does nothing for any other mail.
   */
  public void confirm(String messageId) {
    store.copySeen(messageId);
  }

  /** Whether a mail with that Message-ID (angle brackets and all) was written by us. */
  public boolean isOurs(String messageId) {
    return store.contains(messageId);
  }

  /** The mail for that cause. */
  public Optional<OutboxEntry> find(String cause) {
    return store.entry(cause);
  }

  /** The newest mails first. */
  public List<OutboxEntry> list(int limit) {
    return store.entries(limit);
  }

  /** The newest mails of that status first. */
  public List<OutboxEntry> list(OutboxStatus status, int limit) {
    return store.entries(status, limit);
  }

  /**
   * Has a FAILED mail sent after all, for another day; to those only who have not got it.
   *
   * @return false when there is no failed mail of that number
   */
  public boolean retry(long id) {
    return store.retry(id, clock.instant().plus(GIVES_UP_AFTER));
  }

  private void send(Outgoing mail) {
    at.accept(Step.BEFORE_SMTP);
    SendResult result = sender.send(mail.sender(), mail.missing(), mail.raw());
    if (result instanceof SendResult.Accepted) {
      at.accept(Step.AFTER_SMTP_ACCEPTED);
    }
    store.record(mail, OutboxStatus.SENDING, ending(mail, result));
    at.accept(Step.AFTER_SENT_RECORDED);
  }

  private Ending ending(Outgoing mail, SendResult result) {
    return switch (result) {
      case SendResult.Accepted accepted -> accepted(mail, accepted);
      case SendResult.Later(String reason) -> later(mail, mail.reached(), reason);
      case SendResult.Refused(String reason) -> failed(mail, reason);
      case SendResult.Unknown(String reason, boolean copied) ->
          copied || settings.sentCopy() == SmtpSettings.SentCopy.PROVIDER
              ? unknown(mail, reason)
              : failed(mail, cannotTell(reason));
    };
  }

  private Ending accepted(Outgoing mail, SendResult.Accepted accepted) {
    List<String> reached =
        Stream.concat(mail.reached().stream(), accepted.reached().stream()).toList();
    String words = String.join("; ", accepted.refused().stream().map(Refusal::toString).toList());
    boolean someLater = accepted.refused().stream().anyMatch(refusal -> !refusal.permanent());
    return someLater
        ? later(mail, reached, words)
        : new Ending(OutboxStatus.SENT, reached, clock.instant(), words);
  }

  private Ending later(Outgoing mail, List<String> reached, String reason) {
    Duration wait = WAITS.get(Math.min(mail.attempts(), WAITS.size()) - 1);
    Instant next = clock.instant().plus(wait);
    return next.isAfter(mail.giveUpAt())
        ? new Ending(
            OutboxStatus.FAILED,
            reached,
            clock.instant(),
            "Given up after %d attempts in a day. %s".formatted(mail.attempts(), reason))
        : new Ending(OutboxStatus.RETRY, reached, next, reason);
  }

  private Ending failed(Outgoing mail, String reason) {
    return new Ending(OutboxStatus.FAILED, mail.reached(), clock.instant(), reason);
  }

  private Ending unknown(Outgoing mail, String reason) {
    return new Ending(
        OutboxStatus.UNKNOWN, mail.reached(), clock.instant().plus(settings.grace()), reason);
  }

  private Ending findOut(Outgoing mail) {
    if (!mail.reached().isEmpty() || !settings.leavesTrace()) {
      return failed(mail, cannotTell("The server's answer was lost."));
    }
    try {
      boolean isOut = store.cameIn(mail.messageId()) || own.contains(mail.messageId());
      return isOut
          ? new Ending(OutboxStatus.SENT, mail.recipients(), clock.instant(), "")
          : new Ending(
              OutboxStatus.RETRY,
              mail.reached(),
              clock.instant(),
              "The server's answer was lost, and it has not taken the mail.");
    } catch (MailboxException notNow) {
      return clock.instant().isAfter(mail.giveUpAt())
          ? failed(mail, cannotTell(Sentence.of(notNow)))
          : new Ending(
              OutboxStatus.UNKNOWN,
              mail.reached(),
              clock.instant().plus(ASK_AGAIN),
              Sentence.of(notNow));
    }
  }

  private static String cannotTell(String reason) {
    return reason
        + " Makore cannot tell whether this mail went out, so it was not sent again:"
        + " please look whether the client has it, and have it sent again if not.";
  }

  private void fileSent() {
    if (settings.sentCopy() != SmtpSettings.SentCopy.MAKORE) {
      return;
    }
    for (long id : store.unfiled(clock.instant().minus(GIVES_UP_AFTER))) {
      Outgoing mail = store.outgoing(id);
      try {
        own.file(mail.messageId(), mail.raw(), clock.instant());
        store.filed(id);
      } catch (MailboxException notNow) {
        LOG.warn("No copy of {} in Sent yet: {}", mail.messageId(), notNow.getMessage());
        store.fileLater(id, ASK_AGAIN);
      }
    }
  }
}
