package studio.makore.reading;

/**
 * How far a mail lies on the side of each act, sentence by sentence and as a whole.
 *
 * @param sentences the margins of each sentence, act by act; at least one sentence
 * @param whole the margins of all sentences taken as one text
 */
record Margins(float[][] sentences, float[] whole) {
  /** Where a mail of one sentence has its second best: it shows nothing. */
  private static final double NOTHING = -1;

  /** How many numbers {@link #signs} gives. */
  static final int SIGNS = 6;

  static Margins of(float[] onlySentence) {
    return new Margins(new float[][] {onlySentence}, onlySentence);
  }

  /** The sentence that shows the act best. */
  int best(int act) {
    int best = 0;
    for (int i = 1; i < sentences.length; i++) {
      if (sentences[i][act] > sentences[best][act]) {
        best = i;
      }
    }
    return best;
  }

  /**
   * What there is to go by for one act: its best sentence, the whole, the second best sentence and
   * the mean of all; and how strongly that best sentence, and the whole, speak for another act.
   */
  double[] signs(int act) {
    int best = best(act);
    double most = sentences[best][act];
    double second = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int i = 0; i < sentences.length; i++) {
      sum += sentences[i][act];
      second = i == best ? second : Math.max(second, sentences[i][act]);
    }
    return new double[] {
      most,
      whole[act],
      sentences.length == 1 ? Math.min(most, NOTHING) : second,
      sum / sentences.length,
      rival(sentences[best], act),
      rival(whole, act)
    };
  }

  /** The highest margin of the other acts. */
  private static double rival(float[] margins, int act) {
    double highest = margins.length == 1 ? NOTHING : Double.NEGATIVE_INFINITY;
    for (int other = 0; other < margins.length; other++) {
      highest = other == act ? highest : Math.max(highest, margins[other]);
    }
    return highest;
  }
}
