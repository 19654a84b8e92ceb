package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NEGATED     | I can't approve this yet
          NEGATED     | We are not ready to approve the homepage
          NEGATED     | אני לא יכולה לאשר את זה
          NEGATED     | עוד לא אישרנו את הסקיצה
          NEGATED     | أنا لسا مش موافقة على التصميم
          NEGATED     | لم نعتمد النسخة
          CONDITIONAL | Once the menu is fixed, we approve
          CONDITIONAL | We will approve it tomorrow
          CONDITIONAL | Approved only after the logo moves
          CONDITIONAL | אחרי שתתקנו את הכותרת אני מאשרת
          CONDITIONAL | אם תחליפו את התמונה, מאושר
          CONDITIONAL | بعد ما تغيروا اللون موافقين
          CONDITIONAL | إذا كبّرتوا الشعار موافق
          SO_FAR      | Looks good so far
          SO_FAR      | נראה יפה, אחזור אליך מחר
          SO_FAR      | لحد الآن تمام
          REPORTED    | My husband says it is approved
          REPORTED    | השותף שלי אמר שמאושר
          REPORTED    | المدير قال موافق
          PAST        | We approved the sketch two weeks ago
          PAST        | אישרנו את הסקיצה לפני שבועיים
          PAST        | وافقنا عالسكتش من أسبوعين
          PAYMENT     | I approved the bank transfer
          PAYMENT     | התשלום אושר ומאושר
          PAYMENT     | موافق على الدفعة
          MEETING     | Confirmed for the call at noon
          MEETING     | מאשרת את הפגישה
          MEETING     | موافقين على الموعد
          ASKED       | So is the design approved?
          ASKED       | האם אישרתם את העיצוב?
          ASKED       | هل وافقتوا على التصميم؟
          NO_UPDATE   | No need to send me an update
          NO_UPDATE   | אין צורך לעדכן אותי
          NO_UPDATE   | لا داعي للتحديث
          """)
  void each_guard_knows_its_sentences(Guard guard, String sentence) {
    assertThat(Guards.ALL.stands(guard, Token.of(sentence))).as(sentence).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Approved, go ahead",
        "No changes needed, approved!",
        "We approve the design as it is",
        "I can't find anything to correct, it's approved",
        "Approved. Let me know if you need anything",
        "מאשרת! תמשיכו הלאה",
        "אין לי הערות, מאושר",
        "לא צריך לשנות כלום, מאשר",
        "موافقين، كملوا",
        "ما عندي ملاحظات، معتمد",
        "تمام، موافقة على كل شي لو سمحتوا ابدوا"
      })
  void no_guard_stands_in_a_plain_approval(String mail) {
    assertThat(studio.makore.language.Sentences.split(mail))
        .allSatisfy(sentence -> {
          List<Token> tokens = Token.of(sentence.text());
          assertThat(Guards.ALL.standsAny(Guard.Reach.MAIL, tokens)).isFalse();
          assertThat(Guards.ALL.standsAny(Guard.Reach.SENTENCE, tokens)).isFalse();
        });
  }

  @Test
  void what_follows_a_but_is_heard() {
    assertThat(rest("Approved, but make the logo bigger")).isEqualTo("make the logo bigger");
    assertThat(rest("מאושר רק תגדילו את הלוגו")).isEqualTo("תגדילו את הלוגו");
    assertThat(rest("موافق بس كبروا الشعار")).isEqualTo("كبروا الشعار");
    assertThat(rest("Approved, go ahead")).isEmpty();
    assertThat(rest("But approved it is")).isEmpty();
  }

  private static String rest(String sentence) {
    List<Token> rest = Guards.ALL.afterContrast(Token.of(sentence));
    return String.join(" ", rest.stream().map(Token::text).toList());
  }
}
