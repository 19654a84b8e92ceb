package studio.makore.reading;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.makore.language.Language;

/**
 * Makes the models of {@code models/trained} from the labelled sentences of {@code
 * models/training}. The same text gives the same files, byte by byte, on every machine.
 */
public final class Trainer {
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

  /** Trains one language and writes its model. */
  static TrainingReport.OfLanguage train(TrainingText text, Path file) {
    long start = System.nanoTime();
    Lesson lesson = Lesson.of(text.sentences());
    Lesson.Learnt learnt = lesson.learn();
    ModelFile.write(learnt.model(), file);
    return new TrainingReport.OfLanguage(
        text.sentences().size(),
        lesson.examples(),
        learnt.unseen(),
        text.notes(),
        Duration.ofNanos(System.nanoTime() - start));
  }
}
