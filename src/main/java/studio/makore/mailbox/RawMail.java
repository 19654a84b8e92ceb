package studio.makore.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** The bytes of a mail, and the little that must be known of them before it is parsed. */
final class RawMail {
  private static final int LONGEST_HEADER = 256 * 1024;

  /** RFC 5322 §2.1.1: no line is longer. */
  private static final int LONGEST_ID = 998;

  private final byte[] bytes;
  private final int body;
  private final Optional<String> messageId;
  private final Optional<Instant> date;

  RawMail(byte[] bytes) {
    this.bytes = bytes;
    this.body = startOfBody(bytes);
    Optional<InternetHeaders> headers = headers(bytes, Math.min(body, LONGEST_HEADER));
    this.messageId = headers.flatMap(RawMail::messageId);
    this.date = headers.flatMap(RawMail::date);
  }

  byte[] bytes() {
    return bytes;
  }

  Optional<String> messageId() {
    return messageId;
  }

  /** When its sender says it was written. */
  Optional<Instant> date() {
    return date;
  }

  /**
   * The same for a mail that came by two roads, on which it collects different Received lines: over
   * Message-ID and body. A mail without Message-ID is compared as a whole: better to be seen twice
   * than taken for another "any news?" of the same words.
   */
  String digest() {
    MessageDigest sha256 = sha256();
    messageId.ifPresent(id -> {
      sha256.update(id.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
    });
    int from = messageId.isPresent() ? body : 0;
    sha256.update(bytes, from, bytes.length - from);
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static int startOfBody(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        if (i + 1 < bytes.length && bytes[i + 1] == '\n') {
          return i + 2;
        }
        if (i + 2 < bytes.length && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') {
          return i + 3;
        }
      }
    }
    return bytes.length;
  }

  private static Optional<InternetHeaders> headers(byte[] bytes, int length) {
    try {
      return Optional.of(new InternetHeaders(new ByteArrayInputStream(bytes, 0, length)));
    } catch (MessagingException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> messageId(InternetHeaders headers) {
    return first(headers, "Message-ID")
        .map(value -> value.replaceAll("[\\p{Cntrl}\\s]", ""))
        .map(id -> id.substring(0, Math.min(id.length(), LONGEST_ID)))
        .filter(id -> !id.isEmpty() && !id.equals("<>"));
  }

  private static Optional<Instant> date(InternetHeaders headers) {
    return first(headers, "Date")
        .flatMap(value -> {
          try {
            return Optional.of(new MailDateFormat().parse(value).toInstant());
          } catch (ParseException unreadable) {
            return Optional.empty();
          }
        });
  }

  private static Optional<String> first(InternetHeaders headers, String name) {
    String[] values = headers.getHeader(name);
    return values == null ? Optional.empty() : Optional.of(MimeUtility.unfold(values[0]).strip());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
