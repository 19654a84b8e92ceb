package studio.makore.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.makore.reply.Asked.Command;
import studio.makore.reply.Asked.Whose;
import tools.jackson.databind.json.JsonMapper;

/** The questions to owners. Joins the caller's transaction. */
public final class QuestionStore {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final Tokens tokens;
  private final Clock clock;

  private enum Kind {
    WHOSE,
    COMMAND,
    MORNING,
    DONE,
    ADOPT
  }

  public QuestionStore(JdbcClient jdbc, Tokens tokens, Clock clock) {
    this.jdbc = jdbc;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Keeps a question under a fresh token. */
  public Question ask(Asked asked) {
    String token = tokens.fresh();
    Kind kind =
        switch (asked) {
          case Whose _ -> Kind.WHOSE;
          case Command _ -> Kind.COMMAND;
          case Asked.Morning _ -> Kind.MORNING;
          case Asked.Done _ -> Kind.DONE;
          case Asked.Adopt _ -> Kind.ADOPT;
        };
    jdbc.sql(
            """
            insert into question (token, kind, payload, asked_at)
            values (:token, :kind, :payload, :now)
            """)
        .param("token", token)
        .param("kind", kind.name())
        .param("payload", JSON.writeValueAsString(asked))
        .param("now", now())
        .update();
    return byToken(token).orElseThrow();
  }

  /** The question asked under this token, answered or not. */
  public Optional<Question> byToken(String token) {
    return jdbc.sql("select * from question where token = :token")
        .param("token", token)
        .query((row, _) -> question(row))
        .optional();
  }

  /**
   * Takes the answer to a question; of several answers only the first counts.
   *
   * @return the question it answers; empty when the token is unknown or was used before
   */
  public Optional<Question> answer(String token) {
    int answered =
        jdbc.sql(
                """
                update question set answered_at = :now
                where token = :token and answered_at is null
                """)
            .param("token", token)
            .param("now", now())
            .update();
    return answered == 1 ? byToken(token) : Optional.empty();
  }

  private static Question question(ResultSet row) throws SQLException {
    Class<? extends Asked> type =
        switch (Kind.valueOf(row.getString("kind"))) {
          case WHOSE -> Whose.class;
          case COMMAND -> Command.class;
          case MORNING -> Asked.Morning.class;
          case DONE -> Asked.Done.class;
          case ADOPT -> Asked.Adopt.class;
        };
    return new Question(
        row.getLong("id"),
        row.getString("token"),
        JSON.readValue(row.getString("payload"), type),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("answered_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
