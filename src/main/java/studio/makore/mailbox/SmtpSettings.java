package studio.makore.mailbox;

import java.time.Duration;
import java.util.Optional;

/**
 * How mail goes out, and how Makore can see afterwards that it did.
 *
 * @param blindCopyTo the bot's own watched address: each mail also goes there as a blind copy, so
 *     that a lost answer of the server can be told from a lost mail. Empty for a provider that
 *     files sent mail itself and drops a copy to oneself (Gmail, Microsoft 365)
 * @param sentCopy who puts a copy into the Sent folder
 * @param sentFolder its name; when empty, the folder that the server marks as {@code \Sent}
 * @param grace how long after a lost answer a copy may take to show up before it counts as absent
 */
public record SmtpSettings(
    MailServer server,
    Optional<String> blindCopyTo,
    SentCopy sentCopy,
    Optional<String> sentFolder,
    Duration grace) {

  /** Who puts a copy of a sent mail into the Sent folder. */
  public enum SentCopy {
    NOBODY,
    /** Makore, by IMAP APPEND. */
    MAKORE,
    /** The provider does so with all that it takes by SMTP. */
    PROVIDER
  }

  /** With a blind copy to the bot, no copy in Sent, and two minutes of grace. */
  public SmtpSettings(MailServer server, String blindCopyTo) {
    this(
        server, Optional.of(blindCopyTo), SentCopy.NOBODY, Optional.empty(), Duration.ofMinutes(2));
  }

  /** Whether a mail that the server took must show up in a folder of the bot. */
  boolean leavesTrace() {
    return blindCopyTo.isPresent() || sentCopy == SentCopy.PROVIDER;
  }
}
