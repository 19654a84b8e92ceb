package studio.makore.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails made to hurt: each is read, in bounded time, and says what was skipped. */
@Timeout(60)
class HostileMailTest {
  private final MailParser parser = new MailParser();

  private Mail parse(String raw) {
    return parser.parse(raw.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void ten_thousand_nested_parts() {
    StringBuilder raw = new StringBuilder("Subject: deep\n");
    for (int i = 0; i < 10_000; i++) {
      raw.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i)
          .append('\n');
    }

    Mail mail = parse(raw + "\nbottom");

    assertThat(mail.subject()).isEqualTo("deep");
    assertThat(mail.problems()).anyMatch(problem -> problem.contains("nested deeper"));
  }

  @Test
  void ten_thousand_nested_mails() {
    Mail mail =
        parse("Subject: deep\n" + "Content-Type: message/rfc822\n\n".repeat(10_000) + "bottom");

    assertThat(mail.problems()).anyMatch(problem -> problem.contains("nested deeper"));
  }

  @Test
  void a_hundred_thousand_parts() {
    Mail mail =
        parse("Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(100_000));

    assertThat(mail.problems()).anyMatch(problem -> problem.contains("more than"));
  }

  @Test
  void a_giant_header_and_a_million_of_them() {
    Mail giant = parse("Subject: " + "x".repeat(20_000_000) + "\n\nbody");
    Mail many = parse("X: y\n".repeat(1_000_000) + "\nbody");

    assertThat(giant.text()).isEqualTo("body");
    assertThat(giant.problems()).anyMatch(problem -> problem.contains("header"));
    assertThat(many.text()).isEqualTo("body");
  }

  @Test
  void a_giant_text_is_cut_and_said() {
    Mail mail = parse("Subject: x\n\n" + "word ".repeat(2_000_000));

    assertThat(mail.uncut().length()).isLessThanOrEqualTo(1_000_000);
    assertThat(mail.problems()).anyMatch(problem -> problem.contains("longer than"));
  }

  static Stream<Arguments> baits() {
    return Stream.of(
        Arguments.of("blanks", " ".repeat(300_000) + "x"),
        Arguments.of("blanks inside", "From: a" + " ".repeat(300_000) + "b@c.example"),
        Arguments.of("dots", "a@b" + ".".repeat(200_000) + "c"),
        Arguments.of("commas and quotes", "\",".repeat(100_000) + "a@b.example"),
        Arguments.of("openers", "On ".repeat(100_000) + "wrote:"),
        Arguments.of("opening lines", "On 16/09/2026 10:12, a\n".repeat(20_000)),
        Arguments.of("colons", "a:".repeat(100_000)),
        Arguments.of("labels", "From: a\n".repeat(20_000)),
        Arguments.of("all labels", "From: a@b.example\nDate: x\nTo: y\n\n".repeat(5_000)),
        Arguments.of("quote marks", ">".repeat(200_000)),
        Arguments.of("quoted lines", "> a\nb\n".repeat(50_000)),
        Arguments.of("dashes", "-".repeat(200_000)),
        Arguments.of("dashed lines", "--\n".repeat(50_000)),
        Arguments.of("closings", "Regards,\n".repeat(50_000)),
        Arguments.of("phones", "Sent from my iPhone\n".repeat(20_000)),
        Arguments.of("chat", "[12/05/2026, 10:31] a: b\nc\n".repeat(20_000)),
        Arguments.of("chat continued", "[12/05/2026, 10:31] a: b\n" + "c\n".repeat(50_000)),
        Arguments.of("addresses", "a@".repeat(100_000)),
        Arguments.of(
            "disclaimers",
            "confidential addressee ".repeat(40)
                + "\n\n"
                + "confidential in error addressee text text\n\n".repeat(5_000)),
        Arguments.of("one paragraph", "confidential in error\n".repeat(20_000)),
        Arguments.of("forwards", "---------- Forwarded message ---------\n".repeat(10_000)),
        Arguments.of("marks", "\u202b\u200f".repeat(200_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("baits")
  void bait_for_slow_patterns(String name, String text) {
    long start = System.nanoTime();

    Mail plain =
        parse(
            "From: Dana <dana@galit.example>\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\n"
                + text);
    parse(
        "Subject: x\nContent-Type: text/html; charset=utf-8\n\n<div>"
            + text.replace("\n", "<br>")
            + "</div>");
    parse("Subject: " + text.replace("\n", " ") + "\nFrom: " + text.replace("\n", " ") + "\n\nx");

    assertThat(plain.kind()).isNotNull();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as(name)
        .isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void html_nested_a_hundred_thousand_deep() {
    Mail mail =
        parse("Content-Type: text/html\n\n" + "<div><blockquote type=cite>".repeat(50_000) + "x");

    assertThat(mail.uncut()).isNotNull();
  }

  @Test
  void a_header_of_a_hundred_megabytes() {
    byte[] raw = new byte[100 * 1024 * 1024];
    java.util.Arrays.fill(raw, (byte) 'x');
    byte[] start = "Subject: ".getBytes(StandardCharsets.US_ASCII);
    byte[] end = "\n\nbody".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(start, 0, raw, 0, start.length);
    System.arraycopy(end, 0, raw, raw.length - end.length, end.length);

    Mail mail = parser.parse(raw);

    assertThat(mail.text()).isEqualTo("body");
    assertThat(mail.problems()).anyMatch(problem -> problem.contains("header"));
  }

  private static byte[] zip(String name, java.util.function.Consumer<java.io.OutputStream> content)
      throws java.io.IOException {
    var out = new java.io.ByteArrayOutputStream();
    try (var zip = new java.util.zip.ZipOutputStream(out)) {
      zip.putNextEntry(new java.util.zip.ZipEntry("[Content_Types].xml"));
      zip.write(
          ("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override"
                  + " PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>")
              .getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new java.util.zip.ZipEntry("_rels/.rels"));
      zip.write(
          ("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship"
                  + " Id='r' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'"
                  + " Target='word/document.xml'/></Relationships>")
              .getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new java.util.zip.ZipEntry(name));
      content.accept(zip);
    }
    return out.toByteArray();
  }

  private static void write(java.io.OutputStream out, byte[] bytes, int times) {
    try {
      for (int i = 0; i < times; i++) {
        out.write(bytes);
      }
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  private static final String DOCX =
      "Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document; name=x.docx";

  @Test
  void a_line_of_uuencode_that_lies_about_its_length() {
    Mail mail =
        parse(
            "Subject: x\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 x.txt\nZ"
                + "A".repeat(100)
                + "\n`\nend\n");

    assertThat(mail.subject()).isEqualTo("x");
    assertThat(mail.problems()).anyMatch(problem -> problem.contains("damaged"));
  }

  @Test
  void a_billion_laughs() throws Exception {
    StringBuilder xml = new StringBuilder("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a0 'lol'>");
    for (int i = 1; i < 12; i++) {
      xml.append("<!ENTITY a")
          .append(i)
          .append(" '")
          .append(("&a" + (i - 1) + ";").repeat(10))
          .append("'>");
    }
    xml.append("]><x>&a11;</x>");
    byte[] laughs = xml.toString().getBytes(StandardCharsets.UTF_8);

    Mail docx =
        parser.parse(RawMail.with(DOCX, zip("word/document.xml", zip -> write(zip, laughs, 1))));
    Mail bare =
        parser.parse(
            RawMail.with(
                "Content-Type: application/vnd.oasis.opendocument.text; name=x.fodt", laughs));

    assertThat(docx.text()).isEqualTo("See the file.");
    assertThat(docx.attachments().getFirst().text().length()).isLessThan(300_000);
    assertThat(bare.attachments().getFirst().text().length()).isLessThan(300_000);
  }

  @Test
  void random_bytes() {
    Random random = new Random(20260916);
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[random.nextInt(2000)];
      random.nextBytes(bytes);

      assertThat(parser.parse(bytes).problems()).isNotNull();
    }
  }

  @Test
  void mails_with_random_damage() {
    byte[] sound = Sound.bytes();
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = sound.clone();
      for (int hit = random.nextInt(30); hit >= 0; hit--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }

      assertThat(parser.parse(damaged).headers()).isNotNull();
    }
  }

  /** A mail with a part of every kind. */
  private static final class Sound {
    static byte[] bytes() {
      return RawMail.of(
          """
          From: =?UTF-8?B?15PXoNeU?= <dana@galit.example>
          To: a@b.example, "c" <d@e.example>
          Date: Wed, 16 Sep 2026 10:12:00 +0300
          Subject: =?utf-8?Q?Re:_caf=C3=A9?=
          Content-Type: multipart/mixed; boundary="b"

          --b
          Content-Type: multipart/alternative; boundary="c"

          --c
          Content-Type: text/plain; charset=utf-8; format=flowed
          Content-Transfer-Encoding: quoted-printable

          Go ahead=2E

          On Wed, Sep 16, 2026 at 10:12 AM Noa <noa@northlight.example> wrote:
          > Fine?
          --c
          Content-Type: text/html

          <div>Go ahead.</div><div class="gmail_quote"><blockquote class="gmail_quote">Fine?</blockquote></div>
          --c--
          --b
          Content-Type: message/rfc822

          From: x@y.example

          [12/05/2026, 10:31] a: b
          --b
          Content-Type: message/delivery-status

          Final-Recipient: rfc822; a@b.example
          Action: failed
          Status: 5.1.1
          --b
          Content-Type: text/plain; name*0*=utf-8''%D7%98; name*1=x.txt
          Content-Disposition: attachment
          Content-Transfer-Encoding: base64

          aGVsbG8=
          --b--
          """);
    }
  }
}
