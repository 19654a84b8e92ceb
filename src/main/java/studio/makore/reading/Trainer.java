package studio.makore.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import studio.makore.language.Language;
import studio.makore.reading.LanguageModel.ActModel;

/**
 * Makes the models of {@code models/trained} from the labelled sentences of {@code
 * models/training}. The same text gives the same files, byte by byte, on every machine.
 */
public final class Trainer {
  /** Each sentence is judged by models that have seen four fifths of the others, not itself. */
  private static final int FOLDS = 5;

  /** Fewer examples of an act than this teach nothing that holds. */
  private static final int FEWEST = 10;

  private static final long SEED = 20260301;

  /** One sentence in this many of the training text itself may look foreign. */
  private static final int FOREIGN = 200;

  private Trainer() {}

  /**
   * Checks the training text of every language, trains, and writes the models.
   *
   * @param models the folder that holds {@code training} and gets {@code trained}
   * @throws ModelsException naming file and line where the training text is wrong; then nothing is
   *     written
   */
  public static TrainingReport train(Path models) {
    Path training = models.resolve("training");
    List<TrainingText> texts =
        TrainingText.languages(training).stream()
            .map(language -> TrainingText.read(training, language))
            .toList();
    if (texts.isEmpty()) {
      throw new ModelsException(
          "There is no training text: "
              + training
              + " has no folder of a language with .tsv files in it.");
    }
    Map<Language, TrainingReport.OfLanguage> reports =
        new TreeMap<>((a, b) -> a.tag().compareTo(b.tag()));
    for (TrainingText text : texts) {
      reports.put(text.language(), train(text, ModelFile.of(models, text.language())));
    }
    return new TrainingReport(reports);
  }

  private static TrainingReport.OfLanguage train(TrainingText text, Path file) {
    long start = System.nanoTime();
    Lesson lesson = Lesson.of(text.sentences());
    Map<Act, ActModel> models = Collections.synchronizedMap(new EnumMap<>(Act.class));
    Map<Act, Score> scores = Collections.synchronizedMap(new EnumMap<>(Act.class));
    Arrays.stream(Act.values())
        .parallel()
        .filter(act -> lesson.examples(act) >= FEWEST)
        .forEach(act -> {
          double[] margins = lesson.unseenMargins(act);
          boolean[] yes = lesson.holds(act);
          Sigmoid curve = Sigmoid.fit(margins, yes);
          double[] unseen = Arrays.stream(margins).map(curve::at).toArray();
          double threshold = Threshold.choose(act, unseen, yes);
          LinearModel whole = lesson.learn(act, i -> true);
          models.put(act, new ActModel(new LinearModel(whole.weights(), curve), threshold));
          scores.put(act, score(unseen, yes, threshold));
        });
    LanguageModel model =
        new LanguageModel(models, Vocabulary.of(text.sentences()), lesson.leastKnown());
    ModelFile.write(model, file);
    return new TrainingReport.OfLanguage(
        text.sentences().size(),
        lesson.examples(),
        scores,
        text.notes(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static Score score(double[] unseen, boolean[] yes, double threshold) {
    Score score = Score.NONE;
    for (int i = 0; i < yes.length; i++) {
      boolean read = unseen[i] >= threshold;
      score =
          score.plus(
              new Score(read && yes[i] ? 1 : 0, read && !yes[i] ? 1 : 0, !read && yes[i] ? 1 : 0));
    }
    return score;
  }

  /** The sentences made ready for learning, each in its fold. */
  private record Lesson(List<Labelled> sentences, List<Event> events, int[] folds) {
    static Lesson of(List<Labelled> sentences) {
      List<Event> events = new ArrayList<>();
      for (Labelled sentence : sentences) {
        Features features = Features.of(sentence.text());
        events.add(new Event(LinearModel.NO, features.contexts(), features.values()));
      }
      List<Integer> order = new ArrayList<>(IntStream.range(0, sentences.size()).boxed().toList());
      Collections.shuffle(order, new Random(SEED));
      int[] folds = new int[sentences.size()];
      for (int i = 0; i < folds.length; i++) {
        folds[order.get(i)] = i % FOLDS;
      }
      return new Lesson(sentences, events, folds);
    }

    boolean[] holds(Act act) {
      boolean[] holds = new boolean[sentences.size()];
      for (int i = 0; i < holds.length; i++) {
        holds[i] = sentences.get(i).acts().contains(act);
      }
      return holds;
    }

    int examples(Act act) {
      return (int) sentences.stream().filter(sentence -> sentence.acts().contains(act)).count();
    }

    Map<Act, Integer> examples() {
      Map<Act, Integer> examples = new EnumMap<>(Act.class);
      for (Act act : Act.values()) {
        examples.put(act, examples(act));
      }
      return examples;
    }

    LinearModel learn(Act act, java.util.function.IntPredicate from) {
      List<Event> chosen = new ArrayList<>();
      for (int i = 0; i < events.size(); i++) {
        if (from.test(i)) {
          Event event = events.get(i);
          boolean yes = sentences.get(i).acts().contains(act);
          chosen.add(
              new Event(
                  yes ? LinearModel.YES : LinearModel.NO, event.getContext(), event.getValues()));
        }
      }
      EventTrainer trainer = new LiblinearTrainer();
      try {
        return (LinearModel) trainer.train(ObjectStreamUtils.createObjectStream(chosen));
      } catch (IOException e) {
        throw new UncheckedIOException("events in memory cannot fail to be read", e);
      }
    }

    double[] unseenMargins(Act act) {
      double[] margins = new double[events.size()];
      for (int fold = 0; fold < FOLDS; fold++) {
        int unseen = fold;
        LinearModel model = learn(act, i -> folds[i] != unseen);
        for (int i = 0; i < margins.length; i++) {
          if (folds[i] == unseen) {
            margins[i] = model.margin(Features.of(sentences.get(i).text()));
          }
        }
      }
      return margins;
    }

    /** The share of known pieces that all but a few sentences reach when they were not seen. */
    double leastKnown() {
      double[] known = new double[sentences.size()];
      for (int fold = 0; fold < FOLDS; fold++) {
        List<Labelled> seen = new ArrayList<>();
        for (int i = 0; i < folds.length; i++) {
          if (folds[i] != fold) {
            seen.add(sentences.get(i));
          }
        }
        Vocabulary vocabulary = Vocabulary.of(seen);
        for (int i = 0; i < folds.length; i++) {
          if (folds[i] == fold) {
            known[i] = vocabulary.known(Token.of(sentences.get(i).text()));
          }
        }
      }
      Arrays.sort(known);
      return known[known.length / FOREIGN];
    }
  }
}
