package studio.makore.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.makore.mail.NewText;
import studio.makore.reading.Baseline;
import studio.makore.reading.Evaluation;
import studio.makore.reading.LabelledMail;
import studio.makore.reading.Reader;

@Command(name = "evaluate", description = "Measures how well labelled mails are read, act by act.")
final class EvaluateCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "JSON lines {\"id\",\"subject\",\"body\",\"acts\"}.")
  private List<Path> files = List.of();

  @Option(
      names = "--compare",
      description =
          "Put OpenNLP's document categoriser beside it, trained with its defaults on the same text.")
  private boolean compare;

  @Option(names = "--json", description = "One JSON object a file and reader.")
  private boolean json;

  /** What one reader made of one file. */
  private record Measured(String reader, Evaluation result) {}

  @Override
  public Integer call() {
    var models = Folders.ofThisProcess().models();
    var reader = Reader.load(models);
    var mails = files.stream().map(LabelledMail::read).toList();
    var baseline = compare ? Optional.of(Baseline.train(models)) : Optional.<Baseline>empty();
    for (int i = 0; i < files.size(); i++) {
      var measured = new ArrayList<Measured>();
      measured.add(new Measured("makore", Evaluation.of(reader, mails.get(i), this::newText)));
      var all = mails.get(i);
      baseline.ifPresent(
          other -> measured.add(new Measured("opennlp", other.evaluate(all, this::newText))));
      print(files.get(i), measured);
    }
    return 0;
  }

  private String newText(String body) {
    return NewText.cut(body).text();
  }

  private void print(Path file, List<Measured> measured) {
    String name = String.valueOf(file.getFileName());
    if (json) {
      measured.forEach(one -> JsonLines.print(EvaluationLine.of(name, one.reader(), one.result())));
      return;
    }
    var makore = measured.getFirst().result();
    System.out.println(
        measured.size() == 1
            ? EvaluationTable.of(name, makore)
            : EvaluationTable.of(name, makore, measured.getLast().result()));
  }
}
