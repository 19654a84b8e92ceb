package studio.makore.mailbox;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Optional;

/** Tries the mail servers before anything depends on them. */
public final class MailServerCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private MailServerCheck() {}

  /**
   * Signs in and looks for the folder; changes nothing.
   *
   * @return what is wrong and how to mend it; empty when all is well
   */
  public static Optional<Trouble> imap(ImapSettings settings) {
    return imap(settings, PATIENCE);
  }

  static Optional<Trouble> imap(ImapSettings settings, Duration patience) {
    try (var connection = ImapConnection.open(settings.server(), patience)) {
      connection.readOnly(settings.folder());
      return Optional.empty();
    } catch (MessagingException | MailboxException e) {
      return Optional.of(Trouble.with("IMAP", settings.server(), e));
    }
  }

  /**
   * Signs in; sends nothing.
   *
   * @return what is wrong and how to mend it; empty when all is well
   */
  public static Optional<Trouble> smtp(SmtpSettings settings) {
    return smtp(settings, PATIENCE);
  }

  static Optional<Trouble> smtp(SmtpSettings settings, Duration patience) {
    try (var transport = SmtpTransport.connect(settings.server(), "", patience)) {
      return transport.isConnected()
          ? Optional.empty()
          : Optional.of(
              new Trouble(
                  Trouble.About.HOST, "The SMTP server %s hung up.".formatted(settings.server())));
    } catch (MessagingException | MailboxException e) {
      return Optional.of(Trouble.with("SMTP", settings.server(), e));
    }
  }
}
