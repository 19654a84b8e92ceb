package studio.makore.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Angus's transport with two additions: it knows whether the mail's end was handed over (RFC 5321
 * §4.1.1.4: before the final dot a server must not have taken it), and it asks for the blind copy
 * only when the server took one real recipient, so that the bot's copy proves that the mail is out.
 */
final class SmtpTransport extends SMTPTransport {
  private Optional<String> blindCopyTo = Optional.empty();
  private boolean copied;
  private boolean handedOver;

  private SmtpTransport(Session session, boolean tls) {
    super(session, null, "smtp", tls);
  }

  /**
   * @param sender the envelope's sender, where bounces go
   */
  static SmtpTransport connect(MailServer server, String sender, Duration timeout)
      throws MessagingException {
    Session session = MailSession.smtp(server, timeout);
    if (!sender.isEmpty()) {
      session.getProperties().setProperty("mail.smtp.from", sender);
    }
    var transport = new SmtpTransport(session, server.tls() == Tls.TLS);
    transport.connect(server.host(), server.port(), server.login().user(), server.login().secret());
    return transport;
  }

  Session session() {
    return session;
  }

  void blindCopyTo(Optional<String> address) {
    blindCopyTo = address;
  }

  /** Whether the server agreed to the blind copy. */
  boolean copied() {
    return copied;
  }

  /** Whether the whole mail was handed over, so that only the server's answer can tell its fate. */
  boolean handedOver() {
    return handedOver;
  }

  @Override
  protected OutputStream data() throws MessagingException {
    if (blindCopyTo.isPresent()) {
      copied = simpleCommand("RCPT TO:<" + blindCopyTo.get() + ">") / 100 == 2;
    }
    return super.data();
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    handedOver = true;
    super.finishData();
  }

  /** Says QUIT if it can: a farewell that fails changes nothing of what was sent. */
  @Override
  public synchronized void close() {
    try {
      super.close();
    } catch (MessagingException goneAlready) {
      // the socket is closed all the same
    }
  }
}
