package studio.makore.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.makore.mail.NewText;
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

  @Override
  public Integer call() {
    var reader = Reader.load(Folders.ofThisProcess().models());
    for (Path file : files) {
      var result = Evaluation.of(reader, LabelledMail.read(file), body -> NewText.cut(body).text());
      print(file, result);
    }
    return 0;
  }

  private static void print(Path file, Evaluation result) {
    System.out.printf(
        "%s: %d mails%n  micro-F1 %.3f  macro-F1 %.3f  exact %.3f  unsure %.3f%n",
        file.getFileName(),
        result.mails(),
        result.micro().f1(),
        result.macroF1(),
        (double) result.exact() / result.mails(),
        (double) result.unsure() / result.mails());
    System.out.printf(
        "  micro-F1 where sure %.3f  plain approvals read %d, wrong %d%n",
        result.sureOnly().f1(), result.plainApprovals(), result.wrongApprovals());
    result
        .acts()
        .forEach((act, score) ->
            System.out.printf(
                "  %-16s precision %.2f  recall %.2f  F1 %.2f%n",
                act, score.precision(), score.recall(), score.f1()));
  }
}
