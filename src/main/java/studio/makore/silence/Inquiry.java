package studio.makore.silence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A status inquiry, written down as a miss. Asking again before an answer raises {@code times}.
 *
 * @param stage the key of the stage the project was in
 * @param messageId the mail that asked first
 * @param words the client's own words
 * @param silentDays whole days since the client last heard from the studio
 * @param brokenPromise what was promised and did not come, {@code ""} when it was not that
 * @param owedOn the day the owed update should have gone out
 * @param answeredBy the Message-ID of the studio's answer
 */
public record Inquiry(
    long id,
    long projectId,
    long contactId,
    String stage,
    Instant askedAt,
    Instant lastAskedAt,
    int times,
    String messageId,
    String words,
    int silentDays,
    Cause cause,
    String brokenPromise,
    OwedUpdate owed,
    LocalDate owedOn,
    Optional<Instant> answeredAt,
    Optional<String> answeredBy) {}
