package studio.makore.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An outgoing mail and where it stands.
 *
 * @param messageId with its angle brackets, the same in every attempt
 * @param cause what it was sent for; no two mails have the same
 * @param recipients all who are to get it
 * @param reached who of them has got it so far
 * @param nextAttemptAt when it is looked at again, where it waits
 * @param lastError the last trouble, in a sentence; a SENT mail has one when a recipient was
 *     refused; {@code ""} when all went well
 */
public record OutboxEntry(
    long id,
    String messageId,
    String cause,
    List<String> recipients,
    List<String> reached,
    OutboxStatus status,
    int attempts,
    Instant nextAttemptAt,
    String lastError,
    Instant createdAt,
    Optional<Instant> sentAt) {}
