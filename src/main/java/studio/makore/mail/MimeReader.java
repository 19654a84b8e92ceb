package studio.makore.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Splits a raw mail into its MIME tree, forgiving what mailers get wrong, and within limits that
 * hold for hostile mail. The splitting is our own because these limits, and leniency without
 * system-wide switches, cannot be had from Angus.
 */
final class MimeReader {
  private static final int MAX_DEPTH = 30;
  private static final int MAX_PARTS = 1000;
  private static final Pattern ODD = Pattern.compile("[^a-z0-9-]");
  private static final Set<String> KNOWN =
      Set.of("", "7bit", "8bit", "binary", "base64", "quoted-printable");

  private static final int MAX_PEEKED = 4096;
  private static final int MAX_HEADER_BYTES = 256 * 1024;

  private final List<String> problems;
  private int parts;

  MimeReader(List<String> problems) {
    this.problems = problems;
  }

  Part read(byte[] raw) {
    byte[] bytes = withLineFeeds(raw);
    return part(bytes, startOfMail(bytes), bytes.length, 0, "text/plain");
  }

  private Part part(byte[] bytes, int from, int to, int depth, String defaultType) {
    parts++;
    int bodyStart = endOfHeader(bytes, from, to);
    int headerEnd = bodyStart;
    if (headerEnd - from > MAX_HEADER_BYTES) {
      headerEnd = from + MAX_HEADER_BYTES;
      problem(
          "A header is larger than "
              + MAX_HEADER_BYTES / 1024
              + " kB; the rest of it was skipped.");
    }
    Fields fields = Fields.parse(bytes, from, headerEnd);
    FieldValue type = typeOf(fields, defaultType);
    if (type.value().equals("multipart/signed")) {
      problem("The mail is signed; the signature was not checked.");
    } else if (type.value().equals("multipart/encrypted")) {
      problem("The mail is encrypted; its text cannot be read.");
    }
    if (type.value().startsWith("multipart/")) {
      return multipart(fields, type, bytes, bodyStart, to, depth);
    }
    byte[] content = decoded(fields, bytes, bodyStart, to);
    if (type.value().equals("message/rfc822") || type.value().equals("message/global")) {
      return new Part(fields, type, content, attachedMail(content, depth));
    }
    if (isSmime(type)) {
      return unwrapped(fields, type, content, depth);
    }
    return new Part(fields, type, content, List.of());
  }

  private static boolean isSmime(FieldValue type) {
    return type.value().equals("application/pkcs7-mime")
        || type.value().equals("application/x-pkcs7-mime");
  }

  /** S/MIME: what is only signed is opened, what is encrypted stays a file. */
  private Part unwrapped(Fields fields, FieldValue type, byte[] content, int depth) {
    Optional<byte[]> signed =
        depth < MAX_DEPTH && parts < MAX_PARTS ? SignedContent.of(content) : Optional.empty();
    if (signed.isEmpty()) {
      problem("The mail is encrypted; its text cannot be read.");
      return new Part(fields, type, content, List.of());
    }
    problem("The mail is signed; the signature was not checked.");
    byte[] bytes = signed.get();
    Part inner = part(bytes, 0, bytes.length, depth + 1, "text/plain");
    return new Part(fields, FieldValue.parse("multipart/mixed"), new byte[0], List.of(inner));
  }

  private Part multipart(
      Fields fields, FieldValue type, byte[] bytes, int from, int to, int depth) {
    byte[] body = null;
    int start = from;
    int end = to;
    String encoding = encodingOf(fields);
    if (encoding.equals("base64") || encoding.equals("quoted-printable")) {
      // Against RFC 2045, yet some gateways encode a whole multipart.
      body = decoded(fields, bytes, from, to);
      bytes = body;
      start = 0;
      end = body.length;
    }
    List<Part> children = new ArrayList<>();
    if (depth >= MAX_DEPTH) {
      problem("Parts nested deeper than " + MAX_DEPTH + " levels were skipped.");
      return new Part(fields, type, new byte[0], List.of());
    }
    String childType = type.value().equals("multipart/digest") ? "message/rfc822" : "text/plain";
    for (int[] range : ranges(bytes, start, end, type.parameter("boundary"))) {
      if (parts >= MAX_PARTS) {
        problem("The mail has more than " + MAX_PARTS + " parts; the rest was skipped.");
        break;
      }
      children.add(part(bytes, range[0], range[1], depth + 1, childType));
    }
    if (children.isEmpty()) {
      // A multipart without parts: show its bytes as text, unless there is nothing.
      FieldValue text = FieldValue.parse("text/plain");
      return new Part(fields, text, Arrays.copyOfRange(bytes, start, end), List.of());
    }
    return new Part(fields, type, new byte[0], List.copyOf(children));
  }

