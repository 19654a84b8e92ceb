package studio.makore.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.makore.reading.Act;
import studio.makore.reading.Evaluation;
import studio.makore.reading.Score;

/** A measurement in the form that {@code ./makore evaluate --json} prints. */
record EvaluationLine(
    String file,
    String reader,
    int mails,
    @JsonProperty("micro_f1") double microF1,
    @JsonProperty("macro_f1") double macroF1,
    double exact,
    double unsure,
    @JsonProperty("sure_micro_f1") double sureMicroF1,
    @JsonProperty("plain_approvals") int plainApprovals,
    @JsonProperty("wrong_plain_approvals") int wrongPlainApprovals,
    Map<Act, OfAct> acts,
    List<Taken> confusions,
    @JsonProperty("calibration_error") double calibrationError,
    List<Bin> calibration,
    List<Point> abstaining) {

  record OfAct(int mails, double precision, double recall, double f1) {
    static OfAct of(Score score) {
      return new OfAct(
          score.right() + score.missed(), score.precision(), score.recall(), score.f1());
    }
  }

  record Taken(@Nullable Act meant, @Nullable Act read, int times) {}

  record Bin(double from, int acts, double confidence, double right) {}

  record Point(double coverage, @JsonProperty("micro_f1") double microF1) {}

  static EvaluationLine of(String file, String reader, Evaluation result) {
    Map<Act, OfAct> acts = new LinkedHashMap<>();
    result.acts().forEach((act, score) -> acts.put(act, OfAct.of(score)));
    double mails = Math.max(1, result.mails());
    return new EvaluationLine(
        file,
        reader,
        result.mails(),
        result.micro().f1(),
        result.macroF1(),
        result.exact() / mails,
        result.unsure() / mails,
        result.sureOnly().f1(),
        result.plainApprovals(),
        result.wrongApprovals(),
        acts,
        result.confusions().stream()
            .map(one -> new Taken(one.meant().orElse(null), one.read().orElse(null), one.times()))
            .toList(),
        result.calibration().error(),
        result.calibration().bins().stream()
            .map(bin -> new Bin(bin.from(), bin.acts(), bin.confidence(), bin.right()))
            .toList(),
        result.abstaining().stream()
            .map(point -> new Point(point.mails() / mails, point.micro().f1()))
            .toList());
  }
}
