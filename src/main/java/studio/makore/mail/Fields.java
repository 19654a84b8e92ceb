package studio.makore.mail;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

/** The header fields of one part in their order; values raw, bytes held one a char. */
final class Fields {
  private static final int MAX_FIELDS = 2000;
  private static final int MAX_NAME = 200;

  static final Fields NONE = new Fields(List.of());

  private final List<Header> raw;

  /** The raw values by the name of their field in lower case. */
  private final Map<String, List<String>> values;

  private final Map<String, FieldValue> structured = HashMap.newHashMap(4);
  private final Map<String, String> texts = HashMap.newHashMap(4);

  private Fields(List<Header> raw) {
    this.raw = raw;
    this.values = HashMap.newHashMap(raw.size());
    for (Header field : raw) {
      List<String> known = values.putIfAbsent(lower(field.name()), List.of(field.value()));
      if (known != null) {
        List<String> more = new ArrayList<>(known);
        more.add(field.value());
        values.put(lower(field.name()), more);
      }
    }
  }

  /** Reads the bytes of a header; lines that are no field continue the field above. */
  static Fields parse(byte[] bytes, int from, int to) {
    List<Header> fields = new ArrayList<>();
    int start = from;
    while (start < to && fields.size() < MAX_FIELDS) {
      int end = endOfLine(bytes, start, to);
      while (continues(bytes, afterBreak(bytes, end, to), to)) {
        end = endOfLine(bytes, afterBreak(bytes, end, to), to);
      }
      add(bytes, start, end, fields);
      start = afterBreak(bytes, end, to);
    }
    return new Fields(List.copyOf(fields));
  }

  private static boolean continues(byte[] bytes, int line, int to) {
    return line < to && (bytes[line] == ' ' || bytes[line] == '\t');
  }

  private static int endOfLine(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
      i++;
    }
    return i;
  }

  private static int afterBreak(byte[] bytes, int end, int to) {
    boolean pair = end + 1 < to && bytes[end] == '\r' && bytes[end + 1] == '\n';
    return Math.min(to, end + (pair ? 2 : 1));
  }

  private static void add(byte[] bytes, int from, int to, List<Header> fields) {
    int colon = from;
    while (colon < to && bytes[colon] != ':' && colon - from <= MAX_NAME) {
      colon++;
    }
    if (colon > from && colon < to && colon - from <= MAX_NAME && bytes[colon] == ':') {
      fields.add(new Header(text(bytes, from, colon), text(bytes, colon + 1, to)));
    }
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).strip();
  }

  /** True when a line of a mail could be a header field: a name without blanks, then a colon. */
  static boolean looksLikeField(byte[] bytes, int line, int to) {
    int end = line;
    while (end < to && bytes[end] > ' ' && bytes[end] < 127 && bytes[end] != ':') {
      end++;
    }
    int colon = end;
    while (colon < to && bytes[colon] >= 0 && bytes[colon] <= ' ') {
      colon++;
    }
    return end > line && colon < to && bytes[colon] == ':' && colon - line <= MAX_NAME;
  }

  /** The raw value of the first field of that name. */
  Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** The raw values of all fields of that name. */
  List<String> all(String name) {
    return values.getOrDefault(lower(name), List.of());
  }

  boolean has(String name) {
    return values.containsKey(lower(name));
  }

  /** The decoded value of the first field of that name, {@code ""} when there is none. */
  String text(String name) {
    List<String> all = all(name);
    return all.isEmpty()
        ? ""
        : texts.computeIfAbsent(name, key -> HeaderText.decode(all.getFirst()));
  }

  /** The first field of that name with its parameters. */
  FieldValue structured(String name) {
    List<String> all = all(name);
    return all.isEmpty()
        ? FieldValue.NONE
        : structured.computeIfAbsent(name, key -> FieldValue.parse(all.getFirst()));
  }

  /** Every field as people read it; each is decoded when it is asked for, which few are. */
  List<Header> decoded() {
    return new Decoded(raw);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static final class Decoded extends AbstractList<Header> implements RandomAccess {
    private final List<Header> raw;

    Decoded(List<Header> raw) {
      this.raw = raw;
    }

    @Override
    public Header get(int index) {
      Header field = raw.get(index);
      return new Header(field.name(), HeaderText.decode(field.value()));
    }

    @Override
    public int size() {
      return raw.size();
    }
  }
}
