package studio.makore.reading;

/**
 * What is known about a mail beside its words.
 *
 * @param attachments whether files came with it
 */
public record MailContext(boolean attachments) {
  /** A mail of which only the words are known. */
  public static final MailContext WORDS_ONLY = new MailContext(false);
}
