package studio.makore.reading;

import java.util.Set;

/**
 * What is known about a mail beside its words.
 *
 * @param attachments whether files came with it
 * @param awaited what the project is waiting for from its client, such as {@link Act#APPROVAL} of a
 *     sketch: it is read a little sooner than it would be out of the blue
 */
public record MailContext(boolean attachments, Set<Act> awaited) {
  /** A mail of which only the words are known. */
  public static final MailContext WORDS_ONLY = new MailContext(false);

  /** How much likelier an act becomes where it is awaited; less than it is, to be careful. */
  private static final double ODDS = 2;

  public MailContext {
    awaited = Set.copyOf(awaited);
  }

  /** A mail of a project that waits for nothing, or of which that is not known. */
  public MailContext(boolean attachments) {
    this(attachments, Set.of());
  }

  /** What the probability of an act becomes where it is awaited. */
  double expected(Act act, double probability) {
    return awaited.contains(act)
        ? ODDS * probability / (ODDS * probability + 1 - probability)
        : probability;
  }
}
