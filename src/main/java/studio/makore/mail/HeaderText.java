package studio.makore.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a header field: unfolded, encoded words of RFC 2047 decoded, unencoded 8-bit bytes
 * read as what they look like. Raw header values are held one byte a char (ISO-8859-1).
 */
final class HeaderText {
  /**
   * {@code =?charset*language?B?text?=}. Blanks inside the text are against the RFC, but seen
   * (Outlook Express, PHP mailers).
   */
  static final Pattern ENCODED_WORD =
      Pattern.compile("=\\?([^?\\s=]{1,64})\\?([BbQq])\\?([^?\r\n]{0,4000})\\?=");

  private HeaderText() {}

  /** A raw value as people read it. */
  static String decode(String raw) {
    String value = unfold(raw);
    if (value.indexOf("=?") < 0) {
      return plain(value).strip();
    }
    StringBuilder text = new StringBuilder();
    ByteArrayOutputStream word = new ByteArrayOutputStream();
    String charset = "";
    int end = 0;
    Matcher words = ENCODED_WORD.matcher(value);
    while (words.find()) {
      String between = value.substring(end, words.start());
      String label = charsetOf(words.group(1));
      boolean adjacent = end > 0 && between.isBlank();
      // Adjacent words of one charset are one run of bytes: Exchange and others cut a letter in
      // two.
      if (!adjacent || !label.equals(charset)) {
        text.append(Charsets.decode(word.toByteArray(), charset));
        word.reset();
      }
      if (!adjacent) {
        text.append(plain(between));
      }
      charset = label;
      word.writeBytes(bytes(words.group(2), words.group(3)));
      end = words.end();
    }
    text.append(Charsets.decode(word.toByteArray(), charset));
    return text.append(plain(value.substring(end))).toString().strip();
  }

  /** A raw value on one line, not decoded. */
  static String unfold(String raw) {
    if (raw.indexOf('\n') < 0 && raw.indexOf('\r') < 0) {
      return raw;
    }
    StringBuilder line = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\n' && c != '\r') {
        line.append(c);
      }
    }
    return line.toString();
  }

  /** Bytes held one a char, as text. */
  static String plain(String raw) {
    return isAscii(raw) ? raw : Charsets.decode(raw.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String charsetOf(String label) {
    int language = label.indexOf('*');
    return (language < 0 ? label : label.substring(0, language)).toLowerCase(Locale.ROOT);
  }

  private static byte[] bytes(String encoding, String text) {
    byte[] raw = text.getBytes(StandardCharsets.ISO_8859_1);
    return encoding.equalsIgnoreCase("B") ? Base64Text.decode(raw) : quoted(raw);
  }

  private static byte[] quoted(byte[] raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '_') {
        out.write(' ');
      } else if (raw[i] == '='
          && i + 2 < raw.length
          && QuotedPrintable.hex(raw[i + 1]) >= 0
          && QuotedPrintable.hex(raw[i + 2]) >= 0) {
        out.write(QuotedPrintable.hex(raw[i + 1]) << 4 | QuotedPrintable.hex(raw[i + 2]));
        i += 2;
      } else {
        out.write(raw[i]);
      }
    }
    return out.toByteArray();
  }
}
