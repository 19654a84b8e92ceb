package studio.makore.mailbox;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of the inbox: what happened to a mail.
 *
 * @param messageId with its angle brackets
 * @param attempts how often handling it failed
 * @param fate what was done with it, {@code ""} unless DONE
 * @param reason why it could not be handled the last time, {@code ""} when that never happened
 * @param handledAt when it became DONE or FAILED
 */
public record InboundEntry(
    long id,
    String mailbox,
    Optional<String> messageId,
    Instant receivedAt,
    long size,
    InboundStatus status,
    int attempts,
    String fate,
    String reason,
    Optional<Instant> handledAt) {}
