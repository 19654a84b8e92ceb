package studio.makore.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header fields of one part in their order; values raw, bytes held one a char. */
record Fields(List<Header> raw) {
  private static final int MAX_FIELDS = 2000;
  private static final int MAX_NAME = 200;

  static final Fields NONE = new Fields(List.of());

  /** Reads the bytes of a header; lines that are no field continue the field above. */
  static Fields parse(byte[] bytes, int from, int to) {
    List<Header> fields = new ArrayList<>();
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    StringBuilder field = new StringBuilder();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      boolean continuation = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
      if (!field.isEmpty() && !continuation) {
        add(field.toString(), fields);
        field.setLength(0);
      }
      if (fields.size() >= MAX_FIELDS) {
        break;
      }
      field.append(field.isEmpty() ? "" : "\n").append(line);
    }
    if (!field.isEmpty()) {
      add(field.toString(), fields);
    }
    return new Fields(List.copyOf(fields));
  }

  private static void add(String field, List<Header> fields) {
    int colon = field.indexOf(':');
    if (colon > 0 && colon <= MAX_NAME) {
      fields.add(new Header(field.substring(0, colon).strip(), field.substring(colon + 1).strip()));
    }
  }

  /** True when a line of a mail could be a header field: a name without blanks, then a colon. */
  static boolean looksLikeField(String line) {
    int colon = line.indexOf(':');
    return colon > 0
        && colon <= MAX_NAME
        && line.substring(0, colon).stripTrailing().chars().allMatch(c -> c > ' ' && c < 127);
  }

  /** The raw value of the first field of that name. */
  Optional<String> first(String name) {
    for (Header field : raw) {
      if (field.name().equalsIgnoreCase(name)) {
        return Optional.of(field.value());
      }
    }
    return Optional.empty();
  }

  /** The raw values of all fields of that name. */
  List<String> all(String name) {
    return raw.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  boolean has(String name) {
    return first(name).isPresent();
  }

  /** The decoded value of the first field of that name, {@code ""} when there is none. */
  String text(String name) {
    return first(name).map(HeaderText::decode).orElse("");
  }

  /** The first field of that name with its parameters. */
  FieldValue structured(String name) {
    return first(name).map(FieldValue::parse).orElse(FieldValue.NONE);
  }

  List<Header> decoded() {
    return raw.stream()
        .map(field -> new Header(field.name(), HeaderText.decode(field.value())))
        .toList();
  }
}
