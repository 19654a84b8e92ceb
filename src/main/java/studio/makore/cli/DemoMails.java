package studio.makore.cli;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.makore.mail.Address;
import studio.makore.mail.Mail;

/** The mails that the people of the demo write, as their mail programs would make them. */
final class DemoMails {
  private final Session session = Session.getInstance(new Properties());
  private final Clock clock;
  private final ZoneId zone;
  private int count;

  DemoMails(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /** What somebody writes. */
  record Words(
      Address from, String subject, String text, List<String> attachments, boolean automatic) {}

  byte[] write(Words words, List<Address> to, List<Address> cc) {
    return bytes(message -> {
      envelope(message, words, words.subject(), to, cc);
      content(message, words, words.text());
    });
  }

  byte[] reply(Words words, Address to, Mail answered) {
    return bytes(message -> {
      String subject = words.automatic() ? words.subject() : "Re: " + answered.subject();
      envelope(message, words, subject, List.of(to), List.of());
      if (answered.messageId().isPresent()) {
        message.setHeader("In-Reply-To", answered.messageId().get());
        message.setHeader(
            "References",
            Stream.concat(answered.references().stream(), answered.messageId().stream())
                .collect(Collectors.joining("\r\n ")));
      }
      if (words.automatic()) {
        message.setHeader("Auto-Submitted", "auto-replied");
      }
      content(message, words, words.text() + "\n\n" + quoted(answered));
    });
  }

  private String quoted(Mail answered) {
    String when =
        java.time.format.DateTimeFormatter.ofPattern("EEE, d MMM yyyy 'at' HH:mm", Locale.ENGLISH)
            .format(answered.date().orElseThrow());
    return "On %s %s wrote:\n\n%s"
        .formatted(
            when,
            answered.author().map(Address::toString).orElse(""),
            answered.uncut().lines().map(line -> "> " + line).collect(Collectors.joining("\n")));
  }

  /** What the recipient's server sends when there is no such mailbox (RFC 3464). */
  byte[] bounce(Mail returned, String recipient, String to) {
    String boundary = "report-" + count;
    return """
    From: Mail Delivery System <mailer-daemon@%s>
    To: %s
    Subject: Undelivered Mail Returned to Sender
    Message-ID: <bounce-%d@%s>
    Date: %s
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="%s"

    --%s
    Content-Type: text/plain; charset=us-ascii

    I'm sorry to have to inform you that your message could not be delivered.

    --%s
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.%s

    Final-Recipient: rfc822; %s
    Action: failed
    Status: 5.1.1
    Diagnostic-Code: smtp; 550 5.1.1 <%s>: no such mailbox

    --%s
    Content-Type: text/rfc822-headers

    Message-ID: %s
    Subject: returned

    --%s--
    """
        .formatted(
            domain(recipient),
            to,
            ++count,
            domain(recipient),
            java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(clock.withZone(zone))),
            boundary,
            boundary,
            boundary,
            domain(recipient),
            recipient,
            recipient,
            boundary,
            returned.messageId().orElseThrow(),
            boundary)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String domain(String address) {
    return address.substring(address.indexOf('@') + 1);
  }

  private void envelope(
      MimeMessage message, Words words, String subject, List<Address> to, List<Address> cc)
      throws MessagingException {
    message.setFrom(internet(words.from()));
    for (Address address : to) {
      message.addRecipient(MimeMessage.RecipientType.TO, internet(address));
    }
    for (Address address : cc) {
      message.addRecipient(MimeMessage.RecipientType.CC, internet(address));
    }
    message.setSubject(subject, "UTF-8");
    message.setSentDate(Date.from(clock.instant()));
  }

  private static void content(MimeMessage message, Words words, String text)
      throws MessagingException {
    if (words.attachments().isEmpty()) {
      message.setText(text, "UTF-8");
      return;
    }
    var parts = new MimeMultipart("mixed");
    var body = new MimeBodyPart();
    body.setText(text, "UTF-8");
    parts.addBodyPart(body);
    for (String name : words.attachments()) {
      var part = new MimeBodyPart();
      part.setText("(" + name + ")", "UTF-8");
      part.setFileName(name);
      parts.addBodyPart(part);
    }
    message.setContent(parts);
  }

  private static InternetAddress internet(Address address) {
    try {
      return new InternetAddress(address.address(), address.name(), "UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Filling {
    void fill(MimeMessage message) throws MessagingException;
  }

  private byte[] bytes(Filling filling) {
    String id = "<demo-" + (++count) + "@mail.example>";
    var message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
          }
        };
    try {
      filling.fill(message);
      message.saveChanges();
      var bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("the demo could not write a mail", e);
    }
  }
}
