package studio.makore.reading;

import java.util.Arrays;
import opennlp.tools.ml.model.MaxentModel;

/**
 * A weight for each bucket of {@link Features}. To OpenNLP it is a model with two outcomes, {@code
 * no} and {@code yes}, at even chances on the border between them.
 *
 * @param weights one for each bucket, the bias last
 */
record LinearModel(float[] weights) implements MaxentModel {
  static final String NO = "no";
  static final String YES = "yes";

  /** Turns a margin into odds: twice the margin is about what it is worth for single sentences. */
  private static final double STEEPNESS = 2;

  /** How far on the side of yes the text lies; 0 is the border. */
  double margin(Features text) {
    double sum = 0;
    for (int i = 0; i < text.buckets().length; i++) {
      sum += weights[text.buckets()[i]] * text.values()[i];
    }
    return sum;
  }

  @Override
  public double[] eval(String[] context) {
    float[] values = new float[context.length];
    Arrays.fill(values, 1);
    return eval(context, values);
  }

  @Override
  public double[] eval(String[] context, double[] outcomes) {
    double[] found = eval(context);
    System.arraycopy(found, 0, outcomes, 0, found.length);
    return outcomes;
  }

  @Override
  public double[] eval(String[] context, float[] values) {
    double sum = 0;
    for (int i = 0; i < context.length; i++) {
      sum += weights[Integer.parseInt(context[i])] * values[i];
    }
    double yes = 1 / (1 + Math.exp(-STEEPNESS * sum));
    return new double[] {1 - yes, yes};
  }

  @Override
  public String getBestOutcome(double[] outcomes) {
    return outcomes[1] > outcomes[0] ? YES : NO;
  }

  @Override
  public String getAllOutcomes(double[] outcomes) {
    return NO + '[' + outcomes[0] + "]  " + YES + '[' + outcomes[1] + ']';
  }

  @Override
  public String getOutcome(int index) {
    return index == 1 ? YES : NO;
  }

  @Override
  public int getIndex(String outcome) {
    return outcome.equals(YES) ? 1 : outcome.equals(NO) ? 0 : -1;
  }

  @Override
  public int getNumOutcomes() {
    return 2;
  }
}
