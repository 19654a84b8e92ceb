package studio.makore.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetTest {
  private static final String HEBREW = "מתי האתר עולה לאוויר?";
  private static final String ARABIC = "متى سيكون الموقع جاهزا؟";

  private final MailParser parser = MailParser.withoutAttachmentText();

  @ParameterizedTest
  @CsvSource({
    "iso-8859-8-i, ISO-8859-8",
    "ISO-8859-8-E, ISO-8859-8",
    "iso-8859-8, ISO-8859-8",
    "windows-1255, windows-1255",
    "x-user-defined, windows-1255",
    "unknown-8bit, windows-1255",
    "utf-8, windows-1255",
    "us-ascii, UTF-8",
    "windows-1255, UTF-8",
    "no-such-charset, UTF-8",
  })
  void hebrew_is_read_whatever_the_label(String label, String charset) {
    Mail mail = parser.parse(RawMail.in(label, Charset.forName(charset), HEBREW));

    assertThat(mail.text()).isEqualTo(HEBREW);
  }

  @ParameterizedTest
  @CsvSource({
    "iso-8859-6-i, ISO-8859-6",
    "windows-1256, windows-1256",
    "utf-8, windows-1256",
    "us-ascii, UTF-8",
    "unknown-8bit, windows-1256",
  })
  void arabic_is_read_whatever_the_label(String label, String charset) {
    Mail mail = parser.parse(RawMail.in(label, Charset.forName(charset), ARABIC));

    assertThat(mail.text()).isEqualTo(ARABIC);
  }

  @Test
  void the_sheqel_sign_survives_a_label_that_lacks_it() {
    Mail mail =
        parser.parse(
            RawMail.in("iso-8859-8-i", Charset.forName("windows-1255"), "המחיר: 900 ₪ – כולל"));

    assertThat(mail.text()).isEqualTo("המחיר: 900 ₪ – כולל");
  }

  @Test
  void western_text_labelled_latin_1_keeps_its_quotes() {
    Mail mail =
        parser.parse(RawMail.in("iso-8859-1", Charset.forName("windows-1252"), "The “blue” café"));

    assertThat(mail.text()).isEqualTo("The “blue” café");
  }

  @Test
  void utf_7_is_read() {
    Mail mail = parser.parse(RawMail.in("utf-7", StandardCharsets.US_ASCII, "+BdAF0Q- 1 +- 1"));

    assertThat(mail.text()).isEqualTo("אב 1 + 1");
  }

  @Test
  void a_letter_cut_between_two_encoded_words_is_made_whole() {
    byte[] bytes = "הסקיצה".getBytes(StandardCharsets.UTF_8);
    Base64.Encoder base64 = Base64.getEncoder();
    String first = base64.encodeToString(java.util.Arrays.copyOf(bytes, 5));
    String second = base64.encodeToString(java.util.Arrays.copyOfRange(bytes, 5, bytes.length));

    Mail mail =
        parser.parse(
            RawMail.of("Subject: =?UTF-8?B?" + first + "?=\n =?utf-8?B?" + second + "?= v2\n\n"));

    assertThat(mail.subject()).isEqualTo("הסקיצה v2");
  }

  @Test
  void headers_in_raw_bytes_are_read() {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    raw.writeBytes("Subject: ".getBytes(StandardCharsets.US_ASCII));
    raw.writeBytes("הסקיצה החדשה".getBytes(Charset.forName("windows-1255")));
    raw.writeBytes("\r\nFrom: ".getBytes(StandardCharsets.US_ASCII));
    raw.writeBytes("דנה לוי".getBytes(StandardCharsets.UTF_8));
    raw.writeBytes(" <dana@galit.example>\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    Mail mail = parser.parse(raw.toByteArray());

    assertThat(mail.subject()).isEqualTo("הסקיצה החדשה");
    assertThat(mail.from()).containsExactly(new Address("דנה לוי", "dana@galit.example"));
  }

  @Test
  void encoded_words_of_charsets_the_jdk_lacks_are_read() {
    String word =
        Base64.getEncoder().encodeToString("דנה, גלית".getBytes(Charset.forName("windows-1255")));

    Mail mail =
        parser.parse(RawMail.of("From: =?iso-8859-8-i?B?" + word + "?= <dana@galit.example>\n\n"));

    assertThat(mail.from()).containsExactly(new Address("דנה, גלית", "dana@galit.example"));
  }

  /** The JDK reads these, but writes none of them. */
  @ParameterizedTest
  @ValueSource(strings = {"iso-2022-cn", "x-JISAutoDetect", "JIS_X0201", "x-utf-16le-bom"})
  void a_label_of_a_charset_that_is_only_read_does_no_harm(String label) {
    Mail mail = parser.parse(RawMail.in(label, StandardCharsets.UTF_8, HEBREW));

    assertThat(mail.text()).isNotEmpty();
  }
}
