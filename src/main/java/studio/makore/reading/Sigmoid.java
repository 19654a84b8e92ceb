package studio.makore.reading;

/**
 * The curve {@code 1 / (1 + exp(a * margin + b))} that makes a probability of a margin (Platt 1999,
 * fitted as in Lin, Lin and Weng, "A note on Platt's probabilistic outputs", 2007).
 */
record Sigmoid(double a, double b) {
  /** Before anything was fitted: a margin of 0 is an even chance. */
  static final Sigmoid PLAIN = new Sigmoid(-2, 0);

  private static final int MOST_STEPS = 100;
  private static final double SMALLEST_STEP = 1e-10;
  private static final double RIDGE = 1e-12;
  private static final double FLAT = 1e-5;

  double at(double margin) {
    return 1 / (1 + Math.exp(a * margin + b));
  }

  /** Fits the curve by Newton's method with backtracking. */
  static Sigmoid fit(double[] margins, boolean[] yes) {
    double[] targets = targets(yes);
    int positives = positives(yes);
    Sigmoid curve = new Sigmoid(0, Math.log((yes.length - positives + 1.0) / (positives + 1.0)));
    double loss = curve.loss(margins, targets);
    for (int step = 0; step < MOST_STEPS; step++) {
      double haa = RIDGE;
      double hbb = RIDGE;
      double hab = 0;
      double ga = 0;
      double gb = 0;
      for (int i = 0; i < margins.length; i++) {
        double p = curve.at(margins[i]);
        double bend = p * (1 - p);
        double miss = targets[i] - p;
        haa += margins[i] * margins[i] * bend;
        hbb += bend;
        hab += margins[i] * bend;
        ga += margins[i] * miss;
        gb += miss;
      }
      if (Math.abs(ga) < FLAT && Math.abs(gb) < FLAT) {
        break;
      }
      double determinant = haa * hbb - hab * hab;
      double da = -(hbb * ga - hab * gb) / determinant;
      double db = -(haa * gb - hab * ga) / determinant;
      double slope = ga * da + gb * db;
      Sigmoid next = curve;
      double nextLoss = loss;
      double stride = 1;
      do {
        next = new Sigmoid(curve.a + stride * da, curve.b + stride * db);
        nextLoss = next.loss(margins, targets);
        stride /= 2;
      } while (nextLoss >= loss + 2e-4 * stride * slope && stride > SMALLEST_STEP);
      if (nextLoss >= loss) {
        break;
      }
      curve = next;
      loss = nextLoss;
    }
    return curve;
  }

  /** Platt's targets keep away from 0 and 1, so that few examples do not make a model certain. */
  private static double[] targets(boolean[] yes) {
    int positives = positives(yes);
    int negatives = yes.length - positives;
    double[] targets = new double[yes.length];
    for (int i = 0; i < yes.length; i++) {
      targets[i] = yes[i] ? (positives + 1.0) / (positives + 2.0) : 1 / (negatives + 2.0);
    }
    return targets;
  }

  private static int positives(boolean[] yes) {
    int positives = 0;
    for (boolean one : yes) {
      positives += one ? 1 : 0;
    }
    return positives;
  }

  private double loss(double[] margins, double[] targets) {
    double loss = 0;
    for (int i = 0; i < margins.length; i++) {
      double z = a * margins[i] + b;
      loss +=
          z >= 0
              ? targets[i] * z + Math.log1p(Math.exp(-z))
              : (targets[i] - 1) * z + Math.log1p(Math.exp(z));
    }
    return loss;
  }
}
