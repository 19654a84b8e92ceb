package studio.makore.cli;

import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.makore.mailbox.InboundEntry;
import studio.makore.mailbox.InboundStatus;
import studio.makore.mailbox.InboundStore;

@Command(name = "inbox", description = "What happened to each mail, the newest first.")
final class InboxCommand implements Callable<Integer> {
  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @Mixin private StudioOption studio = new StudioOption();

  @Option(names = "--status", description = "Only these: ${COMPLETION-CANDIDATES}.")
  private @Nullable InboundStatus status;

  @Option(names = "--limit", description = "How many at the most (${DEFAULT-VALUE}).")
  private int limit = 50;

  @Option(names = "--retry", paramLabel = "NUMBER", description = "Handle a failed mail again.")
  private @Nullable Long retry;

  @Override
  public Integer call() {
    try (var rooms = studio.open()) {
      var store = rooms.getBean(InboundStore.class);
      if (retry != null) {
        if (!store.retry(retry)) {
          throw new Failure("there is no failed mail number " + retry);
        }
        System.out.println("Mail " + retry + " will be handled again.");
        return 0;
      }
      var entries = status == null ? store.list(limit) : store.list(status, limit);
      var zone = rooms.getBean(Settings.class).studio().zone();
      entries.forEach(entry ->
          System.out.printf(
              "%5d  %s  %-7s  %s%n",
              entry.id(), AT.format(entry.receivedAt().atZone(zone)), entry.status(), told(entry)));
      return 0;
    }
  }

  private static String told(InboundEntry entry) {
    return entry.fate().isEmpty() ? entry.reason() : entry.fate();
  }
}
