package studio.makore.reply;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.makore.mail.Address;
import studio.makore.mail.Header;
import studio.makore.mail.Kind;
import studio.makore.mail.Mail;

/** Builds the mails that tests answer. */
final class Mails {
  private Optional<String> messageId = Optional.of("<ask@client.example>");
  private Address from = new Address("Dana Cohen", "dana@client.example");
  private final List<Address> to = new ArrayList<>();
  private final List<Address> cc = new ArrayList<>();
  private Optional<OffsetDateTime> date =
      Optional.of(OffsetDateTime.parse("2026-03-03T10:12:00+02:00"));
  private String subject = "Any news?";
  private List<String> inReplyTo = List.of();
  private List<String> references = List.of();
  private String text = "Hi,\nany news?\n\nDana";
  private final List<Header> headers = new ArrayList<>();

  private Mails() {}

  static Mails mail() {
    return new Mails();
  }

  Mails messageId(Optional<String> messageId) {
    this.messageId = messageId;
    return this;
  }

  Mails from(Address from) {
    this.from = from;
    return this;
  }

  Mails to(Address address) {
    to.add(address);
    return this;
  }

  Mails cc(Address address) {
    cc.add(address);
    return this;
  }

  Mails undated() {
    date = Optional.empty();
    return this;
  }

  Mails subject(String subject) {
    this.subject = subject;
    return this;
  }

  Mails inReplyTo(String... ids) {
    inReplyTo = List.of(ids);
    return this;
  }

  Mails references(List<String> ids) {
    references = ids;
    return this;
  }

  Mails text(String text) {
    this.text = text;
    return this;
  }

  Mails header(Header header) {
    headers.add(header);
    return this;
  }

  Mail build() {
    return new Mail(
        messageId,
        Kind.PERSON,
        List.of(from),
        List.of(),
        to,
        cc,
        date,
        subject,
        inReplyTo,
        references,
        text,
        text,
        false,
        "",
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        headers,
        List.of());
  }
}
