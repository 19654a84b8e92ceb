package studio.makore.mail;

import java.util.Optional;

/**
 * What a delivery status notification says.
 *
 * @param recipient the address that was not reached, {@code ""} when it does not say
 * @param status the enhanced status code of RFC 3463 such as {@code 5.1.1}, {@code ""} when unknown
 * @param reason the server's words
 * @param originalMessageId the Message-ID of the mail that came back, with its angle brackets
 */
public record Bounce(
    String recipient, String status, String reason, Optional<String> originalMessageId) {
  /** True when the mail will never arrive (5.x.x or no code); false for a delay or a success. */
  public boolean permanent() {
    return status.isEmpty() || status.startsWith("5");
  }
}
