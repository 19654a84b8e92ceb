package studio.makore.mail;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The mail (or chat message) inside a forwarded one: who wrote it, when, and what. Each part is
 * there as far as the wrapper says it.
 *
 * @param from the author; of a chat message only the name, with the address {@code ""}
 * @param date when it was written; where the wrapper names no time zone, the forwarder's
 * @param subject as the wrapper names it, else that of the outer mail without its prefixes
 * @param text the whole text of the inner mail, its own signature and history included
 */
public record Forwarded(
    Optional<Address> from, Optional<OffsetDateTime> date, String subject, String text) {}
