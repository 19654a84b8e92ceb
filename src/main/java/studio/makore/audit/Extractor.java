package studio.makore.audit;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import studio.makore.language.Language;
import studio.makore.language.Languages;
import studio.makore.mail.Address;
import studio.makore.mail.Kind;
import studio.makore.mail.Mail;
import studio.makore.mail.MailParser;
import studio.makore.mail.SubjectLine;
import studio.makore.reading.Act;
import studio.makore.reading.MailContext;
import studio.makore.reading.ReadAct;
import studio.makore.reading.Reader;
import studio.makore.reading.Reading;

/** Reads one mail and keeps what an audit needs of it. Safe for use by several threads. */
final class Extractor {
  private static final int MOST_RECIPIENTS = 20;
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_SUBJECT = 100;
  private static final int LONGEST_WORDS = 240;
  private static final int LONGEST_TEXT = 8_000;
  private static final double SURE = 0.5;
  private static final double FAINT = 0.2;
  private static final Set<Act> ASKING = Set.of(Act.STATUS_INQUIRY, Act.QUESTION, Act.COMPLAINT);

  private final MailParser parser = MailParser.withoutAttachmentText();
  private final Reader reader;

  Extractor(Reader reader) {
    this.reader = reader;
  }

  /** A name for a mail by its place, its length and its checksum. */
  static long key(String file, int index, byte[] raw) {
    var checksum = new CRC32C();
    checksum.update(raw);
    int flags = file.lastIndexOf(":2,");
    String place = (flags < 0 ? file : file.substring(0, flags)) + '#' + index + '#' + raw.length;
    return hash(place) ^ mixed(checksum.getValue());
  }

  /**
   * @param studio the studio's addresses, as far as they are known by now
   */
  Extract extract(long key, String file, byte[] raw, Set<String> studio) {
    Mail mail = parser.parse(raw);
    var sent = mail.date().filter(date -> date.getYear() > 1970 && date.getYear() < 3000);
    var filed = Filed.of(file, mail);
    boolean written =
        mail.kind() == Kind.PERSON
            && sent.isPresent()
            && filed != Filed.JUNK
            && filed != Filed.DRAFT
            && !mail.text().isBlank();
    boolean ours = mail.author().filter(one -> studio.contains(one.address())).isPresent();
    Said said = Said.NOTHING;
    if (written) {
      said = ours ? said(mail, sent.orElseThrow()) : said(mail);
    }
    return new Extract(
        key,
        mail.messageId().map(Extractor::hash).orElse(0L),
        parents(mail),
        sent.map(OffsetDateTime::toEpochSecond).orElse(0L),
        sent.map(date -> date.getOffset().getTotalSeconds() / 60).orElse(0),
        mail.kind(),
        filed,
        from(mail),
        Stream.concat(mail.to().stream(), mail.cc().stream())
            .map(Address::address)
            .filter(address -> !address.isEmpty() && address.length() <= 200)
            .distinct()
            .limit(MOST_RECIPIENTS)
            .toList(),
        Quote.of(SubjectLine.base(mail.subject()), LONGEST_SUBJECT),
        ours,
        said.language,
        said.acts,
        said.inquiry,
        said.length,
        !mail.attachments().isEmpty(),
        said.studio,
        mail.bounce().flatMap(bounce -> bounce.originalMessageId()).map(Extractor::hash).orElse(0L),
        mail.bounce().filter(bounce -> bounce.permanent()).map(b -> cut(b.recipient())).orElse(""));
  }

  private record Said(
      Language language, Set<Act> acts, String inquiry, int length, StudioWords studio) {
    static final Said NOTHING =
        new Said(Language.ENGLISH, EnumSet.noneOf(Act.class), "", 0, StudioWords.NONE);
  }

  /** The studio's own words. */
  private static Said said(Mail mail, OffsetDateTime sent) {
    String text = start(mail);
    var language = Languages.of(text);
    return new Said(
        language,
        EnumSet.noneOf(Act.class),
        "",
        length(text),
        StudioWords.of(text, sent, language));
  }

  /** Somebody else's words. */
  private Said said(Mail mail) {
    Reading reading =
        reader.read(mail.subject(), mail.text(), new MailContext(!mail.attachments().isEmpty()));
    String text = start(mail);
    String inquiry = inquiry(reading).map(words -> Quote.of(words, LONGEST_WORDS)).orElse("");
    return new Said(
        reading.language(),
        reading.names(),
        inquiry,
        length(text),
        inquiry.isEmpty() ? StudioWords.NONE : StudioWords.ofClient(text, reading.language()));
  }

  private static String start(Mail mail) {
    String text = mail.text();
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  /**
   * A live bot would rather look twice; an audit that counts must be surer. A faint reading counts
   * when it is a question and the mail does nothing else.
   */
  private static Optional<String> inquiry(Reading reading) {
    return reading
        .find(Act.STATUS_INQUIRY)
        .filter(read ->
            read.confidence() >= SURE
                || read.confidence() >= FAINT
                    && ASKING.containsAll(reading.names())
                    && (read.evidence().indexOf('?') >= 0
                        || read.evidence().indexOf('\u061f') >= 0))
        .map(ReadAct::evidence);
  }

  private static int length(String text) {
    int words = 0;
    boolean inWord = false;
    for (int at = 0; at < text.length(); at++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(at));
      words += letter && !inWord ? 1 : 0;
      inWord = letter;
    }
    return words;
  }

  private static Address from(Mail mail) {
    return mail.author()
        .map(author -> new Address(Quote.of(author.name(), LONGEST_NAME), cut(author.address())))
        .orElse(Address.of(""));
  }

  private static String cut(String address) {
    return address.length() <= 200 ? address : "";
  }

  /** The mail that was answered, the one before that in the thread, and the thread's first. */
  private static List<Long> parents(Mail mail) {
    var references = mail.references();
    return Stream.of(
            mail.inReplyTo().stream().limit(1),
            references.reversed().stream().limit(2),
            references.stream().limit(1))
        .flatMap(ids -> ids)
        .distinct()
        .map(Extractor::hash)
        .toList();
  }

  /** FNV-1a, 64 bits, stirred. */
  static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return mixed(hash);
  }

  private static long mixed(long bits) {
    long mixed = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }

  /** The writer's clock as it stood when the mail was sent. */
  static ZoneOffset offset(Extract mail) {
    return ZoneOffset.ofTotalSeconds(mail.offset() * 60);
  }
}
