package studio.makore.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studio.makore.language.Language;

/**
 * Whether the training text of a language is rich enough to learn from: how many sentences, how
 * often they repeat each other, how varied their words are.
 *
 * @param sentences each spelling once
 * @param repeated what stands there twice, one sentence each for a person to read
 * @param near what nearly repeats another sentence that does the same
 * @param acts each act on its own
 */
public record TextCheck(
    Language language,
    int sentences,
    List<String> repeated,
    List<NearDuplicate> near,
    List<OfAct> acts) {
  /** At most this share of the sentences, all in all and of each act, may nearly repeat another. */
  public static final double MOST_NEAR = 0.03;

  private static final int FEWEST_SENTENCES = 5_000;
  private static final int FEWEST = 200;
  private static final int FEWEST_OF_DEAR = 700;
  private static final Set<Act> DEAR =
      EnumSet.of(Act.STATUS_INQUIRY, Act.APPROVAL, Act.CHANGE_REQUEST);

  /**
   * A sentence that nearly repeats an earlier one with the same acts. The same words with other
   * acts are no repetition but the most useful thing there is: a pair that shows what decides.
   */
  public record NearDuplicate(String sentence, String earlier, Set<Act> acts) {}

  /**
   * @param near how many sentences nearly repeat another
   * @param distinct1 different words by all words; likewise of pairs and triples of words
   */
  public record OfAct(
      Act act, int sentences, int near, double distinct1, double distinct2, double distinct3) {
    public double nearShare() {
      return sentences == 0 ? 0 : (double) near / sentences;
    }
  }

  /**
   * Checks every language that has training text.
   *
   * @param models the folder that holds {@code training}
   * @throws ModelsException naming file and line where the training text is wrong
   */
  public static List<TextCheck> all(Path models) {
    Path training = models.resolve("training");
    return TrainingText.languages(training).stream()
        .map(language -> of(TrainingText.read(training, language)))
        .toList();
  }

  static TextCheck of(TrainingText text) {
    List<NearDuplicate> near = NearDuplicates.among(text.sentences());
    List<OfAct> acts = new ArrayList<>();
    for (Act act : Act.values()) {
      List<Labelled> of = text.sentences().stream().filter(s -> s.acts().contains(act)).toList();
      int repeating = (int) near.stream().filter(one -> one.acts().contains(act)).count();
      acts.add(
          new OfAct(act, of.size(), repeating, distinct(of, 1), distinct(of, 2), distinct(of, 3)));
    }
    return new TextCheck(text.language(), text.sentences().size(), text.notes(), near, acts);
  }

  private static double distinct(List<Labelled> sentences, int length) {
    Set<List<String>> different = new HashSet<>();
    int all = 0;
    for (Labelled sentence : sentences) {
      List<String> words =
          Token.of(sentence.text()).stream().filter(Token::word).map(Token::text).toList();
      for (int at = 0; at + length <= words.size(); at++) {
        different.add(words.subList(at, at + length));
        all++;
      }
    }
    return all == 0 ? 0 : (double) different.size() / all;
  }

  /** The share of lines that repeat another one exactly. */
  public double repeatedShare() {
    return (double) repeated.size() / Math.max(1, sentences + repeated.size());
  }

  public double nearShare() {
    return (double) near.size() / Math.max(1, sentences);
  }

  /** What repeats itself more than it may; one sentence each. */
  public List<String> repetitions() {
    List<String> wrong = new ArrayList<>(repeated);
    if (nearShare() > MOST_NEAR) {
      wrong.add(tooNear(language.tag(), near.size(), sentences));
    }
    acts.stream()
        .filter(of -> of.nearShare() > MOST_NEAR)
        .map(of -> tooNear(language + " " + of.act(), of.near(), of.sentences()))
        .forEach(wrong::add);
    return wrong;
  }

  private static String tooNear(String what, int near, int sentences) {
    return "%s: %d of %d sentences nearly repeat another; write them in other words"
        .formatted(what, near, sentences);
  }

  /** What there is too little of; one sentence each. */
  public List<String> shortages() {
    List<String> wrong = new ArrayList<>();
    if (sentences < FEWEST_SENTENCES) {
      wrong.add(tooFew(language.tag(), sentences, FEWEST_SENTENCES));
    }
    for (OfAct of : acts) {
      int fewest = DEAR.contains(of.act()) ? FEWEST_OF_DEAR : FEWEST;
      if (of.sentences() < fewest) {
        wrong.add(tooFew(language + " " + of.act(), of.sentences(), fewest));
      }
    }
    return wrong;
  }

  private static String tooFew(String what, int there, int fewest) {
    return "%s: %d sentences, at least %d are wanted".formatted(what, there, fewest);
  }
}
