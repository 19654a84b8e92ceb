package studio.makore.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.makore.audit.Audit;
import studio.makore.audit.Auditor;
import studio.makore.language.Language;
import studio.makore.language.Languages;
import studio.makore.report.AuditWriter;

@Command(
    name = "audit",
    description =
        "Reads a past mailbox and shows each time a client had to ask, the silence behind it, and"
            + " the update that would have spared it. The mailbox is only read.")
final class AuditCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Mailboxes: mbox files, a Maildir, Gmail's export, folders of .eml; with the folder of"
              + " sent mail, if it lies apart.")
  private List<Path> paths = List.of();

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description =
          "Where the page and the figures go, and what was read, so that an interrupted audit goes"
              + " on; makore-audit when not given.")
  private Path folder = Path.of("makore-audit");

  @Option(
      names = "--studio",
      paramLabel = "ADDRESS",
      description = "The studio's address, when it cannot be told from the mails; may come twice.")
  private List<String> studio = List.of();

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "The page's language (he, ar, en); the studio's own when not given.")
  private @Nullable String language;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "Minutes that each question costs the studio; 20 when not given.")
  private int minutes = 20;

  @Override
  public Integer call() throws IOException {
    for (Path path : paths) {
      check(path);
    }
    Optional<Language> spoken = Optional.ofNullable(language).map(AuditCommand::language);
    Set<String> addresses = new LinkedHashSet<>();
    studio.forEach(address -> addresses.add(address.strip().toLowerCase(Locale.ROOT)));
    var progress = new TimeLeft(System.err, Screen.isTerminal(Screen.ERROR));
    Audit audit =
        new Auditor(Folders.ofThisProcess().models())
            .audit(paths, folder.resolve("read.journal"), addresses, progress);
    progress.end();
    write(audit, spoken.orElse(audit.language()));
    return 0;
  }

  private void check(Path path) {
    if (!Files.exists(path)) {
      throw new Failure("there is no file or folder " + path);
    }
    boolean inside =
        folder.toAbsolutePath().normalize().startsWith(path.toAbsolutePath().normalize());
    if (inside && Files.isDirectory(path)) {
      throw new Failure(
          "the mailbox %s is only read, so %s cannot lie in it; name another folder with --to"
              .formatted(path, folder));
    }
  }

  private static Language language(String tag) {
    var language = new Language(tag);
    if (!Languages.all().contains(language)) {
      throw new Failure(
          "\"%s\" is no language Makore writes; choose one of %s"
              .formatted(tag, Languages.all().stream().map(Language::tag).toList()));
    }
    return language;
  }

  private void write(Audit audit, Language spoken) throws IOException {
    var writer = new AuditWriter(minutes);
    Path page = folder.resolve("audit.html");
    Files.writeString(page, writer.page(audit, spoken));
    Files.writeString(folder.resolve("audit.json"), writer.json(audit));
    Files.writeString(folder.resolve("inquiries.csv"), writer.inquiries(audit));
    Files.writeString(folder.resolve("promises.csv"), writer.promises(audit));
    System.out.printf(
        "%,d mails of %s, %s to %s: asked %d times, %d of them after silence.%n",
        audit.mails(),
        audit.studio().isEmpty() ? "an unknown studio" : audit.studio(),
        audit.first(),
        audit.last(),
        audit.timesAsked(),
        audit.timesBySilence());
    System.out.println("The page: " + page.toAbsolutePath());
  }

  /** How far the reading has come and how long it will take, on a terminal. */
  private static final class TimeLeft implements Auditor.Progress {
    private static final long EVERY_NANOS = 500_000_000L;
    private final PrintStream terminal;
    private final boolean shown;
    private final long begun = System.nanoTime();
    private long last;
    private long readBytes;
    private long before;

    TimeLeft(PrintStream terminal, boolean shown) {
      this.terminal = terminal;
      this.shown = shown;
    }

    @Override
    public void read(int mails, long bytes, long ofBytes) {
      readBytes += Math.max(0, bytes - before);
      tell(mails, bytes, ofBytes);
    }

    @Override
    public void known(int mails, long bytes, long ofBytes) {
      tell(mails, bytes, ofBytes);
    }

    private void tell(int mails, long bytes, long ofBytes) {
      before = bytes;
      long now = System.nanoTime();
      if (!shown || now - last < EVERY_NANOS) {
        return;
      }
      last = now;
      String left =
          readBytes == 0
              ? ""
              : ", "
                  + left((now - begun) / 1e9 / readBytes * Math.max(0, ofBytes - bytes))
                  + " left";
      terminal.printf(
          "\r%,d mails, %d %%%s          ", mails, 100 * bytes / Math.max(1, ofBytes), left);
    }

    private static String left(double seconds) {
      var time = Duration.ofSeconds(Math.round(seconds));
      return time.toMinutes() > 0
          ? time.toMinutes() + " min"
          : Math.max(1, time.toSeconds()) + " s";
    }

    void end() {
      if (shown) {
        terminal.printf("\r%60s\r", "");
      }
    }
  }
}