  private List<Part> attachedMail(byte[] content, int depth) {
    if (depth >= MAX_DEPTH || parts >= MAX_PARTS) {
      problem("Mails nested deeper than " + MAX_DEPTH + " levels were skipped.");
      return List.of();
    }
    byte[] bytes = withLineFeeds(content);
    return List.of(part(bytes, startOfMail(bytes), bytes.length, depth + 1, "text/plain"));
  }

  private static FieldValue typeOf(Fields fields, String defaultType) {
    FieldValue type = fields.structured("Content-Type");
    String value = type.value();
    int slash = value.indexOf('/');
    if (slash > 0 && slash < value.length() - 1 && value.indexOf(' ') < 0) {
      return type;
    }
    // "text" alone comes from very old mailers; anything else unreadable counts as text too.
    return new FieldValue(value.equals("html") ? "text/html" : defaultType, type.parameters());
  }

  /** The parts between delimiter lines; the last one may lack its end. */
  private static List<int[]> ranges(byte[] bytes, int from, int to, String boundaryName) {
    byte[] boundary =
        boundaryName.isEmpty()
            ? firstDelimiter(bytes, from, to)
            : boundaryName.stripTrailing().getBytes(StandardCharsets.ISO_8859_1);
    List<int[]> ranges = new ArrayList<>();
    if (boundary.length == 0) {
      return ranges;
    }
    int open = -1;
    int line = from;
    while (line < to && ranges.size() <= MAX_PARTS) {
      int next = nextLine(bytes, line, to);
      int delimiter = delimiter(bytes, line, next, boundary);
      if (delimiter == LAST && open >= 0 && opensLonger(bytes, open, line, boundary)) {
        delimiter = NONE;
      }
      if (delimiter != NONE) {
        if (open >= 0) {
          ranges.add(new int[] {open, Math.max(open, beforeLineEnd(bytes, open, line))});
        }
        open = delimiter == LAST ? -1 : next;
        if (delimiter == LAST) {
          break;
        }
      }
      line = next;
    }
    if (open >= 0 && open < to) {
      ranges.add(new int[] {open, to});
    }
    return ranges;
  }

  /**
   * A part inside may have this boundary with two dashes more for its own: then what looks like the
   * end of this multipart is a delimiter of that part.
   */
  private static boolean opensLonger(byte[] bytes, int open, int line, byte[] boundary) {
    int shown = Math.min(line, open + MAX_PEEKED);
    String header = new String(bytes, open, shown - open, StandardCharsets.ISO_8859_1);
    return header.contains(new String(boundary, StandardCharsets.ISO_8859_1) + "--\"");
  }

  private static final int NONE = 0;
  private static final int NEXT = 1;
  private static final int LAST = 2;

  private static int delimiter(byte[] bytes, int line, int next, byte[] boundary) {
    int end = line + 2 + boundary.length;
    if (end > next || bytes[line] != '-' || bytes[line + 1] != '-') {
      return NONE;
    }
    if (!Arrays.equals(bytes, line + 2, end, boundary, 0, boundary.length)) {
      return NONE;
    }
    boolean last = end + 1 < next && bytes[end] == '-' && bytes[end + 1] == '-';
    for (int i = last ? end + 2 : end; i < next; i++) {
      if (bytes[i] > ' ') {
        return last ? LAST : NONE;
      }
    }
    return last ? LAST : NEXT;
  }

