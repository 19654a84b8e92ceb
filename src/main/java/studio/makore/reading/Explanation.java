package studio.makore.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Why a mail was read as it was.
 *
 * @param acts every act that was learnt, the most likely by its words first
 * @param guards the guards that stand in the mail, whether or not they changed anything
 */
public record Explanation(Reading reading, List<OfAct> acts, List<Spoke> guards) {
  /** A word whose absence would hardly be felt is not worth telling. */
  private static final double FELT = 0.05;

  /**
   * @param read whether it counts as read, in the end
   * @param likely the probability by the words alone, before any guard spoke
   * @param threshold the probability from which the words alone would do
   * @param sentence the one that shows the act best
   * @param words of that sentence, in its order, those whose absence would be felt
   * @param rest what the rest of the mail adds
   */
  public record OfAct(
      Act act,
      boolean read,
      double likely,
      double threshold,
      String sentence,
      List<Push> words,
      double rest) {
    /** The words that speak for the act, the strongest first. */
    public List<Push> pro() {
      return words.stream()
          .filter(word -> word.weight() > 0)
          .sorted(Comparator.comparingDouble(Push::weight).reversed())
          .toList();
    }

    /** The words that speak against it, the strongest first. */
    public List<Push> contra() {
      return words.stream()
          .filter(word -> word.weight() < 0)
          .sorted(Comparator.comparingDouble(Push::weight))
          .toList();
    }
  }

  /**
   * What a word does to the score, with the pairs and pieces that go with it.
   *
   * @param weight how much less likely the act would be without it, in natural logarithms of the
   *     odds; negative where it speaks against the act
   */
  public record Push(String word, double weight) {}

  /**
   * A guard that stands in a sentence.
   *
   * @param guard its name, which is that of its section in {@code TAG.guards.txt}
   */
  public record Spoke(String guard, String sentence) {}

  static Explanation of(Reading reading, LanguageModel model, List<Spoken> sentences) {
    List<OfAct> acts =
        sentences.isEmpty()
            ? List.of()
            : model.panel().acts().stream()
                .map(act -> new Weighing(model, act, sentences).explained(reading.has(act)))
                .sorted(Comparator.comparingDouble(OfAct::likely).reversed())
                .toList();
    List<Spoke> guards =
        sentences.stream()
            .flatMap(sentence ->
                Arrays.stream(Guard.values())
                    .filter(guard -> Guards.ALL.stands(guard, sentence.tokens()))
                    .map(guard -> new Spoke(guard.section(), sentence.text())))
            .toList();
    return new Explanation(reading, acts, guards);
  }

  /** One act's weights laid on the words of a mail. */
  private record Weighing(LanguageModel model, Act act, List<Spoken> sentences) {
    OfAct explained(boolean read) {
      Margins margins = model.panel().margins(sentences);
      int best = margins.best(model.panel().acts().indexOf(act));
      Spoken sentence = sentences.get(best);
      double odds = model.odds(act, margins);
      List<Push> words = new ArrayList<>();
      for (int at = 0; at < sentence.tokens().size(); at++) {
        Token token = sentence.tokens().get(at);
        if (token.telling()) {
          double weight = odds - oddsWithout(best, at);
          if (Math.abs(weight) >= FELT) {
            words.add(new Push(token.text(), weight));
          }
        }
      }
      return new OfAct(
          act,
          read,
          model.probability(act, margins),
          Threshold.of(act),
          sentence.text(),
          List.copyOf(words),
          odds - model.odds(act, Margins.of(margins.sentences()[best])));
    }

    private double oddsWithout(int best, int at) {
      List<Token> tokens = new ArrayList<>(sentences.get(best).tokens());
      tokens.remove(at);
      List<Spoken> left = new ArrayList<>(sentences);
      left.set(best, new Spoken(sentences.get(best).text(), tokens, Features.of(tokens)));
      return model.odds(act, model.panel().margins(left));
    }
  }
}
