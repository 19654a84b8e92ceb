package studio.makore.reply;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import studio.makore.language.Language;
import studio.makore.reply.Draft.Status;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The drafts. Every change is one statement that names the state it starts from, so of two
 * decisions on a draft one wins and the other is told that it came too late. Joins the caller's
 * transaction; methods that change something must run in one.
 */
public final class DraftStore {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();

  private final JdbcClient jdbc;
  private final Tokens tokens;
  private final Clock clock;

  public DraftStore(JdbcClient jdbc, Tokens tokens, Clock clock) {
    this.jdbc = jdbc;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * Keeps a draft, {@code WAITING} when its rendering is ready and {@code ASKING} when facts are
   * missing. A cause that has one already gets that one back, untouched.
   *
   * @throws org.springframework.dao.DuplicateKeyException when another transaction adds the same
   *     cause at this moment; the caller's transaction, done again, will find it
   */
  public Draft add(NewDraft draft) {
    return byCause(draft.cause()).orElseGet(() -> insert(draft));
  }

  private Draft insert(NewDraft draft) {
    var words = Wording.of(draft.rendering(), draft.answered());
    String token = tokens.fresh();
    var key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into draft (project_id, contact_id, template, cause, cause_message_id, recipient,
              language, answered, facts, missing, subject, body_text, body_html, token, status,
              created_at)
            values (:projectId, :contactId, :template, :cause, :causeMessageId, :recipient,
              :language, :answered, :facts, :missing, :subject, :text, :html, :token, :status,
              :now)
            """)
        .param("projectId", draft.projectId())
        .param("contactId", draft.contactId())
        .param("template", draft.template().name())
        .param("cause", draft.cause())
        .param("causeMessageId", draft.causeMessageId().orElse(null))
        .param("recipient", draft.to())
        .param("language", draft.language().tag())
        .param("answered", draft.answered().map(JSON::writeValueAsString).orElse(null))
        .param("facts", JSON.writeValueAsString(draft.facts()))
        .params(words.params())
        .param("token", token)
        .param("now", now())
        .update(key, "id");
    long id = Objects.requireNonNull(key.getKey()).longValue();
    keepToken(token, id);
    return byId(id).orElseThrow();
  }

  /**
   * Gives an open draft other facts and the text that follows from them, after an owner supplied or
   * replaced one. It gets a new token, so that the approval of an older text approves nothing.
   *
   * @return the draft as it is now; empty when it is decided already
   */
  public Optional<Draft> revise(long id, Map<String, String> facts, Rendering rendering) {
    Optional<Draft> before = byId(id);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    String token = tokens.fresh();
    int revised =
        jdbc.sql(
                """
                update draft set facts = :facts, missing = :missing, subject = :subject,
                  body_text = :text, body_html = :html, token = :token, status = :status
                where id = :id and status in ('ASKING', 'WAITING')
                """)
            .param("id", id)
            .param("facts", JSON.writeValueAsString(facts))
            .params(Wording.of(rendering, before.get().answered()).params())
            .param("token", token)
            .update();
    if (revised == 0) {
      return Optional.empty();
    }
    keepToken(token, id);
    return byId(id);
  }

  private void keepToken(String token, long id) {
    jdbc.sql("insert into draft_token (token, draft_id) values (:token, :id)")
        .param("token", token)
        .param("id", id)
        .update();
  }

  /**
   * An owner approved the text that was shown under {@code token}, in these words.
   *
   * @return the approved draft, for the outbox; empty when there is nothing to approve: no such
   *     token, an older text's token, a fact still missing, or decided before
   */
  public Optional<Draft> approve(String token, String words) {
    return decide(Status.APPROVED, words, "token = :key and status = 'WAITING'", token)
        ? byToken(token)
        : Optional.empty();
  }

  /**
   * An owner wants nothing sent. Any token the draft was ever shown under will do.
   *
   * @return false when the token is unknown or the draft was decided before
   */
  public boolean discard(String token, String words) {
    return decide(
        Status.DISCARDED,
        words,
        "id = (select draft_id from draft_token where token = :key) and status in ('ASKING', 'WAITING')",
        token);
  }

  /**
   * What the draft says is no longer so; it will not be sent.
   *
   * @return false when it was decided before
   */
  public boolean expire(long id, String why) {
    return decide(Status.STALE, why, "id = :key and status in ('ASKING', 'WAITING')", id);
  }

  private boolean decide(Status status, String words, String where, Object key) {
    return jdbc.sql(
                "update draft set status = :status, decided_at = :now, decision_words = :words where "
                    + where)
            .param("status", status.name())
            .param("now", now())
            .param("words", words.replace("\0", "")) // PostgreSQL keeps no NUL
            .param("key", key)
            .update()
        == 1;
  }

  /** Notes the mail by which an owner was shown this draft. */
  public void shown(long id, String ownerMessageId) {
    jdbc.sql("insert into draft_shown (message_id, draft_id) values (:messageId, :id)")
        .param("messageId", ownerMessageId)
        .param("id", id)
        .update();
  }

  public Optional<Draft> byId(long id) {
    return one("id = :key", id);
  }

  /**
   * The draft that was shown under this token. When its own token is another by now, the mail with
   * this one showed an older text.
   */
  public Optional<Draft> byToken(String token) {
    return one("id = (select draft_id from draft_token where token = :key)", token);
  }

  public Optional<Draft> byCause(String cause) {
    return one("cause = :key", cause);
  }

  /** The project's undecided drafts, oldest first. */
  public List<Draft> open(long projectId) {
    return select("project_id = :key and status in ('ASKING', 'WAITING')", projectId);
  }

  /** Every undecided draft, oldest first. */
  public List<Draft> open() {
    return select("id > :key and status in ('ASKING', 'WAITING')", 0L);
  }

  /** Every draft that a mail made due, oldest first. */
  public List<Draft> ofMail(String messageId) {
    return select("cause_message_id = :key", messageId);
  }

  private Optional<Draft> one(String where, Object key) {
    return select(where, key).stream().findFirst();
  }

  private List<Draft> select(String where, Object key) {
    return jdbc.sql(
            """
            select draft.*, (
              select array_agg(message_id order by message_id)
              from draft_shown where draft_id = draft.id) as shown
            from draft where %s order by id
            """
                .formatted(where))
        .param("key", key)
        .query((row, _) -> draft(row))
        .list();
  }

  private static Draft draft(ResultSet row) throws SQLException {
    return new Draft(
        row.getLong("id"),
        row.getString("token"),
        row.getLong("project_id"),
        row.getLong("contact_id"),
        TemplateName.valueOf(row.getString("template")),
        row.getString("cause"),
        Optional.ofNullable(row.getString("cause_message_id")),
        row.getString("recipient"),
        new Language(row.getString("language")),
        Optional.ofNullable(row.getString("answered"))
            .map(json -> JSON.readValue(json, Answered.class)),
        JSON.readValue(row.getString("facts"), new TypeReference<Map<String, String>>() {}),
        JSON.readValue(row.getString("missing"), new TypeReference<List<String>>() {}),
        row.getString("subject"),
        row.getString("body_text"),
        row.getString("body_html"),
        Status.valueOf(row.getString("status")),
        texts(row.getArray("shown")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("decision_words")));
  }

  private static List<String> texts(@Nullable Array column) throws SQLException {
    return column == null
        ? List.of()
        : Stream.of((Object[]) column.getArray()).map(Object::toString).toList();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /** The columns that follow from a rendering. */
  private record Wording(
      Status status, List<String> missing, String subject, String text, String html) {
    static Wording of(Rendering rendering, Optional<Answered> answered) {
      return switch (rendering) {
        case Rendering.Ready(String subject, String text, String html) ->
            new Wording(
                Status.WAITING,
                List.of(),
                answered.map(Answered::replySubject).orElse(subject),
                text,
                html);
        case Rendering.Missing(List<String> placeholders, String sketch) ->
            new Wording(
                Status.ASKING,
                placeholders,
                answered.map(Answered::replySubject).orElse(""),
                sketch,
                "");
      };
    }

    Map<String, ?> params() {
      return Map.of(
          "status", status.name(),
          "missing", JSON.writeValueAsString(missing),
          "subject", subject,
          "text", text,
          "html", html);
    }
  }
}
