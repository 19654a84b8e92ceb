package studio.makore.mailbox;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every mail that came in, stored before anything else is done with it, each with one visible
 * status. What is stored is never lost and never stored twice: not under its number in the folder,
 * and not by another road (same Message-ID and body).
 *
 * <p>Safe for several threads and processes on one database; each mail is handled by one of them.
 */
public final class InboundStore {
  private static final int MOST_ATTEMPTS = 3;
  private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5));
  private static final int LOOK_AHEAD = 20;

  private final JdbcClient database;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Consumer<Step> at;

  /**
   * Works on the tables of {@code V1__mailbox.sql}.
   *
   * @param transactions over the same data source as {@code database}
   * @param at told of each {@link Step} passed; does nothing in production
   */
  public InboundStore(
      JdbcClient database, TransactionTemplate transactions, Clock clock, Consumer<Step> at) {
    this.database = database;
    this.transactions = transactions;
    this.clock = clock;
    this.at = at;
  }

  /**
   * Handles the oldest mail that waits. The handler and the mark that the mail is done are one
   * transaction. When the handler throws, all it did is undone and the mail waits for a minute,
   * then for five, while the next ones go first; the third time it is FAILED with the reason.
   *
   * @return what became of the mail; empty when none waits
   */
  public Optional<InboundEntry> process(InboundHandler handler) {
    for (long id : waiting()) {
      if (process(id, handler)) {
        return Optional.of(entry(id));
      }
    }
    return Optional.empty();
  }

  /** The newest mails first. */
  public List<InboundEntry> list(int limit) {
    return database
        .sql(ENTRY + " order by id desc limit :limit")
        .param("limit", limit)
        .query(InboundStore::toEntry)
        .list();
  }

  /** The newest mails of that status first. */
  public List<InboundEntry> list(InboundStatus status, int limit) {
    return database
        .sql(ENTRY + " where status = :status order by id desc limit :limit")
        .param("status", status.name())
        .param("limit", limit)
        .query(InboundStore::toEntry)
        .list();
  }

  /** The mail itself, whatever its status. */
  public Optional<Inbound> find(long id) {
    return database
        .sql(INBOUND + " where id = :id")
        .param("id", id)
        .query(InboundStore::toInbound)
        .optional();
  }

  /** The mail that came in under this Message-ID; of several copies the first. */
  public Optional<Inbound> find(String messageId) {
    return database
        .sql(INBOUND + " where message_id = :message order by id limit 1")
        .param("message", messageId)
        .query(InboundStore::toInbound)
        .optional();
  }

  /**
   * Has a FAILED mail handled again, with all its attempts.
   *
   * @return false when there is no failed mail of that number
   */
  public boolean retry(long id) {
    return database
            .sql(
                """
                update inbound set status = 'PENDING', attempts = 0, due_at = :now, handled_at = null
                where id = :id and status = 'FAILED'
                """)
            .param("now", now())
            .param("id", id)
            .update()
        == 1;
  }

  /** How far the folder was read; empty before its first start. */
  Optional<Cursor> cursor(String mailbox) {
    return database
        .sql("select * from mailbox_cursor where mailbox = :mailbox")
        .param("mailbox", mailbox)
        .query((row, n) ->
            new Cursor(
                row.getLong("uidvalidity"),
                row.getLong("last_uid"),
                instant(row, "watched_since"),
                row.getLong("renewed_below")))
        .optional();
  }

  /** Sets the cursor: at the first start, and when the folder was numbered anew. */
  void begin(String mailbox, Cursor cursor) {
    transactions.executeWithoutResult(tx -> {
      database
          .sql("delete from mailbox_cursor where mailbox = :mailbox")
          .param("mailbox", mailbox)
          .update();
      database
          .sql(
              """
              insert into mailbox_cursor
                (mailbox, uidvalidity, last_uid, watched_since, renewed_below)
              values (:mailbox, :uidvalidity, :lastUid, :since, :renewedBelow)
              """)
          .param("mailbox", mailbox)
          .param("uidvalidity", cursor.uidValidity())
          .param("lastUid", cursor.lastUid())
          .param("since", cursor.watchedSince().atOffset(UTC))
          .param("renewedBelow", cursor.renewedBelow())
          .update();
    });
  }

  /**
   * Stores a mail and moves the cursor past it, in one transaction.
   *
   * @return false when the same mail was stored before, by this road or another; the cursor moves
   */
  boolean store(Fetched mail) {
    try {
      return storeOnce(mail);
    } catch (DuplicateKeyException cameByAnotherRoadJustNow) {
      return storeOnce(mail);
    }
  }

  /** Moves the cursor past a mail that is not to be stored. */
  void skip(String mailbox, long uidValidity, long uid) {
    database
        .sql(
            """
            update mailbox_cursor set last_uid = :uid
            where mailbox = :mailbox and uidvalidity = :uidvalidity and last_uid < :uid
            """)
        .param("uid", uid)
        .param("mailbox", mailbox)
        .param("uidvalidity", uidValidity)
        .update();
  }

  private boolean storeOnce(Fetched mail) {
    boolean stored =
        Boolean.TRUE.equals(
            transactions.execute(tx -> {
              boolean isNew = insert(mail);
              skip(mail.mailbox(), mail.uidValidity(), mail.uid());
              return isNew;
            }));
    at.accept(Step.AFTER_STORE);
    return stored;
  }

  private boolean insert(Fetched mail) {
    return database
            .sql(
                """
                insert into inbound (mailbox, uidvalidity, uid, message_id, digest, received_at,
                  raw, size, status, attempts, due_at, fate, reason)
                select :mailbox, :uidvalidity, :uid, :messageId, :digest, :receivedAt,
                  :raw, :size, 'PENDING', 0, :now, '', ''
                where not exists (
                  select 1 from inbound where digest = :digest
                  or mailbox = :mailbox and uidvalidity = :uidvalidity and uid = :uid)
                """)
            .param("mailbox", mail.mailbox())
            .param("uidvalidity", mail.uidValidity())
            .param("uid", mail.uid())
            .param("messageId", mail.raw().messageId().orElse(""))
            .param("digest", mail.raw().digest())
            .param("receivedAt", mail.receivedAt().atOffset(UTC))
            .param("raw", mail.raw().bytes())
            .param("size", mail.size())
            .param("now", now())
            .update()
        == 1;
  }

  private List<Long> waiting() {
    return database
        .sql(
            """
            select id from inbound where status = 'PENDING' and due_at <= :now
            order by id limit :limit
            """)
        .param("now", now())
        .param("limit", LOOK_AHEAD)
        .query(Long.class)
        .list();
  }

  /** False when the mail is in other hands. */
  private boolean process(long id, InboundHandler handler) {
    Attempt attempt;
    try {
      attempt = transactions.execute(tx -> handle(id, handler, tx));
    } catch (TransactionException | DataAccessException commitRefused) {
      attempt = new Attempt.Threw(commitRefused);
    }
    return switch (attempt) {
      case Attempt.NotOurs() -> false;
      case Attempt.Handled() -> {
        at.accept(Step.AFTER_COMMIT);
        yield true;
      }
      case Attempt.Threw(Throwable cause) -> {
        postpone(id, cause);
        yield true;
      }
    };
  }

  private Attempt handle(long id, InboundHandler handler, TransactionStatus tx) {
    Optional<Inbound> mail = claim(id);
    if (mail.isEmpty()) {
      return new Attempt.NotOurs();
    }
    try {
      markDone(id, handler.handle(mail.get()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      tx.setRollbackOnly();
      return new Attempt.NotOurs();
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      // the two errors are what a hostile mail can cause; any other one is ours
      tx.setRollbackOnly();
      return new Attempt.Threw(e);
    }
    at.accept(Step.BEFORE_COMMIT);
    return new Attempt.Handled();
  }

  private Optional<Inbound> claim(long id) {
    // one row by its key: H2 counts "limit" before it skips what is locked
    return database
        .sql(
            INBOUND
                + " where id = :id and status = 'PENDING' and due_at <= :now"
                + " for update skip locked")
        .param("id", id)
        .param("now", now())
        .query(InboundStore::toInbound)
        .optional();
  }

  private void markDone(long id, String fate) {
    database
        .sql("update inbound set status = 'DONE', fate = :fate, handled_at = :now where id = :id")
        .param("fate", Sentence.of(fate))
        .param("now", now())
        .param("id", id)
        .update();
  }

  private void postpone(long id, Throwable cause) {
    transactions.executeWithoutResult(tx -> {
      int attempts =
          database
                  .sql("select attempts from inbound where id = :id for update")
                  .param("id", id)
                  .query(Integer.class)
                  .single()
              + 1;
      boolean last = attempts >= MOST_ATTEMPTS;
      Instant now = clock.instant();
      Instant due = last ? now : now.plus(WAITS.get(attempts - 1));
      database
          .sql(
              """
              update inbound set attempts = :attempts, status = :status, due_at = :due,
                reason = :reason, handled_at = :handledAt
              where id = :id and status = 'PENDING'
              """)
          .param("attempts", attempts)
          .param("status", (last ? InboundStatus.FAILED : InboundStatus.PENDING).name())
          .param("due", due.atOffset(UTC))
          .param("reason", Sentence.of(cause))
          .param("handledAt", last ? now.atOffset(UTC) : null)
          .param("id", id)
          .update();
    });
  }

  private InboundEntry entry(long id) {
    return database
        .sql(ENTRY + " where id = :id")
        .param("id", id)
        .query(InboundStore::toEntry)
        .single();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(UTC);
  }

  private static final String INBOUND =
      "select id, mailbox, message_id, received_at, raw, size from inbound";

  private static Inbound toInbound(ResultSet row, int n) throws SQLException {
    return new Inbound(
        row.getLong("id"),
        row.getString("mailbox"),
        messageId(row),
        instant(row, "received_at"),
        row.getBytes("raw"),
        row.getLong("size"));
  }

  private static final String ENTRY =
      """
      select id, mailbox, message_id, received_at, size, status, attempts, fate, reason, handled_at
      from inbound
      """;

  private static InboundEntry toEntry(ResultSet row, int n) throws SQLException {
    return new InboundEntry(
        row.getLong("id"),
        row.getString("mailbox"),
        messageId(row),
        instant(row, "received_at"),
        row.getLong("size"),
        InboundStatus.valueOf(row.getString("status")),
        row.getInt("attempts"),
        row.getString("fate"),
        row.getString("reason"),
        Optional.ofNullable(row.getObject("handled_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static Optional<String> messageId(ResultSet row) throws SQLException {
    return Optional.of(row.getString("message_id")).filter(id -> !id.isEmpty());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** How far a folder was read, and from when on its mail is Makore's business. */
  record Cursor(long uidValidity, long lastUid, Instant watchedSince, long renewedBelow) {}

  /** A mail with its place in the folder. */
  record Fetched(
      String mailbox, long uidValidity, long uid, Instant receivedAt, RawMail raw, long size) {}

  private sealed interface Attempt {
    /** Another worker has it, or has handled it already. */
    record NotOurs() implements Attempt {}

    record Handled() implements Attempt {}

    record Threw(Throwable cause) implements Attempt {}
  }
}
