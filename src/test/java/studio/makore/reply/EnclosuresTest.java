package studio.makore.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.makore.language.Language;
import studio.makore.mail.Address;
import studio.makore.mail.MailParser;
import studio.makore.mail.MailWriter;
import studio.makore.mail.OutgoingMail;

/** What goes along with a draft. */
class EnclosuresTest {
  private static final Invitation INVITATION =
      new Invitation(
          7,
          Instant.parse("2026-03-01T08:00:00Z"),
          ZonedDateTime.parse("2026-03-10T10:30:00+02:00[Asia/Jerusalem]"),
          Duration.ofMinutes(30),
          "האתר של Or Bakery; פתיחה",
          new Address("Northlight", "hello@northlight.example"),
          new Address("", "dana@bakery.example"));

  /** demands 000.11: length and slot, as a calendar entry that calendars read. */
  @Test
  void the_invitation_to_a_call_is_read_back_with_its_hour_and_length() {
    String ics = new String(INVITATION.enclosure().content(), UTF_8);
    assertThat(ics)
        .contains("METHOD:REQUEST", "DTSTART:20260310T083000Z", "DTEND:20260310T090000Z")
        .contains("UID:call-7@northlight.example", "mailto:dana@bakery.example")
        .contains("SUMMARY:האתר של Or Bakery\\; פתיחה");
    assertThat(ics.lines())
        .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThan(76));
    var read = new MailParser().parse(MailWriter.write(with(INVITATION)));
    assertThat(read.invitation())
        .hasValueSatisfying(invitation -> assertThat(invitation.toString()).contains("2026-03-10"));
  }

  /** demands 003.13: one page in each language, right-to-left where the language is. */
  @ParameterizedTest
  @ValueSource(strings = {"he", "ar", "en"})
  void the_page_is_one_page_and_its_words_can_be_read(String tag) throws IOException {
    String words =
        switch (tag) {
          case "he" -> "מי עושה מה";
          case "ar" -> "كيف نعمل معًا";
          default -> "Who does what";
        };
    var rows = new StringBuilder("<h1>" + words + " (Northlight)</h1><table>");
    for (int i = 1; i <= 8; i++) {
      rows.append(
          "<tr><th>%d. %s</th><td>%s, 10.3.2026</td><td>%s</td></tr>"
              .formatted(i, words, words, words));
    }
    byte[] pdf = PdfPage.of("t", rows.append("</table>").toString(), new Language(tag));
    Path file = Files.createDirectories(Samples.PAGES).resolve("page." + tag + ".pdf");
    Files.write(file, pdf);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isOne();
      assertThat(new PDFTextStripper().getText(document)).contains("Northlight", "10.3.2026");
    }
  }

  private static OutgoingMail with(Invitation invitation) {
    return new OutgoingMail(
        "<a@northlight.example>",
        invitation.studio(),
        Optional.empty(),
        List.of(invitation.client()),
        "x",
        invitation.start(),
        Optional.empty(),
        List.of(),
        "he",
        true,
        "x",
        "x",
        List.of(invitation.enclosure()),
        Optional.empty());
  }
}
