package studio.makore.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.makore.language.Language;
import studio.makore.mail.Attachment;
import studio.makore.mail.Kind;
import studio.makore.mail.Mail;

/** A parsed mail in the form that {@code ./makore parse --json} prints; what is unknown is null. */
record MailLine(
    String file,
    int index,
    @JsonProperty("message_id") @Nullable String messageId,
    String kind,
    @Nullable Person from,
    List<Person> to,
    List<Person> cc,
    @Nullable String date,
    String subject,
    String language,
    String text,
    @JsonProperty("text_uncut") String textUncut,
    boolean quoted,
    String signature,
    @Nullable Inner forwarded,
    List<File> attachments,
    @Nullable Returned bounce,
    List<String> problems) {

  record Person(String name, String address) {
    static Person of(studio.makore.mail.Address address) {
      return new Person(address.name(), address.address());
    }
  }

  record File(String name, String type, long size, String text) {
    static File of(Attachment file) {
      return new File(file.name(), file.type(), file.size(), file.text());
    }
  }

  record Inner(@Nullable Person from, @Nullable String date, String subject, String text) {}

  record Returned(
      String recipient,
      String status,
      String reason,
      @JsonProperty("original_message_id") @Nullable String originalMessageId) {}

  static MailLine of(String file, int index, Mail mail, Language language) {
    return new MailLine(
        file,
        index,
        mail.messageId().orElse(null),
        kind(mail.kind()),
        mail.author().map(Person::of).orElse(null),
        mail.to().stream().map(Person::of).toList(),
        mail.cc().stream().map(Person::of).toList(),
        mail.date().map(Object::toString).orElse(null),
        mail.subject(),
        language.tag(),
        mail.text(),
        mail.uncut(),
        mail.quoted(),
        mail.signature(),
        mail.forwarded()
            .map(inner ->
                new Inner(
                    inner.from().map(Person::of).orElse(null),
                    inner.date().map(Object::toString).orElse(null),
                    inner.subject(),
                    inner.text()))
            .orElse(null),
        Stream.concat(mail.attachments().stream(), mail.pictures().stream()).map(File::of).toList(),
        mail.bounce()
            .map(bounce ->
                new Returned(
                    bounce.recipient(),
                    bounce.status(),
                    bounce.reason(),
                    bounce.originalMessageId().orElse(null)))
            .orElse(null),
        mail.problems());
  }

  /** A filter's notice is a machine's mail like an automatic reply. */
  private static String kind(Kind kind) {
    return (kind == Kind.NOTICE ? Kind.AUTO_REPLY : kind).name().toLowerCase(Locale.ROOT);
  }
}
