package studio.makore.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;

/** A studio's own days off: from one date to another, both included. */
public record DaysOff(LocalDate first, LocalDate last) {
  /** Longer leave than this is more likely a year mistyped. */
  private static final int LONGEST = 366;

  public DaysOff {
    if (last.isBefore(first) || first.plusDays(LONGEST).isBefore(last)) {
      throw new IllegalArgumentException(
          "%s to %s is no leave: the last day comes after the first, within a year"
              .formatted(first, last));
    }
  }

  /**
   * Reads {@code 2026-12-24} or {@code 2026-08-09 to 2026-08-20}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static DaysOff parse(String text) {
    String[] dates = text.strip().split(" +to +", 2);
    try {
      LocalDate first = LocalDate.parse(dates[0]);
      return new DaysOff(first, dates.length == 2 ? LocalDate.parse(dates[1]) : first);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "\"%s\" is no day off; write 2026-12-24, or 2026-08-09 to 2026-08-20".formatted(text), e);
    }
  }

  public Stream<LocalDate> dates() {
    return first.datesUntil(last.plusDays(1));
  }
}
