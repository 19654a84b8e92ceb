package studio.makore.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import studio.makore.language.Language;
import studio.makore.mail.NewText;

/**
 * What more text would bring: the models learn from every fourth, every second, every sentence of
 * the training text, and each is measured on the same labelled mails. No part of the build:
 *
 * <pre>
 * mvn test-compile
 * java -cp target/test-classes:target/classes:… studio.makore.reading.LearningCurve FILE.jsonl…
 * </pre>
 */
final class LearningCurve {
  private LearningCurve() {}

  public static void main(String[] files) throws IOException {
    for (int each : new int[] {8, 4, 2, 1}) {
      Path models = Files.createTempDirectory("curve");
      thin(Path.of("models/training"), each, models.resolve("training"));
      TrainingReport report = Trainer.train(models);
      Reader reader = Reader.load(models);
      report
          .languages()
          .forEach((language, learnt) ->
              System.out.printf(
                  Locale.ROOT, "%s %d sentences%n", language.tag(), learnt.sentences()));
      for (String file : files) {
        Evaluation measured =
            Evaluation.of(
                reader, LabelledMail.read(Path.of(file)), body -> NewText.cut(body).text());
        System.out.printf(
            Locale.ROOT,
            "  1/%d %s micro %.3f macro %.3f%n",
            each,
            file,
            measured.micro().f1(),
            measured.macroF1());
      }
    }
  }

  private static void thin(Path training, int each, Path into) throws IOException {
    for (Language language : TrainingText.languages(training)) {
      List<String> kept = new ArrayList<>();
      try (Stream<Path> files = Files.list(training.resolve(language.tag()))) {
        for (Path file : files.sorted().toList()) {
          List<String> lines =
              Files.readAllLines(file).stream()
                  .filter(line -> !line.isBlank() && !line.startsWith("#"))
                  .toList();
          for (int i = 0; i < lines.size(); i += each) {
            kept.add(lines.get(i));
          }
        }
      }
      Path folder = Files.createDirectories(into.resolve(language.tag()));
      Files.write(folder.resolve("all.tsv"), kept);
    }
  }
}
