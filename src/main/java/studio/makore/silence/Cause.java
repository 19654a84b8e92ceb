package studio.makore.silence;

/** Why a client had to ask. */
public enum Cause {
  /** The last mail to the client never arrived. */
  NOT_ARRIVED,
  /** The ball is in the client's court: not a miss of the studio's. */
  CLIENT_DELAY,
  /** A day was promised and has passed without the thing and without a word. */
  BROKEN_PROMISE,
  /** A promised day passed without a word, and only then was another one named. */
  PROMISE_MOVED,
  /** The client approved, and was not told what happens now and when. */
  NO_FOLLOW_UP,
  /** The client wrote and was not answered. */
  UNANSWERED_MAIL,
  /** No day was ever named for what comes next. */
  NO_DATE_GIVEN,
  /** A day was named, but the stage is long and nothing was heard in its middle. */
  MIDWAY_SILENCE,
  /** The client was told all there is, not long ago, and asks all the same. */
  ANXIOUS_THOUGH_INFORMED,
  /** What the client had heard before is not known: nothing is said about why. */
  UNKNOWN;

  /** Whether the studio could have prevented it, as far as anything shows it. */
  public boolean miss() {
    return this != CLIENT_DELAY && this != ANXIOUS_THOUGH_INFORMED && this != UNKNOWN;
  }
}
