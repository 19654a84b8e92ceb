package studio.makore.desk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The approved drafts that wait for the hours in which clients are written to. */
public final class HeldStore {
  private final JdbcClient jdbc;

  public HeldStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A draft on hold.
   *
   * @param token stands for exactly the text that was approved
   * @param owner the address of who approved it
   * @param words in which she did
   */
  record Held(long draftId, String token, String owner, String words, Instant notBefore) {}

  /** Keeps it; a later approval of the same draft takes the place of the earlier one. */
  void keep(Held held) {
    forget(held.draftId());
    jdbc.sql(
            """
            insert into held (draft_id, token, owner, words, not_before)
            values (:draft, :token, :owner, :words, :notBefore)
            """)
        .param("draft", held.draftId())
        .param("token", held.token())
        .param("owner", held.owner())
        .param("words", held.words().replace("\0", "")) // PostgreSQL keeps no NUL
        .param("notBefore", held.notBefore().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Those whose hour has come. */
  List<Held> due(Instant now) {
    return select("not_before <= :key", now.atOffset(ZoneOffset.UTC));
  }

  Optional<Held> of(long draftId) {
    return select("draft_id = :key", draftId).stream().findFirst();
  }

  private List<Held> select(String where, Object key) {
    return jdbc.sql(
            "select draft_id, token, owner, words, not_before from held where %s order by draft_id"
                .formatted(where))
        .param("key", key)
        .query((row, _) ->
            new Held(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant()))
        .list();
  }

  void forget(long draftId) {
    jdbc.sql("delete from held where draft_id = :draft").param("draft", draftId).update();
  }
}
