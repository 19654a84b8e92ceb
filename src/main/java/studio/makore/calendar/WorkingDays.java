package studio.makore.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Set;

/**
 * The days on which a studio works: those of its week that are neither a holiday nor the half day
 * before one. Every date that is promised to a client is counted by this.
 */
public final class WorkingDays {
  /** Longer than any break a studio takes; a calendar without a working day in it is a mistake. */
  private static final int LONGEST_BREAK = 366;

  private final Set<DayOfWeek> week;
  private final Holidays holidays;

  private WorkingDays(Set<DayOfWeek> week, Holidays holidays) {
    this.week = week;
    this.holidays = holidays;
  }

  /**
   * @throws IllegalArgumentException if the week has no day
   */
  public static WorkingDays of(Set<DayOfWeek> week, Holidays holidays) {
    if (week.isEmpty()) {
      throw new IllegalArgumentException("A working week needs at least one day");
    }
    return new WorkingDays(EnumSet.copyOf(week), holidays);
  }

  /** Sunday to Thursday, without holidays. */
  public static WorkingDays sundayToThursday() {
    return of(
        EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)), Holidays.none());
  }

  /** Monday to Friday, without holidays. */
  public static WorkingDays mondayToFriday() {
    return of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Holidays.none());
  }

  /** The holidays that are not worked. */
  public Holidays holidays() {
    return holidays;
  }

  /** Whether the whole of this day is worked. */
  public boolean isWorking(LocalDate date) {
    return week.contains(date.getDayOfWeek())
        && holidays.on(date).isEmpty()
        && !holidays.isHalfDay(date);
  }

  /** Whether this day of the studio's week ends at noon because a holiday begins that evening. */
  public boolean isHalfDay(LocalDate date) {
    return week.contains(date.getDayOfWeek()) && holidays.isHalfDay(date);
  }

  /** Whether the next day is a holiday or one of the studio's days off, and this one is not. */
  public boolean isEveOfHoliday(LocalDate date) {
    return holidays.eveOf(date).isPresent();
  }

  /** Whether this day is worked and the next one is not: the last before a weekend or holiday. */
  public boolean isBeforeBreak(LocalDate date) {
    return isWorking(date) && !isWorking(date.plusDays(1));
  }

  /** Whether no other day of this week is worked after it. */
  public boolean isLastOfWeek(LocalDate date) {
    return isWorking(date) && date.equals(lastOfWeek(date));
  }

  /**
   * The last day worked of the week that a date lies in, where weeks end with their longest break;
   * in a week without work, the last one before it.
   */
  public LocalDate lastOfWeek(LocalDate date) {
    DayOfWeek last = lastOfWeek();
    LocalDate usual = date.with(TemporalAdjusters.previousOrSame(last));
    boolean inBreak = !date.isAfter(usual.plusDays(breakAfter(last)));
    return onOrBefore(inBreak ? usual : usual.plusWeeks(1));
  }

  /** This date if it is worked, otherwise the next one that is. */
  public LocalDate onOrAfter(LocalDate date) {
    return nearest(date, 1);
  }

  /** This date if it is worked, otherwise the last one before it that was. */
  public LocalDate onOrBefore(LocalDate date) {
    return nearest(date, -1);
  }

  /** The n-th working day after a date, which itself is never counted; the date itself for 0. */
  public LocalDate plus(LocalDate from, int workingDays) {
    return count(from, workingDays, 1);
  }

  /** The n-th working day before a date, which itself is never counted; the date itself for 0. */
  public LocalDate minus(LocalDate from, int workingDays) {
    return count(from, workingDays, -1);
  }

  /** How many working days come after the one date up to and with the other; 0 if none do. */
  public int between(LocalDate fromExclusive, LocalDate toInclusive) {
    return (int)
        fromExclusive
            .plusDays(1)
            .datesUntil(max(fromExclusive, toInclusive).plusDays(1))
            .filter(this::isWorking)
            .count();
  }

  /** The day before the week's longest break: Thursday where Friday and Saturday are free. */
  public DayOfWeek lastOfWeek() {
    return week.stream().max((a, b) -> Integer.compare(breakAfter(a), breakAfter(b))).orElseThrow();
  }

  private int breakAfter(DayOfWeek day) {
    int free = 0;
    while (free < 6 && !week.contains(day.plus(free + 1))) {
      free++;
    }
    return free;
  }

  private LocalDate nearest(LocalDate date, int step) {
    for (int days = 0; days <= LONGEST_BREAK; days++) {
      LocalDate candidate = date.plusDays((long) days * step);
      if (isWorking(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException(
        "No working day within a year of %s: look at the studio's days off".formatted(date));
  }

  private LocalDate count(LocalDate from, int workingDays, int step) {
    if (workingDays < 0) {
      throw new IllegalArgumentException(
          "%d working days: count them from 0".formatted(workingDays));
    }
    LocalDate date = from;
    for (int counted = 0; counted < workingDays; counted++) {
      date = nearest(date.plusDays(step), step);
    }
    return date;
  }

  private static LocalDate max(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
