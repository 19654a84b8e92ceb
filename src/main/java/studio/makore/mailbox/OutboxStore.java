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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The table {@code outbox}: what is in it, and who has which mail in hand. */
final class OutboxStore {
  private static final int AT_ONCE = 100;

  private final JdbcClient database;
  private final TransactionTemplate transactions;
  private final Clock clock;

  OutboxStore(JdbcClient database, TransactionTemplate transactions, Clock clock) {
    this.database = database;
    this.transactions = transactions;
    this.clock = clock;
    writeCommitsAtOnce();
  }

  /**
   * H2 keeps a commit in memory for half a second; a process killed in that time would forget that
   * it sent a mail, and send it again. PostgreSQL has no such setting and no such table.
   */
  private void writeCommitsAtOnce() {
    boolean h2 =
        database
                .sql(
                    """
                    select count(*) from information_schema.tables
                    where table_schema = 'INFORMATION_SCHEMA' and table_name = 'SETTINGS'
                    """)
                .query(Integer.class)
                .single()
            > 0;
    if (h2) {
      database.sql("set write_delay 0").update();
    }
  }

  /** False, and nothing done, when that cause has a mail. Joins the caller's transaction. */
  boolean insert(
      String messageId,
      String cause,
      String sender,
      List<String> recipients,
      byte[] raw,
      Instant giveUpAt) {
    return database
            .sql(
                """
                insert into outbox (message_id, cause, sender, recipients, reached, raw, status,
                  attempts, next_attempt_at, give_up_at, copy_seen, last_error, created_at)
                select :messageId, :cause, :sender, :recipients, '', :raw, 'NEW',
                  0, :now, :giveUpAt, false, '', :now
                where not exists (select 1 from outbox where cause = :cause)
                """)
            .param("messageId", messageId)
            .param("cause", cause)
            .param("sender", sender)
            .param("recipients", String.join("\n", recipients))
            .param("raw", raw)
            .param("giveUpAt", giveUpAt.atOffset(UTC))
            .param("now", now())
            .update()
        == 1;
  }

  boolean contains(String messageId) {
    return database
        .sql("select 1 from outbox where message_id = :messageId")
        .param("messageId", messageId)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Mails to be sent now, the longest waiting first. */
  List<Long> due() {
    return database
        .sql(
            """
            select id from outbox where status in ('NEW', 'RETRY') and next_attempt_at <= :now
            order by next_attempt_at, id limit :limit
            """)
        .param("now", now())
        .param("limit", AT_ONCE)
        .query(Long.class)
        .list();
  }

  /** Takes a mail in hand until the lease ends; empty when another has it or it is not due. */
  Optional<Outgoing> claim(long id, Duration lease) {
    Optional<Outgoing> claimed =
        transactions.execute(tx -> {
          Optional<Outgoing> mail = lock(id);
          mail.ifPresent(due -> begin(due, lease));
          return mail;
        });
    return claimed.map(Outgoing::attempted);
  }

  private Optional<Outgoing> lock(long id) {
    return database
        .sql(
            OUTGOING
                + """
                 where id = :id and status in ('NEW', 'RETRY') and next_attempt_at <= :now
                for update skip locked
                """)
        .param("id", id)
        .param("now", now())
        .query(OutboxStore::toOutgoing)
        .optional();
  }

  private void begin(Outgoing mail, Duration lease) {
    database
        .sql(
            """
            update outbox set status = 'SENDING', attempts = attempts + 1, lease_until = :until
            where id = :id
            """)
        .param("until", clock.instant().plus(lease).atOffset(UTC))
        .param("id", mail.id())
        .update();
  }

  /**
   * Writes down how an attempt ended. Does nothing when the mail is no more in this attempt's
   * hands: its lease ended, or its copy was seen.
   */
  void record(Outgoing mail, OutboxStatus from, Ending ending) {
    OffsetDateTime sentAt = ending.status() == OutboxStatus.SENT ? now() : null;
    database
        .sql(
            """
            update outbox set
              status = :status, reached = :reached, next_attempt_at = :next, lease_until = null,
              last_error = :error, sent_at = :sentAt
            where id = :id and status = :from and attempts = :attempts
            """)
        .param("status", ending.status().name())
        .param("reached", String.join("\n", ending.reached()))
        .param("next", ending.nextAttemptAt().atOffset(UTC))
        .param("error", Sentence.of(ending.error()))
        .param("sentAt", sentAt)
        .param("id", mail.id())
        .param("from", from.name())
        .param("attempts", mail.attempts())
        .update();
    sentWhoseCopyWasSeen();
  }

  /** Mails whose sender died with them in hand: nobody knows what became of them. */
  List<Long> orphans(Duration grace, String error) {
    List<Long> orphans =
        database
            .sql("select id from outbox where status = 'SENDING' and lease_until <= :now")
            .param("now", now())
            .query(Long.class)
            .list();
    for (long id : orphans) {
      database
          .sql(
              """
              update outbox set status = 'UNKNOWN', next_attempt_at = :next, last_error = :error
              where id = :id and status = 'SENDING' and lease_until <= :now
              """)
          .param("next", leaseEnd(id).plus(grace).atOffset(UTC))
          .param("error", error)
          .param("id", id)
          .param("now", now())
          .update();
    }
    sentWhoseCopyWasSeen();
    return orphans;
  }

  private Instant leaseEnd(long id) {
    return database
        .sql("select lease_until from outbox where id = :id")
        .param("id", id)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant)
        .orElseGet(clock::instant);
  }

