package studio.makore.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Mails put together from sentences of the training text, to learn on how sure a reading of a whole
 * mail is: single sentences are too easy. Most do one thing, often in more than one sentence; some
 * do two or three; and there is talk between them.
 *
 * @param mails each a few sentences of one fold
 */
record Rehearsal(List<Mail> mails) {
  /** How often each sentence opens the choice for a mail. */
  private static final int ROUNDS = 2;

  private static final int MOST_ALIKE = 2;
  private static final int MOST_TALK = 2;

  /**
   * @param sentences their numbers in the training text, in the order of the mail
   */
  record Mail(int fold, int[] sentences, Set<Act> acts, Features whole) {}

  /**
   * @param tokens those of each sentence
   */
  static Rehearsal of(
      List<Labelled> sentences, List<List<Token>> tokens, int[] folds, int foldCount, long seed) {
    List<Draft> drafts = new ArrayList<>();
    for (int fold = 0; fold < foldCount; fold++) {
      drafts.addAll(new Desk(sentences, folds, fold, new Random(seed + fold)).drafts());
    }
    return new Rehearsal(
        drafts.parallelStream().map(draft -> draft.mail(sentences, tokens)).toList());
  }

  private record Draft(int fold, int[] chosen) {
    Mail mail(List<Labelled> sentences, List<List<Token>> tokens) {
      Set<Act> acts = EnumSet.noneOf(Act.class);
      List<Token> all = new ArrayList<>();
      for (int i : chosen) {
        acts.addAll(sentences.get(i).acts());
        all.addAll(tokens.get(i));
      }
      if (acts.stream().anyMatch(act -> !act.standsAlone())) {
        acts.removeIf(Act::standsAlone);
      }
      return new Mail(fold, chosen, acts, Features.of(all));
    }
  }

  /** Where the mails of one fold are written. */
  private static final class Desk {
    private final List<Labelled> sentences;
    private final int fold;
    private final Random random;
    private final List<Integer> speaking;
    private final List<Integer> talk;
    private final Map<Act, List<Integer>> showing = new EnumMap<>(Act.class);

    Desk(List<Labelled> sentences, int[] folds, int fold, Random random) {
      this.sentences = sentences;
      this.fold = fold;
      this.random = random;
      List<Integer> own =
          IntStream.range(0, folds.length).filter(i -> folds[i] == fold).boxed().toList();
      this.speaking = own.stream().filter(i -> !sentences.get(i).acts().isEmpty()).toList();
      this.talk = own.stream().filter(i -> sentences.get(i).acts().isEmpty()).toList();
      for (int i : speaking) {
        for (Act act : sentences.get(i).acts()) {
          showing.computeIfAbsent(act, key -> new ArrayList<>()).add(i);
        }
      }
    }

    List<Draft> drafts() {
      List<Draft> drafts = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        speaking.forEach(first -> drafts.add(draft(first)));
      }
      return drafts;
    }

    private Draft draft(int first) {
      List<Integer> chosen = new ArrayList<>(List.of(first));
      Act act = sentences.get(first).acts().stream().sorted().findFirst().orElseThrow();
      draw(showing.getOrDefault(act, List.of()), random.nextInt(MOST_ALIKE + 1), chosen);
      draw(speaking, act.standsAlone() ? 0 : otherThings(), chosen);
      draw(talk, random.nextInt(MOST_TALK + 1), chosen);
      Collections.shuffle(chosen, random);
      return new Draft(fold, chosen.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Two mails in three do one thing. */
    private int otherThings() {
      int dice = random.nextInt(12);
      return dice < 8 ? 0 : dice < 11 ? 1 : 2;
    }

    private void draw(List<Integer> from, int count, List<Integer> chosen) {
      for (int i = 0; i < count && !from.isEmpty(); i++) {
        chosen.add(from.get(random.nextInt(from.size())));
      }
    }
  }
}
