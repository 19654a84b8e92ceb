package studio.makore.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studio.makore.language.Language;
import studio.makore.language.Spelling;

/**
 * Trains a language's model anew with what owners corrected. Each correction weighs as much as
 * three sentences. The new model is taken only if it reads the sentences of a frozen tenth of the
 * training text no worse than by {@value #MOST_LOSS} of micro-F1: both are trained without that
 * tenth to find out, one with the corrections and one without.
 */
public final class Retraining {
  /** By so much micro-F1 on the frozen sentences may fall. */
  public static final double MOST_LOSS = 0.02;

  private static final int WEIGHT = 3;
  private static final int FROZEN = 10;

  private final Path shipped;
  private final Path own;

  /**
   * @param shipped the folder that holds {@code training} and {@code trained}
   * @param own the folder for the studio's models; made when it is not there
   */
  public Retraining(Path shipped, Path own) {
    this.shipped = shipped;
    this.own = own;
  }

  /**
   * What came of a training.
   *
   * @param before micro-F1 on the frozen sentences without the corrections
   * @param after with them
   * @param taken whether the new model is in use from now on
   */
  public record Outcome(Language language, double before, double after, boolean taken) {}

  /**
   * Trains and, if the new model is good enough, has the reader read with it. Takes some seconds;
   * meanwhile the reader goes on reading.
   *
   * @throws ModelsException when the training text is missing or wrong, or the folder cannot be
   *     written to
   */
  public Outcome run(Language language, List<Correction> corrections, Reader reader) {
    TrainingText text = TrainingText.read(shipped.resolve("training"), language);
    List<Labelled> frozen = text.sentences().stream().filter(Retraining::frozen).toList();
    List<Labelled> rest = text.sentences().stream().filter(one -> !frozen(one)).toList();
    try {
      Files.createDirectories(own);
      Path fresh = Files.createTempFile(own, language + "-", ".fresh");
      try {
        double before = measured(text, rest, frozen, fresh);
        double after = measured(text, with(corrections, rest), frozen, fresh);
        boolean good = after >= before - MOST_LOSS;
        if (good) {
          train(text, with(corrections, text.sentences()), fresh);
          reader.take(language, fresh);
        }
        return new Outcome(language, before, after, good);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new ModelsException("Cannot write into the folder " + own + ": " + e.getMessage(), e);
    }
  }

  /** The same tenth every time, whatever is added to the training text. */
  private static boolean frozen(Labelled sentence) {
    return Math.floorMod(Spelling.fold(sentence.text()).hashCode(), FROZEN) == 0;
  }

  /** An owner's word about a sentence takes the place of ours. */
  private static List<Labelled> with(List<Correction> corrections, List<Labelled> sentences) {
    Set<String> corrected = new HashSet<>();
    List<Labelled> owners = new ArrayList<>();
    for (Correction correction : corrections.reversed()) {
      if (corrected.add(Spelling.fold(correction.words()))) {
        owners.addAll(Collections.nCopies(WEIGHT, correction.labelled()));
      }
    }
    List<Labelled> all = new ArrayList<>();
    sentences.stream()
        .filter(one -> !corrected.contains(Spelling.fold(one.text())))
        .forEach(all::add);
    all.addAll(owners);
    return all;
  }

  private static double measured(
      TrainingText text, List<Labelled> sentences, List<Labelled> frozen, Path file) {
    train(text, sentences, file);
    Reader reader = Reader.of(text.language(), ModelFile.read(file));
    Score score = Score.NONE;
    for (Labelled one : frozen) {
      Reading reading = reader.readIn(text.language(), one.text());
      Set<Act> read = reading.unsure() ? Set.of() : reading.names();
      for (Act act : Act.values()) {
        score = score.plus(Score.of(act, one.acts(), read));
      }
    }
    return score.f1();
  }

  private static void train(TrainingText text, List<Labelled> sentences, Path file) {
    Trainer.train(new TrainingText(text.language(), sentences, List.of()), file);
  }
}
