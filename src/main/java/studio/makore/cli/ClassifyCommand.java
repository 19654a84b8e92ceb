package studio.makore.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.makore.language.DateFinder;
import studio.makore.language.Languages;
import studio.makore.mail.Mail;
import studio.makore.mail.MailParser;
import studio.makore.mail.NewText;
import studio.makore.reading.MailContext;
import studio.makore.reading.Promises;
import studio.makore.reading.ReadAct;
import studio.makore.reading.Reader;
import studio.makore.reading.Reading;
import studio.makore.reading.Said;
import studio.makore.reading.Speaker;

@Command(
    name = "classify",
    description = "Says what messages do, with the words that show it: one JSON object a line.")
final class ClassifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH|-",
      description =
          "JSON lines {\"id\",\"subject\",\"body\"}, or a mail (.eml); - reads lines from standard input."
              + " With \"sent\", what the writer promises is told too: a client's promises, or the"
              + " studio's where the line has \"from\":\"studio\".")
  private String path = "-";

  /** One line of output. */
  record Line(String id, String lang, List<ReadAct> acts, List<Promised> promises, boolean unsure) {
    static Line of(String id, Reading reading, List<Said> promises) {
      return new Line(
          id,
          reading.language().tag(),
          reading.acts(),
          promises.stream().map(Promised::of).toList(),
          reading.unsure());
    }
  }

  /** A promise: by whom, what, the words that show it, and by when. */
  record Promised(String who, String what, String text, String start, @Nullable String end) {
    static Promised of(Said said) {
      return new Promised(
          said.who().name(),
          said.what(),
          said.text(),
          said.start().toString(),
          said.end().map(Object::toString).orElse(null));
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
    var reading = reader.read(message.optional("subject"), cut.text(), MailContext.WORDS_ONLY);
    var speaker = message.optional("from").equals("studio") ? Speaker.STUDIO : Speaker.CLIENT;
    var sent =
        message.optional("sent").isEmpty()
            ? Optional.<OffsetDateTime>empty()
            : Optional.of(message.moment("sent"));
    JsonLines.print(Line.of(message.id(), reading, promises(cut.text(), speaker, sent)));
  }

  /** Without a date of sending, "on Sunday" is no day. */
  private static List<Said> promises(String text, Speaker speaker, Optional<OffsetDateTime> sent) {
    return sent.map(moment ->
            Promises.find(text, speaker, moment, DateFinder.usualWeek(Languages.of(text))))
        .orElseGet(List::of);
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
                mail.subject(), mail.text(), new MailContext(!mail.attachments().isEmpty())),
            promises(mail.text(), Speaker.CLIENT, mail.date())));
  }
}
