package studio.makore.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ForwardTest {
  private static final Forwarded INNER =
      new Forwarded(
          Optional.of(new Address("Rana Mansour", "rana@oaks.example")),
          Optional.of(OffsetDateTime.parse("2026-09-16T10:12:00+03:00")),
          "Sketch",
          "When do we get the sketch?");

  private final MailParser parser = MailParser.withoutAttachmentText();

  static Stream<Arguments> forwards() {
    return Stream.of(
        Arguments.of(
            "Gmail, English",
            "---------- Forwarded message ---------\nFrom: Rana Mansour <rana@oaks.example>\nDate: Wed, Sep 16, 2026 at 10:12\u202fAM\nSubject: Sketch\nTo: <dana@galit.example>\n\n\nBODY"),
        Arguments.of(
            "Gmail, Hebrew account",
            "---------- Forwarded message ---------\n\u200fמאת: Rana Mansour <\u202arana@oaks.example\u202c>\n\u202aDate: יום ד׳, 16 בספט׳ 2026 ב-10:12\u202c\nSubject: Sketch\nTo: <dana@galit.example>\n\n\nBODY"),
        Arguments.of(
            "Gmail, Hebrew throughout",
            "---------- הודעה שהועברה ---------\nמאת: Rana Mansour <rana@oaks.example>\nתאריך: יום ד׳, 16 בספט׳ 2026 ב-10:12\nנושא: Sketch\nאל: <dana@galit.example>\n\nBODY"),
        Arguments.of(
            "Gmail, Arabic",
            "---------- الرسالة المُعاد توجيهها ----------\nمن: Rana Mansour <rana@oaks.example>\nالتاريخ: الأربعاء، ١٦ سبتمبر ٢٠٢٦ ١٠:١٢ ص\nالموضوع: Sketch\nإلى: <dana@galit.example>\n\nBODY"),
        Arguments.of(
            "Apple Mail",
            "> Begin forwarded message:\n> \n> From: Rana Mansour <rana@oaks.example>\n> Subject: Sketch\n> Date: 16 September 2026 at 10:12:00 GMT+3\n> To: dana@galit.example\n> \n> BODY"),
        Arguments.of(
            "Apple Mail, Hebrew",
            "תחילת ההודעה שהועברה:\n\nמאת: Rana Mansour <rana@oaks.example>\nנושא: Sketch\nתאריך: 16 בספטמבר 2026 בשעה 10:12:00 GMT+3\nאל: dana@galit.example\n\nBODY"),
        Arguments.of(
            "Thunderbird",
            "-------- Forwarded Message --------\nSubject: \tSketch\nDate: \tWed, 16 Sep 2026 10:12:00 +0300\nFrom: \tRana Mansour <rana@oaks.example>\nTo: \tdana@galit.example\n\n\n\nBODY"),
        Arguments.of(
            "Thunderbird, Arabic",
            "-------- رسالة ممرّرة --------\nالموضوع: \tSketch\nالتاريخ: \tWed, 16 Sep 2026 10:12:00 +0300\nمن: \tRana Mansour <rana@oaks.example>\nإلى: \tdana@galit.example\n\nBODY"),
        Arguments.of(
            "Yahoo",
            "   ----- Forwarded Message ----- From: Rana Mansour <rana@oaks.example>To: \"dana@galit.example\" <dana@galit.example>Sent: Wednesday, September 16, 2026, 10:12:00 AM GMT+3Subject: Sketch\n BODY"),
        Arguments.of(
            "Outlook.com",
            "________________________________\nFrom: Rana Mansour <rana@oaks.example>\nSent: Wednesday, September 16, 2026 10:12 AM\nTo: dana@galit.example <dana@galit.example>\nSubject: Sketch\n\nBODY"),
        Arguments.of(
            "Outlook 2013",
            "From: Rana Mansour [mailto:rana@oaks.example]\nSent: Wednesday, September 16, 2026 10:12 AM\nTo: dana@galit.example\nSubject: Sketch\n\nBODY"),
        Arguments.of(
            "Outlook, Hebrew",
            "מאת: Rana Mansour <rana@oaks.example>\nנשלח: יום רביעי 16 ספטמבר 2026 10:12\nאל: dana@galit.example\nנושא: Sketch\n\nBODY"),
        Arguments.of(
            "German Gmail",
            "---------- Forwarded message ---------\nVon: Rana Mansour <rana@oaks.example>\nDate: Mi., 16. Sept. 2026 um 10:12 Uhr\nSubject: Sketch\nTo: <dana@galit.example>\n\nBODY"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forwards")
  void the_inner_mail_and_the_forwarders_words_are_told_apart(String client, String shape) {
    Mail mail =
        parser.parse(
            RawMail.plain(
                "Subject: Fwd: Sketch\r\n",
                "נא לענות לה\n\n" + shape.replace("BODY", INNER.text())));

    assertThat(mail.text()).as(client).isEqualTo("נא לענות לה");
    assertThat(mail.forwarded()).as(client).contains(INNER);
    assertThat(mail.quoted()).as(client).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forwards")
  void a_pure_forward_has_no_words_of_its_own(String client, String shape) {
    Mail mail =
        parser.parse(RawMail.plain("Subject: FW: Sketch\r\n", shape.replace("BODY", INNER.text())));

    assertThat(mail.text()).as(client).isEmpty();
    assertThat(mail.forwarded()).as(client).contains(INNER);
    assertThat(mail.problems()).as(client).isEmpty();
  }

  @Test
  void the_same_outlook_block_in_an_answer_is_history() {
    Mail mail =
        parser.parse(
            RawMail.plain(
                "Subject: RE: Sketch\r\nIn-Reply-To: <a@northlight.example>\r\n",
                "Go ahead\n\nFrom: Noa <noa@northlight.example>\nSent: Wednesday, September 16, 2026 10:12 AM\nTo: dana\nSubject: Sketch\n\nIs it fine?"));

    assertThat(mail.forwarded()).isEmpty();
    assertThat(mail.quoted()).isTrue();
    assertThat(mail.text()).isEqualTo("Go ahead");
  }

  @Test
  void a_mail_forwarded_as_attachment_is_read() {
    Mail mail =
        parser.parse(
            RawMail.of(
                """
                From: dana@galit.example
                Subject: Fwd: Sketch
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                Please answer her.
                --b
                Content-Type: message/rfc822; name="Sketch.eml"

                From: Rana Mansour <rana@oaks.example>
                Date: Wed, 16 Sep 2026 10:12:00 +0300
                Subject: Sketch

                When do we get the sketch?
                --b--
                """));

    assertThat(mail.text()).isEqualTo("Please answer her.");
    assertThat(mail.forwarded()).contains(INNER);
    assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("Sketch.eml");
  }

  static Stream<Arguments> chats() {
    return Stream.of(
        Arguments.of("iPhone", "[12/05/2026, 10:31:07] רנא: מתי נקבל את הסקיצה?"),
        Arguments.of(
            "iPhone, right-to-left marks",
            "\u200f[12.5.2026, 10:31:07] \u200fרנא: מתי נקבל את הסקיצה?"),
        Arguments.of("Android", "12/05/2026, 10:31 - רנא: מתי נקבל את הסקיצה?"),
        Arguments.of(
            "Android, Arabic digits",
            "\u200f١٢\u200f/\u200f٥\u200f/\u200f٢٠٢٦، ١٠:٣١ ص - רנא: מתי נקבל את הסקיצה?"),
        Arguments.of("copied on an iPhone", "[10:31, 12/05/2026] רנא: מתי נקבל את הסקיצה?"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("chats")
  void a_pasted_whatsapp_message_is_a_forwarded_one(String form, String message) {
    Mail mail =
        parser.parse(
            RawMail.plain("Subject: WhatsApp\r\n", "קיבלתי את זה בוואטסאפ:\n\n" + message + "\n"));

    assertThat(mail.text()).as(form).isEqualTo("קיבלתי את זה בוואטסאפ:");
    assertThat(mail.forwarded())
        .as(form)
        .contains(
            new Forwarded(
                Optional.of(new Address("רנא", "")),
                mail.forwarded().orElseThrow().date(),
                "",
                "מתי נקבל את הסקיצה?"));
    assertThat(mail.forwarded().orElseThrow().date().orElseThrow().toString())
        .as(form)
        .startsWith("2026-05-12T10:31");
  }

  @Test
  void the_author_of_a_chat_is_not_the_one_who_forwards_it() {
    Mail mail =
        parser.parse(
            RawMail.plain(
                "Subject: chat\r\n",
                "[12/05/2026, 10:30] דנה: היי\n[12/05/2026, 10:31] Rana Mansour: Any news?\nIt is urgent.\n[12/05/2026, 10:32] דנה: אבדוק\n"));

    Forwarded chat = mail.forwarded().orElseThrow();
    assertThat(chat.from()).contains(new Address("Rana Mansour", ""));
    assertThat(chat.text())
        .isEqualTo("דנה: היי\nRana Mansour: Any news?\nIt is urgent.\nדנה: אבדוק");
    assertThat(mail.text()).isEmpty();
  }

  @Test
  void an_exported_chat_file_is_read() {
    Mail mail =
        new MailParser()
            .parse(
                RawMail.with(
                    "Content-Type: text/plain; name=\"WhatsApp Chat.txt\"\nContent-Disposition: attachment",
                    "12/05/2026, 10:31 - Rana: Any news?"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));

    assertThat(mail.forwarded().orElseThrow().text()).isEqualTo("Any news?");
    assertThat(mail.text()).isEqualTo("See the file.");
  }
}
