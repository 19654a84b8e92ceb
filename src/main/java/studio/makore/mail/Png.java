package studio.makore.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * PNG pictures are chunks in a row; words stand in chunks of their own. Screenshots and logos have
 * none, and need no reader of pictures to tell.
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final Set<String> SILENT =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD",
          "hIST", "pHYs", "sPLT", "tIME", "acTL", "fcTL", "fdAT");

  private Png() {}

  static boolean is(byte[] file) {
    return file.length > SIGNATURE.length
        && Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  /** False when all chunks of a sound picture are known to hold no words. */
  static boolean saysAnything(byte[] png) {
    long at = SIGNATURE.length;
    while (at + 8 <= png.length) {
      int chunk = (int) at;
      long length =
          (png[chunk] & 0xffL) << 24
              | (png[chunk + 1] & 0xff) << 16
              | (png[chunk + 2] & 0xff) << 8
              | png[chunk + 3] & 0xff;
      String type = new String(png, chunk + 4, 4, StandardCharsets.ISO_8859_1);
      at += length + 12;
      if (!SILENT.contains(type) || at > png.length) {
        return true;
      }
      if (type.equals("IEND")) {
        return false;
      }
    }
    return true;
  }
}
