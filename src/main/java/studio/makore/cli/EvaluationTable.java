package studio.makore.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import studio.makore.reading.Act;
import studio.makore.reading.Evaluation;
import studio.makore.reading.Score;

/** A measurement as {@code ./makore evaluate} shows it to people. */
final class EvaluationTable {
  private static final int MOST_CONFUSIONS = 12;
  private static final int BAR = 20;

  private final StringBuilder text = new StringBuilder();
  private final Evaluation result;
  private final Optional<Evaluation> other;

  private EvaluationTable(Evaluation result, Optional<Evaluation> other) {
    this.result = result;
    this.other = other;
  }

  static String of(String file, Evaluation result) {
    return new EvaluationTable(result, Optional.empty()).all(file);
  }

  /** With OpenNLP's document categoriser beside it. */
  static String of(String file, Evaluation result, Evaluation opennlp) {
    return new EvaluationTable(result, Optional.of(opennlp)).all(file);
  }

  private String all(String file) {
    line("%s: %d mails", file, result.mails());
    if (other.isPresent()) {
      line("%-28s%-24s%s", "", "Makore", "OpenNLP's categoriser");
    }
    sums();
    acts();
    confusions();
    calibration();
    abstaining();
    return text.toString();
  }

  private void line(String form, Object... values) {
    text.append(String.format(Locale.ROOT, form, values).stripTrailing()).append('\n');
  }

  private void sums() {
    sum("micro-F1", e -> figure(e.micro().f1()));
    sum("macro-F1", e -> figure(e.macroF1()));
    sum("all acts exact", e -> figure(share(e.exact())));
    sum("unsure", e -> figure(share(e.unsure())));
    sum("micro-F1 where sure", e -> figure(e.sureOnly().f1()));
    sum("plain approvals read, wrong", e -> e.plainApprovals() + ", " + e.wrongApprovals());
  }

  private double share(int mails) {
    return (double) mails / Math.max(1, result.mails());
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private void sum(String name, Function<Evaluation, String> value) {
    line("  %-28s%-24s%s", name, value.apply(result), other.map(value).orElse(""));
  }

  private void acts() {
    String head = "%-10s%-7s%-7s".formatted("precision", "recall", "F1");
    line("");
    line("  %-18s%-8s  %-24s%s", "act", "mails", head, other.isPresent() ? head : "");
    for (Act act : Act.values()) {
      Score score = result.of(act);
      Score beside = other.map(e -> e.of(act)).orElse(score);
      if (score.right() + score.wrong() + score.missed() + beside.wrong() > 0) {
        line(
            "  %-18s%-8d  %-24s%s",
            act,
            score.right() + score.missed(),
            figures(score),
            other.isPresent() ? figures(beside) : "");
      }
    }
  }

  private static String figures(Score score) {
    return String.format(
        Locale.ROOT, "%-10.2f%-7.2f%-7.2f", score.precision(), score.recall(), score.f1());
  }

  private void confusions() {
    var confusions = result.confusions();
    line("");
    line("  Taken for another (%d kinds%s):", confusions.size(), most(confusions.size()));
    confusions.stream()
        .limit(MOST_CONFUSIONS)
        .forEach(one ->
            line(
                "  %4d  %-18s %s",
                one.times(),
                one.meant().map(Act::name).orElse("(nothing more)"),
                one.read().map(act -> "read as " + act).orElse("not read")));
  }

  private static String most(int kinds) {
    return kinds > MOST_CONFUSIONS ? ", the most frequent " + MOST_CONFUSIONS : "";
  }

  private void calibration() {
    var calibration = result.calibration();
    line("");
    line("  Confidence and truth of the acts read (mean distance %.3f):", calibration.error());
    line("  %-12s%-8s%-10s%s", "said", "acts", "mean", "right");
    calibration
        .bins()
        .forEach(bin ->
            line(
                "  %-12s%-8d%-10.2f%.2f  %s",
                String.format(Locale.ROOT, "%.1f-%.1f", bin.from(), bin.from() + 0.1),
                bin.acts(),
                bin.confidence(),
                bin.right(),
                bar(bin.right())));
  }

  private void abstaining() {
    line("");
    line("  What leaving the least sure mails to a person buys:");
    line("  %-12s%s", "mails read", "micro-F1");
    result
        .abstaining()
        .forEach(point ->
            line(
                "  %-12s%.3f  %s",
                Math.round(100 * share(point.mails())) + " %",
                point.micro().f1(),
                bar(point.micro().f1())));
  }

  private static String bar(double share) {
    return "#".repeat((int) Math.round(share * BAR));
  }
}
