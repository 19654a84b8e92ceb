package studio.makore.cli;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import studio.makore.mailbox.Login;
import studio.makore.mailbox.MailServer;
import studio.makore.mailbox.Tls;

/**
 * A mail server of its own for the demo: everybody in it has a mailbox, nothing leaves the machine.
 */
final class DemoServer implements AutoCloseable {
  static final String PASSWORD = "demo";
  private static final String HOST = "127.0.0.1";

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP)
          });

  /** Starts the server, with a mailbox for each address. */
  DemoServer(List<String> addresses) {
    server.start();
    addresses.forEach(address -> server.setUser(address, address, PASSWORD));
    // bot+token@ reaches bot@, as it does with most providers (RFC 5233)
    server.getUserManager().setMessageDeliveryHandler((_, address) -> user(address.getEmail()));
  }

  private GreenMailUser user(String address) throws UserException {
    var users = server.getUserManager();
    String plain = address.replaceFirst("\\+[^@]*", "");
    var known = users.getUserByEmail(plain);
    return known == null ? users.createUser(plain, plain, PASSWORD) : known;
  }

  MailServer imap(String user) {
    return new MailServer(
        HOST, server.getImap().getPort(), Tls.NONE, new Login.Password(user, PASSWORD));
  }

  MailServer smtp(String user) {
    return new MailServer(
        HOST, server.getSmtp().getPort(), Tls.NONE, new Login.Password(user, PASSWORD));
  }

  /** Hands a mail in by SMTP, as the sender's mail program would. */
  void send(String from, List<String> recipients, byte[] raw) {
    var properties = new Properties();
    properties.put("mail.smtp.host", HOST);
    properties.put("mail.smtp.port", String.valueOf(server.getSmtp().getPort()));
    properties.put("mail.smtp.from", from);
    var session = Session.getInstance(properties);
    try (var transport = session.getTransport("smtp")) {
      transport.connect();
      transport.sendMessage(
          new MimeMessage(session, new ByteArrayInputStream(raw)),
          recipients.stream().map(DemoServer::address).toArray(jakarta.mail.Address[]::new));
    } catch (MessagingException e) {
      throw new IllegalStateException("the demo's own mail server refused a mail", e);
    }
  }

  private static jakarta.mail.internet.InternetAddress address(String address) {
    try {
      return new jakarta.mail.internet.InternetAddress(address);
    } catch (MessagingException e) {
      throw new IllegalArgumentException(address, e);
    }
  }

  /** The mails in somebody's inbox, the oldest first. */
  List<byte[]> inbox(String address) {
    try {
      var mails = new ArrayList<byte[]>();
      for (var stored :
          server.getManagers().getImapHostManager().getInbox(user(address)).getMessages()) {
        var bytes = new ByteArrayOutputStream();
        stored.getMimeMessage().writeTo(bytes);
        mails.add(bytes.toByteArray());
      }
      return mails;
    } catch (FolderException | UserException | MessagingException | IOException e) {
      throw new IllegalStateException("cannot read the inbox of " + address, e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
