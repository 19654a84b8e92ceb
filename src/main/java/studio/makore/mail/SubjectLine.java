package studio.makore.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Subjects with and without what mail programs put in front: {@code Re:}, {@code Fwd:}, {@code
 * AW[2]:} and their kin in all known languages, stacked in any order.
 */
public final class SubjectLine {
  private static final int MAX_STACK = 50;

  /** A word of letters, maybe counted, then a colon: {@code Re[2]:}, {@code RE :}. */
  private static final Pattern PREFIX =
      Pattern.compile(
          "[\\s\\u00a0\\p{Cf}]{0,20}([\\p{L}\\p{M}' ]{1,20}?)[\\s\\u00a0\\p{Cf}]{0,4}"
              + "(?:[\\[(]\\d{1,3}[\\])])?[\\s\\u00a0\\p{Cf}]{0,4}[:\\uff1a]");

  private SubjectLine() {}

  /** The subject without any prefix, for comparing and for naming a thread. */
  public static String base(String subject) {
    String rest = subject;
    for (int i = 0; i < MAX_STACK; i++) {
      Optional<Matcher> prefix = prefix(rest);
      if (prefix.isEmpty()) {
        break;
      }
      rest = rest.substring(prefix.get().end());
    }
    return Invisible.strip(rest).replace('\u00a0', ' ').strip();
  }

  /** The subject of an answer: one {@code Re:} before the {@linkplain #base base}. */
  public static String reply(String subject) {
    return ("Re: " + base(subject)).strip();
  }

  /** Whether the outermost prefix says that the mail was forwarded. */
  public static boolean isForward(String subject) {
    return prefix(subject)
        .filter(prefix -> Phrases.has("subject.forward", word(prefix)))
        .isPresent();
  }

  /** Whether the outermost prefix says that the mail is an answer. */
  public static boolean isReply(String subject) {
    return prefix(subject).filter(prefix -> Phrases.has("subject.reply", word(prefix))).isPresent();
  }

  private static Optional<Matcher> prefix(String subject) {
    Matcher prefix = PREFIX.matcher(subject);
    if (!prefix.lookingAt()) {
      return Optional.empty();
    }
    String word = word(prefix);
    boolean known = Phrases.has("subject.reply", word) || Phrases.has("subject.forward", word);
    return known ? Optional.of(prefix) : Optional.empty();
  }

  private static String word(Matcher prefix) {
    return Fold.fold(prefix.group(1));
  }
}
