package studio.makore.desk;

import java.util.Optional;
import studio.makore.mail.OutgoingMail;

/** What the desk needs of the mail servers' room. Everything joins the desk's transaction. */
public interface Post {
  /**
   * Leaves a mail to be sent once.
   *
   * @param cause what it is sent for; a second mail for the same cause is not sent
   */
  void send(OutgoingMail mail, String cause);

  /** Whether a mail was left here for that cause. */
  boolean has(String cause);

  /** Whether a mail of that Message-ID was left here; if so, its arrival is taken note of. */
  boolean cameBack(String messageId);

  /** The raw bytes of a mail that came in. */
  Optional<byte[]> inbound(long inboundId);

  /** The raw bytes of the mail that came in under this Message-ID. */
  Optional<byte[]> inbound(String messageId);
}
