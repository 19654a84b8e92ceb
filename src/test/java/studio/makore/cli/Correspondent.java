package studio.makore.cli;

import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import studio.makore.RealMail;
import studio.makore.mail.Address;
import studio.makore.mail.Mail;
import studio.makore.mail.MailParser;

/** A person with a mail program: writes by SMTP to Postfix, reads by IMAP from Dovecot. */
record Correspondent(RealMail servers, Address address) {
  private static final DemoMails PEN =
      new DemoMails(Clock.systemUTC(), ZoneId.of("Asia/Jerusalem"));
  private static final MailParser PARSER = new MailParser();
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Someone with a mailbox that nobody had before. */
  static Correspondent named(String name, RealMail servers) {
    return new Correspondent(servers, new Address(name, servers.newUser()));
  }

  /** Writes a mail that begins a thread. */
  byte[] writes(Address to, String subject, String text) {
    byte[] mail = PEN.write(words(subject, text), List.of(to), List.of());
    delivers(mail, to);
    return mail;
  }

  /** Answers a mail, quoting it below. */
  byte[] replies(Mail answered, String text) {
    Address to = answered.replyTo().stream().findFirst().or(answered::author).orElseThrow();
    byte[] mail = PEN.reply(words("", text), to, answered);
    delivers(mail, to);
    return mail;
  }

  private DemoMails.Words words(String subject, String text) {
    return new DemoMails.Words(address, subject, text, List.of(), false);
  }

  /** Hands these very bytes to the server. */
  void delivers(byte[] mail, Address to) {
    var properties = new Properties();
    properties.put("mail.smtp.host", servers.host());
    properties.put("mail.smtp.port", servers.smtpPort());
    properties.put("mail.smtp.from", address.address());
    var session = Session.getInstance(properties);
    try {
      var message = new MimeMessage(session, new ByteArrayInputStream(mail));
      try (Transport transport = session.getTransport("smtp")) {
        transport.connect();
        transport.sendMessage(
            message, new jakarta.mail.Address[] {new InternetAddress(to.address())});
      }
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The mails in the inbox, in the order they came. */
  List<Mail> inbox() {
    try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect(servers.host(), servers.imapPort(), address.address(), "secret");
      Folder folder = store.getFolder("INBOX");
      folder.open(Folder.READ_ONLY);
      var mails = new ArrayList<Mail>();
      for (Message message : folder.getMessages()) {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        mails.add(PARSER.parse(bytes.toByteArray()));
      }
      return List.copyOf(mails);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until that many mails have come and tells the newest. */
  Mail awaits(int count) {
    return await("mail %d for %s".formatted(count, address))
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(150))
        .until(this::inbox, inbox -> inbox.size() >= count)
        .get(count - 1);
  }
}
