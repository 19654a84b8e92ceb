package studio.makore.mailbox;

/** A mail server could not be used; the message is one sentence for the owner. */
public final class MailboxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MailboxException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
