package studio.makore.mail;

import jakarta.mail.internet.MailDateFormat;
import java.nio.charset.StandardCharsets;
import java.text.ParsePosition;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.makore.mail.NewText.Anatomy;

/**
 * Bytes in, a {@link Mail} out.
 *
 * <pre>{@code
 * Mail mail = new MailParser().parse(Files.readAllBytes(path));
 * }</pre>
 *
 * <p>Never throws and always answers, on any input; what could not be read is said in {@link
 * Mail#problems()}. Time and memory are bounded: nesting, the number of parts, the size of headers
 * and texts, and the time spent on one attachment have limits. Safe for use by several threads.
 */
public final class MailParser {
  private static final int MAX_TEXT = 1_000_000;
  private static final int MAX_NESTED_MAILS = 3;
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2}):?(\\d{2})(?!\\d)");

  private final boolean attachmentText;

  /** A parser that also reads the text inside attachments. */
  public MailParser() {
    this(true);
  }

  private MailParser(boolean attachmentText) {
    this.attachmentText = attachmentText;
  }

  /** A parser that leaves {@link Attachment#text()} empty, which saves most of the time. */
  public static MailParser withoutAttachmentText() {
    return new MailParser(false);
  }

  /** Parses one message of RFC 5322, with or without an mbox line in front. */
  public Mail parse(byte[] raw) {
    List<String> problems = new ArrayList<>();
    Part root = new MimeReader(problems).read(raw);
    return mail(root, problems, 0);
  }

  private Mail mail(Part root, List<String> problems, int nested) {
    Fields fields = root.fields();
    List<Address> from = Addresses.ofFields(fields.all("From"));
    Kind kind = KindReader.of(root, from);
    Body body = Body.of(root, problems);
    String subject = subject(root);
    Optional<OffsetDateTime> date = fields.first("Date").flatMap(MailParser::date);
    List<Attachment> attachments =
        body.files().stream().map(file -> attachment(file, problems)).toList();
    List<Attachment> pictures =
        body.pictures().stream().map(file -> attachment(file, problems)).toList();

    Reading reading = read(body, root, from, subject, date, problems);
    Optional<Forwarded> forwarded =
        reading
            .forwarded
            .or(() -> attachedMail(body, kind, nested))
            .or(() -> chatFile(attachments, from, date));
    Optional<Bounce> bounce =
        kind == Kind.BOUNCE
            ? Optional.of(BounceReader.read(root, reading.uncut))
            : Optional.empty();
    return new Mail(
        fields.first("Message-ID").flatMap(id -> MessageIds.in(id).stream().findFirst()),
        kind,
        from,
        Addresses.ofFields(fields.all("Reply-To")),
        Addresses.ofFields(fields.all("To")),
        Addresses.ofFields(fields.all("Cc")),
        date,
        subject,
        ids(fields, "In-Reply-To"),
        ids(fields, "References"),
        reading.text,
        reading.uncut.isBlank() ? forwarded.map(Forwarded::text).orElse("") : reading.uncut,
        reading.quoted,
        reading.signature,
        reading.answers,
        forwarded,
        attachments,
        pictures,
        InvitationReader.in(root),
        bounce,
        fields.decoded(),
        problems.stream().distinct().toList());
  }

  /** Netscape and Outlook Express wrote whole mails in UTF-7, headers included. */
  private static String subject(Part root) {
    String subject = root.fields().text("Subject");
    boolean utf7 = root.type().parameter("charset").toLowerCase(Locale.ROOT).endsWith("utf-7");
    return utf7 && subject.indexOf('+') >= 0
        ? Utf7.decode(subject.getBytes(StandardCharsets.ISO_8859_1))
        : subject;
  }

  private record Reading(
      String text,
      String uncut,
      boolean quoted,
      String signature,
      List<InlineAnswer> answers,
      Optional<Forwarded> forwarded) {}

  private Reading read(
      Body body,
      Part root,
      List<Address> from,
      String subject,
      Optional<OffsetDateTime> date,
      List<String> problems) {
    Writer writer = from.stream().findFirst().map(Writer::of).orElse(Writer.UNKNOWN);
    String plain = limited(body.plain(), problems);
    Anatomy anatomy = dissect(body, plain, writer, SubjectLine.isForward(subject));
    ZoneOffset offset = date.map(OffsetDateTime::getOffset).orElse(ZoneOffset.UTC);

    boolean reply =
        SubjectLine.isReply(subject)
            || root.fields().has("In-Reply-To") && !SubjectLine.isForward(subject);
    Optional<Forwarded> forwarded =
        anatomy
            .wrapped()
            .filter(wrapped ->
                wrapped.forwarded()
                    || SubjectLine.isForward(subject)
                    || !reply && anatomy.text().isEmpty())
            .map(wrapped -> ForwardReader.read(wrapped, SubjectLine.base(subject), offset));
    boolean quoted = anatomy.quoted() || anatomy.wrapped().isPresent() && forwarded.isEmpty();
    Reading reading =
        new Reading(
            anatomy.text(), plain, quoted, anatomy.signature(), anatomy.answers(), forwarded);

    if (anatomy.text().isEmpty()
        && !anatomy.explained()
        && forwarded.isEmpty()
        && !plain.isBlank()) {
      problems.add("Cutting the quoted history left nothing; the text is given uncut.");
      reading = new Reading(plain.strip(), plain, false, "", List.of(), forwarded);
    }
    return forwarded.isPresent() ? reading : withChat(reading, writer, offset);
  }

  /** From the HTML where it may know more than the plain text says, else from the plain text. */
  private static Anatomy dissect(Body body, String plain, Writer writer, boolean forward) {
    Anatomy ofPlain = NewText.dissect(Line.ofPlain(plain), writer);
    boolean enough = body.isPlain() && !forward && isClear(ofPlain, body);
    if (enough || !body.mayBeMarked()) {
      return ofPlain;
    }
    List<Line> lines = body.htmlLines();
    boolean marked = lines.stream().anyMatch(line -> !line.is(Line.Origin.OWN) && !line.isBlank());
    if (!marked) {
      return ofPlain;
    }
    Anatomy ofHtml = NewText.dissect(lines, writer);
    return !ofHtml.text().isEmpty() || ofHtml.explained() ? ofHtml : ofPlain;
  }

  /**
   * True when a plain text introduces what it quotes, and its signature is known if there is one.
   */
  private static boolean isClear(Anatomy plain, Body body) {
    return plain.introduced()
        && !plain.text().isEmpty()
        && plain.answers().isEmpty()
        && (!plain.signature().isEmpty() || !body.mayMarkSignature());
  }

  private static Reading withChat(Reading reading, Writer writer, ZoneOffset offset) {
    return ChatTranscript.in(reading.text)
        .map(chat ->
            new Reading(
                chat.words(),
                reading.uncut,
                reading.quoted,
                reading.signature,
                reading.answers,
                Optional.of(chat.forwarded(writer, offset))))
        .orElse(reading);
  }

  /** A mail forwarded as attachment; a bounce carries the returned mail in the same way. */
  private Optional<Forwarded> attachedMail(Body body, Kind kind, int nested) {
    boolean forwards = kind != Kind.BOUNCE && kind != Kind.RECEIPT && nested < MAX_NESTED_MAILS;
    return body.mails().stream()
        .filter(mail -> forwards)
        .findFirst()
        .map(inner ->
            ForwardReader.of(withoutAttachmentText().mail(inner, new ArrayList<>(), nested + 1)));
  }

  /** WhatsApp exports a chat as a text file. */
  private static Optional<Forwarded> chatFile(
      List<Attachment> attachments, List<Address> from, Optional<OffsetDateTime> date) {
    Writer writer = from.stream().findFirst().map(Writer::of).orElse(Writer.UNKNOWN);
    ZoneOffset offset = date.map(OffsetDateTime::getOffset).orElse(ZoneOffset.UTC);
    return attachments.stream()
        .filter(file -> file.type().equals("text/plain"))
        .flatMap(file -> ChatTranscript.in(file.text()).stream())
        .findFirst()
        .map(chat -> chat.forwarded(writer, offset));
  }

  private Attachment attachment(Part file, List<String> problems) {
    String text = "";
    if (attachmentText && !file.children().isEmpty()) {
      text =
          HtmlText.text(
              Line.ofPlain(
                  limited(Body.of(file.children().getFirst(), problems).plain(), problems)));
    } else if (attachmentText) {
      text = AttachmentText.of(file, problems);
    }
    return new Attachment(file.fileName(), file.mediaType(), file.content().length, text);
  }

  private static List<String> ids(Fields fields, String name) {
    return fields.all(name).stream().flatMap(value -> MessageIds.in(value).stream()).toList();
  }

  private static String limited(String text, List<String> problems) {
    if (text.length() <= MAX_TEXT) {
      return text;
    }
    problems.add("The text is longer than " + MAX_TEXT + " characters; the rest was skipped.");
    return text.substring(0, MAX_TEXT);
  }

  /** The Date header with the offset it was written in; lenient as Angus is, and a bit more. */
  private static Optional<OffsetDateTime> date(String raw) {
    String value = HeaderText.decode(raw);
    if (value.length() > 200) {
      return Optional.empty();
    }
    Optional<OffsetDateTime> standard = StandardDate.parse(value);
    if (standard.isPresent()) {
      return standard;
    }
    Date date = new MailDateFormat().parse(value, new ParsePosition(0));
    if (date == null) {
      return WrittenDate.parse(value, ZoneOffset.UTC);
    }
    return Optional.of(date.toInstant().atOffset(offset(value)));
  }

  private static ZoneOffset offset(String date) {
    Matcher offset = OFFSET.matcher(date.toLowerCase(Locale.ROOT));
    if (!offset.find()) {
      return ZoneOffset.UTC;
    }
    int seconds = (Integer.parseInt(offset.group(2)) * 60 + Integer.parseInt(offset.group(3))) * 60;
    boolean real = seconds <= 14 * 3600;
    return real
        ? ZoneOffset.ofTotalSeconds(offset.group(1).equals("-") ? -seconds : seconds)
        : ZoneOffset.UTC;
  }
}
