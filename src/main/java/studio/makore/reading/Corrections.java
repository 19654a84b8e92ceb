package studio.makore.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.makore.language.Language;

/**
 * The owners' corrections, and how far the models have been trained with them. Joins the caller's
 * transaction.
 */
public final class Corrections {
  private final JdbcClient jdbc;
  private final Clock clock;

  public Corrections(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public void add(Correction correction) {
    jdbc.sql(
            """
            insert into correction (language, words, acts, message_id, corrected_by, at)
            values (:language, :words, :acts, :message, :by, :at)
            """)
        .param("language", correction.language().tag())
        .param("words", correction.words().replace("\0", "")) // PostgreSQL keeps no NUL
        .param("acts", correction.names())
        .param("message", correction.messageId())
        .param("by", correction.by())
        .param("at", correction.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Every correction, oldest first; of two about the same words the later one counts. */
  public List<Correction> all() {
    return jdbc.sql("select * from correction order by id")
        .query((row, _) -> correction(row))
        .list();
  }

  private static Correction correction(ResultSet row) throws SQLException {
    return new Correction(
        new Language(row.getString("language")),
        row.getString("words"),
        Correction.acts(row.getString("acts")),
        row.getString("message_id"),
        row.getString("corrected_by"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  /**
   * The corrections of a language that has some which its model has not been trained with yet.
   *
   * @param upTo names the last of them
   */
  public record Unlearnt(Language language, List<Correction> corrections, long upTo) {}

  /** A language with something to learn, if there is one. */
  public Optional<Unlearnt> unlearnt() {
    return jdbc
        .sql(
            """
            select language, max(id) as up_to from correction
            group by language
            having max(id) > coalesce(
              (select max(up_to) from retraining where retraining.language = correction.language),
              0)
            order by language
            """)
        .query((row, _) -> {
          var language = new Language(row.getString("language"));
          return new Unlearnt(language, List.of(), row.getLong("up_to"));
        })
        .list()
        .stream()
        .findFirst()
        .map(one -> new Unlearnt(one.language(), of(one.language()), one.upTo()));
  }

  private List<Correction> of(Language language) {
    return all().stream().filter(one -> one.language().equals(language)).toList();
  }

  /** Writes down that a model was trained with them, whatever came of it. */
  public void learnt(Unlearnt what, Retraining.Outcome outcome) {
    jdbc.sql(
            """
            insert into retraining (language, up_to, before_f1, after_f1, taken, at)
            values (:language, :upTo, :before, :after, :taken, :at)
            """)
        .param("language", what.language().tag())
        .param("upTo", what.upTo())
        .param("before", outcome.before())
        .param("after", outcome.after())
        .param("taken", outcome.taken())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
