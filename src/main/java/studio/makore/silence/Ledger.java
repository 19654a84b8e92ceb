package studio.makore.silence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import studio.makore.project.Contact;
import studio.makore.project.ProjectState;

/** The inquiries, written down. Every method joins the caller's transaction. */
public final class Ledger {
  private static final int LONGEST_WORDS = 1000;

  private final JdbcClient jdbc;

  public Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes an inquiry down, or raises the count of the one that this contact still waits on for the
   * same project.
   */
  public Inquiry write(
      ProjectState state,
      Contact contact,
      Instant askedAt,
      String messageId,
      String words,
      Silence silence) {
    long projectId = state.project().id();
    var waiting =
        inquiries(
            """
            where project_id = :a and contact_id = :b and answered_at is null
            """,
            projectId,
            contact.id());
    if (!waiting.isEmpty()) {
      return askedAgain(waiting.getLast(), askedAt);
    }
    var key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into inquiry (project_id, contact_id, stage, asked_at, last_asked_at, times,
              message_id, words, silent_days, cause, broken_promise, owed, owed_on)
            values (:project, :contact, :stage, :at, :at, 1,
              :message, :words, :days, :cause, :promise, :owed, :owedOn)
            """)
        .param("project", projectId)
        .param("contact", contact.id())
        .param("stage", state.stage())
        .param("at", askedAt.atOffset(ZoneOffset.UTC))
        .param("message", messageId)
        .param("words", words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words)
        .param("days", silence.days())
        .param("cause", silence.cause().name())
        .param("promise", silence.promise().map(promise -> promise.what()).orElse(""))
        .param("owed", silence.owed().name())
        .param("owedOn", silence.owedOn())
        .update(key, "id");
    long id = Objects.requireNonNull(key.getKeyAs(Long.class));
    return inquiries("where id = :a and id = :b", id, id).getFirst();
  }

  private Inquiry askedAgain(Inquiry inquiry, Instant at) {
    jdbc.sql("update inquiry set times = times + 1, last_asked_at = :at where id = :id")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", inquiry.id())
        .update();
    return inquiries("where id = :a and id = :b", inquiry.id(), inquiry.id()).getFirst();
  }

  /** The client has heard from the studio: whatever was asked about the project is answered. */
  public void answered(long projectId, Instant at, String messageId) {
    jdbc.sql(
            """
            update inquiry set answered_at = :at, answered_by = :message
            where project_id = :project and answered_at is null
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("message", messageId)
        .param("project", projectId)
        .update();
  }

  /** The answer never arrived: the inquiry waits again. */
  public void notArrived(String messageId) {
    jdbc.sql(
            """
            update inquiry set answered_at = null, answered_by = null where answered_by = :message
            """)
        .param("message", messageId)
        .update();
  }

  /**
   * A mail did not ask after all. Its inquiry is struck out or, where the contact asked again in
   * other mails, counted once less.
   */
  public void withdraw(String messageId, long projectId, long contactId) {
    var asked = inquiries("where project_id = :a and contact_id = :b", projectId, contactId);
    var own = asked.stream().filter(one -> one.messageId().equals(messageId)).findFirst();
    if (own.isPresent() && own.get().times() == 1) {
      jdbc.sql("delete from inquiry where id = :id").param("id", own.get().id()).update();
      return;
    }
    own.or(() -> asked.isEmpty() ? Optional.empty() : Optional.of(asked.getLast()))
        .filter(one -> one.times() > 1)
        .ifPresent(one ->
            jdbc.sql("update inquiry set times = times - 1 where id = :id")
                .param("id", one.id())
                .update());
  }

  /** The inquiries asked from {@code from} until before {@code to}, oldest first. */
  public List<Inquiry> asked(Instant from, Instant to) {
    return inquiries(
        "where asked_at >= :a and asked_at < :b",
        from.atOffset(ZoneOffset.UTC),
        to.atOffset(ZoneOffset.UTC));
  }

  private List<Inquiry> inquiries(String where, Object a, Object b) {
    return jdbc.sql(
            """
            select id, project_id, contact_id, stage, asked_at, last_asked_at, times, message_id,
              words, silent_days, cause, broken_promise, owed, owed_on, answered_at, answered_by
            from inquiry
            """
                + where
                + " order by asked_at, id")
        .param("a", a)
        .param("b", b)
        .query((row, _) ->
            new Inquiry(
                row.getLong("id"),
                row.getLong("project_id"),
                row.getLong("contact_id"),
                row.getString("stage"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_asked_at", OffsetDateTime.class).toInstant(),
                row.getInt("times"),
                row.getString("message_id"),
                row.getString("words"),
                row.getInt("silent_days"),
                Cause.valueOf(row.getString("cause")),
                row.getString("broken_promise"),
                OwedUpdate.valueOf(row.getString("owed")),
                row.getObject("owed_on", LocalDate.class),
                Optional.ofNullable(row.getObject("answered_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("answered_by"))))
        .list();
  }
}
