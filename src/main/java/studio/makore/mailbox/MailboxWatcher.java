package studio.makore.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/**
 * Watches one folder of an IMAP server and stores each new mail, in the order of the folder. Opens
 * it read-only, so that no flag changes: a person may use the same mailbox.
 *
 * <p>New mail is told by the server where it can (IDLE); besides, the folder is looked at once a
 * minute, which also finds out a connection that died in silence. A lost connection is made again,
 * after longer and longer waits, for ever.
 *
 * <pre>{@code
 * try (var watcher = new MailboxWatcher(settings, store, clock, random, events, step -> {})) {
 *   watcher.start();
 *   …
 * }
 * }</pre>
 */
public final class MailboxWatcher implements AutoCloseable {
  /** A mail with more bytes is stored cut, see {@link Inbound#cut}. */
  static final int MOST_BYTES = 50 << 20;

  private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

  private final ImapSettings settings;
  private final Pace pace;
  private final RandomGenerator random;
  private final Consumer<MailboxEvent> events;
  private final StopGate gate = new StopGate();
  private final FolderReader reader;
  private final List<Thread> threads = new ArrayList<>();
  private Optional<Open> open = Optional.empty();

  /**
   * @param random spreads the waits before a lost connection is made again
   * @param events told what happens, on the watcher's own thread; must not throw
   * @param at told of each {@link Step} passed; does nothing in production
   */
  public MailboxWatcher(
      ImapSettings settings,
      InboundStore store,
      Clock clock,
      RandomGenerator random,
      Consumer<MailboxEvent> events,
      Consumer<Step> at) {
    this(settings, Pace.NORMAL, MOST_BYTES, store, clock, random, events, at);
  }

  /** As above, at another pace and with another limit for one mail. */
  MailboxWatcher(
      ImapSettings settings,
      Pace pace,
      int mostBytes,
      InboundStore store,
      Clock clock,
      RandomGenerator random,
      Consumer<MailboxEvent> events,
      Consumer<Step> at) {
    this.settings = settings;
    this.pace = pace;
    this.random = random;
    this.events = events;
    this.reader = new FolderReader(settings, store, clock, mostBytes, gate, events, at);
  }

  /** Begins to watch, on a thread of its own. To be called once. */
  public void start() {
    Thread thread =
        Thread.ofVirtual().name("watch " + settings.mailbox()).unstarted(this::watchForEver);
    threads.add(thread);
    thread.start();
  }

  /**
   * Stores what is new, once; for a run that does not watch. The connection is kept for the next
   * call. Not to be called on a watcher that was started, nor by several threads.
   *
   * @return how many mails were stored
   * @throws MailboxException when the server cannot be used
   */
  public int fetchNew() {
    try {
      return reader.read(openFolder());
    } catch (MessagingException | IOException e) {
      open.ifPresent(Open::close);
      open = Optional.empty();
      throw new MailboxException(Trouble.with("IMAP", settings.server(), e).sentence(), e);
    }
  }

  /** The folder as it is now, on the connection of the last call where that still stands. */
  private IMAPFolder openFolder() throws MessagingException {
    if (open.isPresent()) {
      try {
        open.get().folder().doCommand(Watchdog::noop);
        return open.get().folder();
      } catch (MessagingException lost) {
        open.get().close();
      }
    }
    var connection = ImapConnection.open(settings.server(), pace.timeout());
    open = Optional.of(new Open(connection, connection.readOnly(settings.folder())));
    return open.get().folder();
  }

  /** A connection with the folder open in it. */
  private record Open(ImapConnection connection, IMAPFolder folder) {
    void close() {
      connection.close();
    }
  }

  /** Stops at once, except that the mail being stored is stored. */
  @Override
  public void close() {
    open.ifPresent(Open::close);
    gate.stop(threads);
    try {
      for (Thread thread : threads) {
        thread.join(STOPS_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watchForEver() {
    var tries = new Tries();
    while (!gate.stopped()) {
      try {
        watch(tries);
      } catch (InterruptedException | StopGate.Stopped stopped) {
        return;
      } catch (MessagingException | IOException | RuntimeException lost) {
        if (gate.stopped() || !waitAfter(lost, tries)) {
          return;
        }
      }
    }
  }

  private void watch(Tries tries) throws MessagingException, IOException, InterruptedException {
    try (var connection = ImapConnection.open(settings.server(), pace.timeout())) {
      IMAPFolder folder = connection.readOnly(settings.folder());
      boolean idle = connection.canIdle();
      tell(new MailboxEvent.Connected(settings.mailbox(), idle));
      try (var _ = new Watchdog(folder, pace.check())) {
        while (true) {
          reader.read(folder);
          if (idle) {
            folder.idle(true);
          } else {
            Thread.sleep(pace.check());
            folder.doCommand(Watchdog::noop);
          }
          tries.failed = 0;
        }
      }
    }
  }

  /** False when the watcher was closed meanwhile. */
  private boolean waitAfter(Exception lost, Tries tries) {
    tries.failed++;
    // asked again and again with a wrong password, a provider locks the account
    Duration wait =
        lost instanceof AuthenticationFailedException
            ? pace.lastRetry()
            : pace.retry(tries.failed, random);
    try {
      tell(
          new MailboxEvent.Lost(
              settings.mailbox(), Trouble.with("IMAP", settings.server(), lost).sentence(), wait));
      Thread.sleep(wait);
      return true;
    } catch (InterruptedException | StopGate.Stopped stopped) {
      return false;
    }
  }

  private void tell(MailboxEvent event) {
    gate.pass(() -> {
      events.accept(event);
      return true;
    });
  }

  /** How often in a row the connection failed. */
  private static final class Tries {
    int failed;
  }

  /**
   * Says NOOP now and then. That ends a waiting IDLE, so that the folder is looked at; and it is
   * the only thing that notices a dead peer, for Angus lets IDLE wait without a time limit.
   */
  private static final class Watchdog implements AutoCloseable {
    private final Thread thread;

    Watchdog(IMAPFolder folder, Duration every) {
      thread =
          Thread.ofVirtual()
              .name("watchdog " + folder.getFullName())
              .start(() -> watch(folder, every));
    }

    private static void watch(IMAPFolder folder, Duration every) {
      try {
        while (true) {
          Thread.sleep(every);
          folder.doCommand(Watchdog::noop);
        }
      } catch (InterruptedException | MessagingException | RuntimeException ended) {
        // the thread that reads the folder finds it closed
      }
    }

    static Object noop(IMAPProtocol protocol) throws org.eclipse.angus.mail.iap.ProtocolException {
      protocol.noop();
      return Boolean.TRUE;
    }

    @Override
    public void close() {
      thread.interrupt();
    }
  }
}
