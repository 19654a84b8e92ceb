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
import picocli.CommandLine.Option;
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

  @Option(
      names = "--explain",
      description = "Show what pushed the score of each act: words for and against, guards.")
  private boolean explain;

  @Option(names = "--json", description = "With --explain: one JSON object a line, all acts.")
  private boolean json;

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

  private void message(Reader reader, JsonLines.Line message) {
    var cut = NewText.cut(message.text("body"));
    print(
        reader,
        new Words(
            message.id(),
            message.optional("subject"),
            cut.text(),
            MailContext.WORDS_ONLY,
            message.optional("from").equals("studio") ? Speaker.STUDIO : Speaker.CLIENT,
            message.optional("sent").isEmpty()
                ? Optional.empty()
                : Optional.of(message.moment("sent"))));
  }

  private void mail(Reader reader, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Failure("there is no file " + file);
    }
    Mail mail = MailParser.withoutAttachmentText().parse(Files.readAllBytes(file));
    print(
        reader,
        new Words(
            mail.messageId().orElse(file.toString()),
            mail.subject(),
            mail.text(),
            new MailContext(!mail.attachments().isEmpty()),
            Speaker.CLIENT,
            mail.date()));
  }

  /** What is read, and what is known of it. */
  private record Words(
      String id,
      String subject,
      String text,
      MailContext context,
      Speaker speaker,
      Optional<OffsetDateTime> sent) {

    /** Without a date of sending, "on Sunday" is no day. */
    List<Said> promises() {
      return sent.map(moment ->
              Promises.find(text, speaker, moment, DateFinder.usualWeek(Languages.of(text))))
          .orElseGet(List::of);
    }
  }

  private void print(Reader reader, Words words) {
    if (!explain) {
      var reading = reader.read(words.subject(), words.text(), words.context());
      JsonLines.print(Line.of(words.id(), reading, words.promises()));
      return;
    }
    var explanation = reader.explain(words.subject(), words.text(), words.context());
    if (json) {
      JsonLines.print(ExplanationLine.of(words.id(), explanation));
    } else {
      System.out.println(ExplanationText.of(words.id(), explanation));
    }
  }
}
