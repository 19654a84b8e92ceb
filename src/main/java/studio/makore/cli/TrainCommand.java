package studio.makore.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import studio.makore.reading.Trainer;

@Command(
    name = "train",
    description = "Trains the models anew from the sentences in models/training.")
final class TrainCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    var report = Trainer.train(Folders.ofThisProcess().models());
    report
        .languages()
        .forEach((language, of) -> {
          System.out.printf(
              "%s: %d sentences, unseen micro-F1 %.3f, macro-F1 %.3f, %d ms%n",
              language, of.sentences(), of.micro().f1(), of.macroF1(), of.took().toMillis());
          of.unseen()
              .forEach((act, score) ->
                  System.out.printf(
                      "  %-16s %4d examples  precision %.2f  recall %.2f  F1 %.2f%n",
                      act,
                      of.examples().getOrDefault(act, 0),
                      score.precision(),
                      score.recall(),
                      score.f1()));
          of.notes().forEach(note -> System.out.println("  look at: " + note));
        });
    return 0;
  }
}
