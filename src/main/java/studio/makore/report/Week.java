package studio.makore.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.IntStream;
import studio.makore.calendar.WorkingDays;

/**
 * A week as the studio lives it: seven days from the first working day after the weekend.
 *
 * @param first Sunday where Sunday to Thursday is worked, Monday where Monday to Friday is
 */
public record Week(LocalDate first) {
  /** No studio is away for so long that one of its working weekdays is a holiday in all of them. */
  private static final int WEEKS_LOOKED_AT = 53;

  /** The week that day lies in. A holiday on its first day does not move it. */
  public static Week of(LocalDate day, WorkingDays workingDays) {
    return new Week(day.with(TemporalAdjusters.previousOrSame(firstWeekday(day, workingDays))));
  }

  private static DayOfWeek firstWeekday(LocalDate day, WorkingDays workingDays) {
    DayOfWeek last = workingDays.lastOfWeek();
    return IntStream.rangeClosed(1, DayOfWeek.values().length)
        .mapToObj(last::plus)
        .filter(weekday -> isWorked(weekday, day, workingDays))
        .findFirst()
        .orElse(last);
  }

  private static boolean isWorked(DayOfWeek weekday, LocalDate day, WorkingDays workingDays) {
    LocalDate latest = day.with(TemporalAdjusters.previousOrSame(weekday));
    return IntStream.range(0, WEEKS_LOOKED_AT)
        .mapToObj(latest::minusWeeks)
        .anyMatch(workingDays::isWorking);
  }

  /** The moment it begins. */
  public Instant from(ZoneId zone) {
    return first.atStartOfDay(zone).toInstant();
  }

  /** The moment it is over: the next one's beginning. */
  public Instant to(ZoneId zone) {
    return first.plusWeeks(1).atStartOfDay(zone).toInstant();
  }

  /** The week before. */
  public Week previous() {
    return new Week(first.minusWeeks(1));
  }

  /** Names the week, once and for all: its first day, such as {@code 2026-03-01}. */
  public String key() {
    return first.toString();
  }
}
