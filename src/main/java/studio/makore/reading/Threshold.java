package studio.makore.reading;

/** From which probability an act counts as read, by what the two errors cost. */
final class Threshold {
  private Threshold() {}

  /**
   * A missed inquiry is a client left in the air; a wrong approval completes a stage that nobody
   * accepted. For the others a little under an even chance: that is where the F measure is best
   * (its best threshold is half of what it reaches: Lipton and others, "Optimal thresholding of
   * classifiers to maximize F1", 2014).
   */
  static double of(Act act) {
    return switch (act) {
      case STATUS_INQUIRY -> 0.22;
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
          0.42;
    };
  }

  /** How well it divides. */
  static Score score(Act act, double[] probabilities, boolean[] yes) {
    Score score = Score.NONE;
    for (int i = 0; i < yes.length; i++) {
      boolean read = probabilities[i] >= of(act);
      int wrong = read && !yes[i] ? 1 : 0;
      int missed = !read && yes[i] ? 1 : 0;
      score = score.plus(new Score(read && yes[i] ? 1 : 0, wrong, missed));
    }
    return score;
  }
}
