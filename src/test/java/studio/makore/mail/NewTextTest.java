package studio.makore.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.makore.mail.NewText.Cut;

class NewTextTest {
  private static final String HE = "מה קורה עם הסקיצה?\nחיכינו לה ביום ראשון.";
  private static final String AR = "متى سنستلم المسودة؟\nننتظرها منذ الأحد.";
  private static final String EN = "Any news on the sketch?\nWe waited for it on Sunday.";

  static Stream<Arguments> attributions() {
    return Stream.of(
        Arguments.of(
            "Gmail, English",
            EN,
            "On Wed, Sep 16, 2026 at 10:12\u202fAM Noa Bar <noa@northlight.example> wrote:"),
        Arguments.of(
            "Gmail, wrapped",
            EN,
            "On Wed, Sep 16, 2026 at 10:12 AM Noa Bar <\nnoa@northlight.example> wrote:"),
        Arguments.of(
            "Gmail, verb on its own line",
            EN,
            "On Wed, 16 Sept 2026 at 10:12, Noa Bar <noa@northlight.example>\nwrote:"),
        Arguments.of(
            "Gmail, old", EN, "2017-02-05 13:29 GMT+02:00 Noa Bar <noa@northlight.example>:"),
        Arguments.of(
            "Apple Mail", EN, "On 16 Sep 2026, at 10:12, Noa Bar <noa@northlight.example> wrote:"),
        Arguments.of("Thunderbird", EN, "On 16/09/2026 10:12, Noa Bar wrote:"),
        Arguments.of("Roundcube", EN, "On 2026-09-16 10:12, Noa Bar wrote:"),
        Arguments.of(
            "Yahoo",
            EN,
            "On Wednesday, September 16, 2026, 10:12:03 AM GMT+3, Noa Bar <noa@northlight.example> wrote:"),
        Arguments.of(
            "Gmail web, Hebrew",
            HE,
            "\u202bבתאריך יום ד׳, 16 בספט׳ 2026 ב-10:12 מאת \u202aנועה בר\u202c\u200f <\u202anoa@northlight.example\u202c\u200f>:\u202c"),
        Arguments.of(
            "Gmail web, Hebrew, wrapped and bare",
            HE,
            "בתאריך יום ד׳, 16 בספט׳ 2026 ב־10:12 מאת נועה בר <\nnoa@northlight.example>:"),
        Arguments.of(
            "Gmail Android, Hebrew",
            HE,
            "\u202bבתאריך יום ד׳, 16 בספט׳ 2026, 10:12, מאת נועה בר \u200f<noa@northlight.example>:\u202c"),
        Arguments.of(
            "iOS, Hebrew",
            HE,
            "\u202bב-16 בספט׳ 2026, בשעה 10:12, \u200fנועה בר <noa@northlight.example> כתב/ה:\u202c"),
        Arguments.of(
            "Yahoo, Hebrew",
            HE,
            "ביום רביעי, 16 בספטמבר 2026, 10:12:03 GMT+3, נועה בר <noa@northlight.example> כתבה:"),
        Arguments.of("Thunderbird, Hebrew", HE, "נכתב על ידי נועה בר, ב־16/09/2026 בשעה 10:12:"),
        Arguments.of(
            "Thunderbird, Hebrew, date first", HE, "בתאריך 16/09/2026 10:12, נועה בר כתבה:"),
        Arguments.of(
            "Gmail web, Arabic",
            AR,
            "\u202bفي الثلاثاء، 5 مارس 2019 في 11:33 ص تمت كتابة ما يلي بواسطة \u202aنور حداد\u202c\u200f <\u202anoor@northlight.example\u202c\u200f>:\u202c"),
        Arguments.of(
            "Gmail, Arabic, wrapped in the name",
            AR,
            "في الأحد، 13 سبتمبر 2026 في 7:58 م، تمت كتابة ما يلي بواسطة نور\nحداد <noor@northlight.example>:"),
        Arguments.of(
            "Gmail Android, Arabic digits",
            AR,
            "في الأحد، ٦ أكتوبر، ٢٠١٩ ١:٤٩ ص، كتب نور حداد\n<noor@northlight.example>:"),
        Arguments.of(
            "Gmail Android, verb last",
            AR,
            "في الأحد، ١٥ مارس ٢٠٢٦, ٥:٢٤ ص نور حداد <noor@northlight.example> كتب:"),
        Arguments.of(
            "Arabic, came from",
            AR,
            "بتاريخ 4 يونيو، 2017 8:39 م، جاء من نور حداد <noor@northlight.example>:"),
        Arguments.of(
            "Arabic, Levantine month",
            AR,
            "في 5 كانون الثاني 2026، الساعة 11:33، كتبت نور حداد <noor@northlight.example>:"),
        Arguments.of("Thunderbird, Arabic", AR, "على 16/09/2026 10:12، كتب نور حداد:"),
        Arguments.of("Thunderbird, Arabic, name first", AR, "كتب نور حداد على 16/09/2026 10:12:"),
        Arguments.of(
            "German",
            EN,
            "Am Mi., 16. Sept. 2026 um 10:12 Uhr schrieb Noa Bar <noa@northlight.example>:"),
        Arguments.of(
            "French",
            EN,
            "Le mer. 16 sept. 2026 à 10:12, Noa Bar <noa@northlight.example> a écrit\u00a0:"),
        Arguments.of(
            "Spanish",
            EN,
            "El mié, 16 sept 2026 a las 10:12, Noa Bar (<noa@northlight.example>) escribió:"),
        Arguments.of(
            "Russian, no verb",
            EN,
            "ср, 16 сент. 2026 г. в 10:12, Noa Bar <noa@northlight.example>:"),
        Arguments.of("Russian, Thunderbird", EN, "16.09.2026 10:12, Noa Bar пишет:"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attributions")
  void an_attribution_and_its_quote_are_cut(String client, String words, String attribution) {
    Cut cut =
        NewText.cut(
            words + "\n\n" + attribution + "\n\n> Hello Dana,\n>\n> The sketch is ready.\n");

    assertThat(cut).as(client).isEqualTo(new Cut(words, true, ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attributions")
  void an_attribution_is_cut_with_an_unmarked_quote_too(
      String client, String words, String attribution) {
    Cut cut = NewText.cut(words + "\n\n" + attribution + "\nHello Dana,\n\nThe sketch is ready.\n");

    assertThat(cut).as(client).isEqualTo(new Cut(words, true, ""));
  }

  static Stream<Arguments> blocks() {
    return Stream.of(
        Arguments.of(
            "Outlook, English",
            EN,
            "From: Noa Bar <noa@northlight.example>\nSent: Wednesday, September 16, 2026 10:12 AM\nTo: Dana <dana@galit.example>\nSubject: RE: Sketch\n"),
        Arguments.of(
            "Outlook.com",
            EN,
            "________________________________\nFrom: Noa Bar <noa@northlight.example>\nSent: Wednesday, September 16, 2026 10:12 AM\nTo: Dana <dana@galit.example>\nSubject: RE: Sketch\n"),
        Arguments.of(
            "Outlook 2003, English",
            EN,
            "-----Original Message-----\nFrom: Noa Bar [mailto:noa@northlight.example]\nSent: Wednesday\nTo: Dana\nSubject: Sketch\n"),
        Arguments.of(
            "Outlook in Gmail's plain text",
            EN,
            "*From:* Noa Bar <noa@northlight.example>\n*Sent:* Wednesday, September 16, 2026 10:12 AM\n*To:* Dana\n*Subject:* Sketch\n"),
        Arguments.of(
            "Proton",
            EN,
            "\u2010\u2010\u2010\u2010\u2010\u2010\u2010 Original Message \u2010\u2010\u2010\u2010\u2010\u2010\u2010\nOn Wednesday, Noa wrote:\n"),
        Arguments.of(
            "Samsung",
            EN,
            "-------- Original message --------\nFrom: Noa Bar <noa@northlight.example>\nDate: 16/09/2026 10:12 (GMT+02:00)\nTo: dana@galit.example\nSubject: Sketch\n"),
        Arguments.of(
            "Outlook, Hebrew",
            HE,
            "מאת: נועה בר <noa@northlight.example>\nנשלח: יום רביעי 16 ספטמבר 2026 10:12\nאל: דנה לוי <dana@galit.example>\nעותק: משה\nנושא: RE: הסקיצה\n"),
        Arguments.of(
            "Outlook, Hebrew, starred",
            HE,
            "*מאת:* נועה בר <noa@northlight.example>\n*נשלח:* יום רביעי 16 ספטמבר 2026 10:12\n*אל:* דנה\n*נושא:* הסקיצה\n"),
        Arguments.of(
            "Outlook 2003, Hebrew",
            HE,
            "-----הודעה מקורית-----\nמאת: noa@northlight.example\n[mailto:noa@northlight.example] בשם נועה בר\nנשלח: Thursday, November 25, 2004 9:23 AM\nאל: dana@galit.example\nנושא: הסקיצה\n"),
        Arguments.of(
            "Samsung, Hebrew",
            HE,
            "-------- הודעה מקורית --------\nמאת: נועה בר <noa@northlight.example>\nתאריך: 16.09.2026 10:12 (GMT+02:00)\nאל: dana@galit.example\nנושא: הסקיצה\n"),
        Arguments.of(
            "Outlook, Arabic",
            AR,
            "من: نور حداد <noor@northlight.example>\nتم الإرسال: الأربعاء، 16 سبتمبر 2026 10:12 ص\nإلى: دانا\nالموضوع: المسودة\n"),
        Arguments.of(
            "Outlook, Arabic, other spelling",
            AR,
            "من: نور حداد <noor@northlight.example>\nتم الارسال: الأربعاء، 16 سبتمبر 2026 10:12 ص\nالى: دانا\nالموضوع: المسودة\n"),
        Arguments.of(
            "Outlook, Arabic, separator",
            AR,
            "-----الرسالة الأصلية-----\nمن: نور حداد\nتاريخ الإرسال: 16 سبتمبر 2026 10:12\nإلى: دانا\nالموضوع: المسودة\n"),
        Arguments.of(
            "Roundcube, Arabic",
            AR,
            "-------- الرسالة الأساسية --------\nالموضوع: المسودة\nالتاريخ: 2026-09-16 10:12\nالمرسل: نور حداد\nالمستقبل: دانا\n"),
        Arguments.of(
            "Thunderbird, Arabic, pointed",
            AR,
            "-------- الرسالة الأصليَّة --------\nالموضوع: المسودة\n"),
        Arguments.of("Sony, Arabic", AR, "---- نور حداد كتب ----\n"),
        Arguments.of(
            "German",
            EN,
            "Von: Noa Bar <noa@northlight.example>\nGesendet: Mittwoch, 16. September 2026 10:12\nAn: Dana\nBetreff: Skizze\n"),
        Arguments.of(
            "French",
            EN,
            "De\u00a0: Noa Bar <noa@northlight.example>\nEnvoyé\u00a0: mercredi 16 septembre 2026 10:12\nÀ\u00a0: Dana\nObjet\u00a0: Esquisse\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("blocks")
  void a_header_block_and_all_below_is_cut(String client, String words, String block) {
    Cut cut = NewText.cut(words + "\n\n" + block + "\nHello Dana,\n\nThe sketch is ready.\n");

    assertThat(cut).as(client).isEqualTo(new Cut(words, true, ""));
  }

  @Test
  void answers_between_and_below_the_quoted_lines_are_kept() {
    Cut cut =
        NewText.cut(
            """
            On Wed, Sep 16, 2026 at 10:12 AM Noa Bar <noa@northlight.example> wrote:

            > Which blue do you want?

            The dark one.

            > And the photo?

            Please use the second.

            -- \s
            Dana Levi
            """);

    assertThat(cut)
        .isEqualTo(new Cut("The dark one.\n\nPlease use the second.", true, "--\nDana Levi"));
  }

  @Test
  void the_iphones_attribution_inside_the_quote_goes_with_it() {
    Cut cut =
        NewText.cut(
            "אפשר להתקדם\n\nנשלח מה-iPhone שלי\n\n> ב-16 בספט׳ 2026, בשעה 10:12, \u200fנועה <noa@northlight.example> כתב/ה:\n> \n> הסקיצה מוכנה\n");

    assertThat(cut).isEqualTo(new Cut("אפשר להתקדם", true, "נשלח מה-iPhone שלי"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sent from my iPhone",
        "Sent from my Galaxy",
        "Sent from Yahoo Mail on Android",
        "Sent from Outlook for iOS",
        "Get Outlook for Android<https://aka.ms/AAb9ysg>",
        "Sent from Mail for Windows",
        "Sent from my Samsung Galaxy smartphone.",
        "נשלח מה-iPhone שלי",
        "נשלח מ-iPhone",
        "נשלח מה-iPad שלי",
        "נשלח מה-Galaxy שלי",
        "נשלח מהטלפון שלי",
        "נשלח מ-Outlook עבור iOS",
        "קבל את Outlook עבור Android<https://aka.ms/AAb9ysg>",
        "נשלח מ-Yahoo Mail ב-Android",
        "أُرسلت من الـ iPhone",
        "\u202bأُرسلت من الـ iPhone",
        "\u200f\u202bمن الـ iPhone الخاص بي",
        "مُرسل من هاتف Sony Xperia™ الذكي الخاص بي",
        "احصل على Outlook for Android",
        "تم الإرسال من هاتف Samsung Galaxy الذكي",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Отправлено с iPhone",
      })
  void a_phones_line_is_a_signature(String phone) {
    assertThat(NewText.cut("Go ahead.\n\n" + phone + "\n").text()).isEqualTo("Go ahead.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sent from my desk is easier than from the phone.",
        "I read the text you sent from my iPhone app and it broke",
        "With regards to the invoice: please send it again.",
        "The price -- as we said -- stays.",
        "On the surface it looks fine:\nthe menu, the logo, the photos.",
        "On your remote host you can run:\nls",
        "In 2024 my partner wrote the following list:\n1. logo\n2. menu",
        "Got it, thanks!",
        "Thanks",
        "תודה רבה",
        "תודה רבה, אפשר להתקדם",
        "شكرا",
        "From: the blue one\nTo: the green one",
        "מצורפים: הלוגו והתמונות",
        "Please change:\n- the logo\n- the menu",
        "In the form it says:\nDate: is missing\nPhone: is missing",
      })
  void a_persons_words_are_not_cut(String words) {
    assertThat(NewText.cut(words)).isEqualTo(new Cut(words, false, ""));
  }

  static Stream<Arguments> signatures() {
    return Stream.of(
        Arguments.of("-- \nDana Levi\nOffice manager | Galit\nTel: 050-0000000"),
        Arguments.of("--\nDana Levi"),
        Arguments.of("\u2014\nDana Levi\nGalit"),
        Arguments.of("Best regards,\nDana Levi\nGalit Ltd\n+972 50 000 0000"),
        Arguments.of("Kind regards, Dana"),
        Arguments.of("Thanks,\nDana"),
        Arguments.of("Thanks,\nDana Levi\nwww.galit.example"),
        Arguments.of("בברכה,\nדנה לוי\nמנהלת משרד"),
        Arguments.of("תודה,\nדנה"),
        Arguments.of("בכבוד רב,\nדנה לוי\nטל: 050-0000000"),
        Arguments.of("مع خالص التحية،\nدانا ليفي"),
        Arguments.of("وتفضلوا بقبول فائق الاحترام"),
        Arguments.of("مع تحياتي،\nدانا ليفي\nهاتف: 050-0000000"),
        Arguments.of(
            "This message is confidential and intended only for the addressee. If you received it in error, delete it."),
        Arguments.of(
            "בברכה,\nדנה\n\nהודעה זו חסויה ומיועדת לנמען בלבד. אם קיבלת אותה בטעות, נא מחק אותה והודע לשולח."));
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void a_signature_is_taken_off(String signature) {
    assertThat(NewText.cut("The sketch is approved.\n\n" + signature + "\n"))
        .isEqualTo(new Cut("The sketch is approved.", false, signature.replace("-- \n", "--\n")));
  }

  @Test
  void a_question_below_the_name_keeps_everything() {
    String words =
        "The sketch is approved.\n\nRegards,\nDana\n\nP.S. Can you also send the invoice for last month again?";

    assertThat(NewText.cut(words).text()).isEqualTo(words);
  }

  @Test
  void the_rest_of_a_wrapped_sentence_is_no_closing() {
    String words =
        "הראינו את העמוד לשני לקוחות ביום חמישי והם שאלו שאלות. מקווה שהיה לכם\nסוף שבוע נעים.";

    assertThat(NewText.cut(words).text()).isEqualTo(words);
  }

  @Test
  void a_mail_gateways_banner_is_no_word_of_the_client() {
    Cut cut =
        NewText.cut(
            "CAUTION: This email originated from outside of the organization. Do not click links.\n\nGo ahead.");

    assertThat(cut.text()).isEqualTo("Go ahead.");
  }

  @Test
  void nothing_but_a_quote_is_an_empty_text() {
    assertThat(NewText.cut("On 16/09/2026 10:12, Noa Bar wrote:\n> Hello\n"))
        .isEqualTo(new Cut("", true, ""));
  }

  @Test
  void what_might_be_words_is_given_uncut_rather_than_lost() {
    String text = "On 16/09/2026 10:12, Noa Bar wrote:\nHello Dana";

    assertThat(NewText.cut(text)).isEqualTo(new Cut(text, false, ""));
  }

  @Test
  void nothing_but_a_signature_is_the_text() {
    assertThat(NewText.cut("Best regards,\nDana").text()).isEqualTo("Best regards,\nDana");
  }

  @Test
  void answers_between_the_lines_keep_the_question_they_answer() {
    Mail mail =
        new MailParser()
            .parse(
                RawMail.plain(
                    "Subject: Re: x\r\n",
                    """
                    תודה, התשובות למטה.

                    On Wed, Sep 16, 2026 at 10:12 AM Noa <noa@northlight.example> wrote:
                    > Hi Dana,
                    >
                    > Which of the logos
                    > do you like?

                    The second.

                    > When can we have the texts?

                    On Sunday.

                    > Noa
                    """));

    assertThat(mail.answers())
        .containsExactly(
            new InlineAnswer("Which of the logos\ndo you like?", "The second."),
            new InlineAnswer("When can we have the texts?", "On Sunday."));
    assertThat(mail.text()).isEqualTo("תודה, התשובות למטה.\n\nThe second.\n\nOn Sunday.");
  }

  @Test
  void a_reply_below_the_whole_quote_answers_no_line_of_it() {
    Mail mail =
        new MailParser()
            .parse(RawMail.plain("Subject: Re: x\r\n", "> Which of the logos?\n\nThe second.\n"));

    assertThat(mail.text()).isEqualTo("The second.");
    assertThat(mail.answers()).isEmpty();
  }
}
