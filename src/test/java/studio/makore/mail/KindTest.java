package studio.makore.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KindTest {
  private static final String DSN =
      """
      Return-Path: <>
      From: Mail Delivery System <MAILER-DAEMON@mx.northlight.example>
      Subject: Undelivered Mail Returned to Sender
      Auto-Submitted: auto-replied
      MIME-Version: 1.0
      Content-Type: multipart/report; report-type=delivery-status; boundary="b"

      --b
      Content-Type: text/plain

      I could not deliver your message.
      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.northlight.example

      Final-Recipient: rfc822; slow@galit.example
      Action: delayed
      Status: 4.4.1

      Final-Recipient: rfc822; Dana@galit.example
      Action: failed
      Status: 5.0.0 (permanent failure)
      Diagnostic-Code: smtp; 550 5.1.1 no such user

      --b
      Content-Type: message/rfc822

      Message-ID: <sent-1@northlight.example>
      Subject: Your sketch

      Hello
      --b--
      """;

  private final MailParser parser = MailParser.withoutAttachmentText();

  private Kind kindOf(String headers) {
    return parser.parse(RawMail.plain(headers, "Hello")).kind();
  }

  @Test
  void a_bounce_names_who_was_not_reached_and_why_and_which_mail() {
    Mail mail = parser.parse(RawMail.of(DSN));

    assertThat(mail.kind()).isEqualTo(Kind.BOUNCE);
    Bounce bounce = mail.bounce().orElseThrow();
    assertThat(bounce.recipient()).isEqualTo("dana@galit.example");
    assertThat(bounce.action()).isEqualTo("failed");
    assertThat(bounce.status()).isEqualTo("5.1.1");
    assertThat(bounce.reason()).isEqualTo("550 5.1.1 no such user");
    assertThat(bounce.originalMessageId()).contains("<sent-1@northlight.example>");
    assertThat(bounce.permanent()).isTrue();
    assertThat(mail.forwarded()).isEmpty();
  }

  @Test
  void a_delay_is_a_bounce_that_is_not_permanent() {
    Mail mail =
        parser.parse(
            RawMail.of(
                DSN.replace("Action: failed", "Action: delayed")
                    .replace("5.0.0 (permanent failure)", "4.0.0")
                    .replace("5.1.1", "4.2.2")));

    assertThat(mail.bounce().orElseThrow().permanent()).isFalse();
  }

  @Test
  void a_bounce_without_a_status_part_is_read_from_its_words() {
    Mail mail =
        parser.parse(
            RawMail.of(
                """
                From: MAILER-DAEMON
                Subject: failure notice

                Hi. This is the qmail-send program at mx.example.
                <dana@galit.example>:
                550 5.1.1 Sorry, no mailbox here by that name.

                --- Below this line is a copy of the message.

                Message-ID: <sent-1@northlight.example>
                To: dana@galit.example
                """));

    assertThat(mail.kind()).isEqualTo(Kind.BOUNCE);
    assertThat(mail.bounce())
        .contains(
            new Bounce(
                "dana@galit.example",
                "failed",
                "5.1.1",
                "550 5.1.1 Sorry, no mailbox here by that name.",
                java.util.Optional.of("<sent-1@northlight.example>"),
                java.util.List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied\r\n",
        "Auto-Submitted: auto-replied (zimbra; vacation)\r\n",
        "Auto-Submitted: Auto-Generated; x=y\r\n",
        "X-Autoreply: yes\r\n",
        "Precedence: auto_reply\r\n",
        "X-POST-MessageClass: 9; Autoresponder\r\n",
        "X-MS-Exchange-Inbox-Rules-Loop: a@b.example\r\nX-Auto-Response-Suppress: All\r\n",
        "Return-Path: <>\r\n",
        "Subject: Automatic reply: Sketch\r\n",
        "Subject: =?UTF-8?B?16rXqdeV15HXlCDXkNeV15jXldee15jXmdeqOiDXodeY15jXldeh?=\r\n",
        "Subject: \u200fرد تلقائي: المسودة\r\n",
        "Subject: Out of Office: Sketch\r\n",
      })
  void an_automatic_reply_is_seen(String headers) {
    assertThat(kindOf(headers)).isEqualTo(Kind.AUTO_REPLY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: no\r\n",
        "Auto-Submitted: no (a person)\r\n",
        "X-Auto-Response-Suppress: All\r\n",
        "X-MS-Exchange-Inbox-Rules-Loop: a@b.example\r\n",
        "Subject: RE: Automatic reply: Sketch\r\n",
        "Subject: Undeliverable promises?\r\n",
        "Subject: Autonomous cars\r\n",
      })
  void a_person_is_seen(String headers) {
    assertThat(kindOf(headers)).isEqualTo(Kind.PERSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "List-Id: <news.galit.example>\r\n",
        "Precedence: bulk\r\n",
        "List-Unsubscribe: <mailto:u@galit.example>\r\n"
      })
  void a_list_is_seen(String headers) {
    assertThat(kindOf(headers)).isEqualTo(Kind.LIST);
  }

  @Test
  void a_sender_that_takes_no_answer_counts_as_a_list() {
    assertThat(parser.parse(RawMail.of("From: no-reply@shop.example\n\nYour order\n")).kind())
        .isEqualTo(Kind.LIST);
  }

  @Test
  void an_invitation_and_a_read_receipt_are_seen() {
    Mail invitation =
        parser.parse(
            RawMail.of(
                """
                From: dana@galit.example
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                Meeting
                --b
                Content-Type: text/calendar; method=REQUEST

                BEGIN:VCALENDAR
                --b--
                """));
    Mail receipt =
        parser.parse(
            RawMail.of(
                """
                From: dana@galit.example
                Content-Type: multipart/report; report-type=disposition-notification; boundary=b

                --b
                Content-Type: text/plain

                Read.
                --b
                Content-Type: message/disposition-notification

                Disposition: manual-action/MDN-sent-manually; displayed
                --b--
                """));

    assertThat(invitation.kind()).isEqualTo(Kind.CALENDAR);
    assertThat(receipt.kind()).isEqualTo(Kind.RECEIPT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: quarantine@messaging.microsoft.example\nSubject: You have messages\n",
        "From: no-reply@filter.example\nSubject: Quarantine summary for dana\n",
        "From: no-reply@filter.example\nSubject: \u05d3\u05d5\u05d7 \u05d4\u05e1\u05d2\u05e8 \u05d9\u05d5\u05de\u05d9\n",
        "From: postmaster@galit.example\nSubject: Virus detected in a mail to you\n",
      })
  void a_mail_filter_that_tells_what_it_held_back(String headers) {
    assertThat(new MailParser().parse(RawMail.of(headers + "\nx")).kind()).isEqualTo(Kind.NOTICE);
  }

  @Test
  void a_person_may_write_about_the_quarantine() {
    Mail mail =
        new MailParser()
            .parse(
                RawMail.of(
                    "From: dana@galit.example\nSubject: your mail was in quarantine report\n\nx"));

    assertThat(mail.kind()).isEqualTo(Kind.PERSON);
  }
}
