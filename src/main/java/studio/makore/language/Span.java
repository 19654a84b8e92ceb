package studio.makore.language;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import studio.makore.language.Sense.Part;

/** What a rule found: a day or hour, or from one to another, and the part of the day if named. */
record Span(Moment start, Optional<Moment> end, Optional<Part> part) {
  private static final int DAY_IN_MINUTES = 24 * 60;

  static Span of(Moment start) {
    return new Span(start, Optional.empty(), Optional.empty());
  }

  static Span of(LocalDate date) {
    return of(Moment.of(date));
  }

  LocalDate date() {
    return start.date();
  }

  Span within(Optional<Part> named) {
    return named.isPresent() ? new Span(start, end, named) : this;
  }

  /** A stretch that ends where another ends; empty if it would run backwards. */
  Optional<Span> until(Span other) {
    Moment last = other.end().orElse(other.start());
    return last.isAfter(start)
        ? Optional.of(new Span(start, Optional.of(last), part))
        : Optional.empty();
  }

  /** This day at these hours; empty for a stretch, and where the hours would run backwards. */
  Optional<Span> at(Hours hours) {
    Optional<Moment> last = hours.end(part).map(this::moment);
    var hour = new Span(moment(hours.start(part)), Optional.empty(), part);
    if (end.isPresent() || start.time().isPresent()) {
      return Optional.empty();
    }
    return last.isPresent() ? hour.until(Span.of(last.get())) : Optional.of(hour);
  }

  private Moment moment(int minutes) {
    return Moment.of(
        date()
            .plusDays(minutes / DAY_IN_MINUTES)
            .atTime(LocalTime.ofSecondOfDay(60L * (minutes % DAY_IN_MINUTES))));
  }
}
