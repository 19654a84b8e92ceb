package studio.makore.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.makore.mail.Address;
import studio.makore.mailbox.MailServer;
import studio.makore.report.ReportWriter;
import studio.makore.report.Reporter;
import studio.makore.report.Week;

@Command(
    name = "demo",
    description = "The whole loop with no set-up: three weeks of a studio's mail in a minute.")
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--keep",
      description = "Leave the servers and the bot running, to play on with a mail program.")
  private boolean keep;

  @Override
  public Integer call() throws IOException {
    var folders = Folders.ofThisProcess();
    Path folder = folders.home().resolve("data").resolve("demo");
    empty(folder);
    var demo = new Demo(System.out);
    try (var server = demo.server();
        var rooms = Wiring.open(demo.settings(folder.resolve("makore")), folders, demo.clock())) {
      System.out.println("Northlight, a studio with one owner, Noa. Her projects:");
      demo.openProjects(rooms);
      try (var bot = new Bot(rooms, demo::fate)) {
        demo.play(bot);
      }
      report(rooms, folder);
      if (keep) {
        try (var bot = new Bot(rooms, demo::fate)) {
          playOn(demo, bot);
        }
      }
    }
    return 0;
  }

  private static void empty(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(folder);
  }

  private static void report(ApplicationContext rooms, Path folder) throws IOException {
    var studio = rooms.getBean(Settings.class).studio();
    var clock = rooms.getBean(Clock.class);
    var week = Week.of(LocalDate.now(clock.withZone(studio.zone())), studio.workingDays());
    var report = rooms.getBean(Reporter.class).report(week, clock.instant());
    var writer = rooms.getBean(ReportWriter.class);
    var language = studio.owner().language();
    System.out.printf("%nThe weekly report, as Noa gets it by mail:%n%n");
    System.out.print(writer.text(report, language));
    Path page = folder.resolve("report.html");
    Files.writeString(page, writer.page(report, language));
    System.out.printf("%nThe same as a page: %s%n", page);
  }

  private static void playOn(Demo demo, Bot bot) {
    MailServer imap = demo.server().imap("");
    MailServer smtp = demo.server().smtp("");
    System.out.printf(
        "%nThe servers stay up. IMAP %s, SMTP %s, no TLS, password for everybody: %s%n",
        imap, smtp, DemoServer.PASSWORD);
    for (Address person : demo.people().values()) {
      System.out.printf("  %-30s %s%n", person.address(), person.name());
    }
    System.out.println(
        "Write to hello@northlight.example as a client; answer as Noa. Stop with Ctrl-C.");
    demo.clock().follow(Clock.systemUTC());
    bot.run();
  }
}
