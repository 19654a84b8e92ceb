package studio.makore.reply;

import java.time.Instant;
import java.util.Optional;

/** A question to an owner, asked under a token that answers it once. */
public record Question(
    long id, String token, Asked asked, Instant askedAt, Optional<Instant> answeredAt) {}
