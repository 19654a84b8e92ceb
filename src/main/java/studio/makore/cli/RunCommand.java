package studio.makore.cli;

import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.makore.mailbox.MailServerCheck;

@Command(name = "run", description = "The bot: watches the studio's mail, reads, drafts, sends.")
final class RunCommand implements Callable<Integer> {
  @Mixin private StudioOption studio = new StudioOption();

  @Override
  public Integer call() {
    var settings = studio.settings();
    refuseUnreachable(settings);
    try (var rooms = Wiring.open(settings, Folders.ofThisProcess(), Clock.systemUTC())) {
      var bot =
          new Bot(
              rooms,
              entry ->
                  System.out.println(
                      LocalTime.now(settings.studio().zone()).truncatedTo(ChronoUnit.SECONDS)
                          + " "
                          + (entry.fate().isEmpty() ? entry.reason() : entry.fate())));
      System.err.printf("Makore works for %s; stop it with Ctrl-C.%n", settings.studio().name());
      Thread worker = Thread.currentThread();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                worker.interrupt();
                try {
                  worker.join(10_000);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }));
      bot.run();
    }
    return 0;
  }

  /** Every server is tried before anything depends on it, so that all complaints come at once. */
  private static void refuseUnreachable(Settings settings) {
    List<String> wrong =
        Stream.concat(
                settings.mailboxes().stream().map(MailServerCheck::imap),
                Stream.of(MailServerCheck.smtp(settings.smtp())))
            .flatMap(Optional::stream)
            .toList();
    if (!wrong.isEmpty()) {
      throw new Failure(String.join(System.lineSeparator(), wrong));
    }
  }
}
