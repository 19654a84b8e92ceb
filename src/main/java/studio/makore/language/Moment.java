package studio.makore.language;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A day, or a time on a day, as the writer's clock shows it. Prints as ISO 8601: {@code 2026-01-13}
 * or {@code 2026-01-12T09:30}.
 */
public record Moment(LocalDate date, Optional<LocalTime> time) {
  public static Moment of(LocalDate date) {
    return new Moment(date, Optional.empty());
  }

  public static Moment of(LocalDateTime time) {
    return new Moment(time.toLocalDate(), Optional.of(time.toLocalTime()));
  }

  boolean isAfter(Moment other) {
    return date.isAfter(other.date)
        || (date.equals(other.date)
            && time.isPresent()
            && other.time.filter(time.get()::isAfter).isPresent());
  }

  @Override
  public String toString() {
    return time.map(hour -> date.atTime(hour).toString()).orElseGet(date::toString);
  }
}
