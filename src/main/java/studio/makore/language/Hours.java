package studio.makore.language;

import java.util.Optional;
import studio.makore.language.Sense.Part;

/** An hour, or from one to another, each with the word for the part of the day if it had one. */
record Hours(Said from, Optional<Said> to) {
  private static final int HALF_A_DAY = 12 * 60;

  /** "4", "4 in the afternoon", "4pm" */
  record Said(Clock clock, Optional<Part> part) {}

  static Hours of(Said hour) {
    return new Hours(hour, Optional.empty());
  }

  Hours until(Said last) {
    return new Hours(from, Optional.of(last));
  }

  /** Minutes since the day began, for a day of which a part may have been named. */
  int start(Optional<Part> ofDay) {
    Optional<Part> shared = to.flatMap(Said::part);
    int start = from.clock().minutes(from.part().or(() -> shared).or(() -> ofDay));
    // in "10-12pm" only the end is in the afternoon
    return from.part().isEmpty() && end(ofDay).filter(end -> end <= start).isPresent()
        ? from.clock().minutes(Optional.of(Part.MORNING))
        : start;
  }

  /** The same for the end: "11 to 1" goes past noon. */
  Optional<Integer> end(Optional<Part> ofDay) {
    return to.map(last -> {
      int end = last.clock().minutes(last.part().or(from::part).or(() -> ofDay));
      int earliest = from.clock().minutes(from.part().or(() -> Optional.of(Part.MORNING)));
      return end <= earliest && end < HALF_A_DAY ? end + HALF_A_DAY : end;
    });
  }
}
