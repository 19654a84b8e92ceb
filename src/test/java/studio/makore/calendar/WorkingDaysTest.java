package studio.makore.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
  private final WorkingDays plain = WorkingDays.sundayToThursday();
  private final WorkingDays israel =
      WorkingDays.of(
          EnumSet.of(
              DayOfWeek.SUNDAY,
              DayOfWeek.MONDAY,
              DayOfWeek.TUESDAY,
              DayOfWeek.WEDNESDAY,
              DayOfWeek.THURSDAY),
          Holidays.of(List.of("IL"), Set.of(day("2026-09-22"))));

  @Test
  void five_working_days_from_a_sunday_end_on_the_next_sunday() {
    assertThat(plain.plus(day("2026-01-11"), 5)).isEqualTo(day("2026-01-18"));
    assertThat(WorkingDays.mondayToFriday().plus(day("2026-01-12"), 5))
        .isEqualTo(day("2026-01-19"));
  }

  @Test
  void counting_from_a_weekend_starts_on_the_first_working_day() {
    assertThat(plain.plus(day("2026-01-16"), 1)).isEqualTo(day("2026-01-18"));
    assertThat(plain.plus(day("2026-01-16"), 0)).isEqualTo(day("2026-01-16"));
  }

  @Test
  void yom_kippur_its_eve_and_the_day_that_the_studio_adds_are_jumped_over() {
    assertThat(israel.plus(day("2026-09-17"), 1)).isEqualTo(day("2026-09-23"));
    assertThat(israel.minus(day("2026-09-23"), 1)).isEqualTo(day("2026-09-17"));
    assertThat(israel.isWorking(day("2026-09-20"))).as("the eve").isFalse();
  }

  @Test
  void a_date_that_is_not_worked_moves_to_the_next_or_back_to_the_last_that_is() {
    assertThat(israel.onOrAfter(day("2026-09-20"))).isEqualTo(day("2026-09-23"));
    assertThat(israel.onOrAfter(day("2026-09-23"))).isEqualTo(day("2026-09-23"));
    assertThat(israel.onOrBefore(day("2026-09-22"))).isEqualTo(day("2026-09-17"));
  }

  @Test
  void what_is_counted_forth_is_counted_between() {
    LocalDate from = day("2026-03-30");
    for (int days = 0; days < 60; days++) {
      assertThat(israel.between(from, israel.plus(from, days))).isEqualTo(days);
    }
    assertThat(israel.between(day("2026-03-30"), day("2026-03-01"))).isZero();
  }

  @Test
  void the_week_ends_before_its_longest_break() {
    assertThat(plain.lastOfWeek()).isEqualTo(DayOfWeek.THURSDAY);
    assertThat(WorkingDays.mondayToFriday().lastOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
    assertThat(week(DayOfWeek.SATURDAY).lastOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
    assertThat(week(DayOfWeek.FRIDAY).lastOfWeek()).isEqualTo(DayOfWeek.THURSDAY);
    assertThat(week(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.TUESDAY).lastOfWeek())
        .isEqualTo(DayOfWeek.THURSDAY);
  }

  @Test
  void the_last_working_day_of_a_week_comes_earlier_when_a_holiday_ends_it() {
    assertThat(plain.lastOfWeek(day("2026-03-11"))).isEqualTo(day("2026-03-12"));
    assertThat(plain.lastOfWeek(day("2026-03-14"))).as("Saturday").isEqualTo(day("2026-03-12"));
    assertThat(plain.lastOfWeek(day("2026-03-15"))).as("Sunday").isEqualTo(day("2026-03-19"));
    assertThat(plain.isLastOfWeek(day("2026-03-12"))).isTrue();
    assertThat(plain.isLastOfWeek(day("2026-03-13"))).isFalse();
    WorkingDays atPassover =
        WorkingDays.of(
            EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)),
            Holidays.of(List.of("IL"), Set.of()));
    assertThat(atPassover.isLastOfWeek(day("2026-03-31"))).as("before Passover's eve").isTrue();
    assertThat(atPassover.isLastOfWeek(day("2026-04-02"))).isFalse();
    assertThat(WorkingDays.mondayToFriday().lastOfWeek(day("2026-03-15")))
        .isEqualTo(day("2026-03-13"));
  }

  @Test
  void eves_breaks_and_half_days_are_told_apart() {
    assertThat(israel.isHalfDay(day("2026-09-20"))).isTrue();
    assertThat(israel.isHalfDay(day("2026-09-25"))).as("Friday is free anyway").isFalse();
    assertThat(israel.isEveOfHoliday(day("2026-09-20"))).isTrue();
    assertThat(israel.isEveOfHoliday(day("2026-09-17"))).as("Thursday before Sunday").isFalse();
    assertThat(israel.isBeforeBreak(day("2026-09-17"))).isTrue();
    assertThat(israel.isBeforeBreak(day("2026-09-16"))).isFalse();
  }

  @Test
  void a_studio_that_never_works_is_told_so_instead_of_being_counted_for_ever() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorkingDays.of(Set.of(), Holidays.none()));
    assertThatIllegalArgumentException().isThrownBy(() -> plain.plus(day("2026-01-01"), -1));
    WorkingDays sabbatical =
        WorkingDays.of(
            EnumSet.allOf(DayOfWeek.class),
            Holidays.of(
                List.of(),
                day("2026-01-01").datesUntil(day("2028-01-01")).collect(Collectors.toSet())));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> sabbatical.onOrAfter(day("2026-01-01")))
        .withMessageContaining("2026-01-01");
  }

  private static WorkingDays week(DayOfWeek... free) {
    return WorkingDays.of(EnumSet.complementOf(EnumSet.copyOf(List.of(free))), Holidays.none());
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
