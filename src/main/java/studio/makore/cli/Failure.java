package studio.makore.cli;

import java.io.IOException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import studio.makore.mailbox.MailboxException;
import studio.makore.project.YamlFile;
import studio.makore.reading.ModelsException;
import studio.makore.reply.TemplateProblems;

/** A command that could not do its work, with the sentence that says what to do about it. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  Failure(String sentence) {
    super(sentence);
  }

  /** Prints one sentence for what went wrong; a stack trace only for what nobody foresaw. */
  static int report(
      Exception exception, CommandLine commandLine, CommandLine.ParseResult parseResult) {
    commandLine.getErr().println("makore: " + sentence(exception));
    commandLine.getErr().flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String sentence(Throwable exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case Failure _,
            YamlFile.Wrong _,
            TemplateProblems _,
            ModelsException _,
            MailboxException _ -> {
          return String.valueOf(cause.getMessage());
        }
        case IOException file -> {
          return "cannot read or write " + file.getMessage();
        }
        default -> {}
      }
    }
    LoggerFactory.getLogger(Failure.class).error("unexpected", exception);
    return "something unforeseen went wrong (" + exception + "); the lines above say where";
  }

  /** The words of the cause behind all causes, as one line. */
  static String innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String words = String.valueOf(cause.getMessage());
    return words.lines().findFirst().orElse(words);
  }
}
