package studio.makore.mail;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The content inside an opaque S/MIME signature ({@code application/pkcs7-mime}, RFC 8551), taken
 * out of its ASN.1 wrapping. The signature itself is not checked.
 */
final class SignedContent {
  /** 1.2.840.113549.1.7.2 */
  private static final byte[] SIGNED_DATA = {
    0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x07, 0x02
  };

  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int OCTETS_IN_PIECES = 0x24;
  private static final int FIRST_TAGGED = 0xa0;
  private static final int MAX_DEPTH = 10;

  private final byte[] bytes;
  private int at;

  private SignedContent(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * One element's head: its tag and where its content ends; with {@code open} it says so itself.
   */
  private record Head(int tag, int end, boolean open) {}

  /** The signed bytes; empty when these are encrypted or damaged. */
  static Optional<byte[]> of(byte[] cms) {
    try {
      return new SignedContent(cms).read();
    } catch (IndexOutOfBoundsException damaged) {
      return Optional.empty();
    }
  }

  private Optional<byte[]> read() {
    enter(SEQUENCE);
    Head type = head();
    byte[] name = Arrays.copyOfRange(bytes, at, type.end());
    if (!Arrays.equals(name, SIGNED_DATA)) {
      return Optional.empty();
    }
    at = type.end();
    enter(FIRST_TAGGED);
    enter(SEQUENCE);
    skip(0); // version
    skip(0); // digest algorithms
    enter(SEQUENCE);
    skip(0); // type of the content
    if (head().tag() != FIRST_TAGGED) {
      return Optional.empty(); // the content stands beside it
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream(bytes.length);
    octets(content, 0);
    return Optional.of(content.toByteArray());
  }

  private void enter(int tag) {
    if (head().tag() != tag) {
      throw new IndexOutOfBoundsException("another element");
    }
  }

  private Head head() {
    int tag = bytes[at++] & 0xff;
    int length = bytes[at++] & 0xff;
    if (length == 0x80) {
      return new Head(tag, bytes.length, true);
    }
    if (length > 0x80) {
      int size = length - 0x80;
      length = 0;
      for (int i = 0; i < size; i++) {
        length = Math.multiplyExact(length & 0x7fffff, 256) | bytes[at++] & 0xff;
      }
    }
    if (length < 0 || length > bytes.length - at) {
      throw new IndexOutOfBoundsException("longer than the file");
    }
    return new Head(tag, at + length, false);
  }

  private void skip(int depth) {
    Head element = head();
    if (!element.open()) {
      at = element.end();
      return;
    }
    if (depth > MAX_DEPTH) {
      throw new IndexOutOfBoundsException("nested too deep");
    }
    while (!atEndMark()) {
      skip(depth + 1);
    }
    at += 2;
  }

  private boolean atEndMark() {
    return bytes[at] == 0 && bytes[at + 1] == 0;
  }

  /** A string of bytes, whole or in pieces, as those write it who sign while they send. */
  private void octets(ByteArrayOutputStream out, int depth) {
    Head element = head();
    if (element.tag() == OCTETS) {
      out.write(bytes, at, element.end() - at);
      at = element.end();
    } else if (element.tag() == OCTETS_IN_PIECES && depth <= MAX_DEPTH) {
      while (at < element.end() && !(element.open() && atEndMark())) {
        octets(out, depth + 1);
      }
      at += element.open() ? 2 : 0;
    } else {
      throw new IndexOutOfBoundsException("another element");
    }
  }
}
