package studio.makore.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** UTF-7 (RFC 2152), which the JDK does not read: {@code +BdAF0Q-} is two Hebrew letters. */
final class Utf7 {
  private Utf7() {}

  static String decode(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    int i = 0;
    while (i < bytes.length) {
      char c = (char) (bytes[i++] & 0xff);
      if (c != '+') {
        text.append(c);
        continue;
      }
      int start = i;
      while (i < bytes.length && isBase64(bytes[i])) {
        i++;
      }
      if (i == start) {
        text.append('+');
      } else {
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        run.write(bytes, start, i - start);
        byte[] units = Base64Text.decode(run.toByteArray());
        text.append(new String(units, 0, units.length & ~1, StandardCharsets.UTF_16BE));
      }
      if (i < bytes.length && bytes[i] == '-') {
        i++;
      }
    }
    return text.toString();
  }

  private static boolean isBase64(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || b == '+'
        || b == '/';
  }
}
