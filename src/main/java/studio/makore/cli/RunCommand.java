package studio.makore.cli;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.makore.mailbox.InboundEntry;
import studio.makore.mailbox.MailServerCheck;

@Command(name = "run", description = "The bot: watches the studio's mail, reads, drafts, sends.")
final class RunCommand implements Callable<Integer> {
  @Mixin private StudioOption studio = new StudioOption();

  @Override
  public Integer call() {
    var settings = studio.settings();
    refuseUnreachable(settings);
    try (var rooms = Wiring.open(settings, Folders.ofThisProcess(), Clock.systemUTC());
        var bot = new Bot(rooms, entry -> print(entry, settings.studio().zone()))) {
      System.err.printf("Makore works for %s; stop it with Ctrl-C.%n", settings.studio().name());
      stopInPeace(Thread.currentThread());
      bot.run();
    }
    return 0;
  }

  private static void print(InboundEntry entry, ZoneId zone) {
    System.out.println(
        LocalTime.now(zone).truncatedTo(ChronoUnit.SECONDS)
            + " "
            + (entry.fate().isEmpty() ? entry.reason() : entry.fate()));
  }

  /** On Ctrl-C or a service's stop, what is being done is finished first. */
  private static void stopInPeace(Thread worker) {
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
