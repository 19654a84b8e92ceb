package studio.makore.desk;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.makore.reply.Tokens;

/**
 * The clients' mails that an owner was told of without a draft, each under a token, so that she can
 * answer that one was read wrongly. Joins the caller's transaction.
 */
public final class Told {
  private final JdbcClient jdbc;
  private final Tokens tokens;

  public Told(JdbcClient jdbc, Tokens tokens) {
    this.jdbc = jdbc;
    this.tokens = tokens;
  }

  /**
   * The token of a client's mail, made when it has none yet.
   *
   * @param messageId of the client's mail
   */
  String token(String messageId) {
    var known =
        jdbc.sql("select token from told where message_id = :message")
            .param("message", messageId)
            .query(String.class)
            .optional();
    if (known.isPresent()) {
      return known.get();
    }
    String token = tokens.fresh();
    jdbc.sql("insert into told (token, message_id) values (:token, :message)")
        .param("token", token)
        .param("message", messageId)
        .update();
    return token;
  }

  /** The client's mail that this token stands for. */
  Optional<String> messageId(String token) {
    return jdbc.sql("select message_id from told where token = :token")
        .param("token", token)
        .query(String.class)
        .optional();
  }
}
