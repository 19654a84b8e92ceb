package studio.makore.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.makore.mail.Bounce.Recipient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Measures the parser on the raw mails of other projects' suites, where they are at hand (folder
 * {@code corpora/mail} below the system property {@code makore.shared}). Texts are compared without
 * white space and invisible marks.
 */
class MailCorpusTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("makore.shared", "../shared"), "corpora", "mail");

  /** Where Makore answers otherwise than the peer's suite expects, and why its answer is better. */
  private static final Map<String, String> BETTER =
      Map.ofEntries(
          Map.entry(
              "attachment_names stalwartlabs+mail-parser/legacy-035.eml",
              "The folder of the sender's disk is no part of a file's name."),
          Map.entry(
              "attachments mikel+mail/attachment_emails-attachment_message_rfc822.eml",
              "The PDF is a file of the attached mail, and so in that mail, not beside it."),
          Map.entry(
              "attachments stalwartlabs+mail-parser/malformed-008.eml",
              "An HTML part without a name is text to read; it stands in the text."),
          Map.entry(
              "attachments stalwartlabs+mail-parser/thirdparty-015.eml",
              "Three mails are attached; the peer lets the first one swallow the others."),
          Map.entry(
              "attachments jhillyerd+enmime/mail-inlinemultipart.eml",
              "The named text file is a file too; the peer counts it apart, as inline."),
          Map.entry(
              "bounce jstedfast+MimeKit/delivery-status-multiple-blank-lines.eml",
              "No Action is given, but the server's 550 with Status 5.5.0 is final."),
          Map.entry(
              "forward_message closeio+quotequail/unwrap-04.eml",
              "The writer's words below the forward are words too; the peer drops them."),
          Map.entry(
              "reply crisp-oss+email-reply-parser/email_emoji.eml",
              "Name, office and company below a dash are a signature."),
          Map.entry(
              "subject postalsys+postal-mime/inline-Charset_-_cp932_body_and_subject_decode_Japanese.eml",
              "The copy has the letters backslash, r, n in place of its line ends: one header."),
          Map.entry(
              "text_contains postalsys+postal-mime/inline-Charset_-_cp932_body_and_subject_decode_Japanese.eml",
              "The copy has the letters backslash, r, n in place of its line ends: one header."),
          Map.entry(
              "subject stalwartlabs+mail-parser/legacy-010.eml",
              "The peer gives a replacement character; Makore reads the unencoded umlaut."),
          Map.entry(
              "text_contains zbateson+mail-mime-parser/m1011.eml",
              "The UTF-7 of the body is itself damaged: its bits name other letters."),
          Map.entry(
              "text_contains stalwartlabs+mail-parser/malformed-019.eml",
              "Of the damaged alternatives the plain text is given, the peer joins the HTML ones."));

  /** Right and all expectations of one sort, and the files that miss. */
  private static final class Tally {
    int right;
    int all;
    final List<String> missed = new ArrayList<>();

    void count(boolean equal, String file) {
      all++;
      right += equal ? 1 : 0;
      if (!equal) {
        missed.add(file);
      }
    }

    double share() {
      return 100.0 * right / all;
    }
  }

  private final Map<String, Tally> tallies = new TreeMap<>();

  @BeforeAll
  static void the_corpus_is_at_hand() {
    Assumptions.assumeTrue(Files.isDirectory(CORPUS), "no corpus in " + CORPUS);
  }

  @Test
  void every_mail_parses_and_most_expectations_of_the_peers_come_out_equal() throws IOException {
    MailParser parser = new MailParser();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(CORPUS.resolve("expected.jsonl"))) {
      JsonNode expected = json.readTree(line);
      String file = expected.get("file").asString();
      Mail mail = parser.parse(Files.readAllBytes(CORPUS.resolve(file)));
      assertThat(mail.uncut()).as(file).isNotNull();
      measure(expected, mail, file);
    }
    tallies.forEach((sort, tally) ->
        System.out.printf(
            "%-18s %3d of %3d  %5.1f %%  %s%n",
            sort, tally.right, tally.all, tally.share(), tally.missed));
    List<String> missed =
        tallies.entrySet().stream()
            .flatMap(
                sort -> sort.getValue().missed.stream().map(file -> sort.getKey() + " " + file))
            .toList();
    assertThat(missed).containsExactlyInAnyOrderElementsOf(BETTER.keySet());
  }

  private void measure(JsonNode expected, Mail mail, String file) {
    text(expected, "expect_reply", mail.text(), file);
    contains(expected, "expect_reply_contains", mail.text(), true, file);
    contains(expected, "expect_reply_excludes", mail.text(), false, file);
    contains(expected, "expect_signature", mail.signature(), true, file);
    contains(expected, "expect_text_contains", mail.uncut(), true, file);
    text(expected, "expect_subject", mail.subject(), file);
    text(expected, "expect_from", mail.author().map(Address::address).orElse(""), file);
    text(expected, "expect_message_id", mail.messageId().orElse("").replaceAll("[<>]", ""), file);
    if (expected.has("expect_to")) {
      tally("to")
          .count(
              texts(expected.get("expect_to"))
                  .equals(mail.to().stream().map(Address::address).toList()),
              file);
    }
    // The peers count the pictures that the HTML shows among the files.
    List<Attachment> files = new ArrayList<>(mail.pictures());
    files.addAll(mail.attachments());
    if (expected.has("expect_attachments")) {
      tally("attachments").count(expected.get("expect_attachments").asInt() == files.size(), file);
    }
    if (expected.has("expect_attachment_names")) {
      List<String> names =
          files.stream().map(Attachment::name).map(MailCorpusTest::folded).toList();
      boolean all =
          texts(expected.get("expect_attachment_names")).stream()
              .allMatch(name -> names.contains(folded(name)));
      tally("attachment_names").count(all, file);
    }
    bounce(expected, mail, file);
    forward(expected, mail, file);
  }

  private void bounce(JsonNode expected, Mail mail, String file) {
    if (!expected.has("expect_bounce")) {
      return;
    }
    JsonNode bounce = expected.get("expect_bounce");
    boolean failed = mail.bounce().filter(Bounce::permanent).isPresent();
    tally("bounce").count(bounce.get("is_bounce").asBoolean() == failed, file);
    for (JsonNode entry : bounce.path("dsn")) {
      entry(entry, mail, file);
    }
    for (JsonNode entry : bounce.path("entries")) {
      entry(entry, mail, file);
    }
  }

  /** What the notification says of one recipient. */
  private void entry(JsonNode entry, Mail mail, String file) {
    List<Recipient> recipients = new ArrayList<>();
    mail.bounce()
        .ifPresent(b -> {
          recipients.add(new Recipient(b.recipient(), b.action(), b.status(), b.reason()));
          recipients.addAll(b.others());
        });
    said(entry, "final_recipient")
        .or(() -> said(entry, "recipient"))
        .or(() -> said(entry, "original_recipient"))
        .ifPresent(address -> {
          recipients.removeIf(recipient -> !recipient.address().equalsIgnoreCase(address));
          tally("dsn_recipient").count(!recipients.isEmpty(), file);
        });
    said(entry, "status")
        .map(status -> status.replaceAll(" .*", ""))
        .ifPresent(status ->
            tally("dsn_status")
                .count(recipients.stream().anyMatch(r -> r.status().equals(status)), file));
    said(entry, "action")
        .ifPresent(action ->
            tally("dsn_action")
                .count(recipients.stream().anyMatch(r -> r.action().equals(action)), file));
    said(entry, "diagnostic_code")
        .map(code -> folded(code.replaceFirst("^[A-Za-z-]{1,20};", "")))
        .ifPresent(code ->
            tally("dsn_diagnostic")
                .count(
                    recipients.stream().anyMatch(r -> folded(r.reason()).startsWith(code)), file));
  }

  private static Optional<String> said(JsonNode node, String field) {
    return node.has(field) ? Optional.of(node.get(field).asString()) : Optional.empty();
  }

  private void forward(JsonNode expected, Mail mail, String file) {
    if (!expected.has("expect_forward")) {
      return;
    }
    JsonNode forward = expected.get("expect_forward");
    if (!forward.isObject()) {
      tally("forward").count(mail.forwarded().isEmpty(), file);
      return;
    }
    tally("forward").count(mail.forwarded().isPresent(), file);
    mail.forwarded()
        .ifPresent(found -> {
          if (forward.has("from") && !forward.get("from").isNull()) {
            String from = forward.get("from").asString();
            Address author = found.from().orElse(Address.of(""));
            boolean named = !from.contains("@") && author.name().equals(from);
            boolean mailed = !author.address().isEmpty() && from.contains(author.address());
            tally("forward_from").count(named || mailed, file);
          }
          field(forward, "subject", found.subject(), file);
          field(forward, "body", found.text(), file);
          field(forward, "message", mail.text(), file);
          if (forward.has("date")) {
            tally("forward_date")
                .count(sameDate(forward.get("date").asString(), found.date()), file);
          }
        });
  }

  /** Year, day, hour and minute all stand in the date as it is written. */
  private static boolean sameDate(String written, Optional<OffsetDateTime> found) {
    List<Integer> numbers =
        Pattern.compile("\\d{1,4}")
            .matcher(written)
            .results()
            .map(number -> Integer.valueOf(number.group()))
            .toList();
    return found
        .filter(date -> numbers.contains(date.getYear()) && numbers.contains(date.getDayOfMonth()))
        .filter(date -> numbers.contains(date.getMinute()))
        .filter(date ->
            numbers.contains(date.getHour()) || numbers.contains((date.getHour() + 11) % 12 + 1))
        .isPresent();
  }

  private void field(JsonNode forward, String name, String found, String file) {
    if (forward.has(name)) {
      String wanted = forward.get(name).isNull() ? "" : forward.get(name).asString();
      tally("forward_" + name).count(folded(wanted).equals(folded(found)), file);
    }
  }

  private void text(JsonNode expected, String field, String found, String file) {
    if (expected.has(field)) {
      tally(field.substring(7))
          .count(folded(expected.get(field).asString()).equals(folded(found)), file);
    }
  }

  private void contains(
      JsonNode expected, String field, String found, boolean wanted, String file) {
    if (expected.has(field)) {
      String text = folded(found);
      boolean right =
          texts(expected.get(field)).stream()
              .allMatch(piece -> text.contains(folded(piece)) == wanted);
      tally(field.substring(7)).count(right, file);
    }
  }

  private Tally tally(String sort) {
    return tallies.computeIfAbsent(sort, name -> new Tally());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asString()));
    return texts;
  }

  private static String folded(String text) {
    return Invisible.strip(text).replaceAll("[\\s\\u00a0\\u202f]+", "");
  }
}
