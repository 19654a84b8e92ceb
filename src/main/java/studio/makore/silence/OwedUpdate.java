package studio.makore.silence;

/** The updates that a studio owes a client: what would have prevented an inquiry. */
public enum OwedUpdate {
  /** On entering a stage: what happens now and the day it is ready. */
  STAGE_START,
  /** Right after an approval: what comes next and the day it is ready. */
  APPROVAL_FOLLOW_UP,
  /** In the middle of a long stage: where it stands. */
  MIDWAY,
  /** Before a promised day that will not hold: the new day. */
  DELAY_NOTICE,
  /** An answer to the client's mail. */
  ANSWER,
  /** What is left for the client to do, and by when. */
  CLIENT_REMINDER,
  /** The same mail again by a way that arrives. */
  SEND_AGAIN,
  /** None was owed. */
  NONE
}
