package studio.makore.mailbox;

import java.time.Instant;
import java.util.Optional;

/**
 * A stored mail that is to be handled.
 *
 * @param messageId with its angle brackets
 * @param receivedAt when the server got it (IMAP INTERNALDATE)
 * @param raw the mail as it came, RFC 5322 with CRLF; not to be changed. For a mail that the server
 *     announced and three times could not hand out, a header {@code X-Makore-Unreadable} that says
 *     so
 * @param size its bytes on the server
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and never copied: it may be 50 MB
public record Inbound(
    long id,
    String mailbox,
    Optional<String> messageId,
    Instant receivedAt,
    byte[] raw,
    long size) {
  /** Whether the mail was too big, so that {@link #raw} holds its beginning only. */
  public boolean cut() {
    return raw.length < size;
  }
}
