package studio.makore.mail;

import java.util.Arrays;

/**
 * Quoted-printable (RFC 2045), forgiving: an equals sign that encodes nothing stands for itself.
 */
final class QuotedPrintable {
  private static final byte[] HEX = hex();

  private QuotedPrintable() {}

  static byte[] decode(byte[] encoded, int from, int to) {
    byte[] out = new byte[to - from];
    int length = 0;
    int i = from;
    while (i < to) {
      byte b = encoded[i++];
      if (b != '=') {
        out[length++] = b;
        continue;
      }
      int lineEnd = softBreak(encoded, i, to);
      if (lineEnd > i) {
        i = lineEnd;
      } else if (i + 1 < to && hex(encoded[i]) >= 0 && hex(encoded[i + 1]) >= 0) {
        out[length++] = (byte) (hex(encoded[i]) << 4 | hex(encoded[i + 1]));
        i += 2;
      } else {
        out[length++] = b;
      }
    }
    return Arrays.copyOf(out, length);
  }

  /** The start of the next line when nothing but blanks follows; else the same index. */
  private static int softBreak(byte[] encoded, int from, int to) {
    int i = from;
    while (i < to && (encoded[i] == ' ' || encoded[i] == '\t' || encoded[i] == '\r')) {
      i++;
    }
    return i < to && encoded[i] == '\n' ? i + 1 : from;
  }

  static int hex(byte b) {
    return HEX[b & 0xff];
  }

  private static byte[] hex() {
    byte[] values = new byte[256];
    for (int b = 0; b < 256; b++) {
      values[b] = (byte) (b < 128 ? Character.digit(b, 16) : -1);
    }
    return values;
  }
}
