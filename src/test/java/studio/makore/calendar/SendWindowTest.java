package studio.makore.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Demands 000.18, 001.18 and 002.14. */
class SendWindowTest {
  private static final ZoneId JERUSALEM = ZoneId.of("Asia/Jerusalem");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final SendWindow israel =
      SendWindow.usual(
          WorkingDays.of(
              EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)),
              Holidays.of(List.of("IL"), Set.of())),
          JERUSALEM);

  private final SendWindow england =
      SendWindow.usual(
          WorkingDays.of(
              EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
              Holidays.of(List.of("GB-ENG"), Set.of())),
          LONDON);

  @Test
  void what_comes_at_eleven_at_night_is_answered_at_nine_in_the_morning() {
    assertThat(next(israel, "2026-03-09T23:00")).isEqualTo("2026-03-10T09:00");
    assertThat(next(israel, "2026-03-10T00:30")).isEqualTo("2026-03-10T09:00");
    assertThat(next(israel, "2026-03-09T14:20:07")).isEqualTo("2026-03-09T14:20:07");
    assertThat(israel.isOpen(at("2026-03-09T09:00", JERUSALEM))).isTrue();
    assertThat(israel.isOpen(at("2026-03-09T19:00", JERUSALEM))).isFalse();
  }

  @Test
  void the_weekend_and_holidays_are_waited_out() {
    assertThat(next(israel, "2026-03-12T19:30")).isEqualTo("2026-03-15T09:00");
    assertThat(next(israel, "2026-09-21T10:00")).as("Yom Kippur").isEqualTo("2026-09-22T09:00");
    assertThat(next(england, "2027-03-25T20:00")).as("Easter").isEqualTo("2027-03-30T09:00");
  }

  @Test
  void the_morning_of_a_half_day_is_open() {
    assertThat(next(israel, "2026-09-20T10:00")).isEqualTo("2026-09-20T10:00");
    assertThat(next(israel, "2026-09-20T12:00")).isEqualTo("2026-09-22T09:00");
  }

  @Test
  void bad_news_waits_from_thursday_evening_for_sunday_morning() {
    assertThat(badNews(israel, "2026-03-12T17:15")).isEqualTo("2026-03-15T09:00");
    assertThat(badNews(israel, "2026-03-12T10:15")).isEqualTo("2026-03-12T10:15");
    assertThat(badNews(israel, "2026-03-11T17:15")).isEqualTo("2026-03-11T17:15");
    assertThat(badNews(israel, "2026-03-11T22:00")).isEqualTo("2026-03-12T09:00");
  }

  @Test
  void elsewhere_it_waits_from_friday_for_monday() {
    assertThat(badNews(england, "2026-03-13T17:15")).isEqualTo("2026-03-16T09:00");
    assertThat(badNews(england, "2026-03-12T17:15")).isEqualTo("2026-03-12T17:15");
  }

  @Test
  void no_bad_news_on_the_eve_of_a_holiday_even_where_it_is_worked() {
    assertThat(badNews(israel, "2026-09-20T09:30")).isEqualTo("2026-09-22T09:00");
    assertThat(badNews(england, "2026-12-24T09:30")).isEqualTo("2026-12-29T09:00");
    assertThat(next(england, "2026-12-24T09:30")).isEqualTo("2026-12-24T09:30");
  }

  @Test
  void bad_news_before_two_feasts_in_a_row_waits_for_both() {
    // Rosh Hashana on Saturday and Sunday
    assertThat(badNews(israel, "2026-09-10T15:00")).isEqualTo("2026-09-14T09:00");
  }

  @Test
  void summer_time_moves_no_morning() {
    assertThat(next(england, "2026-03-28T12:00")).isEqualTo("2026-03-30T09:00");
    assertThat(next(israel, "2026-03-26T23:00")).isEqualTo("2026-03-29T09:00");
  }

  @Test
  void what_is_told_to_be_open_is_open() {
    Instant now = at("2026-01-01T00:00", JERUSALEM);
    for (int i = 0; i < 3000; i++) {
      now = now.plusSeconds(3 * 3600 + 17);
      Instant open = israel.nextOpen(now);
      Instant calm = israel.nextOpenForBadNews(now);
      assertThat(open).isAfterOrEqualTo(now);
      assertThat(calm).isAfterOrEqualTo(open);
      assertThat(israel.isOpen(open)).isTrue();
      assertThat(israel.isOpenForBadNews(calm)).isTrue();
      assertThat(israel.isOpen(calm)).isTrue();
    }
  }

  @Test
  void a_window_that_never_opens_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new SendWindow(israel.days(), JERUSALEM, LocalTime.of(19, 0), LocalTime.of(9, 0)));
  }

  private static String next(SendWindow window, String now) {
    return local(window, window.nextOpen(at(now, window.zone())));
  }

  private static String badNews(SendWindow window, String now) {
    return local(window, window.nextOpenForBadNews(at(now, window.zone())));
  }

  private static String local(SendWindow window, Instant instant) {
    return LocalDateTime.ofInstant(instant, window.zone()).toString();
  }

  private static Instant at(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }
}
