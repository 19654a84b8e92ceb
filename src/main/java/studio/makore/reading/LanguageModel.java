package studio.makore.reading;

import java.util.List;
import java.util.Map;

/**
 * Everything learnt about one language.
 *
 * @param acts one model for each act that had enough examples
 * @param vocabulary what the training text was made of
 * @param leastKnown below this share of known pieces a text is foreign to the models
 */
record LanguageModel(Map<Act, ActModel> acts, Vocabulary vocabulary, double leastKnown) {
  /**
   * @param threshold the probability from which the act counts as read, chosen by what a wrong
   *     reading of it costs
   */
  record ActModel(LinearModel model, double threshold) {}

  /** Whether the act is sure enough to count as read. */
  boolean passes(ReadAct read) {
    return read.confidence() >= threshold(read.act());
  }

  /** The probability from which the act counts as read; never, for one that was not learnt. */
  double threshold(Act act) {
    ActModel judge = acts.get(act);
    return judge == null ? Double.POSITIVE_INFINITY : judge.threshold();
  }

  boolean foreign(List<Token> tokens) {
    return vocabulary.known(tokens) < leastKnown;
  }
}
