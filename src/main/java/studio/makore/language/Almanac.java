package studio.makore.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import studio.makore.calendar.WorkingDays;
import studio.makore.language.Sense.Unit;

/** Where weeks, months and spans of time lie as seen from the moment at which a mail was sent. */
record Almanac(LocalDateTime now, DayOfWeek firstDayOfWeek, WorkingDays workingDays) {
  /** More than three digits of anything is no plan. */
  private static final int MOST = 999;

  private static final int DAYS_OF_HALF_A_WEEK = 3;
  private static final int DAYS_OF_HALF_A_MONTH = 15;

  /** A number of units, and half a one more if {@code half}: "a week and a half". */
  record Amount(int count, boolean half, Unit unit) {}

  LocalDate today() {
    return now.toLocalDate();
  }

  /** Its next occurrence strictly after a date. */
  static LocalDate next(DayOfWeek day, LocalDate after) {
    return after.with(TemporalAdjusters.next(day));
  }

  /** The day in the week so many weeks from the present one. */
  LocalDate inWeek(DayOfWeek day, int weeksAhead) {
    return startOfWeek(weeksAhead).with(TemporalAdjusters.nextOrSame(day));
  }

  private LocalDate startOfWeek(int weeksAhead) {
    return today().with(TemporalAdjusters.previousOrSame(firstDayOfWeek)).plusWeeks(weeksAhead);
  }

  /** The first working day of a week. */
  LocalDate firstOfWeek(int weeksAhead) {
    return workingDays.onOrAfter(startOfWeek(weeksAhead));
  }

  /** The last working day of a week. */
  LocalDate lastOfWeek(int weeksAhead) {
    return workingDays.onOrBefore(inWeek(workingDays.lastOfWeek(), weeksAhead));
  }

  /** The month so named, as Written sees a date in it. */
  YearMonth month(int month) {
    YearMonth thisYear = YearMonth.of(today().getYear(), month);
    return Written.of(thisYear.lengthOfMonth(), month, java.util.OptionalInt.empty())
        .flatMap(written -> written.seenFrom(today()))
        .map(YearMonth::from)
        .orElse(thisYear);
  }

  YearMonth monthAhead(int months) {
    return YearMonth.from(today()).plusMonths(months);
  }

  LocalDate endOfQuarter(int quartersAhead) {
    LocalDate day = today().plus(quartersAhead, IsoFields.QUARTER_YEARS);
    return day.with(IsoFields.DAY_OF_QUARTER, 1).plus(1, IsoFields.QUARTER_YEARS).minusDays(1);
  }

  /** The next time that a month has this day, today included; empty if none has. */
  Optional<LocalDate> dayOfMonth(int day) {
    return day > 31
        ? Optional.empty()
        : today()
            .datesUntil(today().plusMonths(2).plusDays(1))
            .filter(date -> date.getDayOfMonth() == day)
            .findFirst();
  }

  /** So much after a date, or before it; hours count from the moment of sending. */
  Optional<Moment> shift(LocalDate from, Amount amount, int sign) {
    if (amount.count() > MOST) {
      return Optional.empty();
    }
    int count = sign * amount.count();
    int half = amount.half() ? sign : 0;
    return Optional.of(
        switch (amount.unit()) {
          case MINUTE -> Moment.of(minute().plusMinutes(count));
          case HOUR -> Moment.of(minute().plusMinutes(60L * count + 30L * half));
          case DAY -> Moment.of(from.plusDays(count));
          case WORKING_DAY ->
              Moment.of(
                  sign > 0
                      ? workingDays.plus(from, amount.count())
                      : workingDays.minus(from, amount.count()));
          case WEEK -> Moment.of(from.plusWeeks(count).plusDays(DAYS_OF_HALF_A_WEEK * half));
          case MONTH -> Moment.of(from.plusMonths(count).plusDays(DAYS_OF_HALF_A_MONTH * half));
          case QUARTER -> Moment.of(from.plusMonths(3L * count));
          case YEAR -> Moment.of(from.plusYears(count).plusMonths(6L * half));
        });
  }

  private LocalDateTime minute() {
    return now.truncatedTo(ChronoUnit.MINUTES);
  }
}
