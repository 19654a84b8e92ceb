package studio.makore.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The front door of the command line: {@code ./makore COMMAND}. */
@Command(
    name = "makore",
    description = "Answers \"what's happening with my project?\" before a client has to ask.",
    mixinStandardHelpOptions = true,
    version = "makore 0.1.0",
    scope = ScopeType.INHERIT,
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      InboxCommand.class,
      ReportCommand.class,
      ProjectCommand.class,
      ParseCommand.class,
      ClassifyCommand.class,
      DatesCommand.class,
      DecideCommand.class,
      TrainCommand.class,
      EvaluateCommand.class
    })
public final class Makore {
  private Makore() {}

  public static void main(String[] args) {
    // an embedded database shared by several processes listens on this machine only
    System.setProperty("h2.bindAddress", "127.0.0.1");
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    System.exit(commandLine().execute(args));
  }

  /**
   * The commands; 0 done, 1 refused or failed with a sentence that says what to do, 2 wrong usage.
   */
  static CommandLine commandLine() {
    var commandLine = new CommandLine(new Makore());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.registerConverter(LocalDate.class, Makore::day);
    commandLine.setExecutionStrategy(parsed -> {
      if (!parsed.hasSubcommand()
          && !parsed.isUsageHelpRequested()
          && !parsed.isVersionHelpRequested()) {
        parsed.commandSpec().commandLine().usage(parsed.commandSpec().commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
      }
      return new CommandLine.RunLast().execute(parsed);
    });
    commandLine.setExecutionExceptionHandler(Failure::report);
    return commandLine;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException(
          "'%s' is no day such as 2026-03-15".formatted(text));
    }
  }
}
