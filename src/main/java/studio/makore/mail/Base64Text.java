package studio.makore.mail;

import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 as mail has it: foreign characters in between, padding missing or in the middle (several
 * encoded runs glued together), a cut end. What can be read is read.
 */
final class Base64Text {
  private static final byte[] VALUES = values();

  private Base64Text() {}

  static byte[] decode(byte[] encoded) {
    byte[] out = new byte[encoded.length / 4 * 3 + 3];
    int length = 0;
    int bits = 0;
    int count = 0;
    for (byte b : encoded) {
      int value = b < 0 ? -1 : VALUES[b];
      if (value >= 0) {
        bits = bits << 6 | value;
        if (++count == 4) {
          out[length++] = (byte) (bits >> 16);
          out[length++] = (byte) (bits >> 8);
          out[length++] = (byte) bits;
          bits = 0;
          count = 0;
        }
      } else if (b == '=') {
        length = flush(out, length, bits, count);
        bits = 0;
        count = 0;
      }
    }
    return Arrays.copyOf(out, flush(out, length, bits, count));
  }

  private static int flush(byte[] out, int length, int bits, int count) {
    if (count == 3) {
      out[length] = (byte) (bits >> 10);
      out[length + 1] = (byte) (bits >> 2);
      return length + 2;
    }
    if (count == 2) {
      out[length] = (byte) (bits >> 4);
      return length + 1;
    }
    return length;
  }

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    for (byte value = 0; value < 64; value++) {
      values[Base64.getEncoder().encode(new byte[] {(byte) (value << 2), 0, 0})[0]] = value;
    }
    return values;
  }
}
