package studio.makore.language;

import java.util.Optional;
import studio.makore.language.Sense.Part;

/**
 * An hour as it was written or said.
 *
 * @param exact whether it was written with a leading 0, as only a clock of 24 hours has it
 */
record Clock(int hour, int minute, boolean exact) {
  static final int NOON = 12;

  /** Hours that nobody works by night: without another word they are in the afternoon. */
  private static final int LAST_AFTERNOON_HOUR = 6;

  /** Minutes since the day began; 24 hours for midnight at its end. */
  int minutes(Optional<Part> part) {
    return 60 * hourOfDay(part) + minute;
  }

  private int hourOfDay(Optional<Part> part) {
    if (hour > NOON || hour == 0) {
      return hour;
    }
    if (part.isEmpty()) {
      return hour <= LAST_AFTERNOON_HOUR && !exact ? hour + NOON : hour;
    }
    return switch (part.get()) {
      case AM -> hour % NOON;
      case MORNING -> hour;
      case PM, AFTERNOON, EVENING, END_OF_DAY -> hour % NOON + NOON;
      case NOON -> hour <= LAST_AFTERNOON_HOUR ? hour + NOON : hour;
      case NIGHT -> hour == NOON ? 2 * NOON : hour <= LAST_AFTERNOON_HOUR ? hour : hour + NOON;
    };
  }
}
