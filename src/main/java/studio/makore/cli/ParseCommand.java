package studio.makore.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.makore.language.Languages;
import studio.makore.mail.MailFiles;
import studio.makore.mail.MailParser;

/**
 * Mails are parsed on all cores and shown in the order they were read in; only so many are held at
 * a time that memory does not grow with the mailbox.
 */
@Command(name = "parse", description = "Shows what Makore makes of mails, one after the other.")
final class ParseCommand implements Callable<Integer> {
  private static final int MAX_WAITING = 200;
  private static final long MAX_WAITING_BYTES = 24L * 1024 * 1024;
  private static final int STEP = 100;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Mail files (.eml), mailboxes (mbox, Maildir), folders of them, or - for a mail or an"
              + " mbox on standard input.")
  private List<String> paths = List.of();

  @Option(names = "--json", description = "One JSON object a mail.")
  private boolean json;

  private MailParser parser = MailParser.withoutAttachmentText();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Progress progress = Progress.ofThisProcess();
  private long waitingBytes;

  /** A mail that is being parsed. */
  private record Waiting(int bytes, Future<byte[]> shown) {}

  @Override
  public Integer call() throws IOException {
    BufferedOutputStream out = new BufferedOutputStream(System.out, 1 << 16);
    if (json) {
      parser = new MailParser();
    }
    int processors = Runtime.getRuntime().availableProcessors();
    try (ExecutorService cores = Executors.newFixedThreadPool(processors)) {
      MailFiles.Reader reader =
          (file, index, raw) -> {
            waitingBytes += raw.length;
            waiting.add(new Waiting(raw.length, cores.submit(() -> shown(file, index, raw))));
            while (waiting.size() > MAX_WAITING
                || waitingBytes > MAX_WAITING_BYTES
                || !waiting.isEmpty() && waiting.peek().shown().isDone()) {
              write(out);
            }
          };
      for (String path : paths) {
        read(path, reader);
      }
      while (!waiting.isEmpty()) {
        write(out);
      }
    }
    out.flush();
    progress.end();
    return 0;
  }

  private static void read(String path, MailFiles.Reader reader) throws IOException {
    if (path.equals("-")) {
      MailFiles.read("-", System.in, reader);
    } else if (Files.exists(Path.of(path))) {
      MailFiles.read(Path.of(path), reader);
    } else {
      throw new Failure("there is no file or folder " + path);
    }
  }

  private void write(BufferedOutputStream out) {
    Waiting next = waiting.remove();
    waitingBytes -= next.bytes();
    try {
      out.write(next.shown().get());
      progress.step();
    } catch (IOException closed) {
      throw new Failure("the output was closed: " + closed.getMessage());
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure("stopped");
    }
  }

  private byte[] shown(String file, int index, byte[] raw) {
    var mail = parser.parse(raw);
    var line = MailLine.of(file, index, mail, Languages.of(mail.text()));
    return json ? JsonLines.line(line) : text(line).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(MailLine mail) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s%s%n  %s from %s, %s, \"%s\"%n"
            .formatted(
                mail.file(),
                mail.index() == 0 ? "" : " #" + mail.index(),
                mail.kind(),
                mail.from() == null ? "nobody" : mail.from().address(),
                mail.date() == null ? "undated" : mail.date(),
                mail.subject()));
    mail.text().lines().forEach(line -> text.append("  | ").append(line).append('\n'));
    for (var file : mail.attachments()) {
      text.append("  + %s (%s, %d bytes)%n".formatted(file.name(), file.type(), file.size()));
    }
    mail.problems().forEach(problem -> text.append("  ! ").append(problem).append('\n'));
    return text.toString();
  }

  /** A count on the terminal, when standard error is one and the results go elsewhere. */
  private static final class Progress {
    private final boolean shown;
    private final PrintStream terminal = System.err;
    private int count;

    private Progress(boolean shown) {
      this.shown = shown;
    }

    static Progress ofThisProcess() {
      return new Progress(Screen.isTerminal(Screen.ERROR) && !Screen.isTerminal(Screen.OUTPUT));
    }

    void step() {
      count++;
      if (shown && count % STEP == 0) {
        terminal.printf("\r%,d mails", count);
      }
    }

    void end() {
      if (shown && count >= STEP) {
        terminal.printf("\r%,d mails%n", count);
      }
    }
  }
}
