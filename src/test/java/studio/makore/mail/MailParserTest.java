package studio.makore.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class MailParserTest {
  private final MailParser parser = MailParser.withoutAttachmentText();

  @Test
  void the_envelope_of_a_mail_is_read() {
    Mail mail =
        parser.parse(
            RawMail.of(
                """
                From: "Levi, Dana" <Dana@Galit.example>
                To: Noa <noa@northlight.example>, <\u202ahello@northlight.example\u202c>
                Cc: Team: a@galit.example, b@galit.example;
                Reply-To: office@galit.example
                Date: Wed, 16 Sep 2026 10:12:00 +0300 (IDT)
                Message-ID: <one@galit.example>
                In-Reply-To: <zero@northlight.example>
                References: <first@northlight.example>
                 <zero@northlight.example>
                Subject: Re: Sketch

                Go ahead.
                """));

    assertThat(mail.messageId()).contains("<one@galit.example>");
    assertThat(mail.kind()).isEqualTo(Kind.PERSON);
    assertThat(mail.author()).contains(new Address("Levi, Dana", "dana@galit.example"));
    assertThat(mail.to())
        .containsExactly(
            new Address("Noa", "noa@northlight.example"), Address.of("hello@northlight.example"));
    assertThat(mail.cc())
        .containsExactly(Address.of("a@galit.example"), Address.of("b@galit.example"));
    assertThat(mail.replyTo()).containsExactly(Address.of("office@galit.example"));
    assertThat(mail.date()).contains(OffsetDateTime.parse("2026-09-16T10:12:00+03:00"));
    assertThat(mail.inReplyTo()).containsExactly("<zero@northlight.example>");
    assertThat(mail.references())
        .containsExactly("<first@northlight.example>", "<zero@northlight.example>");
    assertThat(mail.subject()).isEqualTo("Re: Sketch");
    assertThat(mail.header("subject")).contains("Re: Sketch");
    assertThat(mail.text()).isEqualTo("Go ahead.");
    assertThat(mail.problems()).isEmpty();
  }

  @Test
  void gmails_marks_in_html_show_the_new_text_in_any_language() {
    Mail mail =
        parser.parse(
            RawMail.html(
                "Subject: Re: הסקיצה\r\n",
                """
                <div dir="rtl">מאשרים את הסקיצה<div>אפשר להתקדם</div></div><br>
                <div class="gmail_quote gmail_quote_container"><div dir="rtl" class="gmail_attr">משהו בשפה אחרת:<br></div>
                <blockquote class="gmail_quote">הסקיצה מוכנה</blockquote></div>
                <div>ועוד משהו</div>
                <div class="gmail_signature">דנה לוי</div>
                """));

    assertThat(mail.text()).isEqualTo("מאשרים את הסקיצה\nאפשר להתקדם\n\nועוד משהו");
    assertThat(mail.quoted()).isTrue();
    assertThat(mail.signature()).isEqualTo("דנה לוי");
    assertThat(mail.uncut()).contains("הסקיצה מוכנה");
  }

  @Test
  void an_answer_between_gmails_quotes_is_kept() {
    Mail mail =
        parser.parse(
            RawMail.html(
                "Subject: Re: Sketch\r\n",
                """
                <div class="gmail_quote"><div class="gmail_attr">On Wed Noa wrote:</div>
                <blockquote class="gmail_quote">Which blue?</blockquote>
                <div>The dark one.</div>
                <blockquote class="gmail_quote">Which photo?</blockquote></div>
                <div>The second.</div>
                """));

    assertThat(mail.text()).isEqualTo("The dark one.\n\nThe second.");
  }

  @Test
  void outlooks_history_follows_its_mark_as_siblings() {
    Mail web =
        parser.parse(
            RawMail.html(
                "Subject: Re: Sketch\r\n",
                "<div class=\"elementToProof\">Go ahead.</div><div id=\"appendonsend\"></div><hr style=\"width:98%\">"
                    + "<div id=\"divRplyFwdMsg\"><b>Fra:</b> Noa<br><b>Sendt:</b> i dag</div><div>Is the sketch fine?</div>"));
    Mail desktop =
        parser.parse(
            RawMail.html(
                "Subject: Re: Sketch\r\n",
                "<div class=\"WordSection1\"><p class=\"MsoNormal\">אפשר להתקדם</p><div><div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm\">"
                    + "<p class=\"MsoNormal\"><b>מאת:</b> נועה<br><b>נשלח:</b> היום<br><b>אל:</b> דנה</p></div></div><p class=\"MsoNormal\">הסקיצה מוכנה</p></div>"));

    assertThat(web.text()).isEqualTo("Go ahead.");
    assertThat(desktop.text()).isEqualTo("אפשר להתקדם");
  }

  @Test
  void a_plain_blockquote_is_the_clients_own_emphasis() {
    Mail mail =
        parser.parse(
            RawMail.html(
                "Subject: Texts\r\n",
                "<p>The slogan:</p><blockquote>Fresh from the sea</blockquote>"));

    assertThat(mail.text()).isEqualTo("The slogan:\n\nFresh from the sea");
  }

  @Test
  void html_becomes_readable_text() {
    Mail mail =
        parser.parse(
            RawMail.html(
                "Subject: Changes\r\n",
                """
                <html><head><style>p{}</style></head><body><p>Please <b>change</b>:</p>
                <ul><li>the logo</li><li>the menu</li></ul><ol><li>first</li><li>second</li></ol>
                <table><tr><td>Price</td><td>900</td></tr><tr><td>Due</td><td>Sunday</td></tr></table>
                <p>See <a href="https://galit.example/a">the page</a> and <a href="https://galit.example/">galit.example</a><br>Thanks &amp; bye</p>
                <div style="display:none">preview</div></body></html>
                """));

    assertThat(mail.text())
        .isEqualTo(
            """
            Please change:

            - the logo
            - the menu

            1. first
            2. second

            Price 900
            Due Sunday

            See the page <https://galit.example/a> and galit.example
            Thanks & bye\
            """);
  }

  @Test
  void soft_line_breaks_are_joined() {
    Mail mail =
        parser.parse(
            RawMail.of(
                "Content-Type: text/plain; format=flowed\n\nThis is one \nparagraph.\n\n> quoted \n> once\n-- \nDana\n"));

    assertThat(mail.text()).isEqualTo("This is one paragraph.");
    assertThat(mail.signature()).isEqualTo("--\nDana");
  }

  @Test
  void the_name_that_a_client_signs_with_is_known_from_the_header() {
    Mail named = parser.parse(RawMail.plain("Subject: x\r\n", "אפשר להתקדם\n\nתודה,\nדנה\n"));
    Mail request =
        parser.parse(RawMail.plain("Subject: x\r\n", "אפשר להתקדם\n\nתודה,\nמחכה לתשובה\n"));

    assertThat(named.text()).isEqualTo("אפשר להתקדם");
    assertThat(request.text()).isEqualTo("אפשר להתקדם\n\nתודה,\nמחכה לתשובה");
  }

  @Test
  void a_mail_that_cutting_would_empty_is_given_uncut_and_says_so() {
    Mail mail =
        parser.parse(
            RawMail.plain(
                "Subject: Re: x\r\n", "On 16/09/2026 10:12, Noa Bar wrote:\nWe approve it.\n"));

    assertThat(mail.text()).contains("We approve it.");
    assertThat(mail.problems()).singleElement().asString().contains("uncut");
  }

  @Test
  void a_bare_newline_mail_with_mbox_line_and_stray_text_is_read() {
    Mail mail =
        parser.parse(
            "From dana@galit.example Wed Sep 16 10:12:00 2026\nSubject: x\nstray line without colon\nFrom: dana@galit.example\n\n>From now on call Michael.\n"
                .getBytes(StandardCharsets.UTF_8));

    assertThat(mail.subject()).isEqualTo("x");
    assertThat(mail.author()).contains(Address.of("dana@galit.example"));
    assertThat(mail.text()).isEqualTo("From now on call Michael.");
  }

  @Test
  void an_empty_input_is_an_empty_mail() {
    Mail mail = parser.parse(new byte[0]);

    assertThat(mail.from()).isEmpty();
    assertThat(mail.date()).isEmpty();
    assertThat(mail.text()).isEmpty();
    assertThat(mail.kind()).isEqualTo(Kind.PERSON);
  }
}
