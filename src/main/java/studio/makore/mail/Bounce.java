package studio.makore.mail;

import java.util.List;
import java.util.Optional;

/**
 * What a delivery status notification says. When it speaks of several recipients, this is the first
 * one that failed; the others follow in {@code others}.
 *
 * @param recipient the address that was not reached, {@code ""} when it does not say
 * @param action the Action of RFC 3464: {@code failed}, {@code delayed}, {@code delivered}, {@code
 *     relayed} or {@code expanded}; {@code ""} when it does not say
 * @param status the enhanced status code of RFC 3463 such as {@code 5.1.1}, {@code ""} when unknown
 * @param reason the server's words
 * @param originalMessageId the Message-ID of the mail that came back, with its angle brackets
 * @param others the further recipients it speaks of, in their order
 */
public record Bounce(
    String recipient,
    String action,
    String status,
    String reason,
    Optional<String> originalMessageId,
    List<Recipient> others) {

  /** One more recipient and what became of the mail to them; the values are as in a bounce. */
  public record Recipient(String address, String action, String status, String reason) {}

  /**
   * True when the mail will never arrive; false for a delay or a success. The action decides: a
   * server that gave up after days of trying says {@code failed} with a status of 4.x.x.
   */
  public boolean permanent() {
    return switch (action) {
      case "failed" -> true;
      case "" -> status.isEmpty() || status.startsWith("5");
      default -> false;
    };
  }
}
