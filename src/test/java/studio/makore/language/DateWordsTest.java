package studio.makore.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class DateWordsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 20);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 3);
  private static final LocalDateTime MEETING = MARCH.atTime(10, 30);

  @Test
  void english_names_the_day_then_the_month() {
    assertThat(DateWords.date(MARCH, TODAY, Language.ENGLISH)).isEqualTo("Tuesday 3 March");
    assertThat(DateWords.onDateTime(MEETING, TODAY, Language.ENGLISH))
        .isEqualTo("on Tuesday 3 March at 10:30");
  }

  @Test
  void hebrew_can_stand_after_until_or_answer_when() {
    assertThat("עד " + DateWords.date(MARCH, TODAY, Language.HEBREW))
        .isEqualTo("עד יום שלישי, 3 במרץ");
    assertThat(DateWords.onDate(MARCH, TODAY, Language.HEBREW)).isEqualTo("ביום שלישי, 3 במרץ");
    assertThat(DateWords.dateTime(MEETING, TODAY, Language.HEBREW))
        .isEqualTo("יום שלישי, 3 במרץ בשעה 10:30");
    assertThat(DateWords.onDate(LocalDate.of(2026, 3, 7), TODAY, Language.HEBREW))
        .isEqualTo("ביום שבת, 7 במרץ");
  }

  @Test
  void arabic_gives_the_months_name_in_the_levant_and_in_egypt_and_the_gulf() {
    assertThat(DateWords.date(MARCH, TODAY, Language.ARABIC)).isEqualTo("الثلاثاء 3 آذار/مارس");
    assertThat(DateWords.onDateTime(MEETING, TODAY, Language.ARABIC))
        .isEqualTo("يوم الثلاثاء 3 آذار/مارس الساعة 10:30");
  }

  @Test
  void another_year_is_said() {
    LocalDate january = LocalDate.of(2027, 1, 5);
    assertThat(DateWords.date(january, TODAY, Language.ENGLISH))
        .isEqualTo("Tuesday 5 January 2027");
    assertThat(DateWords.onDate(january, TODAY, Language.HEBREW))
        .isEqualTo("ביום שלישי, 5 בינואר 2027");
    assertThat(DateWords.date(january, TODAY, Language.ARABIC))
        .isEqualTo("الثلاثاء 5 كانون الثاني/يناير 2027");
  }

  @Test
  void a_language_without_a_file_is_refused_by_the_name_of_the_file() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DateWords.date(MARCH, TODAY, new Language("fr")))
        .withMessageContaining("writing/fr.properties");
  }
}
