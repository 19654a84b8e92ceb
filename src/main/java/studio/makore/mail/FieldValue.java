package studio.makore.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A structured field such as Content-Type: its value, lower case, and its parameters, decoded.
 * Reads the continuations and charsets of RFC 2231, encoded words where they are forbidden
 * (Outlook, Gmail), unquoted values with blanks and raw 8-bit bytes.
 */
record FieldValue(String value, Map<String, String> parameters) {
  static final FieldValue NONE = new FieldValue("", Map.of());
  private static final int MAX_PARAMETERS = 200;

  /** From the raw value of the field, bytes held one a char. */
  static FieldValue parse(String raw) {
    List<String> pieces = split(HeaderText.unfold(raw));
    Map<String, String> simple = new HashMap<>();
    Map<String, TreeMap<Integer, String>> continued = new HashMap<>();
    for (String piece : pieces.subList(1, Math.min(pieces.size(), MAX_PARAMETERS))) {
      int equals = piece.indexOf('=');
      if (equals > 0) {
        String name = piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        collect(name, unquote(piece.substring(equals + 1).strip()), simple, continued);
      }
    }
    continued.forEach((name, sections) -> simple.put(name, join(sections)));
    return new FieldValue(pieces.getFirst().strip().toLowerCase(Locale.ROOT), Map.copyOf(simple));
  }

  /** From text that is decoded already, as in a calendar. */
  static FieldValue ofText(String text) {
    List<String> pieces = split(text);
    Map<String, String> parameters = new HashMap<>();
    for (String piece : pieces.subList(1, Math.min(pieces.size(), MAX_PARAMETERS))) {
      int equals = piece.indexOf('=');
      if (equals > 0) {
        parameters.putIfAbsent(
            piece.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            unquote(piece.substring(equals + 1).strip()));
      }
    }
    return new FieldValue(
        pieces.getFirst().strip().toLowerCase(Locale.ROOT), Map.copyOf(parameters));
  }

  /** The parameter of that name, {@code ""} when it is not there. */
  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  private static void collect(
      String name,
      String value,
      Map<String, String> simple,
      Map<String, TreeMap<Integer, String>> continued) {
    int star = name.indexOf('*');
    if (star < 0) {
      simple.putIfAbsent(name, HeaderText.decode(value));
      return;
    }
    String section = name.substring(star + 1);
    boolean encoded = section.isEmpty() || section.endsWith("*");
    String digits =
        encoded && !section.isEmpty() ? section.substring(0, section.length() - 1) : section;
    if (digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return;
    }
    int index = digits.isEmpty() ? 0 : Integer.parseInt(digits);
    continued
        .computeIfAbsent(name.substring(0, star), key -> new TreeMap<>())
        .putIfAbsent(index, (encoded ? "%" : "=") + value);
  }

  /** The sections' bytes together, then decoded: a letter may be cut between two sections. */
  private static String join(TreeMap<Integer, String> sections) {
    String charset = "";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean first = true;
    for (String section : sections.values()) {
      boolean encoded = section.charAt(0) == '%';
      String value = section.substring(1);
      if (first && encoded) {
        int language = value.indexOf('\'');
        int text = value.indexOf('\'', language + 1);
        if (language >= 0 && text > language) {
          charset = value.substring(0, language);
          value = value.substring(text + 1);
        }
      }
      first = false;
      bytes.writeBytes(
          encoded ? percentDecoded(value) : value.getBytes(StandardCharsets.ISO_8859_1));
    }
    String text = Charsets.decode(bytes.toByteArray(), charset);
    return text.contains("=?") ? HeaderText.decode(text) : text;
  }

  private static byte[] percentDecoded(String value) {
    byte[] raw = value.getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%'
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

  /** Pieces between semicolons, outside quoted strings and comments. */
  private static List<String> split(String value) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    boolean quoted = false;
    int comment = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && quoted && i + 1 < value.length()) {
        piece.append(c).append(value.charAt(++i));
      } else if (c == '"' && comment == 0) {
        quoted = !quoted;
        piece.append(c);
      } else if (!quoted && c == '(' && piece.indexOf("=") < 0) {
        comment++;
      } else if (!quoted && c == ')' && comment > 0) {
        comment--;
      } else if (c == ';' && !quoted && comment == 0) {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else if (comment == 0) {
        piece.append(c);
      }
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static String unquote(String value) {
    if (value.isEmpty() || value.charAt(0) != '"') {
      return value;
    }
    int end = value.length() > 1 && value.endsWith("\"") ? value.length() - 1 : value.length();
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < end; i++) {
      char c = value.charAt(i);
      // A backslash escapes only quotes and itself: Internet Explorer era mailers put whole Windows
      // paths here.
      if (c == '\\' && i + 1 < end && (value.charAt(i + 1) == '"' || value.charAt(i + 1) == '\\')) {
        c = value.charAt(++i);
      }
      text.append(c);
    }
    return text.toString();
  }
}
