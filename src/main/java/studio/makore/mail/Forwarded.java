package studio.makore.mail;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The mail (or chat message) inside a forwarded one: who wrote it, when, and what. Each part is
 * there as far as the wrapper says it.
 */
public record Forwarded(
    Optional<Address> from, Optional<OffsetDateTime> date, String subject, String text) {}
