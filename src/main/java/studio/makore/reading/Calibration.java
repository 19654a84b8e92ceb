package studio.makore.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether what is read with a confidence of 80 % is right four times in five. Only acts that were
 * read count: what a person gets to see.
 *
 * @param bins by confidence, the lowest first; empty ones are left out
 */
public record Calibration(List<Bin> bins) {
  private static final int BINS = 10;

  /**
   * The acts that were read with a confidence in one tenth.
   *
   * @param from the least confidence of the tenth
   * @param confidence the mean of what was said
   * @param right the share that holds
   */
  public record Bin(double from, int acts, double confidence, double right) {}

  static Calibration of(List<Examined> examined) {
    int[] acts = new int[BINS];
    double[] confidence = new double[BINS];
    int[] right = new int[BINS];
    for (Examined one : examined) {
      for (ReadAct read : one.reading().acts()) {
        int bin = Math.clamp((int) (read.confidence() * BINS), 0, BINS - 1);
        acts[bin]++;
        confidence[bin] += read.confidence();
        right[bin] += one.mail().acts().contains(read.act()) ? 1 : 0;
      }
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (acts[i] > 0) {
        bins.add(
            new Bin(
                (double) i / BINS, acts[i], confidence[i] / acts[i], (double) right[i] / acts[i]));
      }
    }
    return new Calibration(List.copyOf(bins));
  }

  /** The expected calibration error: how far what is said lies from what holds, on the average. */
  public double error() {
    double off = 0;
    int all = 0;
    for (Bin bin : bins) {
      off += bin.acts() * Math.abs(bin.confidence() - bin.right());
      all += bin.acts();
    }
    return all == 0 ? 0 : off / all;
  }
}
