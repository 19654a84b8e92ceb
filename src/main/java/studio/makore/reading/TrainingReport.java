package studio.makore.reading;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import studio.makore.language.Language;

/** What a training did, language by language. */
public record TrainingReport(Map<Language, OfLanguage> languages) {
  /**
   * @param sentences how many sentences, each spelling counted once
   * @param examples how many of them show each act
   * @param unseen how well each sentence was read by models that had not seen it; an act that had
   *     too few examples to be learnt is not there
   * @param notes sentences of the training text that a person should look at
   */
  public record OfLanguage(
      int sentences,
      Map<Act, Integer> examples,
      Map<Act, Score> unseen,
      List<String> notes,
      Duration took) {
    /** All acts together. */
    public Score micro() {
      return unseen.values().stream().reduce(Score.NONE, Score::plus);
    }

    /** The mean of the acts' F1. */
    public double macroF1() {
      return unseen.values().stream().mapToDouble(Score::f1).average().orElse(0);
    }
  }
}
