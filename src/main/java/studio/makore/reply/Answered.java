package studio.makore.reply;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.makore.mail.Address;
import studio.makore.mail.Mail;
import studio.makore.mail.SubjectLine;

/**
 * The client's mail that a draft answers, as much of it as the reply needs to stand in its thread
 * and to quote it. Kept with the draft, so that sending depends on no other mail.
 *
 * @param messageId with its angle brackets
 * @param references of the reply (RFC 5322, 3.6.4): the thread, oldest first, ending with {@code
 *     messageId}
 * @param text what the client wrote, cut after 20,000 characters
 */
public record Answered(
    Optional<String> messageId,
    List<String> references,
    String subject,
    Address author,
    Optional<OffsetDateTime> date,
    String text) {
  private static final int LONGEST_QUOTE = 20_000;
  private static final int LONGEST_THREAD = 30;

  /** A mail without an author cannot be answered. */
  public static Optional<Answered> of(Mail mail) {
    return mail.author()
        .map(author ->
            new Answered(
                mail.messageId(),
                thread(mail),
                mail.subject(),
                author,
                mail.date(),
                cut(mail.text())));
  }

  /** The thread's first mail always stays: clients sort by it. */
  private static List<String> thread(Mail mail) {
    List<String> before =
        mail.references().isEmpty() && mail.inReplyTo().size() == 1
            ? mail.inReplyTo()
            : mail.references();
    List<String> all =
        Stream.concat(before.stream(), mail.messageId().stream()).distinct().toList();
    return all.size() <= LONGEST_THREAD
        ? all
        : Stream.concat(all.stream().limit(1), all.stream().skip(all.size() - LONGEST_THREAD + 1L))
            .toList();
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_QUOTE) {
      return text;
    }
    int end =
        Character.isHighSurrogate(text.charAt(LONGEST_QUOTE - 1))
            ? LONGEST_QUOTE - 1
            : LONGEST_QUOTE;
    return text.substring(0, end) + " …";
  }

  /** {@code Re: } once, however often and in whatever language the thread has said it already. */
  public String replySubject() {
    return SubjectLine.reply(Tokens.withoutTags(Markdown.plainLine(subject)));
  }
}