  /** When Content-Type has lost its boundary: the first line that looks like a delimiter. */
  private static byte[] firstDelimiter(byte[] bytes, int from, int to) {
    for (int line = from; line < to; line = nextLine(bytes, line, to)) {
      int next = nextLine(bytes, line, to);
      if (next - line > 4
          && bytes[line] == '-'
          && bytes[line + 1] == '-'
          && bytes[line + 2] > ' ') {
        return new String(bytes, line + 2, next - line - 2, StandardCharsets.ISO_8859_1)
            .strip()
            .getBytes(StandardCharsets.ISO_8859_1);
      }
    }
    return new byte[0];
  }

  private byte[] decoded(Fields fields, byte[] bytes, int from, int to) {
    String encoding = encodingOf(fields);
    return switch (encoding) {
      case "base64", "b" -> Base64Text.decode(bytes, from, to);
      case "quoted-printable", "q" -> QuotedPrintable.decode(bytes, from, to);
      case "x-uuencode", "uuencode", "x-uue" ->
          byAngus(encoding, Arrays.copyOfRange(bytes, from, to));
      case "", "7bit", "8bit", "binary" -> Arrays.copyOfRange(bytes, from, to);
      default -> {
        problem(
            "The transfer encoding \""
                + shortened(encoding)
                + "\" is unknown; read as plain bytes.");
        yield Arrays.copyOfRange(bytes, from, to);
      }
    };
  }

  private byte[] byAngus(String encoding, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
    try (InputStream in = MimeUtility.decode(new ByteArrayInputStream(body), encoding)) {
      in.transferTo(out);
    } catch (IOException | MessagingException | IndexOutOfBoundsException damaged) {
      // Angus trusts the length at the start of a line of uuencode.
      problem(
          "A part in " + encoding + " is damaged; only what stands before the damage was read.");
    }
    return out.toByteArray();
  }

  private static String encodingOf(Fields fields) {
    String value = fields.structured("Content-Transfer-Encoding").value().toLowerCase(Locale.ROOT);
    return KNOWN.contains(value) ? value : ODD.matcher(value).replaceAll("");
  }

  private void problem(String sentence) {
    if (!problems.contains(sentence)) {
      problems.add(sentence);
    }
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }

  /** The line of an mbox file and blank lines in front of the header are no part of the mail. */
  private static int startOfMail(byte[] bytes) {
    int start = 0;
    while (start < bytes.length && (bytes[start] == '\n' || bytes[start] == '\r')) {
      start++;
    }
    if (startsWith(bytes, start, "From ") || startsWith(bytes, start, ">From ")) {
      return nextLine(bytes, start, bytes.length);
    }
    return startsWith(bytes, start, "\u00ef\u00bb\u00bf") ? start + 3 : start;
  }

  private static boolean startsWith(byte[] bytes, int at, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    return at + wanted.length <= bytes.length
        && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }

  /** Where the body begins: after the first blank line, or where lines stop being header fields. */
  private static int endOfHeader(byte[] bytes, int from, int to) {
    int line = from;
    while (line < to) {
      int next = nextLine(bytes, line, to);
      if (beforeLineEnd(bytes, line, next) == line) {
        return next;
      }
      if (bytes[line] != ' ' && bytes[line] != '\t') {
        if (!Fields.looksLikeField(bytes, line, next) && !fieldFollows(bytes, next, to)) {
          return line;
        }
      }
      line = next;
    }
    return to;
  }

  /** A stray line between fields is skipped; a line with text after it begins the body. */
  private static boolean fieldFollows(byte[] bytes, int from, int to) {
    return from < to && Fields.looksLikeField(bytes, from, nextLine(bytes, from, to));
  }

  private static int nextLine(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return to;
  }

  /** The end of the text that ends with the line break in front of {@code end}. */
  private static int beforeLineEnd(byte[] bytes, int from, int end) {
    int e = end;
    if (e > from && bytes[e - 1] == '\n') {
      e--;
    }
    if (e > from && bytes[e - 1] == '\r') {
      e--;
    }
    return e;
  }

  /** Mails with carriage returns only come from old Macs. */
  private static byte[] withLineFeeds(byte[] raw) {
    boolean returns = false;
    for (byte b : raw) {
      if (b == '\n') {
        return raw;
      }
      returns |= b == '\r';
    }
    if (!returns) {
      return raw;
    }
    byte[] bytes = raw.clone();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\r') {
        bytes[i] = '\n';
      }
    }
    return bytes;
  }
}
