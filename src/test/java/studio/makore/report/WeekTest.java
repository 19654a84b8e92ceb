package studio.makore.report;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.makore.calendar.Holidays;
import studio.makore.calendar.WorkingDays;

class WeekTest {
  private static final LocalDate SUNDAY_1_MARCH = LocalDate.of(2026, 3, 1);

  @Test
  void a_week_of_sunday_to_thursday_begins_on_sunday() {
    var workingDays = WorkingDays.sundayToThursday();

    assertThat(SUNDAY_1_MARCH.datesUntil(SUNDAY_1_MARCH.plusDays(7)))
        .allSatisfy(day -> assertThat(Week.of(day, workingDays).first()).isEqualTo(SUNDAY_1_MARCH));
    assertThat(Week.of(SUNDAY_1_MARCH.minusDays(1), workingDays).key()).isEqualTo("2026-02-22");
  }

  @Test
  void a_week_of_monday_to_friday_begins_on_monday() {
    var workingDays = WorkingDays.mondayToFriday();

    assertThat(Week.of(SUNDAY_1_MARCH, workingDays).key()).isEqualTo("2026-02-23");
    assertThat(Week.of(SUNDAY_1_MARCH.plusDays(1), workingDays).key()).isEqualTo("2026-03-02");
  }

  @Test
  void a_short_week_begins_after_its_longest_break() {
    var workingDays =
        WorkingDays.of(EnumSet.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY), Holidays.none());

    assertThat(Week.of(SUNDAY_1_MARCH, workingDays).first().getDayOfWeek()).isEqualTo(MONDAY);
  }

  @Test
  void a_studio_closed_on_saturday_only_begins_its_week_on_sunday() {
    var workingDays = WorkingDays.of(EnumSet.complementOf(EnumSet.of(SATURDAY)), Holidays.none());

    assertThat(Week.of(SUNDAY_1_MARCH.plusDays(3), workingDays).first()).isEqualTo(SUNDAY_1_MARCH);
  }

  @Test
  void a_holiday_on_its_first_day_does_not_move_a_week() {
    var workingDays =
        WorkingDays.of(
            EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY, SATURDAY)),
            Holidays.of(List.of("IL"), List.of()));
    var newYearsSunday = LocalDate.of(2026, 9, 13);

    assertThat(workingDays.isWorking(newYearsSunday)).isFalse();
    assertThat(Week.of(newYearsSunday.plusDays(2), workingDays).first()).isEqualTo(newYearsSunday);
  }

  @Test
  void a_week_is_over_when_the_next_one_begins_also_when_the_clocks_change() {
    var zone = ZoneId.of("Asia/Jerusalem");
    var week = new Week(LocalDate.of(2026, 3, 22));
    var next = new Week(LocalDate.of(2026, 3, 29));

    assertThat(week.from(zone)).isEqualTo(Instant.parse("2026-03-21T22:00:00Z"));
    assertThat(week.to(zone)).isEqualTo(Instant.parse("2026-03-28T21:00:00Z"));
    assertThat(week.to(zone)).isEqualTo(next.from(zone));
    assertThat(next.previous()).isEqualTo(week);
  }
}
