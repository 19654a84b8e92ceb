package studio.makore.reading;

import java.util.Arrays;
import java.util.List;

/**
 * Learns the border between the texts that show an act and all others: a support vector classifier
 * with squared hinge loss, by dual coordinate descent with shrinking (Hsieh and others, "A dual
 * coordinate descent method for large-scale linear SVM", 2008), which is what liblinear does. It is
 * made anew here because sixteen acts share the same rows, because a model that has not seen a
 * third of them starts from one that has, and because each bucket has a scale of its own.
 *
 * <p>The scale is how much a bucket tells about the act by itself, the logarithm of how much more
 * often it stands in one kind of text than in the other (Wang and Manning, "Baselines and bigrams",
 * 2012), part of the way. A bucket that tells much may get much weight.
 *
 * <p>The same rows in the same order give the same weights, to the bit. Thread-safe.
 */
final class SupportVectors {
  /** What a text on the wrong side of the border costs. */
  private static final double COST = 3;

  private static final double TOLERANCE = 0.5;
  private static final int MOST_PASSES = 300;

  /** How much of the scale is the same for all buckets. */
  private static final double EVEN = 0.6;

  /** Below this a text lies where it should. */
  private static final double STILL = 1e-12;

  private final List<Features> rows;

  SupportVectors(List<Features> rows) {
    this.rows = rows;
  }

  /**
   * @param pulls how strongly each row holds the border where it is; 0 for a row that does not
   */
  record Border(LinearModel model, float[] pulls) {}

  /** Learns from all rows. */
  Border learn(boolean[] yes) {
    boolean[] all = new boolean[rows.size()];
    Arrays.fill(all, true);
    return learn(yes, all, new float[rows.size()]);
  }

  /**
   * Learns from some of the rows.
   *
   * @param start where the pulls begin, as another border on these rows has them
   */
  Border learn(boolean[] yes, boolean[] from, float[] start) {
    return new Learning(yes, from, start).border();
  }

  /** One learning of one act. */
  private final class Learning {
    private final boolean[] yes;
    private final int[] order;
    private final float[] pulls;
    private final float[] scales;
    private final float[] weights = new float[Features.COUNT];
    private final float[] bends;
    private int active;
    private long dice = 20260301;

    Learning(boolean[] yes, boolean[] from, float[] start) {
      this.yes = yes;
      this.order = new int[rows.size()];
      for (int row = 0; row < from.length; row++) {
        if (from[row]) {
          order[active++] = row;
        }
      }
      this.scales = scales();
      this.pulls = new float[rows.size()];
      this.bends = new float[rows.size()];
      for (int at = 0; at < active; at++) {
        int row = order[at];
        bends[row] = bend(rows.get(row));
        pulls[row] = start[row];
        push(row, sign(row) * pulls[row]);
      }
    }

    Border border() {
      int all = active;
      double limit = Double.POSITIVE_INFINITY;
      for (int pass = 0; pass < MOST_PASSES; pass++) {
        shuffle();
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (int at = 0; at < active; at++) {
          int row = order[at];
          double slope = slope(row);
          if (pulls[row] == 0 && slope > limit) {
            leaveOut(at--);
            continue;
          }
          double way = pulls[row] == 0 ? Math.min(slope, 0) : slope;
          most = Math.max(most, way);
          least = Math.min(least, way);
          if (Math.abs(way) > STILL) {
            float before = pulls[row];
            pulls[row] = (float) Math.max(before - slope / bends[row], 0);
            push(row, sign(row) * (pulls[row] - before));
          }
        }
        boolean settled = most - least <= TOLERANCE;
        if (settled && active == all) {
          break;
        }
        limit = settled || most <= 0 ? Double.POSITIVE_INFINITY : most;
        active = settled ? all : active;
      }
      return new Border(new LinearModel(weights), pulls);
    }

    private int sign(int row) {
      return yes[row] ? 1 : -1;
    }

    private void leaveOut(int at) {
      active--;
      int row = order[at];
      order[at] = order[active];
      order[active] = row;
    }

    private double slope(int row) {
      int[] buckets = rows.get(row).buckets();
      float[] values = rows.get(row).values();
      double margin = 0;
      for (int i = 0; i < buckets.length; i++) {
        margin += weights[buckets[i]] * values[i];
      }
      return margin * sign(row) - 1 + pulls[row] / (2 * COST);
    }

    private float bend(Features row) {
      double bend = 1 / (2 * COST);
      for (int i = 0; i < row.buckets().length; i++) {
        bend += row.values()[i] * row.values()[i] * scales[row.buckets()[i]];
      }
      return (float) bend;
    }

    private void push(int row, float by) {
      if (by != 0) {
        int[] buckets = rows.get(row).buckets();
        float[] values = rows.get(row).values();
        for (int i = 0; i < buckets.length; i++) {
          weights[buckets[i]] += by * values[i] * scales[buckets[i]];
        }
      }
    }

    private void shuffle() {
      for (int at = 0; at < active; at++) {
        dice = dice * 6364136223846793005L + 1442695040888963407L;
        int with = at + (int) ((dice >>> 33) * (active - at) >>> 31);
        int row = order[at];
        order[at] = order[with];
        order[with] = row;
      }
    }

    /** The square of each bucket's scale, which is all that learning needs. */
    private float[] scales() {
      int[] with = new int[Features.COUNT];
      int[] without = new int[Features.COUNT];
      for (int at = 0; at < active; at++) {
        int[] count = yes[order[at]] ? with : without;
        for (int bucket : rows.get(order[at]).buckets()) {
          count[bucket]++;
        }
      }
      double texts = (with[Features.BIAS] + 2.0) / (without[Features.BIAS] + 2.0);
      double[] telling = new double[Features.COUNT];
      double sum = 0;
      int known = 0;
      for (int bucket = 0; bucket < Features.BIAS; bucket++) {
        if (with[bucket] + without[bucket] > 0) {
          telling[bucket] =
              Math.abs(Math.log((with[bucket] + 1) / ((without[bucket] + 1) * texts)));
          sum += telling[bucket];
          known++;
        }
      }
      float[] squares = new float[Features.COUNT];
      for (int bucket = 0; bucket < Features.BIAS; bucket++) {
        double scale = EVEN + (1 - EVEN) * telling[bucket] * known / Math.max(sum, STILL);
        squares[bucket] = (float) (scale * scale);
      }
      squares[Features.BIAS] = 1;
      return squares;
    }
  }
}
