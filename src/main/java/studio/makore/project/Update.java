package studio.makore.project;

/** The messages that a rule of the process may owe a client. */
public enum Update {
  /** Right after the first payment: good wishes, what happens now and exactly when. */
  KICKOFF,
  /** On entering a stage: what happens now and the day it is ready. */
  STAGE_START,
  /** After every presentation: the day of what comes next. */
  PRESENTATION_FOLLOW_UP,
  /** After an approval that ends a stage: the day the next result is ready. */
  APPROVAL_FOLLOW_UP,
  /** In the middle of a long stage: that it goes as promised, where that is true. */
  MIDWAY,
  /** Before a promised day that will not hold: the new day. */
  DELAY_NOTICE,
  /** A result is there before its day. */
  EARLY_FINISH,
  /** What the client is to bring, by when, and what happens if it comes late. */
  MATERIALS_REQUEST,
  /** One step of the chase for what was asked. */
  CLIENT_REMINDER,
  /** The chase was in vain: the project rests, and ends on a day. */
  DORMANT_NOTICE,
  /** That day has come: it is closed, and how to come back. */
  DORMANT_CLOSED,
  /** A client who was late is back: the honest new day. */
  RE_ENTRY,
  /**
   * The page "How we work together": first without days, then with them, then whenever they move.
   */
  WORKING_TOGETHER,
  /** Some time after the end. */
  AFTER_END;

  /** Whether it should not arrive when nobody is there to answer, as at the end of a week. */
  public boolean badNews() {
    return this == DELAY_NOTICE || this == DORMANT_NOTICE || this == DORMANT_CLOSED;
  }

  /** Whether the mail is nothing without a day that the client can count on. */
  public boolean namesDay() {
    return this != DORMANT_CLOSED && this != WORKING_TOGETHER && this != AFTER_END;
  }
}
