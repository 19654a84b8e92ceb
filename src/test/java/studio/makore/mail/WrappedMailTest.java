package studio.makore.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Text that other programs wrap up, sign, or write backwards. */
class WrappedMailTest {
  private final MailParser parser = new MailParser();

  private static byte[] der(int tag, byte[]... contents) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    Arrays.stream(contents).forEach(content::writeBytes);
    byte[] bytes = content.toByteArray();
    ByteBuffer out = ByteBuffer.allocate(bytes.length + 4);
    return out.put((byte) tag).put((byte) 0x82).putShort((short) bytes.length).put(bytes).array();
  }

  private static byte[] hex(String digits) {
    return java.util.HexFormat.of().parseHex(digits);
  }

  private static byte[] cms(byte[] type, byte[] content) {
    byte[] signed =
        der(
            0x30,
            der(0x02, new byte[] {1}),
            der(0x31),
            der(0x30, der(0x06, hex("2a864886f70d010701")), der(0xa0, content)),
            der(0x31));
    return der(0x30, der(0x06, type), der(0xa0, signed));
  }

  private Mail smime(byte[] cms) {
    return parser.parse(
        RawMail.of(
            "From: dana@galit.example\nSubject: go\n"
                + "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(cms)));
  }

  @Test
  void a_mail_inside_its_smime_signature() {
    byte[] inner = "Content-Type: text/plain\r\n\r\nGo ahead.".getBytes(StandardCharsets.US_ASCII);
    byte[] pieces =
        der(
            0x24,
            der(0x04, Arrays.copyOf(inner, 20)),
            der(0x04, Arrays.copyOfRange(inner, 20, inner.length)));

    Mail whole = smime(cms(hex("2a864886f70d010702"), der(0x04, inner)));
    Mail inPieces = smime(cms(hex("2a864886f70d010702"), pieces));

    assertThat(whole.text()).isEqualTo("Go ahead.");
    assertThat(whole.subject()).isEqualTo("go");
    assertThat(whole.problems())
        .containsExactly("The mail is signed; the signature was not checked.");
    assertThat(inPieces.text()).isEqualTo("Go ahead.");
  }

  @Test
  void an_encrypted_mail_says_so() {
    Mail mail = smime(cms(hex("2a864886f70d010703"), der(0x04, new byte[] {1})));
    Mail broken =
        smime(new byte[] {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff});

    assertThat(mail.problems()).containsExactly("The mail is encrypted; its text cannot be read.");
    assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("smime.p7m");
    assertThat(broken.problems()).hasSize(1);
  }

  @Test
  void a_signature_beside_the_text() {
    Mail mail =
        parser.parse(
            RawMail.of(
                """
                From: dana@galit.example
                Content-Type: multipart/signed; protocol="application/pgp-signature"; boundary=b

                --b
                Content-Type: text/plain

                Go ahead.
                --b
                Content-Type: application/pgp-signature; name=signature.asc

                x
                --b--
                """));

    assertThat(mail.text()).isEqualTo("Go ahead.");
    assertThat(mail.problems())
        .containsExactly("The mail is signed; the signature was not checked.");
  }

  @Test
  void a_text_inside_its_pgp_signature() {
    Mail mail =
        parser.parse(
            RawMail.plain(
                "",
                """
                -----BEGIN PGP SIGNED MESSAGE-----
                Hash: SHA256

                Go ahead with:
                - - the logo
                -----BEGIN PGP SIGNATURE-----

                iQEzBAEBCAAdFiEE
                -----END PGP SIGNATURE-----
                """));

    assertThat(mail.text()).isEqualTo("Go ahead with:\n- the logo");
    assertThat(mail.problems())
        .containsExactly("The mail is signed; the signature was not checked.");
  }

  private static byte[] attribute(int level, int id, byte[] data) {
    int sum = 0;
    for (byte b : data) {
      sum += b & 0xff;
    }
    return ByteBuffer.allocate(11 + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) level)
        .putInt(id)
        .putInt(data.length)
        .put(data)
        .putShort((short) sum)
        .array();
  }

  private static byte[] tnef() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ByteBuffer.allocate(6)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(0x223e9f78)
            .putShort((short) 1)
            .array());
    out.writeBytes(attribute(1, 0x0002800c, "Go ahead.\0".getBytes(StandardCharsets.US_ASCII)));
    out.writeBytes(attribute(2, 0x00069002, new byte[14]));
    out.writeBytes(attribute(2, 0x00018010, "plan.txt\0".getBytes(StandardCharsets.US_ASCII)));
    out.writeBytes(attribute(2, 0x0006800f, "the plan".getBytes(StandardCharsets.US_ASCII)));
    return out.toByteArray();
  }

  private Mail winmail(byte[] tnef) {
    return parser.parse(
        RawMail.of(
            "From: dana@galit.example\nContent-Type: application/ms-tnef; name=winmail.dat\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(tnef)));
  }

  @Test
  void outlooks_winmail_dat_is_opened() {
    Mail mail = winmail(tnef());

    assertThat(mail.text()).isEqualTo("Go ahead.");
    assertThat(mail.attachments())
        .containsExactly(new Attachment("plan.txt", "text/plain", 8, "the plan"));
    assertThat(mail.problems()).isEmpty();
  }

  @Test
  void a_damaged_winmail_dat_stays_a_file() {
    Mail mail = winmail(new byte[] {1, 2, 3});

    assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("winmail.dat");
    assertThat(mail.problems()).hasSize(1);
  }

  @Test
  void hebrew_as_it_was_drawn_is_turned_round() {
    Charset hebrew = Charset.forName("ISO-8859-8");
    String drawn =
        "   ,\u05dd\u05d5\u05dc\u05e9\n> .14:30-\u05d1 (Dana Levi) \u05dd\u05d9\u05e9\u05d2\u05e4\u05e0\n";
    String read =
        "\u05e9\u05dc\u05d5\u05dd,\n> \u05e0\u05e4\u05d2\u05e9\u05d9\u05dd (Dana Levi) \u05d1-14:30.";

    assertThat(parser.parse(RawMail.in("iso-8859-8", hebrew, drawn)).uncut()).isEqualTo(read);
    assertThat(parser.parse(RawMail.in("visual", hebrew, drawn)).uncut()).isEqualTo(read);
    assertThat(parser.parse(RawMail.in("iso-8859-8", hebrew, read)).uncut()).isEqualTo(read);
    assertThat(parser.parse(RawMail.in("iso-8859-8-i", hebrew, drawn)).uncut())
        .isEqualTo(drawn.strip());
  }

  @Test
  void a_picture_says_what_was_written_into_it() throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpeg", plain);
    byte[] words = "The old logo, please replace".getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream photo = new ByteArrayOutputStream();
    photo.write(plain.toByteArray(), 0, 2);
    photo.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (words.length + 2)});
    photo.writeBytes(words);
    photo.write(plain.toByteArray(), 2, plain.size() - 2);

    Mail mail =
        parser.parse(RawMail.with("Content-Type: image/jpeg; name=logo.jpg", photo.toByteArray()));

    assertThat(mail.attachments().getFirst().text()).isEqualTo("The old logo, please replace");
    assertThat(mail.problems()).isEmpty();
  }
}
