package studio.makore.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.makore.mail.Mail;
import studio.makore.mail.MailParser;
import studio.makore.mail.NewText;
import studio.makore.reading.MailContext;
import studio.makore.reading.ReadAct;
import studio.makore.reading.Reader;
import studio.makore.reading.Reading;

@Command(
    name = "classify",
    description = "Says what messages do, with the words that show it: one JSON object a line.")
final class ClassifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH|-",
      description =
          "JSON lines {\"id\",\"subject\",\"body\"}, or a mail (.eml); - reads lines from standard input.")
  private String path = "-";

  @Option(
      names = "--explain",
      description = "Show what pushed the score of each act: words for and against, guards.")
  private boolean explain;

  @Option(names = "--json", description = "With --explain: one JSON object a line, all acts.")
  private boolean json;

  /** One line of output. */
  record Line(String id, String lang, List<ReadAct> acts, boolean unsure) {
    static Line of(String id, Reading reading) {
      return new Line(id, reading.language().tag(), reading.acts(), reading.unsure());
    }
  }

  @Override
  public Integer call() throws IOException {
    var reader = Reader.load(Folders.ofThisProcess().models());
    if (path.endsWith(".eml")) {
      mail(reader, Path.of(path));
    } else {
      JsonLines.read(path, line -> message(reader, line));
    }
    return 0;
  }

  private void message(Reader reader, JsonLines.Line message) {
    var cut = NewText.cut(message.text("body"));
    print(reader, message.id(), message.optional("subject"), cut.text(), MailContext.WORDS_ONLY);
  }

  private void mail(Reader reader, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Failure("there is no file " + file);
    }
    Mail mail = MailParser.withoutAttachmentText().parse(Files.readAllBytes(file));
    print(
        reader,
        mail.messageId().orElse(file.toString()),
        mail.subject(),
        mail.text(),
        new MailContext(!mail.attachments().isEmpty()));
  }

  private void print(
      Reader reader, String id, String subject, String newText, MailContext context) {
    if (!explain) {
      JsonLines.print(Line.of(id, reader.read(subject, newText, context)));
      return;
    }
    var explanation = reader.explain(subject, newText, context);
    if (json) {
      JsonLines.print(ExplanationLine.of(id, explanation));
    } else {
      System.out.println(ExplanationText.of(id, explanation));
    }
  }
}
