package studio.makore.reading;

import java.util.Set;

/**
 * Hits and misses of one act.
 *
 * @param right read, and it holds
 * @param wrong read, but it does not hold
 * @param missed holds, but was not read
 */
public record Score(int right, int wrong, int missed) {
  static final Score NONE = new Score(0, 0, 0);

  Score plus(Score other) {
    return new Score(right + other.right, wrong + other.wrong, missed + other.missed);
  }

  /** The score of one reading of one act. */
  static Score of(Act act, Set<Act> expected, Set<Act> read) {
    boolean holds = expected.contains(act);
    boolean was = read.contains(act);
    return new Score(holds && was ? 1 : 0, !holds && was ? 1 : 0, holds && !was ? 1 : 0);
  }

  /** 0 to 1; 1 when nothing was read. */
  public double precision() {
    return right + wrong == 0 ? 1 : (double) right / (right + wrong);
  }

  /** 0 to 1; 1 when there was nothing to read. */
  public double recall() {
    return right + missed == 0 ? 1 : (double) right / (right + missed);
  }

  public double f1() {
    return f(1);
  }

  /** The F measure that holds recall {@code beta} times as dear as precision. */
  double f(double beta) {
    double weight = beta * beta;
    double all = (1 + weight) * right + weight * missed + wrong;
    return all == 0 ? 1 : (1 + weight) * right / all;
  }
}
