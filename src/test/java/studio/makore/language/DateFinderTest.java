package studio.makore.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.makore.calendar.Holidays;
import studio.makore.calendar.WorkingDays;

/** All mails here were sent on Wednesday 11 March 2026, unless they say otherwise. */
class DateFinderTest {
  private static final String WEDNESDAY = "2026-03-11T10:00:00+02:00";

  @Test
  void a_weekday_is_its_next_occurrence_and_never_today() {
    assertThat(english("by Friday")).containsExactly("2026-03-13");
    assertThat(english("on Wednesday")).containsExactly("2026-03-18");
    assertThat(hebrew("נפגש ביום שישי הקרוב")).containsExactly("2026-03-13");
    assertThat(hebrew("ברביעי")).containsExactly("2026-03-18");
    assertThat(arabic("منحكي الأربعا")).containsExactly("2026-03-18");
    assertThat(arabic("للأحد")).containsExactly("2026-03-15");
  }

  @Test
  void the_next_one_is_in_the_next_week_which_begins_on_sunday_or_monday_by_language() {
    assertThat(english("next Friday")).containsExactly("2026-03-20");
    assertThat(english("next Sunday")).containsExactly("2026-03-22");
    assertThat(hebrew("ביום ראשון הבא")).containsExactly("2026-03-15");
    assertThat(hebrew("בשלישי הבא ב-11:00")).containsExactly("2026-03-17T11:00");
    assertThat(arabic("الجمعة القادمة")).containsExactly("2026-03-20");
    assertThat(arabic("التنين الجاي")).containsExactly("2026-03-16");
  }

  @Test
  void a_week_may_be_named_before_or_after_its_day() {
    assertThat(english("Tuesday next week")).containsExactly("2026-03-17");
    assertThat(english("Friday the week after next")).containsExactly("2026-03-27");
    assertThat(english("Thursday week")).containsExactly("2026-03-19");
    assertThat(hebrew("שבוע הבא ביום שלישי בשעה 10")).containsExactly("2026-03-17T10:00");
    assertThat(hebrew("ביום שני בעוד שבועיים")).containsExactly("2026-03-23");
    assertThat(arabic("بالأسبوع الجاي يوم التنين الساعة 11")).containsExactly("2026-03-16T11:00");
  }

  @Test
  void today_tomorrow_and_their_neighbours() {
    assertThat(english("today or the day after tomorrow"))
        .containsExactly("2026-03-11", "2026-03-13");
    assertThat(hebrew("לא מחר, מחרתיים")).containsExactly("2026-03-12", "2026-03-13");
    assertThat(arabic("مش بكرا، بعد بكرا")).containsExactly("2026-03-12", "2026-03-13");
    assertThat(arabic("النهارده أو باكر")).containsExactly("2026-03-11", "2026-03-12");
    assertThat(english("bukra el sa3a 5")).containsExactly("2026-03-12T17:00");
  }

  @Test
  void a_week_and_a_half_is_ten_days() {
    assertThat(english("in a week and a half")).containsExactly("2026-03-21");
    assertThat(hebrew("בעוד שבוע וחצי")).containsExactly("2026-03-21");
    assertThat(arabic("بعد أسبوع ونص")).containsExactly("2026-03-21");
  }

  @Test
  void spans_are_counted_from_the_day_of_sending() {
    assertThat(english("within a fortnight, or two months from now"))
        .containsExactly("2026-03-25", "2026-05-11");
    assertThat(english("three days ago")).containsExactly("2026-03-08");
    assertThat(english("in half an hour")).containsExactly("2026-03-11T10:30");
    assertThat(hebrew("תוך יומיים-שלושה")).containsExactly("2026-03-13/2026-03-14");
    assertThat(hebrew("שבועיים מהיום")).containsExactly("2026-03-25");
    assertThat(arabic("كمان يومين")).containsExactly("2026-03-13");
    assertThat(arabic("قبل ثلاثة أيام")).containsExactly("2026-03-08");
  }

  @Test
  void a_span_that_is_tied_to_no_day_is_no_date() {
    assertThat(english("we waited two weeks and it takes 3 days")).isEmpty();
    assertThat(hebrew("חיכינו שבועיים")).isEmpty();
    assertThat(arabic("محتاج يومين")).isEmpty();
  }

