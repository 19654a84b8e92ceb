package studio.makore.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.makore.language.Gender;
import studio.makore.language.Language;
import studio.makore.mail.Address;
import studio.makore.mail.Mail;
import studio.makore.mail.OutgoingMail;
import studio.makore.project.Owner;

class ComposerTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
  private static final String TOKEN = "abcdefgh234567yz";
  static final Owner NOA =
      new Owner("נועה לוי", "noa@studio.example", Language.HEBREW, Gender.FEMININE);
  static final Composer COMPOSER =
      new Composer(
          Drafts.TEMPLATES,
          new Tokens(new Random(3)),
          Clock.fixed(Instant.parse("2026-03-03T10:00:00Z"), ZoneOffset.UTC),
          ZONE,
          new Address("Northlight", "hello@studio.example"),
          new Address("Makore", "bot@studio.example"),
          true);

  @Test
  void an_approved_draft_goes_into_the_clients_thread_in_the_owners_name() {
    OutgoingMail mail = COMPOSER.toClient(approved(Language.HEBREW, Mails.mail().build()), NOA);
    assertThat(mail.from()).isEqualTo(new Address("נועה לוי", "hello@studio.example"));
    assertThat(mail.replyTo()).isEmpty();
    assertThat(mail.to()).containsExactly(Address.of("dana@client.example"));
    assertThat(mail.subject()).isEqualTo("Re: Any news?");
    assertThat(mail.inReplyTo()).contains("<ask@client.example>");
    assertThat(mail.references()).containsExactly("<ask@client.example>");
    assertThat(mail.language()).isEqualTo("he");
    assertThat(mail.rightToLeft()).isTrue();
    assertThat(mail.autoSubmitted()).isEmpty();
    assertThat(mail.messageId()).endsWith("@studio.example>");
    assertThat(mail.date()).isEqualTo(ZonedDateTime.of(2026, 3, 3, 12, 0, 0, 0, ZONE));
  }

  @Test
  void what_the_client_wrote_stands_below_the_reply_in_the_clients_language() {
    Mail asked = Mails.mail().text("היי,\nמה קורה?\n\nדנה").build();
    OutgoingMail mail = COMPOSER.toClient(approved(Language.HEBREW, asked), NOA);
    Samples.page("reply.he", Language.HEBREW, mail.subject(), mail.html());
    assertThat(mail.text())
        .startsWith("the reply\n\n")
        .endsWith(
            """
            בתאריך יום שלישי, 3 במרץ בשעה 10:12, מאת \u2068Dana Cohen\u2069 <dana@client.example>:

            > היי,
            > מה קורה?
            >
            > דנה
            """);
    assertThat(mail.html())
        .startsWith("<p>the reply</p>")
        .contains(
            "<div class=\"gmail_quote\">",
            "<span dir=\"ltr\">Dana Cohen</span> &lt;<span dir=\"ltr\">dana@client.example</span>&gt;:",
            "<blockquote dir=\"rtl\"",
            "<p dir=\"rtl\">היי,<br>\nמה קורה?</p>");
  }

  @Test
  void english_and_arabic_replies_quote_as_english_and_arabic_mails_do() {
    assertThat(COMPOSER.toClient(approved(Language.ENGLISH, Mails.mail().build()), NOA).text())
        .contains(
            "\nOn Tuesday 3 March at 10:12, Dana Cohen <dana@client.example> wrote:\n\n> Hi,");
    assertThat(COMPOSER.toClient(approved(Language.ARABIC, Mails.mail().build()), NOA).text())
        .contains("تمت كتابة ما يلي بواسطة \u2068Dana Cohen\u2069 <dana@client.example>:\n\n> Hi,");
  }

  @Test
  void a_mail_without_a_date_or_a_name_is_quoted_too() {
    Mail asked = Mails.mail().undated().from(Address.of("dana@client.example")).build();
    assertThat(COMPOSER.toClient(approved(Language.ENGLISH, asked), NOA).text())
        .contains("\ndana <dana@client.example> wrote:\n");
  }

  @Test
  void what_a_client_wrote_cannot_break_out_of_the_quote() {
    Mail asked =
        Mails.mail()
            .text("</div></blockquote><script>x()</script>\n\n# big\n[a](javascript:b)")
            .build();
    assertThat(COMPOSER.toClient(approved(Language.ENGLISH, asked), NOA).html())
        .contains("&lt;/div&gt;&lt;/blockquote&gt;&lt;script&gt;")
        .doesNotContain("<script", "<h1", "<a ");
  }

  @Test
  void a_mail_that_answers_none_opens_a_thread() {
    OutgoingMail mail =
        COMPOSER.toClient(
            draft(Draft.Status.APPROVED, Language.ENGLISH, Optional.empty(), "<p>the reply</p>\n"),
            NOA);
    assertThat(mail.inReplyTo()).isEmpty();
    assertThat(mail.references()).isEmpty();
    assertThat(mail.text()).isEqualTo("the reply\n");
    assertThat(mail.html()).isEqualTo("<p>the reply</p>\n");
  }

  @Test
  void a_draft_is_shown_to_the_owner_under_its_token() {
    OutgoingMail mail =
        COMPOSER.showDraft(
            NOA,
            draft(Draft.Status.WAITING, Language.ENGLISH, Optional.empty(), "<p>the reply</p>\n"),
            "Harbour Books",
            "Shop",
            "any news?",
            "");
    Samples.page("shown.he", Language.HEBREW, mail.subject(), mail.html());
    assertThat(mail.from()).isEqualTo(new Address("Makore", "bot@studio.example"));
    assertThat(mail.replyTo()).contains(new Address("Makore", "bot+" + TOKEN + "@studio.example"));
    assertThat(mail.to()).containsExactly(new Address("נועה לוי", "noa@studio.example"));
    assertThat(mail.subject()).isEqualTo("לאישור: Harbour Books, Shop [#" + TOKEN + "]");
    assertThat(mail.autoSubmitted()).contains("auto-generated");
    assertThat(mail.language()).isEqualTo("he");
    assertThat(mail.text()).contains("> the reply", "> any news?", "Re: Any news?");
  }

  @Test
  void the_owner_is_asked_for_the_fact_a_draft_lacks_in_her_language() {
    OutgoingMail mail =
        COMPOSER.showDraft(
            NOA,
            draft(Draft.Status.ASKING, Language.ENGLISH, Optional.empty(), ""),
            "Harbour Books",
            "Shop",
            "any news?",
            "");
    assertThat(mail.subject()).startsWith("חסר פרט אחד: ");
    assertThat(mail.text()).contains("מתי השלב הבא");
  }

  @Test
  void the_token_of_a_shown_draft_is_found_in_the_owners_reply() {
    OutgoingMail shown =
        COMPOSER.showDraft(
            NOA,
            draft(Draft.Status.WAITING, Language.ENGLISH, Optional.empty(), ""),
            "c",
            "p",
            "e",
            "");
    Mail reply = Mails.mail().to(shown.replyTo().orElseThrow()).subject("Re: hi").build();
    assertThat(Tokens.find(reply)).contains(TOKEN);
    Mail bySubject = Mails.mail().subject("Re: " + shown.subject()).build();
    assertThat(Tokens.find(bySubject)).contains(TOKEN);
  }

  @Test
  void an_answer_to_an_owners_mail_stands_in_its_thread_as_an_automatic_reply() {
    OutgoingMail mail =
        COMPOSER.toOwner(
            NOA,
            TemplateName.NOT_UNDERSTOOD,
            Map.of("words", "hmm"),
            Optional.empty(),
            Optional.of(Mails.mail().build()));
    assertThat(mail.inReplyTo()).contains("<ask@client.example>");
    assertThat(mail.references()).containsExactly("<ask@client.example>");
    assertThat(mail.autoSubmitted()).contains("auto-replied");
    assertThat(mail.replyTo()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"he", "ar", "en"})
  void a_mail_without_a_subject_can_be_asked_about(String language) {
    var owner = new Owner("Noa", "noa@studio.example", new Language(language), Gender.FEMININE);
    Map<String, String> facts =
        Map.of("from", "x@y.example", "subject", " ", "words", "hi", "choices", "1. Shop");
    OutgoingMail mail =
        COMPOSER.toOwner(
            owner, TemplateName.QUESTION_WHOSE, facts, Optional.of(TOKEN), Optional.empty());
    assertThat(mail.text()).containsPattern(": \\(.*\\)\n");
  }

  @Test
  void a_mail_to_an_owner_that_lacks_a_fact_is_a_mistake_of_ours() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            COMPOSER.toOwner(
                NOA, TemplateName.BOUNCED, Map.of(), Optional.empty(), Optional.empty()))
        .withMessage("BOUNCED lacks client, project, recipient, reason");
  }

  private static Draft approved(Language language, Mail asked) {
    return draft(Draft.Status.APPROVED, language, Answered.of(asked), "<p>the reply</p>\n");
  }

  private static Draft draft(
      Draft.Status status, Language language, Optional<Answered> answered, String html) {
    return new Draft(
        1,
        TOKEN,
        7,
        70,
        TemplateName.STATUS_ANSWER,
        "inquiry:1",
        Optional.of("<ask@client.example>"),
        "dana@client.example",
        language,
        answered,
        Map.of(),
        status == Draft.Status.ASKING ? List.of("next_date") : List.of(),
        "Re: Any news?",
        "the reply\n",
        html,
        status,
        List.of(),
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty());
  }
}
