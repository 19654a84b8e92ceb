package studio.makore.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MailWriterTest {
  private static final OutgoingMail MAIL =
      new OutgoingMail(
          "<draft-7@northlight.example>",
          new Address("סטודיו \"צפון\", תל אביב", "hello@northlight.example"),
          Optional.of(Address.of("reply+token@northlight.example")),
          List.of(
              new Address("Dana \"D\" Levi, Galit", "dana@galit.example"),
              new Address("משה כהן", "moshe@galit.example")),
          "Re: מה קורה עם האתר? סקיצה שנייה, ועוד שורה ארוכה כדי שהכותרת תתקפל לכמה שורות",
          ZonedDateTime.parse("2026-09-16T10:12:00+03:00[Asia/Jerusalem]"),
          Optional.of("<ask-1@galit.example>"),
          List.of("<first@northlight.example>", "<ask-1@galit.example>"),
          "he",
          true,
          "שלום דנה,\n\nהסקיצה תהיה מוכנה ביום ראשון.\n\nצפון\n",
          "<p>שלום דנה,</p><p>הסקיצה תהיה מוכנה ביום ראשון.</p>",
          List.of(),
          Optional.of("auto-replied"));

  @Test
  void what_is_written_is_read_back_the_same() {
    Mail mail = MailParser.withoutAttachmentText().parse(MailWriter.write(MAIL));

    assertThat(mail.messageId()).contains(MAIL.messageId());
    assertThat(mail.from()).containsExactly(MAIL.from());
    assertThat(mail.replyTo()).containsExactly(MAIL.replyTo().orElseThrow());
    assertThat(mail.to()).isEqualTo(MAIL.to());
    assertThat(mail.subject()).isEqualTo(MAIL.subject());
    assertThat(mail.date()).contains(MAIL.date().toOffsetDateTime());
    assertThat(mail.inReplyTo()).containsExactly("<ask-1@galit.example>");
    assertThat(mail.references()).isEqualTo(MAIL.references());
    assertThat(mail.header("Auto-Submitted")).contains("auto-replied");
    assertThat(mail.uncut()).isEqualTo(MAIL.text().strip());
    assertThat(mail.kind()).isEqualTo(Kind.AUTO_REPLY);
    assertThat(mail.problems()).isEmpty();
  }

  @Test
  void every_line_is_ascii_and_short_and_ends_in_crlf() {
    String raw = new String(MailWriter.write(MAIL), StandardCharsets.ISO_8859_1);

    assertThat(raw.chars()).allMatch(c -> c < 127);
    assertThat(raw.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    assertThat(raw.lines()).allMatch(line -> line.length() <= 78);
    assertThat(raw).contains("Message-ID: <draft-7@northlight.example>\r\n");
    assertThat(raw).contains("Date: Wed, 16 Sep 2026 10:12:00 +0300\r\n");
  }

  @Test
  void the_page_says_its_language_and_direction_also_inside() {
    Part root = new MimeReader(new java.util.ArrayList<>()).read(MailWriter.write(MAIL));
    String page = root.children().get(1).text();

    assertThat(page)
        .contains("<html lang=\"he\" dir=\"rtl\">")
        .contains("<div lang=\"he\" dir=\"rtl\"")
        .contains("text-align:right")
        .contains(MAIL.html());
  }

  @Test
  void the_same_mail_gives_the_same_bytes() {
    assertThat(MailWriter.write(MAIL)).isEqualTo(MailWriter.write(MAIL));
  }

  @Test
  void english_text_stays_readable_in_the_source() {
    OutgoingMail english =
        with(
            MAIL,
            "Re: Sketch",
            MAIL.from(),
            "The sketch is due on Sunday = the 20th.\n.\nFrom us\n");

    String raw = new String(MailWriter.write(english), StandardCharsets.ISO_8859_1);

    assertThat(raw).contains("Subject: Re: Sketch\r\n").contains("quoted-printable");
    assertThat(MailParser.withoutAttachmentText().parse(MailWriter.write(english)).uncut())
        .isEqualTo(english.text().strip());
  }

  static Stream<Arguments> injections() {
    return Stream.of(
        Arguments.of(with(MAIL, "Hello\r\nBcc: all@evil.example", MAIL.from(), "x"), "Subject"),
        Arguments.of(with(MAIL, "Hello\nthere", MAIL.from(), "x"), "Subject"),
        Arguments.of(with(MAIL, "Hello\u2028there", MAIL.from(), "x"), "Subject"),
        Arguments.of(
            with(MAIL, "x", new Address("Dana\r\nBcc: a", "dana@galit.example"), "x"), "From"),
        Arguments.of(
            with(
                MAIL, "x", new Address("Dana", "dana@galit.example>\r\nBcc: <a@evil.example"), "x"),
            "From"),
        Arguments.of(
            with(MAIL, "x", new Address("Dana", "dana@galit.example, b@evil.example"), "x"),
            "From"),
        Arguments.of(with(MAIL, "x", Address.of(""), "x"), "From"),
        Arguments.of(identified("<a@b>\r\nX: y"), "Message-ID"),
        Arguments.of(identified("no-brackets@northlight.example"), "Message-ID"));
  }

  @ParameterizedTest
  @MethodSource("injections")
  void a_value_that_would_break_out_of_its_header_is_refused(OutgoingMail mail, String field) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MailWriter.write(mail))
        .withMessageContaining(field);
  }

  @Test
  void message_ids_come_from_the_given_randomness() {
    String id = MessageIds.next("Northlight.example", new Random(7));

    assertThat(id)
        .matches("<[0-9a-z.]{10,40}@northlight\\.example>")
        .isEqualTo(MessageIds.next("northlight.example", new Random(7)));
    assertThatIllegalArgumentException().isThrownBy(() -> MessageIds.next("a b", new Random(7)));
  }

  private static OutgoingMail with(OutgoingMail mail, String subject, Address from, String text) {
    return new OutgoingMail(
        mail.messageId(),
        from,
        mail.replyTo(),
        mail.to(),
        subject,
        mail.date(),
        mail.inReplyTo(),
        mail.references(),
        "en",
        false,
        text,
        "<p>x</p>",
        mail.enclosures(),
        mail.autoSubmitted());
  }

  private static OutgoingMail identified(String messageId) {
    return new OutgoingMail(
        messageId,
        MAIL.from(),
        MAIL.replyTo(),
        MAIL.to(),
        "x",
        MAIL.date(),
        MAIL.inReplyTo(),
        MAIL.references(),
        "en",
        false,
        "x",
        "x",
        List.of(),
        MAIL.autoSubmitted());
  }

  @Test
  void a_file_goes_along_under_its_hebrew_name_and_the_text_stays_the_same() {
    var pdf = new Enclosure("איך עובדים ביחד.pdf", "application/pdf", new byte[] {37, 80, 68, 70});
    var ics =
        new Enclosure(
            "call.ics",
            "text/calendar; method=REQUEST; charset=UTF-8",
            "BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8));
    var read = new MailParser().parse(MailWriter.write(enclosing(pdf, ics)));
    assertThat(read.attachments())
        .extracting(Attachment::name)
        .containsExactly("איך עובדים ביחד.pdf", "call.ics");
    assertThat(read.text().strip()).isEqualTo(MAIL.text().strip());
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void a_file_can_put_nothing_into_a_header() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            MailWriter.write(
                enclosing(new Enclosure("a\r\nBcc: x@y.example", "text/plain", new byte[0]))));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            MailWriter.write(enclosing(new Enclosure("a", "text/plain\r\nX: y", new byte[0]))));
  }

  private static OutgoingMail enclosing(Enclosure... enclosures) {
    return new OutgoingMail(
        MAIL.messageId(),
        MAIL.from(),
        MAIL.replyTo(),
        MAIL.to(),
        MAIL.subject(),
        MAIL.date(),
        MAIL.inReplyTo(),
        MAIL.references(),
        MAIL.language(),
        MAIL.rightToLeft(),
        MAIL.text(),
        MAIL.html(),
        List.of(enclosures),
        Optional.empty());
  }
}
