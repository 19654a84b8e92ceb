package studio.makore.reading;

import java.util.List;
import java.util.Map;

/**
 * Everything learnt about one language.
 *
 * @param panel one model for each act that had enough examples
 * @param balances how those models' margins together make a probability, act by act
 * @param vocabulary what the training text was made of
 * @param leastKnown below this share of known pieces a text is foreign to the models
 */
record LanguageModel(
    Panel panel, Map<Act, Balance> balances, Vocabulary vocabulary, double leastKnown) {

  /** The probability that a mail with these margins does the act. */
  double probability(Act act, Margins margins) {
    return balance(act).probability(margins.signs(panel.acts().indexOf(act)));
  }

  /** The natural logarithm of its odds. */
  double odds(Act act, Margins margins) {
    return balance(act).odds(margins.signs(panel.acts().indexOf(act)));
  }

  Balance balance(Act act) {
    Balance balance = balances.get(act);
    if (balance == null) {
      throw new IllegalArgumentException(act + " was not learnt");
    }
    return balance;
  }

  /** Whether the act is sure enough to count as read. */
  boolean passes(ReadAct read) {
    return read.confidence() >= Threshold.of(read.act());
  }

  boolean foreign(List<Token> tokens) {
    return vocabulary.known(tokens) < leastKnown;
  }
}
