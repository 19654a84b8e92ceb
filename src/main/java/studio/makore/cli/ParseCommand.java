package studio.makore.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.makore.language.Languages;
import studio.makore.mail.Mail;
import studio.makore.mail.MailParser;

@Command(name = "parse", description = "Shows what Makore makes of mails, one after the other.")
final class ParseCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Mail files (.eml), folders of them, or - for one mail on standard input.")
  private List<String> paths = List.of();

  @Option(names = "--json", description = "One JSON object a mail.")
  private boolean json;

  private final MailParser parser = new MailParser();

  @Override
  public Integer call() throws IOException {
    for (String path : paths) {
      if (path.equals("-")) {
        show("-", System.in.readAllBytes());
      } else if (Files.isDirectory(Path.of(path))) {
        folder(Path.of(path));
      } else if (Files.isRegularFile(Path.of(path))) {
        show(path, Files.readAllBytes(Path.of(path)));
      } else {
        throw new Failure("there is no file or folder " + path);
      }
    }
    return 0;
  }

  private void folder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          (Iterable<Path>)
              files.filter(Files::isRegularFile).filter(ParseCommand::isMail).sorted()::iterator) {
        show(file.toString(), Files.readAllBytes(file));
      }
    }
  }

  /** An .eml file, or a file in the cur or new folder of a Maildir. */
  private static boolean isMail(Path file) {
    String parent = String.valueOf(file.toAbsolutePath().getParent());
    return file.toString().endsWith(".eml") || parent.endsWith("/cur") || parent.endsWith("/new");
  }

  private void show(String file, byte[] raw) {
    Mail mail = parser.parse(raw);
    var line = MailLine.of(file, 0, mail, Languages.of(mail.text()));
    if (json) {
      JsonLines.print(line);
    } else {
      print(line);
    }
  }

  private static void print(MailLine mail) {
    System.out.printf(
        "%s%n  %s from %s, %s, \"%s\"%n",
        mail.file(),
        mail.kind(),
        mail.from() == null ? "nobody" : mail.from().address(),
        mail.date() == null ? "undated" : mail.date(),
        mail.subject());
    mail.text().lines().forEach(line -> System.out.println("  | " + line));
    mail.attachments()
        .forEach(attachment ->
            System.out.printf(
                "  + %s (%s, %d bytes)%n",
                attachment.name(), attachment.type(), attachment.size()));
    mail.problems().forEach(problem -> System.out.println("  ! " + problem));
  }
}
