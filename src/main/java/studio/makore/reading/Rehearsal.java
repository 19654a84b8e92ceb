package studio.makore.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Mails put together from sentences of the training text, to learn on how sure a reading of a whole
 * mail is: single sentences are too easy. Most have one act, some have two or three, and there is
 * talk between them.
 *
 * @param mails each a few sentences of one fold
 */
record Rehearsal(List<Mail> mails) {
  /** How often each sentence opens the choice for a mail. */
  private static final int ROUNDS = 3;

  private static final int MOST_TALK = 2;

  /**
   * @param sentences their numbers in the training text, in the order of the mail
   */
  record Mail(int fold, int[] sentences, Set<Act> acts, Features whole) {}

  static Rehearsal of(List<Labelled> sentences, int[] folds, int foldCount, long seed) {
    Random random = new Random(seed);
    List<Mail> mails = new ArrayList<>();
    for (int fold = 0; fold < foldCount; fold++) {
      List<Integer> speaking = new ArrayList<>();
      List<Integer> talk = new ArrayList<>();
      for (int i = 0; i < folds.length; i++) {
        if (folds[i] == fold) {
          (sentences.get(i).acts().isEmpty() ? talk : speaking).add(i);
        }
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (int first : speaking) {
          List<Integer> chosen = new ArrayList<>(List.of(first));
          int more = more(random, sentences.get(first));
          draw(speaking, more, random, chosen);
          draw(talk, random.nextInt(MOST_TALK + 1), random, chosen);
          Collections.shuffle(chosen, random);
          mails.add(mail(fold, chosen, sentences));
        }
      }
    }
    return new Rehearsal(mails);
  }

  /** Two mails in three do one thing; thanks and private mails always do. */
  private static int more(Random random, Labelled first) {
    int dice = random.nextInt(12);
    boolean alone = first.acts().stream().anyMatch(Act::standsAlone);
    return alone || dice < 8 ? 0 : dice < 11 ? 1 : 2;
  }

  private static void draw(List<Integer> from, int count, Random random, List<Integer> chosen) {
    for (int i = 0; i < count && !from.isEmpty(); i++) {
      chosen.add(from.get(random.nextInt(from.size())));
    }
  }

  private static Mail mail(int fold, List<Integer> chosen, List<Labelled> sentences) {
    Set<Act> acts = EnumSet.noneOf(Act.class);
    List<Token> tokens = new ArrayList<>();
    for (int i : chosen) {
      acts.addAll(sentences.get(i).acts());
      tokens.addAll(Token.of(sentences.get(i).text()));
    }
    if (acts.stream().anyMatch(act -> !act.standsAlone())) {
      acts.removeIf(Act::standsAlone);
    }
    int[] numbers = chosen.stream().mapToInt(Integer::intValue).toArray();
    return new Mail(fold, numbers, acts, Features.of(tokens));
  }
}
