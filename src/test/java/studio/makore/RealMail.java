package studio.makore;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Real Dovecot and Postfix, as ordinary processes on free ports of 127.0.0.1: one pair for all test
 * classes that register this, started by the first and stopped at the end. Tests are skipped where
 * the scripts, the packages or the rights are missing.
 *
 * <pre>{@code
 * @RegisterExtension static final RealMail SERVERS = new RealMail();
 * }</pre>
 *
 * <p>They know {@code owner@}, {@code bot@} and {@code full@studio.test} (a full mailbox) and
 * {@code client@client.test}; a test that wants an empty mailbox takes {@link #newUser}. Each
 * password is {@code secret}.
 */
public final class RealMail implements BeforeAllCallback {
  private static final int NEW_USERS = 60;
  private static final AtomicInteger USERS = new AtomicInteger();

  private Running running = new Running(Path.of(""), Map.of());

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(RealMail.class))
            .computeIfAbsent(Running.class, key -> start(), Running.class);
  }

  public String host() {
    return "127.0.0.1";
  }

  /** IMAP with STARTTLS; takes passwords without it too. */
  public int imapPort() {
    return port("IMAP_PORT");
  }

  public int imapsPort() {
    return port("IMAPS_PORT");
  }

  /** SMTP with STARTTLS and sign-in. */
  public int smtpPort() {
    return port("SMTP_PORT");
  }

  public int smtpsPort() {
    return port("SMTPS_PORT");
  }

  /** The servers' own certificate, as PEM. */
  public Path certificate() {
    return running.folder.resolve("tls/cert.pem");
  }

  /** A ready OAuth token of {@code owner@studio.test}. */
  public String ownersToken() {
    return running.setting("OAUTH_TOKEN");
  }

  /** An address with an empty mailbox that no other test has had. */
  public String newUser() {
    int number = USERS.incrementAndGet();
    if (number > NEW_USERS) {
      throw new IllegalStateException("more new users than REALMAIL_EXTRA makes");
    }
    return "load%04d@studio.test".formatted(number);
  }

  /** The folder that Dovecot keeps that user's mail in. */
  public Path maildir(String user) {
    return running.folder.resolve("mail").resolve(user).resolve("Maildir");
  }

  /** Kills each IMAP session, as a crash in the middle of it would. */
  public void killImapSessions() {
    running.stopScript("--kill-imap");
  }

  /** Stops Dovecot; SMTP goes on and queues. Returns when IMAP is refused. */
  public void stopDovecot() {
    // where process 1 is slow to bury the dead, the script waits for it; the port tells sooner
    Thread script = Thread.startVirtualThread(() -> running.stopScript("--dovecot"));
    while (answers(imapPort()) && script.isAlive()) {
      Thread.onSpinWait();
    }
  }

  public void startDovecot() {
    running.stopScript("--restart-dovecot");
  }

  private static boolean answers(int port) {
    try (var socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  private int port(String name) {
    return Integer.parseInt(running.setting(name));
  }

  private static Running start() {
    Path scripts =
        Path.of(System.getProperty("makore.shared", "../shared"), "realmail").toAbsolutePath();
    assumeTrue(Files.exists(scripts.resolve("start.sh")), "no " + scripts + "/start.sh");
    assumeTrue("root".equals(System.getProperty("user.name")), "Postfix needs root");
    for (String server : List.of("/usr/sbin/dovecot", "/usr/sbin/postfix")) {
      assumeTrue(Files.exists(Path.of(server)), server + " is not installed");
    }
    try {
      Path folder = Files.createTempDirectory("mk");
      run(scripts.resolve("start.sh"), List.of(folder.toString()), folder);
      return new Running(folder, scripts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(Path script, List<String> arguments, Path logs) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(arguments);
    Path log = Files.createTempFile(logs, "script", ".log");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("REALMAIL_EXTRA", Integer.toString(NEW_USERS));
    Process process = builder.start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(script + " did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      abort("interrupted");
    }
    if (process.exitValue() != 0) {
      String said = Files.exists(log) ? Files.readString(log) : "";
      throw new IllegalStateException(script + " failed: " + said);
    }
  }

  private record Running(Path folder, Path scripts, Map<String, String> settings)
      implements AutoCloseable {
    Running(Path folder, Path scripts) throws IOException {
      this(folder, scripts, settings(folder.resolve("realmail.env")));
    }

    Running(Path folder, Map<String, String> settings) {
      this(folder, folder, settings);
    }

    private static Map<String, String> settings(Path env) throws IOException {
      return Files.readAllLines(env).stream()
          .map(line -> line.split("=", 2))
          .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].replace("'", "")));
    }

    String setting(String name) {
      String value = settings.get(name);
      if (value == null) {
        throw new IllegalStateException("the servers do not run: no " + name);
      }
      return value;
    }

    void stopScript(String what) {
      try {
        run(scripts.resolve("stop.sh"), List.of(what, folder.toString()), folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      Path logs = Files.createTempDirectory("mk");
      run(scripts.resolve("stop.sh"), List.of(folder.toString()), logs);
      try (var left = Files.list(logs)) {
        for (Path log : left.toList()) {
          Files.delete(log);
        }
      }
      Files.delete(logs);
    }
  }
}
