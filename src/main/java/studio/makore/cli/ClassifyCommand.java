package studio.makore.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

  private static void message(Reader reader, JsonLines.Line message) {
    var cut = NewText.cut(message.text("body"));
    JsonLines.print(
        Line.of(
            message.id(),
            reader.read(message.optional("subject"), cut.text(), MailContext.WORDS_ONLY)));
  }

  private static void mail(Reader reader, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Failure("there is no file " + file);
    }
    Mail mail = MailParser.withoutAttachmentText().parse(Files.readAllBytes(file));
    JsonLines.print(
        Line.of(
            mail.messageId().orElse(file.toString()),
            reader.read(
                mail.subject(), mail.text(), new MailContext(!mail.attachments().isEmpty()))));
  }
}
