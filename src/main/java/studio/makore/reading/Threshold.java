package studio.makore.reading;

import java.util.Arrays;

/** From which probability an act counts as read, by what the two errors cost. */
final class Threshold {
  private static final double LOWEST = 0.15;
  private static final double HIGHEST = 0.9;

  private Threshold() {}

  /**
   * How many times as dear missing an act is as reading it wrongly. A missed inquiry is a client
   * left in the air; a wrong approval completes a stage that nobody accepted; for the others, a
   * person who is asked loses less than one who trusts.
   */
  private static double dearness(Act act) {
    return switch (act) {
      case STATUS_INQUIRY -> 1.5;
      case APPROVAL -> 0.5;
      case CHANGE_REQUEST,
          REJECTION,
          MATERIALS,
          SCHEDULING,
          QUESTION,
          PROBLEM_REPORT,
          NEW_WORK,
          PAYMENT,
          COMPLAINT,
          CLIENT_DELAY,
          CONTACT_CHANGE,
          CANCELLATION,
          THANKS,
          OTHER ->
          0.6;
    };
  }

  /**
   * The threshold with the best F measure on probabilities that the model gave to sentences it had
   * not seen; the middle of the best stretch, where several are equal.
   */
  static double choose(Act act, double[] probabilities, boolean[] yes) {
    Integer[] surestFirst = new Integer[yes.length];
    Arrays.setAll(surestFirst, i -> i);
    Arrays.sort(surestFirst, (i, k) -> Double.compare(probabilities[k], probabilities[i]));
    int positives = 0;
    for (boolean one : yes) {
      positives += one ? 1 : 0;
    }
    double best = -1;
    double threshold = 0.5;
    Score score = new Score(0, 0, positives);
    for (int at = 0; at < yes.length; at++) {
      boolean holds = yes[surestFirst[at]];
      score = score.plus(holds ? new Score(1, 0, -1) : new Score(0, 1, 0));
      double f = score.f(dearness(act));
      if (f > best) {
        best = f;
        double here = probabilities[surestFirst[at]];
        double next = at + 1 < yes.length ? probabilities[surestFirst[at + 1]] : 0;
        threshold = (here + next) / 2;
      }
    }
    return Math.clamp(threshold, LOWEST, HIGHEST);
  }

  /** How well the threshold divides. */
  static Score score(double[] probabilities, boolean[] yes, double threshold) {
    Score score = Score.NONE;
    for (int i = 0; i < yes.length; i++) {
      boolean read = probabilities[i] >= threshold;
      int wrong = read && !yes[i] ? 1 : 0;
      int missed = !read && yes[i] ? 1 : 0;
      score = score.plus(new Score(read && yes[i] ? 1 : 0, wrong, missed));
    }
    return score;
  }
}
