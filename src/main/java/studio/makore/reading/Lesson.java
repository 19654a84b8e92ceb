package studio.makore.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import studio.makore.reading.LanguageModel.ActModel;

/** The sentences of one language made ready for learning, each in its fold. */
record Lesson(List<Labelled> sentences, List<Features> features, int[] folds, Rehearsal rehearsal) {
  /** Each sentence is judged by models that have seen two thirds of the others, not itself. */
  private static final int FOLDS = 3;

  private static final long SEED = 20260301;

  /** One sentence in this many of the training text itself may look foreign. */
  private static final int FOREIGN = 200;

  /** A model, and how well it did on the rehearsed mails without having seen their sentences. */
  record Learnt(ActModel model, Score unseen) {}

  static Lesson of(List<Labelled> sentences) {
    List<Features> features = sentences.stream().map(s -> Features.of(s.text())).toList();
    List<Integer> order = new ArrayList<>(IntStream.range(0, sentences.size()).boxed().toList());
    Collections.shuffle(order, new Random(SEED));
    int[] folds = new int[sentences.size()];
    for (int i = 0; i < folds.length; i++) {
      folds[order.get(i)] = i % FOLDS;
    }
    return new Lesson(sentences, features, folds, Rehearsal.of(sentences, folds, FOLDS, SEED));
  }

  Map<Act, Integer> examples() {
    Map<Act, Integer> examples = new EnumMap<>(Act.class);
    for (Act act : Act.values()) {
      examples.put(act, examples(act));
    }
    return examples;
  }

  int examples(Act act) {
    return (int) sentences.stream().filter(sentence -> sentence.acts().contains(act)).count();
  }

  /** Learns one act from all sentences, its curve and threshold from the rehearsed mails. */
  Learnt learn(Act act) {
    double[] margins = rehearse(act);
    boolean[] holds = new boolean[margins.length];
    for (int i = 0; i < holds.length; i++) {
      holds[i] = rehearsal.mails().get(i).acts().contains(act);
    }
    Sigmoid curve = Sigmoid.fit(margins, holds);
    double[] unseen = Arrays.stream(margins).map(curve::at).toArray();
    double threshold = Threshold.choose(act, unseen, holds);
    LinearModel model = new LinearModel(train(act, i -> true).weights(), curve);
    return new Learnt(new ActModel(model, threshold), Threshold.score(unseen, holds, threshold));
  }

  /** The margins of the rehearsed mails, each by a model that knows none of its sentences. */
  private double[] rehearse(Act act) {
    LinearModel[] models = new LinearModel[FOLDS];
    for (int fold = 0; fold < FOLDS; fold++) {
      int unseen = fold;
      models[fold] = train(act, i -> folds[i] != unseen);
    }
    double[] alone = new double[features.size()];
    for (int i = 0; i < alone.length; i++) {
      alone[i] = models[folds[i]].margin(features.get(i));
    }
    double[] margins = new double[rehearsal.mails().size()];
    for (int i = 0; i < margins.length; i++) {
      Rehearsal.Mail mail = rehearsal.mails().get(i);
      double best = Arrays.stream(mail.sentences()).mapToDouble(s -> alone[s]).max().orElseThrow();
      margins[i] = LinearModel.together(best, models[mail.fold()].margin(mail.whole()));
    }
    return margins;
  }

  private LinearModel train(Act act, IntPredicate from) {
    List<Event> events =
        IntStream.range(0, sentences.size())
            .filter(from)
            .mapToObj(i -> features.get(i).event(sentences.get(i).acts().contains(act)))
            .toList();
    EventTrainer trainer = new LiblinearTrainer();
    try {
      return (LinearModel) trainer.train(ObjectStreamUtils.createObjectStream(events));
    } catch (IOException e) {
      throw new UncheckedIOException("events in memory cannot fail to be read", e);
    }
  }

  /** The share of known pieces that all but a few sentences reach when they were not seen. */
  double leastKnown() {
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
