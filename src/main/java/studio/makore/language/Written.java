package studio.makore.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.OptionalInt;

/** A day and month, with a year of this century if one was written. */
record Written(MonthDay day, OptionalInt year) {
  /** A date without a year that passed by more than this many days is meant for the next year. */
  private static final int LONG_PAST = 60;

  /** Empty for a day that no calendar has. */
  static Optional<Written> of(int day, int month, OptionalInt year) {
    try {
      if (year.isPresent()) {
        LocalDate.of(year.getAsInt(), month, day);
      }
      return Optional.of(new Written(MonthDay.of(month, day), year));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The date meant by someone who writes on the given day; empty for 29 February of other years.
   */
  Optional<LocalDate> seenFrom(LocalDate now) {
    int meant = year.orElseGet(() -> yearSeenFrom(now));
    return day.isValidYear(meant) ? Optional.of(day.atYear(meant)) : Optional.empty();
  }

  private int yearSeenFrom(LocalDate now) {
    boolean longPast = day.atYear(now.getYear()).isBefore(now.minusDays(LONG_PAST));
    return longPast ? now.getYear() + 1 : now.getYear();
  }
}
