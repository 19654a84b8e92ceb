package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);

  /** Knows one word for one day in each language. */
  private static final DateSource MONDAYS =
      text ->
          List.of("Monday", "יום שני", "الاثنين").stream()
              .filter(text::contains)
              .map(day ->
                  new DateSource.Named(day, text.indexOf(day), MONDAY, Optional.empty(), false))
              .toList();

  private static Decision read(String reply) {
    return Decisions.read(reply, MONDAYS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok",
        "OK!",
        "yes",
        "Yes please",
        "yes, send it",
        "Okay, send it now please",
        "go ahead",
        "👍",
        "👍🏽 👍",
        "sure, thanks",
        "Looks good. Send.",
        "approved",
        "Great, send this to her",
        "yesss",
        "כן",
        "כן, שלחי",
        "אוקיי",
        "אוקי תשלחי",
        "מאשרת!",
        "סבבה, תעבירי לו",
        "שלח את זה",
        "מאושר, תודה רבה",
        "نعم",
        "تمام",
        "اه ابعتيها",
        "أرسلي",
        "موافق، أرسلوها",
        "ماشي ابعت",
        "tamam",
        "aywa eb3ati",
        "\u200fכן\u200f",
        "ok\nsend it",
        "OK, לשלוח",
        "yes ✅"
      })
  void a_whole_yes_sends(String reply) {
    assertThat(read(reply)).as(reply).isEqualTo(new Decision.Send());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "?",
        "ok?",
        "yes?!",
        "ok...",
        "hmm ok",
        "wait",
        "not yet",
        "yes but fix the name",
        "ok, only without the last line",
        "yes and no",
        "no, send it",
        "ok no",
        "I think so",
        "maybe",
        "yes if Dana agrees",
        "send it tomorrow",
        "send it on Monday",
        "send me the file",
        "Send it to Pat as well",
        "thanks",
        "thank you!",
        "got it",
        "great",
        "received",
        "ok I will look at it tonight",
        "who approved this",
        "yes, but Monday",
        "ok\nbut change the price",
        "yeah right",
        "sure, why not lie to everyone",
        "כן?",
        "כן, אבל תשני את השם",
        "אוקיי, רק בלי הפסקה השנייה",
        "לא עכשיו",
        "רגע",
        "אולי",
        "תשלחי לי את זה",
        "כן ולא",
        "טוב",
        "הבנתי תודה",
        "תשלחי ביום שני",
        "כן אם דנה מסכימה",
        "שלחתי",
        "כבר שלחתי לו",
        "אוקיי...",
        "כן כן בטח, ואני הרמטכ״ל",
        "نعم؟",
        "تمام بس غيري الاسم",
        "مش هلا",
        "يمكن",
        "ابعتيلي اياها",
        "طيب",
        "اه بس بعدين",
        "ابعتيها الاثنين",
        "شكرا",
        "بعتها",
        "يلا",
        "👍👎",
        "🙄",
        "ok 🙄",
        "yes 🤔",
        "1",
        "Out of office: I am back on Monday"
      })
  void anything_more_than_a_yes_sends_nothing(String reply) {
    assertThat(read(reply))
        .as(reply)
        .isNotInstanceOf(Decision.Send.class)
        .isNotInstanceOf(Decision.Replace.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "No!",
        "nope",
        "don't send it",
        "no, don't send",
        "scrap it",
        "Delete this draft, I called her already",
        "no need, we spoke on the phone",
        "לא",
        "לא לשלוח",
        "לא, אל תשלחי",
        "תבטלי את זה",
        "אין צורך, דיברתי איתו בטלפון",
        "עזבי את זה",
        "لا",
        "لا تبعتيها",
        "بلاش",
        "الغيها، حكيت معه",
        "لا داعي، شكرا",
        "👎"
      })
  void a_no_discards(String reply) {
    assertThat(read(reply)).as(reply).isEqualTo(new Decision.Discard());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "don't send it yet",
        "no, he wants it shorter",
        "don't send it until Friday",
        "scrap it and write him that we call",
        "cancel the meeting",
        "Delete the second line",
        "scrap it, instead tell her it is ready",
        "לא לשלוח עדיין",
        "תבטלי, תכתבי לו משהו אחר",
        "لا تبعتيها هلا",
        "الغيها وابعتي غيرها"
      })
  void a_no_that_wants_something_else_is_unclear(String reply) {
    assertThat(read(reply)).as(reply).isEqualTo(new Decision.Unclear());
  }

  @Test
  void a_heading_with_a_colon_brings_the_new_text() {
    assertThat(read("No. Send this instead:\nHi Dana,\nyou will have it tomorrow."))
        .isEqualTo(new Decision.Replace("Hi Dana,\nyou will have it tomorrow."));
    assertThat(read("תכתבי לה: \"היי דנה, האתר עולה מחר\""))
        .isEqualTo(new Decision.Replace("היי דנה, האתר עולה מחר"));
    assertThat(read("ابعتيلها هالكلام:\nمرحبا دانا، الموقع جاهز"))
        .isEqualTo(new Decision.Replace("مرحبا دانا، الموقع جاهز"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "send: yes",
        "Write:",
        "One question: who is Dana again?",
        "Send it to: dana at the bakery",
        "ok: but not like this please",
        "את שואלת אותי: לא יודע מה לומר",
        "ملاحظة: غيري الاسم بالرسالة"
      })
  void other_colons_bring_no_text(String reply) {
    assertThat(read(reply)).as(reply).isEqualTo(new Decision.Unclear());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Monday",
        "on Monday.",
        "promise Monday",
        "עד יום שני",
        "תגידי לו שזה יהיה ביום שני",
        "يوم الاثنين"
      })
  void a_bare_date_answers_the_question_for_one(String reply) {
    assertThat(read(reply)).as(reply).isEqualTo(new Decision.Date(MONDAY, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "remind me on Monday",
        "in a meeting, ask me again Monday",
        "תזכירי לי ביום שני",
        "ذكريني الاثنين"
      })
  void a_reminder_waits(String reply) {
    assertThat(read(reply)).as(reply).isEqualTo(new Decision.Later(MONDAY, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Monday?",
        "Monday or so he hopes",
        "we met on Monday",
        "remind me later",
        "don't remind me on Monday",
        "Monday, but call him first",
        "send it and remind me Monday"
      })
  void a_date_among_other_words_is_unclear(String reply) {
    assertThat(read(reply)).as(reply).isEqualTo(new Decision.Unclear());
  }

  @Test
  void a_stretch_of_days_is_no_date() {
    DateSource week =
        text -> List.of(new DateSource.Named("next week", 0, MONDAY, Optional.empty(), true));
    assertThat(Decisions.read("next week", week)).isEqualTo(new Decision.Unclear());
  }
}
