package studio.makore.mail;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One parsed message. A plain value: it keeps nothing open and needs nothing.
 *
 * @param messageId the Message-ID with its angle brackets
 * @param from the authors; more than one is rare and never trusted
 * @param date the Date header with the offset it was written in
 * @param subject decoded, unfolded, prefixes such as {@code Re:} left in place
 * @param inReplyTo message ids with angle brackets
 * @param references message ids with angle brackets, oldest first
 * @param text what this person wrote now: without quoted history, signature and forwarded mail
 * @param uncut the whole readable text of the message; of a mail that holds nothing but an attached
 *     one, the text of that
 * @param quoted whether quoted history was cut off
 * @param signature the signature that was cut off, {@code ""} when there was none
 * @param answers the answers that stand between quoted lines, with the words they answer
 * @param attachments files, in their order; text parts and the pictures of an HTML body are none
 * @param pictures the pictures that the HTML shows in its text: screenshots, and logos too
 * @param invitation of a calendar mail, what it invites to or answers
 * @param headers every top-level header in its order
 * @param problems what could not be read, one sentence each
 */
public record Mail(
    Optional<String> messageId,
    Kind kind,
    List<Address> from,
    List<Address> replyTo,
    List<Address> to,
    List<Address> cc,
    Optional<OffsetDateTime> date,
    String subject,
    List<String> inReplyTo,
    List<String> references,
    String text,
    String uncut,
    boolean quoted,
    String signature,
    List<InlineAnswer> answers,
    Optional<Forwarded> forwarded,
    List<Attachment> attachments,
    List<Attachment> pictures,
    Optional<Invitation> invitation,
    Optional<Bounce> bounce,
    List<Header> headers,
    List<String> problems) {

  /** The first author; empty when the mail names none. */
  public Optional<Address> author() {
    return from.stream().findFirst();
  }

  /** The first header of that name, compared without case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }
}
