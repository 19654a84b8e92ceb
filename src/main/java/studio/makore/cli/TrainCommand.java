package studio.makore.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import studio.makore.language.Language;
import studio.makore.reading.TextCheck;
import studio.makore.reading.Trainer;
import studio.makore.reading.TrainingReport;

@Command(
    name = "train",
    description = "Trains the models anew from the sentences in models/training.")
final class TrainCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    var models = Folders.ofThisProcess().models();
    Trainer.train(models).languages().forEach(TrainCommand::print);
    TextCheck.all(models).forEach(TrainCommand::print);
    return 0;
  }

  private static void print(Language language, TrainingReport.OfLanguage of) {
    line(
        "%s: %d sentences, unseen micro-F1 %.3f, macro-F1 %.3f, %d ms",
        language, of.sentences(), of.micro().f1(), of.macroF1(), of.took().toMillis());
    of.unseen()
        .forEach((act, score) ->
            line(
                "  %-16s %4d examples  precision %.2f  recall %.2f  F1 %.2f",
                act,
                of.examples().getOrDefault(act, 0),
                score.precision(),
                score.recall(),
                score.f1()));
  }

  private static void print(TextCheck check) {
    line(
        "%s text: %d sentences, repeated %.2f %%, nearly repeated %.2f %%",
        check.language(), check.sentences(), 100 * check.repeatedShare(), 100 * check.nearShare());
    check
        .acts()
        .forEach(of ->
            line(
                "  %-16s %4d sentences  nearly repeated %.2f %%  distinct-1/2/3 %.2f %.2f %.2f",
                of.act(),
                of.sentences(),
                100 * of.nearShare(),
                of.distinct1(),
                of.distinct2(),
                of.distinct3()));
    check.repetitions().forEach(wrong -> line("  look at: %s", wrong));
    check.shortages().forEach(wrong -> line("  look at: %s", wrong));
  }

  private static void line(String form, Object... values) {
    System.out.printf(Locale.ROOT, form + "%n", values);
  }
}
