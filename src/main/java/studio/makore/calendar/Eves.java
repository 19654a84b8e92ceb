package studio.makore.calendar;

/** What a studio does on the day before a holiday. */
public enum Eves {
  /** What is usual where the holiday is kept: offices close at noon before the Jewish ones. */
  USUAL,
  /** The studio closes at noon; nothing is promised for such a day. */
  HALF_DAY,
  /** The studio is closed. */
  DAY_OFF,
  /** A day like any other. */
  WORKED
}
