package studio.makore.cli;

import java.util.List;
import studio.makore.reading.Act;
import studio.makore.reading.Explanation;
import studio.makore.reading.ReadAct;

/** An explanation in the form that {@code ./makore classify --explain --json} prints. */
record ExplanationLine(
    String id,
    String lang,
    List<ReadAct> acts,
    boolean unsure,
    List<OfAct> weighed,
    List<Explanation.Spoke> guards) {

  record OfAct(
      Act act,
      boolean read,
      double likely,
      double threshold,
      String sentence,
      List<Explanation.Push> words,
      double rest) {}

  static ExplanationLine of(String id, Explanation explanation) {
    var reading = explanation.reading();
    return new ExplanationLine(
        id,
        reading.language().tag(),
        reading.acts(),
        reading.unsure(),
        explanation.acts().stream()
            .map(of ->
                new OfAct(
                    of.act(),
                    of.read(),
                    of.likely(),
                    of.threshold(),
                    of.sentence(),
                    of.words(),
                    of.rest()))
            .toList(),
        explanation.guards());
  }
}