  /** Mails of unknown fate whose grace is over. */
  List<Outgoing> unknown() {
    return database
        .sql(OUTGOING + " where status = 'UNKNOWN' and next_attempt_at <= :now order by id")
        .param("now", now())
        .query(OutboxStore::toOutgoing)
        .list();
  }

  /** Mails that were sent since then and have no copy in the Sent folder yet. */
  List<Long> unfiled(Instant since) {
    return database
        .sql(
            """
            select id from outbox where status = 'SENT' and filed_at is null
              and sent_at >= :since and next_attempt_at <= :now order by id limit :limit
            """)
        .param("since", since.atOffset(UTC))
        .param("now", now())
        .param("limit", AT_ONCE)
        .query(Long.class)
        .list();
  }

  Outgoing outgoing(long id) {
    return database
        .sql(OUTGOING + " where id = :id")
        .param("id", id)
        .query(OutboxStore::toOutgoing)
        .single();
  }

  void filed(long id) {
    database
        .sql("update outbox set filed_at = :now where id = :id")
        .param("now", now())
        .param("id", id)
        .update();
  }

  void fileLater(long id, Duration wait) {
    database
        .sql("update outbox set next_attempt_at = :next where id = :id and status = 'SENT'")
        .param("next", clock.instant().plus(wait).atOffset(UTC))
        .param("id", id)
        .update();
  }

  /** The bot's own copy is here: the mail is out, whatever was thought of it. */
  void copySeen(String messageId) {
    database
        .sql("update outbox set copy_seen = true where message_id = :messageId")
        .param("messageId", messageId)
        .update();
    sentWhoseCopyWasSeen();
  }

  /**
   * A mail that reached some recipients before has a copy from then, which proves nothing of the
   * others. And one that is in someone's hands is told by that someone.
   */
  private void sentWhoseCopyWasSeen() {
    database
        .sql(
            """
            update outbox set status = 'SENT', reached = recipients, sent_at = :now,
              next_attempt_at = :now, last_error = ''
            where copy_seen and reached = '' and status in ('UNKNOWN', 'RETRY', 'FAILED')
            """)
        .param("now", now())
        .update();
  }

  boolean retry(long id, Instant giveUpAt) {
    return database
            .sql(
                """
                update outbox set status = 'RETRY', attempts = 0, next_attempt_at = :now,
                  give_up_at = :giveUpAt
                where id = :id and status = 'FAILED'
                """)
            .param("now", now())
            .param("giveUpAt", giveUpAt.atOffset(UTC))
            .param("id", id)
            .update()
        == 1;
  }

  /** Whether a mail with that Message-ID lies in {@code inbound}. */
  boolean cameIn(String messageId) {
    return database
        .sql("select 1 from inbound where message_id = :messageId limit 1")
        .param("messageId", messageId)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  OutboxEntry entry(long id) {
    return database
        .sql(ENTRY + " where id = :id")
        .param("id", id)
        .query(OutboxStore::toEntry)
        .single();
  }

  Optional<OutboxEntry> entry(String cause) {
    return database
        .sql(ENTRY + " where cause = :cause")
        .param("cause", cause)
        .query(OutboxStore::toEntry)
        .optional();
  }

  List<OutboxEntry> entries(int limit) {
    return database
        .sql(ENTRY + " order by id desc limit :limit")
        .param("limit", limit)
        .query(OutboxStore::toEntry)
        .list();
  }

  List<OutboxEntry> entries(OutboxStatus status, int limit) {
    return database
        .sql(ENTRY + " where status = :status order by id desc limit :limit")
        .param("status", status.name())
        .param("limit", limit)
        .query(OutboxStore::toEntry)
        .list();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(UTC);
  }

  private static final String OUTGOING =
      """
      select id, message_id, sender, recipients, reached, raw, attempts, give_up_at
      from outbox
      """;

  private static Outgoing toOutgoing(ResultSet row, int n) throws SQLException {
    return new Outgoing(
        row.getLong("id"),
        row.getString("message_id"),
        row.getString("sender"),
        lines(row.getString("recipients")),
        lines(row.getString("reached")),
        row.getBytes("raw"),
        row.getInt("attempts"),
        instant(row, "give_up_at"));
  }

  private static final String ENTRY =
      """
      select id, message_id, cause, recipients, reached, status, attempts, next_attempt_at,
        last_error, created_at, sent_at
      from outbox
      """;

  private static OutboxEntry toEntry(ResultSet row, int n) throws SQLException {
    return new OutboxEntry(
        row.getLong("id"),
        row.getString("message_id"),
        row.getString("cause"),
        lines(row.getString("recipients")),
        lines(row.getString("reached")),
        OutboxStatus.valueOf(row.getString("status")),
        row.getInt("attempts"),
        instant(row, "next_attempt_at"),
        row.getString("last_error"),
        instant(row, "created_at"),
        Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static List<String> lines(String column) {
    return column.lines().toList();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /**
   * A mail in hand.
   *
   * @param attempts which attempt this is; tells it from an attempt of someone whose lease ended
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Outgoing(
      long id,
      String messageId,
      String sender,
      List<String> recipients,
      List<String> reached,
      byte[] raw,
      int attempts,
      Instant giveUpAt) {
    Outgoing attempted() {
      return new Outgoing(id, messageId, sender, recipients, reached, raw, attempts + 1, giveUpAt);
    }

    /** Who has not got it yet. */
    List<String> missing() {
      return recipients.stream().filter(recipient -> !reached.contains(recipient)).toList();
    }
  }

  /** How an attempt ended, and what comes next. */
  record Ending(OutboxStatus status, List<String> reached, Instant nextAttemptAt, String error) {}
}
