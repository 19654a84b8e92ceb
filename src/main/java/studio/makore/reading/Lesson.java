package studio.makore.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import studio.makore.reading.SupportVectors.Border;

/** The sentences of one language made ready for learning, each in its fold. */
record Lesson(List<Labelled> sentences, List<Features> features, int[] folds, Rehearsal rehearsal) {
  /** Each sentence is judged by models that have seen two thirds of the others, not itself. */
  private static final int FOLDS = 3;

  private static final long SEED = 20260301;

  /** Fewer examples of an act than this teach nothing that holds. */
  private static final int FEWEST = 10;

  /** One sentence in this many of the training text itself may look foreign. */
  private static final int FOREIGN = 200;

  /** What was learnt, and how well it did on rehearsed mails of which it had seen no sentence. */
  record Learnt(LanguageModel model, Map<Act, Score> unseen) {}

  /**
   * One act's model, and the margins that models which had not seen them give to the sentences and
   * to the rehearsed mails.
   */
  private record Practised(LinearModel model, float[] sentences, float[] mails) {}

  static Lesson of(List<Labelled> sentences) {
    List<List<Token>> tokens =
        sentences.parallelStream().map(sentence -> Token.of(sentence.text())).toList();
    List<Features> features = tokens.parallelStream().map(Features::of).toList();
    List<Integer> order = new ArrayList<>(IntStream.range(0, sentences.size()).boxed().toList());
    Collections.shuffle(order, new Random(SEED));
    int[] folds = new int[sentences.size()];
    for (int i = 0; i < folds.length; i++) {
      folds[order.get(i)] = i % FOLDS;
    }
    Rehearsal rehearsal = Rehearsal.of(sentences, tokens, folds, FOLDS, SEED);
    return new Lesson(sentences, features, folds, rehearsal);
  }

  Map<Act, Integer> examples() {
    Map<Act, Integer> examples = new EnumMap<>(Act.class);
    for (Act act : Act.values()) {
      examples.put(act, examples(act));
    }
    return examples;
  }

  private int examples(Act act) {
    return (int) sentences.stream().filter(sentence -> sentence.acts().contains(act)).count();
  }

  /** Learns every act that has enough examples. */
  Learnt learn() {
    List<Act> acts = Arrays.stream(Act.values()).filter(act -> examples(act) >= FEWEST).toList();
    SupportVectors learner = new SupportVectors(features);
    Map<Act, Practised> practised = new ConcurrentHashMap<>();
    acts.parallelStream().forEach(act -> practised.put(act, practise(act, learner)));
    Map<Act, LinearModel> models = new EnumMap<>(Act.class);
    practised.forEach((act, one) -> models.put(act, one.model()));

    List<Practised> columns = acts.stream().map(practised::get).toList();
    List<Margins> mails =
        IntStream.range(0, rehearsal.mails().size()).mapToObj(i -> margins(i, columns)).toList();
    Map<Act, Balance> balances = new ConcurrentHashMap<>();
    Map<Act, Score> unseen = new ConcurrentHashMap<>();
    acts.parallelStream()
        .forEach(act -> {
          int column = acts.indexOf(act);
          List<double[]> signs = mails.stream().map(mail -> mail.signs(column)).toList();
          boolean[] holds = new boolean[signs.size()];
          for (int i = 0; i < holds.length; i++) {
            holds[i] = rehearsal.mails().get(i).acts().contains(act);
          }
          Balance balance = Balance.fit(signs, holds);
          balances.put(act, balance);
          double[] probabilities = signs.stream().mapToDouble(balance::probability).toArray();
          unseen.put(act, Threshold.score(act, probabilities, holds));
        });
    return new Learnt(
        new LanguageModel(
            Panel.of(models), Map.copyOf(balances), Vocabulary.of(sentences), leastKnown()),
        Collections.unmodifiableMap(new EnumMap<>(unseen)));
  }

  /** Learns one act from all sentences, and then again without each fold, to judge that fold. */
  private Practised practise(Act act, SupportVectors learner) {
    boolean[] yes = new boolean[sentences.size()];
    for (int i = 0; i < yes.length; i++) {
      yes[i] = sentences.get(i).acts().contains(act);
    }
    Border border = learner.learn(yes);
    float[] alone = new float[yes.length];
    float[] together = new float[rehearsal.mails().size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      boolean[] seen = new boolean[yes.length];
      for (int i = 0; i < seen.length; i++) {
        seen[i] = folds[i] != fold;
      }
      LinearModel blind = learner.learn(yes, seen, border.pulls()).model();
      for (int i = 0; i < alone.length; i++) {
        alone[i] = seen[i] ? alone[i] : (float) blind.margin(features.get(i));
      }
      for (int i = 0; i < together.length; i++) {
        Rehearsal.Mail mail = rehearsal.mails().get(i);
        together[i] = mail.fold() == fold ? (float) blind.margin(mail.whole()) : together[i];
      }
    }
    return new Practised(border.model(), alone, together);
  }

  private Margins margins(int mail, List<Practised> acts) {
    int[] said = rehearsal.mails().get(mail).sentences();
    float[][] each = new float[said.length][acts.size()];
    float[] whole = new float[acts.size()];
    for (int act = 0; act < whole.length; act++) {
      whole[act] = acts.get(act).mails()[mail];
      for (int i = 0; i < said.length; i++) {
        each[i][act] = acts.get(act).sentences()[said[i]];
      }
    }
    return new Margins(each, whole);
  }

  /** The share of known pieces that all but a few sentences reach when they were not seen. */
  private double leastKnown() {
    double[] known = new double[sentences.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int unseen = fold;
      Vocabulary vocabulary =
          Vocabulary.of(
              IntStream.range(0, folds.length)
                  .filter(i -> folds[i] != unseen)
                  .mapToObj(sentences::get)
                  .toList());
      for (int i = 0; i < folds.length; i++) {
        if (folds[i] == unseen) {
          known[i] = vocabulary.known(Token.of(sentences.get(i).text()));
        }
      }
    }
    Arrays.sort(known);
    return known[known.length / FOREIGN];
  }
}
