package studio.makore.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One command as a person at a terminal sees it.
 *
 * @param exit the exit code
 * @param out what came on standard output
 * @param err what came on standard error
 */
record Terminal(int exit, String out, String err) {
  /** Makore's own folder in the project, which has templates and models. */
  static final Path PROJECT = Path.of("").toAbsolutePath();

  static Terminal run(Path home, String... arguments) {
    return run(home, new byte[0], arguments);
  }

  /**
   * @param home where templates, models and makore.yml lie
   * @param in what standard input holds
   */
  static Terminal run(Path home, byte[] in, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    InputStream formerIn = System.in;
    PrintStream formerOut = System.out;
    PrintStream formerErr = System.err;
    var formerHome = Optional.ofNullable(System.getProperty("makore.home"));
    try {
      System.setIn(new ByteArrayInputStream(in));
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      System.setProperty("makore.home", home.toString());
      int exit = Makore.commandLine().execute(arguments);
      System.out.flush();
      System.err.flush();
      return new Terminal(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setIn(formerIn);
      System.setOut(formerOut);
      System.setErr(formerErr);
      formerHome.ifPresentOrElse(
          former -> System.setProperty("makore.home", former),
          () -> System.clearProperty("makore.home"));
    }
  }
}
