package studio.makore.mailbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.makore.mail.Address;
import studio.makore.mail.OutgoingMail;

/** Sample mails. */
final class Mails {
  private Mails() {}

  static byte[] raw(String messageId, String body) {
    return """
    Received: from mx.client.example by mx.studio.example; Mon, 16 Nov 2026 10:00:00 +0200\r
    From: Dana <dana@client.example>\r
    To: bot@studio.example\r
    Subject: any news?\r
    Message-ID: %s\r
    Date: Mon, 16 Nov 2026 10:00:00 +0200\r
    \r
    %s\r
    """
        .formatted(messageId, body)
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] dated(Instant date, String messageId, String body) {
    String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC));
    return new String(raw(messageId, body), StandardCharsets.UTF_8)
        .replace("Date: Mon, 16 Nov 2026 10:00:00 +0200", "Date: " + now)
        .getBytes(StandardCharsets.UTF_8);
  }

  static OutgoingMail outgoing(String messageId, String from, String... to) {
    return new OutgoingMail(
        messageId,
        new Address("Northlight", from),
        Optional.empty(),
        Stream.of(to).map(Address::of).toList(),
        "Re: any news?",
        ZonedDateTime.parse("2026-11-16T12:00:00+02:00"),
        Optional.empty(),
        List.of(),
        "en",
        false,
        "The sketch comes on Thursday.",
        "<p>The sketch comes on Thursday.</p>",
        List.of(),
        Optional.empty());
  }

  /** As the room {@code mail} writes it, as far as sending cares. */
  static byte[] written(OutgoingMail mail) {
    String to = String.join(", ", mail.to().stream().map(Address::address).toList());
    return """
    From: %s\r
    To: %s\r
    Subject: %s\r
    Message-ID: %s\r
    Date: Mon, 16 Nov 2026 12:00:00 +0200\r
    MIME-Version: 1.0\r
    Content-Type: text/plain; charset=utf-8\r
    \r
    %s\r
    """
        .formatted(mail.from(), to, mail.subject(), mail.messageId(), mail.text())
        .getBytes(StandardCharsets.UTF_8);
  }
}