  @Test
  void working_days_are_those_of_the_studio() {
    assertThat(english("within 3 working days")).containsExactly("2026-03-16");
    assertThat(hebrew("תוך שלושה ימי עבודה")).containsExactly("2026-03-16");
    assertThat(arabic("خلال ثلاثة أيام عمل")).containsExactly("2026-03-16");
    WorkingDays israel =
        WorkingDays.of(
            EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)),
            Holidays.of(List.of("IL"), Set.of(LocalDate.of(2026, 4, 5))));
    assertThat(find("תוך יום עסקים", "2026-03-31T10:00:00+03:00", Language.HEBREW, israel))
        .as("over the eve of Passover, its first day, the weekend and a day off")
        .containsExactly("2026-04-06");
  }

  @Test
  void the_end_of_a_week_is_its_last_working_day() {
    assertThat(english("by the end of the week")).containsExactly("2026-03-13");
    assertThat(hebrew("עד סוף השבוע")).containsExactly("2026-03-12");
    assertThat(arabic("لآخر الأسبوع")).containsExactly("2026-03-12");
    assertThat(hebrew("עד סוף השבוע הבא")).containsExactly("2026-03-19");
    assertThat(
            find(
                "by the end of the week",
                "2026-03-14T10:00:00Z",
                Language.ENGLISH,
                WorkingDays.mondayToFriday()))
        .as("when it is over, the next one is meant")
        .containsExactly("2026-03-20");
  }

  @Test
  void months_and_years_have_ends_beginnings_and_middles() {
    assertThat(english("end of the month, end of next month, mid-April"))
        .containsExactly("2026-03-31", "2026-04-30", "2026-04-15");
    assertThat(english("at the end of the year")).containsExactly("2026-12-31");
    assertThat(hebrew("בסוף מאי או בתחילת יוני")).containsExactly("2026-05-31", "2026-06-01");
    assertThat(arabic("نهاية شهر 5 أو أول الشهر الجاي"))
        .containsExactly("2026-05-31", "2026-04-01");
    assertThat(english("early next week")).containsExactly("2026-03-16");
  }

  @Test
  void numbers_are_day_first() {
    assertThat(english("Launch 5/4")).containsExactly("2026-04-05");
    assertThat(hebrew("ב-5.4")).containsExactly("2026-04-05");
    assertThat(hebrew("5-4-26")).containsExactly("2026-04-05");
    assertThat(arabic("٥/٤/٢٠٢٦")).containsExactly("2026-04-05");
    assertThat(english("2026-04-05")).containsExactly("2026-04-05");
  }

  @Test
  void a_date_that_passed_long_ago_is_next_years() {
    assertThat(english("on 9/1")).as("61 days ago").containsExactly("2027-01-09");
    assertThat(english("on 10/1")).as("60 days ago").containsExactly("2026-01-10");
    assertThat(hebrew("ב-2 בינואר")).containsExactly("2027-01-02");
    assertThat(arabic("٢ يناير")).containsExactly("2027-01-02");
    assertThat(english("9/1/26")).as("a year that is written stays").containsExactly("2026-01-09");
  }

  @Test
  void months_have_names_in_the_levant_in_egypt_and_the_gulf_and_in_israel() {
    assertThat(arabic("٣ نيسان")).containsExactly("2026-04-03");
    assertThat(arabic("3 أبريل")).containsExactly("2026-04-03");
    assertThat(arabic("3 نيسان/أبريل 2026")).containsExactly("2026-04-03");
    assertThat(arabic("5 كانون الأول")).containsExactly("2026-12-05");
    assertThat(arabic("15 شهر 5")).containsExactly("2026-05-15");
    assertThat(hebrew("ה-3 באפריל")).containsExactly("2026-04-03");
    assertThat(hebrew("עד ה-1 לשישי")).containsExactly("2026-06-01");
    assertThat(hebrew("ב-3 באפר׳ 2026")).containsExactly("2026-04-03");
    assertThat(english("April 3rd, 2026 or the third of April"))
        .containsExactly("2026-04-03", "2026-04-03");
  }

  @Test
  void what_date_words_write_is_read_back() {
    LocalDate today = LocalDate.of(2026, 3, 11);
    for (Language language : List.of(Language.HEBREW, Language.ARABIC, Language.ENGLISH)) {
      for (int day = 1; day < 366; day += 7) {
        LocalDate date = today.plusDays(day);
        String sentence = DateWords.onDateTime(date.atTime(14, 30), today, language);
        assertThat(find(sentence, WEDNESDAY, language, WorkingDays.mondayToFriday()))
            .as(sentence)
            .containsExactly(date + "T14:30");
      }
    }
  }

  @Test
  void a_day_of_the_month_alone_is_the_next_one() {
    assertThat(english("by the 5th please")).containsExactly("2026-04-05");
    assertThat(english("Thursday 12th, 11am")).containsExactly("2026-03-12T11:00");
    assertThat(english("Wednesday 29th")).as("of April").containsExactly("2026-04-29");
    assertThat(english("4pm on the 19th")).containsExactly("2026-03-19T16:00");
    assertThat(arabic("يوم ١٥ الشهر الجاي")).containsExactly("2026-04-15");
    assertThat(hebrew("עד ל-31.3")).containsExactly("2026-03-31");
    assertThat(hebrew("עד ה-25")).containsExactly("2026-03-25");
    assertThat(hebrew("ב-5 לחודש הבא")).containsExactly("2026-04-05");
    assertThat(arabic("لحد يوم 25")).containsExactly("2026-03-25");
    assertThat(english("by the 2nd round, the 3rd draft")).isEmpty();
  }

  @Test
  void a_weekday_and_its_date_are_one() {
    assertThat(english("Tuesday 17 March at 10")).containsExactly("2026-03-17T10:00");
    assertThat(english("tomorrow, Thursday 12 March")).containsExactly("2026-03-12");
    assertThat(hebrew("17/3 (יום ג')")).containsExactly("2026-03-17");
    assertThat(arabic("الأحد الواقع في 15/3")).containsExactly("2026-03-15");
  }

  @Test
  void stretches_have_an_end() {
    assertThat(english("13-17 April, then April 20-22"))
        .containsExactly("2026-04-13/2026-04-17", "2026-04-20/2026-04-22");
    assertThat(english("30 December - 2 January")).containsExactly("2026-12-30/2027-01-02");
    assertThat(english("Mon-Wed")).containsExactly("2026-03-16/2026-03-18");
    assertThat(hebrew("15-16.7")).containsExactly("2026-07-15/2026-07-16");
    assertThat(hebrew("מיום ראשון ועד יום חמישי")).containsExactly("2026-03-15/2026-03-19");
    assertThat(arabic("من الأحد للثلاثاء")).containsExactly("2026-03-15/2026-03-17");
    assertThat(arabic("بين 18/3 و 22/3")).containsExactly("2026-03-18/2026-03-22");
  }

  @Test
  void several_days_of_a_month_are_several_dates() {
    assertThat(english("15, 16 or 17 April"))
        .containsExactly("2026-04-15", "2026-04-16", "2026-04-17");
    assertThat(hebrew("15 או 16 באפריל")).containsExactly("2026-04-15", "2026-04-16");
  }

  @Test
  void small_hours_without_a_word_are_in_the_afternoon() {
    assertThat(english("tomorrow at 4")).containsExactly("2026-03-12T16:00");
    assertThat(english("tomorrow at 6:59 or Friday at 7"))
        .containsExactly("2026-03-12T18:59", "2026-03-13T07:00");
    assertThat(english("tomorrow at 4 in the morning")).containsExactly("2026-03-12T04:00");
    assertThat(english("tomorrow 06:30"))
        .as("a leading zero has 24 hours")
        .containsExactly("2026-03-12T06:30");
    assertThat(hebrew("מחר בארבע")).containsExactly("2026-03-12T16:00");
    assertThat(arabic("بكرا ع الـ 5")).containsExactly("2026-03-12T17:00");
  }

  @Test
  void hours_are_said_in_words() {
    assertThat(english("Friday at half ten, quarter past nine on Monday, Tuesday at ten to five"))
        .containsExactly("2026-03-13T10:30", "2026-03-16T09:15", "2026-03-17T16:50");
    assertThat(english("noon tomorrow")).containsExactly("2026-03-12T12:00");
    assertThat(hebrew("מחר בעשר וחצי, יום שישי ברבע לשלוש, יום ראשון בשמונה ועשרים"))
        .containsExactly("2026-03-12T10:30", "2026-03-13T14:45", "2026-03-15T08:20");
    assertThat(arabic("بكرا العاشرة ونص، الأحد الثانية عشرة والربع، الخميس الساعة ثلاثة إلا ربع"))
        .containsExactly("2026-03-12T10:30", "2026-03-15T12:15", "2026-03-12T14:45");
  }

  @Test
  void hours_run_from_one_to_another() {
    assertThat(english("Thursday 10-12pm, Friday 2-3pm"))
        .containsExactly("2026-03-12T10:00/2026-03-12T12:00", "2026-03-13T14:00/2026-03-13T15:00");
    assertThat(hebrew("יום חמישי בין 11 ל-1")).containsExactly("2026-03-12T11:00/2026-03-12T13:00");
    assertThat(arabic("من الساعة 9 حتى 11 يوم الأحد"))
        .containsExactly("2026-03-15T09:00/2026-03-15T11:00");
  }

  @Test
  void a_part_of_the_day_is_no_hour_but_tells_which_one_is_meant() {
    assertThat(english("tomorrow morning, tonight at 8"))
        .containsExactly("2026-03-12", "2026-03-11T20:00");
    assertThat(hebrew("מחר אחר הצהריים")).containsExactly("2026-03-12");
    assertThat(hebrew("מחר בשמונה בערב")).containsExactly("2026-03-12T20:00");
    assertThat(arabic("مساء الأحد الساعة 8")).containsExactly("2026-03-15T20:00");
  }

  @Test
  void languages_mix() {
    assertThat(arabic("الישיבה ב-25 במרץ الساعة 9:30")).containsExactly("2026-03-25T09:30");
    assertThat(hebrew("ה-call ב-Monday at 3pm")).containsExactly("2026-03-16T15:00");
  }

  @Test
  void what_cannot_be_resolved_is_left_out() {
    assertThat(english("after the holidays, soon, at 10, in March, next week, in a few days, 31/2"))
        .isEmpty();
    assertThat(hebrew("אחרי החגים, בקרוב, בשבוע הבא, בעוד כמה ימים, 30 בפברואר")).isEmpty();
    assertThat(arabic("بعد العيد، قريبا، الأسبوع القادم، بعد كم يوم")).isEmpty();
    assertThat(english("every Monday at 10, all day, Mondays")).isEmpty();
    assertThat(hebrew("כל יום שני ב-10")).isEmpty();
    assertThat(arabic("كل يوم أحد")).isEmpty();
  }

  @Test
  void phones_prices_versions_links_and_counts_are_no_dates() {
    assertThat(english("call 01632 960222 or +972-54-555-0112")).isEmpty();
    assertThat(english("$3.5, 3,400 in 2 payments, 50%, 5/5 stars, 2/3 of the screen, open 24/7"))
        .isEmpty();
    assertThat(english("PHP 8.3, version 4.5.26, 192.168.10.5")).isEmpty();
    assertThat(english("https://site.example/2026/03/05 invoice_2026-03-05.pdf monday.com"))
        .isEmpty();
    assertThat(hebrew("שני סניפים, אחד בראשון לציון, תשלום 2/3, עד שני עמודים, 7.4 ומעלה"))
        .isEmpty();
    assertThat(hebrew("א', ב' או ג'? בחרנו ב-ג'")).as("options").isEmpty();
    assertThat(arabic("الإصدار 3.5 بـ 99.9 شيكل، الحد الأدنى 5 صفحات، المسودة الثانية")).isEmpty();
  }

  @Test
  void each_language_has_its_usual_week() {
    assertThat(DateFinder.usualWeek(Language.HEBREW).lastOfWeek()).isEqualTo(DayOfWeek.THURSDAY);
    assertThat(DateFinder.usualWeek(Language.ARABIC).lastOfWeek()).isEqualTo(DayOfWeek.THURSDAY);
    assertThat(DateFinder.usualWeek(Language.ENGLISH).lastOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
  }

  @Test
  void the_words_and_their_place_are_told() {
    String text = "We'll send it by Tuesday at 10, promised.";
    DateMention mention =
        DateFinder.find(
                text,
                OffsetDateTime.parse(WEDNESDAY),
                Language.ENGLISH,
                WorkingDays.mondayToFriday())
            .getFirst();
    assertThat(mention.text()).isEqualTo("Tuesday at 10");
    assertThat(text.substring(mention.position())).startsWith("Tuesday at 10");
  }

  @Test
  void days_are_those_of_the_writers_clock() {
    assertThat(
            find(
                "tomorrow",
                "2026-03-11T23:30:00-05:00",
                Language.ENGLISH,
                WorkingDays.mondayToFriday()))
        .containsExactly("2026-03-12");
  }

  @Test
  void invisible_marks_and_vowels_do_not_hide_a_date() {
    assertThat(hebrew("\u202bבתאריך יום ו\u05f3, 20 במרץ 2026 ב-11:30\u202c"))
        .containsExactly("2026-03-20T11:30");
    assertThat(arabic("غ\u064eد\u064bا\u064b")).containsExactly("2026-03-12");
  }

  @Test
  void hostile_text_is_read_in_time() {
    for (String words :
        List.of("1, ", "at ", "end of ", "a week from ", "10/3 ", "\u05d1-", "(", "next week ")) {
      String text = words.repeat(20_000);
      assertTimeout(Duration.ofSeconds(30), () -> english(text), words);
    }
  }

  private static List<String> hebrew(String text) {
    return find(text, WEDNESDAY, Language.HEBREW, WorkingDays.sundayToThursday());
  }

  private static List<String> arabic(String text) {
    return find(text, WEDNESDAY, Language.ARABIC, WorkingDays.sundayToThursday());
  }

  private static List<String> english(String text) {
    return find(text, WEDNESDAY, Language.ENGLISH, WorkingDays.mondayToFriday());
  }

  private static List<String> find(
      String text, String sent, Language language, WorkingDays workingDays) {
    return DateFinder.find(text, OffsetDateTime.parse(sent), language, workingDays).stream()
        .map(date -> date.start() + date.end().map(end -> "/" + end).orElse(""))
        .toList();
  }
}
