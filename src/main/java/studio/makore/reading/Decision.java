package studio.makore.reading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** What an owner decided about a draft. */
public sealed interface Decision {
  /** The draft goes out as it stands. */
  record Send() implements Decision {}

  /** Nothing goes out. */
  record Discard() implements Decision {}

  /**
   * This text goes out in the draft's place.
   *
   * @param text the owner's own words, never blank
   */
  record Replace(String text) implements Decision {}

  /** The answer to the question which date may be promised; by itself it sends nothing. */
  record Date(LocalDate date, Optional<LocalTime> time) implements Decision {}

  /** Ask again then. */
  record Later(LocalDate date, Optional<LocalTime> time) implements Decision {}

  /** Nothing may be done but say that it was not understood. */
  record Unclear() implements Decision {}
}
