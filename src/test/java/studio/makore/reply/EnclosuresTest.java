package studio.makore.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
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

  /** The number stands at the right, the first column too, and Arabic letters keep their marks. */
  @ParameterizedTest
  @ValueSource(strings = {"he", "ar", "en"})
  void a_page_runs_in_its_languages_direction(String tag) throws IOException {
    boolean rightToLeft = !tag.equals("en");
    byte[] pdf =
        PdfPage.of(
            "t",
            """
            <p>1. %s (Northlight)</p><table><tr><th width="50">A</th><th width="50">B</th></tr></table>
            """
                .formatted(
                    switch (tag) {
                      case "he" -> "מי עושה מה";
                      case "ar" -> "نعمل معًا";
                      default -> "Who does what";
                    }),
            new Language(tag));
    Map<String, Float> places = places(pdf);
    float middle = PDRectangle.A4.getWidth() / 2;
    assertThat(place("1", places) > middle).isEqualTo(rightToLeft);
    assertThat(place("N", places) < place("1", places)).isEqualTo(rightToLeft);
    assertThat(place("A", places) > place("B", places)).isEqualTo(rightToLeft);
    if (tag.equals("ar")) {
      // the mark of "maʿan" stands within its letter, which is joined to the one before
      assertThat(place("\u064b", places))
          .isStrictlyBetween(place("\ufe8e", places) - 1, place("\ufee3", places));
    }
  }

  /** However much there is to say, it is one page. */
  @Test
  void a_long_page_gets_smaller_letters() throws IOException {
    byte[] pdf = PdfPage.of("t", "<p>one more line</p>".repeat(200), Language.ENGLISH);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isOne();
    }
    assertThat(places(pdf).values()).allMatch(x -> x >= 0);
  }

  /** Where each letter stands first, from the left. */
  private static Map<String, Float> places(byte[] pdf) throws IOException {
    var places = new HashMap<String, Float>();
    try (var document = Loader.loadPDF(pdf)) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition letter) {
          assertThat(letter.getY()).isLessThan(PDRectangle.A4.getHeight());
          places.putIfAbsent(letter.getUnicode(), letter.getX());
        }
      }.getText(document);
    }
    return places;
  }

  private static float place(String letter, Map<String, Float> places) {
    assertThat(places).containsKey(letter);
    return places.getOrDefault(letter, 0f);
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
