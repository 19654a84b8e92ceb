package studio.makore.reading;

import java.util.Arrays;
import java.util.List;

/**
 * How much each sign of a mail counts for an act: a logistic regression, so that what comes out is
 * the probability that the act holds.
 *
 * @param weights one for each sign, then the constant term
 */
record Balance(double[] weights) {
  private static final int MOST_STEPS = 25;
  private static final double SETTLED = 1e-4;

  /** Few examples do not make a mail certain. */
  private static final double RIDGE = 1;

  /** Keeps the step finite where all mails are certain. */
  private static final double LEAST_BEND = 1e-6;

  double probability(double[] signs) {
    return 1 / (1 + Math.exp(-odds(signs)));
  }

  /** The natural logarithm of the odds. */
  double odds(double[] signs) {
    double sum = weights[signs.length];
    for (int i = 0; i < signs.length; i++) {
      sum += weights[i] * signs[i];
    }
    return sum;
  }

  /** The most likely weights, by Newton's method. */
  static Balance fit(List<double[]> mails, boolean[] yes) {
    int size = mails.getFirst().length + 1;
    double[] weights = new double[size];
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] next = step(mails, yes, weights);
      double moved = 0;
      for (int i = 0; i < size; i++) {
        moved = Math.max(moved, Math.abs(next[i]));
        weights[i] += next[i];
      }
      if (moved < SETTLED) {
        break;
      }
    }
    return new Balance(weights);
  }

  private static double[] step(List<double[]> mails, boolean[] yes, double[] weights) {
    int size = weights.length;
    double[][] bends = new double[size][size + 1];
    Balance now = new Balance(weights);
    for (int mail = 0; mail < yes.length; mail++) {
      double p = now.probability(mails.get(mail));
      double miss = (yes[mail] ? 1 : 0) - p;
      double bend = Math.max(p * (1 - p), LEAST_BEND);
      double[] signs = Arrays.copyOf(mails.get(mail), size);
      signs[size - 1] = 1;
      for (int i = 0; i < size; i++) {
        bends[i][size] += miss * signs[i];
        for (int k = 0; k <= i; k++) {
          bends[i][k] += bend * signs[i] * signs[k];
        }
      }
    }
    for (int i = 0; i < size; i++) {
      bends[i][i] += RIDGE;
      bends[i][size] -= RIDGE * weights[i];
      for (int k = 0; k < i; k++) {
        bends[k][i] = bends[i][k];
      }
    }
    return solve(bends);
  }

  /** Solves a positive definite system by elimination; its last column is the right side. */
  private static double[] solve(double[][] rows) {
    int size = rows.length;
    for (int pivot = 0; pivot < size; pivot++) {
      for (int row = pivot + 1; row < size; row++) {
        double factor = rows[row][pivot] / rows[pivot][pivot];
        for (int column = pivot; column <= size; column++) {
          rows[row][column] -= factor * rows[pivot][column];
        }
      }
    }
    double[] solved = new double[size];
    for (int row = size - 1; row >= 0; row--) {
      double left = rows[row][size];
      for (int column = row + 1; column < size; column++) {
        left -= rows[row][column] * solved[column];
      }
      solved[row] = left / rows[row][row];
    }
    return solved;
  }
}
