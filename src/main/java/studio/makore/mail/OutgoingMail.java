package studio.makore.mail;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A mail to be written as bytes by {@code MailWriter}.
 *
 * @param messageId with angle brackets, fixed before the first attempt to send
 * @param inReplyTo the Message-ID it answers
 * @param references the thread, oldest first, ending with {@code inReplyTo}
 * @param language BCP 47 tag for the HTML's {@code lang}
 * @param rightToLeft the HTML's direction
 * @param text the text/plain alternative
 * @param html the body's inner HTML; the frame with {@code lang} and {@code dir} is put around it
 * @param enclosures what goes along, in its order
 * @param autoSubmitted the Auto-Submitted value of RFC 3834; empty for a mail a person approved
 */
public record OutgoingMail(
    String messageId,
    Address from,
    Optional<Address> replyTo,
    List<Address> to,
    String subject,
    ZonedDateTime date,
    Optional<String> inReplyTo,
    List<String> references,
    String language,
    boolean rightToLeft,
    String text,
    String html,
    List<Enclosure> enclosures,
    Optional<String> autoSubmitted) {}
