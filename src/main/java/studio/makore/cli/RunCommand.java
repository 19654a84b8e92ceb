package studio.makore.cli;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.makore.mailbox.InboundEntry;
import studio.makore.reply.Templates;

@Command(name = "run", description = "The bot: watches the studio's mail, reads, drafts, sends.")
final class RunCommand implements Callable<Integer> {
  @Mixin private StudioOption studio = new StudioOption();

  @Override
  public Integer call() {
    var file = studio.file();
    var zone = file.settings().studio().zone();
    var ended = new CountDownLatch(1);
    try (var rooms = StudioOption.open(file);
        var bot = new Bot(rooms, entry -> print(entry, zone))) {
      file.checkLanguages(rooms.getBean(Templates.class).languages());
      refuse(file.unusableServers());
      System.err.printf(
          "Makore works for %s; stop it with Ctrl-C.%n", file.settings().studio().name());
      stopInPeace(bot, ended);
      bot.run();
    } finally {
      ended.countDown();
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
  private static void stopInPeace(Bot bot, CountDownLatch ended) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              bot.stop();
              try {
                ended.await(10, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }));
  }

  /** Every server is tried before anything depends on it, so that all complaints come at once. */
  private static void refuse(List<String> wrong) {
    if (!wrong.isEmpty()) {
      throw new Failure(String.join(System.lineSeparator(), wrong));
    }
  }
}
