package studio.makore.mail;

import java.util.Arrays;

/**
 * Quoted-printable (RFC 2045), forgiving: an equals sign that encodes nothing stands for itself.
 */
final class QuotedPrintable {
  private QuotedPrintable() {}

  static byte[] decode(byte[] encoded) {
    byte[] out = new byte[encoded.length];
    int length = 0;
    int i = 0;
    while (i < encoded.length) {
      byte b = encoded[i++];
      if (b != '=') {
        out[length++] = b;
        continue;
      }
      int lineEnd = softBreak(encoded, i);
      if (lineEnd > i) {
        i = lineEnd;
      } else if (i + 1 < encoded.length && hex(encoded[i]) >= 0 && hex(encoded[i + 1]) >= 0) {
        out[length++] = (byte) (hex(encoded[i]) << 4 | hex(encoded[i + 1]));
        i += 2;
      } else {
        out[length++] = b;
      }
    }
    return Arrays.copyOf(out, length);
  }

  /** The start of the next line when nothing but blanks follows; else the same index. */
  private static int softBreak(byte[] encoded, int from) {
    int i = from;
    while (i < encoded.length && (encoded[i] == ' ' || encoded[i] == '\t' || encoded[i] == '\r')) {
      i++;
    }
    return i < encoded.length && encoded[i] == '\n' ? i + 1 : from;
  }

  static int hex(byte b) {
    return b < 0 ? -1 : Character.digit(b, 16);
  }
}
