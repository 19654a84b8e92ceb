package studio.makore.mail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bytes to text, by the charset labels that real mail carries: also those the JDK does not know
 * ({@code charsets.properties}), and also those that lie. Never throws.
 */
final class Charsets {
  private static final Properties ALIASES = aliases();
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private static final int MAX_LABELS = 1000;

  /** Labels that were met, and what they mean. */
  private static final Map<String, Optional<Charset>> NAMED = new ConcurrentHashMap<>();

  private static final Map<Charset, Boolean> SINGLE_BYTE = new ConcurrentHashMap<>();

  /** Labels of Hebrew that may stand in the order it was drawn in. */
  private static final Set<String> MAYBE_VISUAL =
      Set.of(
          "iso-8859-8",
          "iso_8859-8",
          "iso8859-8",
          "iso-8859-8-e",
          "hebrew",
          "visual",
          "csisolatinhebrew",
          "dos-862",
          "cp862",
          "ibm862",
          "cp-862");

  private Charsets() {}

  /** The text of bytes that carry this label; {@code ""} stands for no label. */
  static String decode(byte[] bytes, String label) {
    String text = decoded(bytes, label);
    return MAYBE_VISUAL.contains(label.strip().toLowerCase(Locale.ROOT))
        ? VisualHebrew.logical(text)
        : text;
  }

  private static String decoded(byte[] bytes, String label) {
    if (isAscii(bytes) && !isSevenBitCode(label)) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    if (isSevenBitCode(label) && label.toLowerCase(Locale.ROOT).endsWith("utf-7")) {
      return Utf7.decode(bytes);
    }
    Optional<Charset> charset = named(label);
    if (charset.isEmpty() || isSingleByte(charset.get())) {
      // A body that is strictly UTF-8 is UTF-8, whatever single-byte charset its label names:
      // single-byte text all but never forms valid UTF-8 sequences.
      Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
      if (utf8.isPresent()) {
        return utf8.get();
      }
    }
    return charset
        .flatMap(known -> plausibly(bytes, known))
        .orElseGet(() -> guess(bytes, charset.orElse(StandardCharsets.UTF_8)));
  }

  /** The text of bytes without any label, as in an unencoded 8-bit header. */
  static String decode(byte[] bytes) {
    return decode(bytes, "");
  }

  /** The JDK's charset for a label of a mail; empty when nobody knows it. */
  static Optional<Charset> named(String label) {
    Optional<Charset> known = NAMED.get(label);
    if (known != null) {
      return known;
    }
    Optional<Charset> found = find(label);
    if (NAMED.size() < MAX_LABELS) {
      NAMED.put(label, found);
    }
    return found;
  }

  private static Optional<Charset> find(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT).replaceAll("[\"'\\s]", "");
    String known = ALIASES.getProperty(name, name);
    try {
      return known.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(known));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<String> plausibly(byte[] bytes, Charset charset) {
    String text = new String(bytes, charset);
    if (text.indexOf('\ufffd') < 0) {
      return Optional.of(text);
    }
    int wrong = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\ufffd') {
        wrong++;
      }
    }
    // One damaged letter in a long body (a cut multi-byte character) does not make the label wrong.
    return wrong * 200L < text.length() ? Optional.of(text) : Optional.empty();
  }

  /**
   * What the bytes look like when no label fits. Hebrew, Arabic, Russian and Western single-byte
   * text is told apart by where its letters lie and whether they stand inside Latin words.
   */
  private static String guess(byte[] bytes, Charset labelled) {
    int high = 0;
    int beside = 0;
    int hebrew = 0;
    int upperHalf = 0;
    int article = 0;
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xff;
      if (b < 0x80) {
        continue;
      }
      high++;
      if (i > 0 && isLatinLetter(bytes[i - 1])
          || i + 1 < bytes.length && isLatinLetter(bytes[i + 1])) {
        beside++;
      }
      if (b >= 0xe0 && b <= 0xfa) {
        hebrew++;
      }
      if (b >= 0xc0 && b <= 0xdf) {
        upperHalf++;
      }
      // alef lam, the Arabic article, in windows-1256
      if (b == 0xc7 && i + 1 < bytes.length && (bytes[i + 1] & 0xff) == 0xe1) {
        article++;
      }
    }
    String validUtf8 = new String(bytes, StandardCharsets.UTF_8);
    if (broken(validUtf8) * 4 < high) {
      return validUtf8;
    }
    if (beside * 2 > high || high < 2) {
      return new String(bytes, labelled.equals(StandardCharsets.UTF_8) ? WESTERN : labelled);
    }
    if (hebrew * 20 >= high * 19) {
      return new String(bytes, Charset.forName("windows-1255"));
    }
    if (article > 0 || upperHalf * 3 > high) {
      return new String(bytes, Charset.forName("windows-1256"));
    }
    return new String(bytes, Charset.forName("windows-1251"));
  }

  private static int broken(String text) {
    return (int) text.chars().filter(c -> c == '\ufffd').count();
  }

  private static boolean isLatinLetter(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
  }

  private static boolean isSingleByte(Charset charset) {
    return SINGLE_BYTE.computeIfAbsent(
        charset, known -> known.canEncode() && known.newEncoder().maxBytesPerChar() <= 1.0f);
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    String text = new String(bytes, charset);
    if (text.indexOf('\ufffd') < 0) {
      return Optional.of(text);
    }
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException otherCharset) {
      return Optional.empty();
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** Charsets whose letters hide in ASCII bytes. */
  private static boolean isSevenBitCode(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    return name.startsWith("iso-2022-")
        || name.startsWith("hz")
        || name.endsWith("utf-7")
        || name.startsWith("utf-16")
        || name.startsWith("utf-32");
  }

  private static Properties aliases() {
    Properties aliases = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Charsets.class.getResourceAsStream("charsets.properties")),
            StandardCharsets.UTF_8)) {
      aliases.load(reader);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return aliases;
  }
}
