package studio.makore.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The front door of the command line: {@code ./makore COMMAND}. */
@Command(
    name = "makore",
    description = "Answers \"what's happening with my project?\" before a client has to ask.",
    mixinStandardHelpOptions = true,
    version = "makore 0.1.0",
    scope = ScopeType.INHERIT)
public final class Makore {
  private static final Map<String, Class<?>> COMMANDS = commands();

  private Makore() {}

  private static Map<String, Class<?>> commands() {
    var commands = new LinkedHashMap<String, Class<?>>();
    commands.put("demo", DemoCommand.class);
    commands.put("run", RunCommand.class);
    commands.put("inbox", InboxCommand.class);
    commands.put("audit", AuditCommand.class);
    commands.put("report", ReportCommand.class);
    commands.put("project", ProjectCommand.class);
    commands.put("parse", ParseCommand.class);
    commands.put("classify", ClassifyCommand.class);
    commands.put("dates", DatesCommand.class);
    commands.put("decide", DecideCommand.class);
    commands.put("corrections", CorrectionsCommand.class);
    commands.put("train", TrainCommand.class);
    commands.put("evaluate", EvaluateCommand.class);
    return commands;
  }

  public static void main(String[] args) {
    // an embedded database shared by several processes listens on this machine only
    System.setProperty("h2.bindAddress", "127.0.0.1");
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    System.exit(commandLine(args).execute(args));
  }

  /**
   * The commands; 0 done, 1 refused or failed with a sentence that says what to do, 2 wrong usage.
   */
  static CommandLine commandLine(String... args) {
    var commandLine = new CommandLine(new Makore());
    // each command costs start-up time, so that only the one that is asked for is looked into
    COMMANDS.forEach((name, command) -> {
      if (args.length == 0 || !COMMANDS.containsKey(args[0]) || args[0].equals(name)) {
        commandLine.addSubcommand(name, command);
      }
    });
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
