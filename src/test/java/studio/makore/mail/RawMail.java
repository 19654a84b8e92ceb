package studio.makore.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Raw mails for the tests, as a server would hand them over. */
final class RawMail {
  static final String DANA = "From: =?UTF-8?B?15PXoNeUINec15XXmQ==?= <dana@galit.example>\r\n";

  private RawMail() {}

  static byte[] of(String mail) {
    return mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  /** A mail from Dana Levi to the studio; headers end with a line break. */
  static byte[] plain(String headers, String text) {
    return encoded(headers, "text/plain; charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] html(String headers, String html) {
    return encoded(headers, "text/html; charset=UTF-8", html.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] in(String label, Charset charset, String text) {
    return encoded("Subject: x\r\n", "text/plain; charset=" + label, text.getBytes(charset));
  }

  private static byte[] encoded(String headers, String type, byte[] body) {
    return of(
        DANA
            + "To: hello@northlight.example\r\nDate: Wed, 16 Sep 2026 10:12:00 +0300\r\n"
            + headers
            + "MIME-Version: 1.0\r\nContent-Type: "
            + type
            + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Base64.getMimeEncoder().encodeToString(body));
  }

  /** A mail with one attachment. */
  static byte[] with(String fileHeaders, byte[] file) {
    return of(
        """
        From: dana@galit.example
        Subject: files
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        See the file.
        --b
        """
            + fileHeaders
            + "\nContent-Transfer-Encoding: base64\n\n"
            + Base64.getMimeEncoder().encodeToString(file)
            + "\n--b--\n");
  }
}
