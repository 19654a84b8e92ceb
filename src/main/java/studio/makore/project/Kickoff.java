package studio.makore.project;

import java.time.LocalTime;

/**
 * How a process begins once the first payment is there.
 *
 * @param minutes how long the call takes; 0 where the work comes first
 * @param hour of the call, or of the day on which the first result is promised; in the studio's
 *     zone
 */
public record Kickoff(With with, int minutes, LocalTime hour) {

  /** What comes first. */
  public enum With {
    /** A call at a set hour. */
    CALL,
    /** The work on the first stage. */
    WORK
  }
}
