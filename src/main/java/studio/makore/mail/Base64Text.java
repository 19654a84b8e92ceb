package studio.makore.mail;

import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 as mail has it: foreign characters in between, padding missing or in the middle (several
 * encoded runs glued together), a cut end. What can be read is read.
 */
final class Base64Text {
  private static final int[] VALUES = values();

  private Base64Text() {}

  static byte[] decode(byte[] encoded) {
    return decode(encoded, 0, encoded.length);
  }

  static byte[] decode(byte[] encoded, int from, int to) {
    byte[] out = new byte[(to - from) / 4 * 3 + 3];
    int length = 0;
    int bits = 0;
    int count = 0;
    int i = from;
    while (i < to) {
      if (count == 0) {
        // the common case at a quarter of the work: four letters in a row
        while (i + 4 <= to) {
          int four =
              VALUES[encoded[i] & 0xff] << 18
                  | VALUES[encoded[i + 1] & 0xff] << 12
                  | VALUES[encoded[i + 2] & 0xff] << 6
                  | VALUES[encoded[i + 3] & 0xff];
          if (four < 0) {
            break;
          }
          out[length] = (byte) (four >> 16);
          out[length + 1] = (byte) (four >> 8);
          out[length + 2] = (byte) four;
          length += 3;
          i += 4;
        }
        if (i >= to) {
          break;
        }
      }
      byte b = encoded[i++];
      int value = VALUES[b & 0xff];
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

  private static int[] values() {
    int[] values = new int[256];
    Arrays.fill(values, -1);
    for (int value = 0; value < 64; value++) {
      values[Base64.getEncoder().encode(new byte[] {(byte) (value << 2), 0, 0})[0]] = value;
    }
    return values;
  }
}
