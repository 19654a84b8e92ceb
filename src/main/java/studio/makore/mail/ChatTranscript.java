package studio.makore.mail;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * WhatsApp messages pasted or exported into a text: {@code [12/05/2026, 10:31] Name: text}
 * (iPhone), {@code 12/05/2026, 10:31 - Name: text} (Android), with Arabic digits, AM and PM,
 * seconds, and the marks that WhatsApp strews in.
 *
 * @param words the text outside of the messages: what the forwarder wrote
 */
record ChatTranscript(String words, List<Message> messages) {
  /**
   * @param written the date as it stands there
   */
  record Message(String name, String written, String text) {}

  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:\\[(\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4},? [^\\]]{3,20})\\]"
              + "|(\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4},? \\d{1,2}[:.]\\d{2}[^-]{0,12}) -) "
              + "([^:]{1,60}): ?(.*)$");

  /** iPhone's "copy" puts the time first. */
  private static final Pattern TIME_FIRST =
      Pattern.compile(
          "^\\[(\\d{1,2}:\\d{2}[^\\]]{0,12}, \\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4})\\] ([^:]{1,60}): ?(.*)$");

  private static final int MAX_LINE = 4000;

  static Optional<ChatTranscript> in(String text) {
    List<Message> messages = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    StringBuilder continued = new StringBuilder();
    boolean gap = false;
    for (String line : text.lines().toList()) {
      Optional<Message> opened = opening(line);
      if (opened.isPresent()) {
        complete(messages, continued);
        messages.add(opened.get());
        gap = false;
      } else if (messages.isEmpty() || gap && !line.isBlank()) {
        words.append(line).append('\n');
      } else if (line.isBlank()) {
        gap = true;
      } else {
        continued.append('\n').append(line.strip());
      }
    }
    complete(messages, continued);
    return messages.isEmpty()
        ? Optional.empty()
        : Optional.of(new ChatTranscript(words.toString().strip(), List.copyOf(messages)));
  }

  /** Puts the further lines of the last message to it. */
  private static void complete(List<Message> messages, StringBuilder continued) {
    if (!continued.isEmpty()) {
      Message last = messages.removeLast();
      messages.add(new Message(last.name(), last.written(), last.text() + continued));
      continued.setLength(0);
    }
  }

  private static Optional<Message> opening(String line) {
    if (line.length() > MAX_LINE || line.length() < 12) {
      return Optional.empty();
    }
    if (!mayOpen(line)) {
      return Optional.empty();
    }
    String plain = withPlainDigits(line).strip();
    if (plain.isEmpty() || plain.charAt(0) != '[' && !Character.isDigit(plain.charAt(0))) {
      return Optional.empty();
    }
    Matcher message = OPENING.matcher(plain);
    if (message.matches()) {
      String date = message.group(1) == null ? message.group(2) : message.group(1);
      return Optional.of(new Message(message.group(3).strip(), date, message.group(4).strip()));
    }
    Matcher copied = TIME_FIRST.matcher(plain);
    return copied.matches()
        ? Optional.of(
            new Message(copied.group(2).strip(), copied.group(1), copied.group(3).strip()))
        : Optional.empty();
  }

  /** True when the first that is seen of the line is a bracket or a digit of any script. */
  private static boolean mayOpen(String line) {
    for (int i = 0; i < line.length() && i < 40; i++) {
      char c = line.charAt(i);
      if (c == '[' || Character.isDigit(c)) {
        return true;
      }
      if (!Invisible.is(c) && !Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        return false;
      }
    }
    return false;
  }

  /**
   * Arabic digits in the date made plain and marks dropped; the message's own words keep theirs.
   */
  private static String withPlainDigits(String line) {
    int end = Math.min(line.length(), 40);
    StringBuilder plain = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean prefix = i < end;
      if (prefix && Invisible.is(c)) {
        continue;
      }
      if (prefix && c >= '\u0660' && c <= '\u0669') {
        c = (char) (c - '\u0660' + '0');
      } else if (prefix && (c == '\u202f' || c == '\u00a0')) {
        c = ' ';
      } else if (prefix && c == '\u060c') {
        c = ',';
      } else if (prefix && c == '\u2013') {
        c = '-';
      }
      plain.append(c);
    }
    return plain.toString();
  }

  /**
   * The messages as a forwarded mail: its author is the first who is not the forwarder. Names stay
   * in the text when there are several.
   */
  Forwarded forwarded(Writer forwarder, ZoneOffset offset) {
    Set<String> names =
        messages.stream().map(Message::name).collect(Collectors.toCollection(LinkedHashSet::new));
    String author =
        names.stream()
            .filter(name -> !forwarder.isNamedIn(Fold.fold(name)))
            .findFirst()
            .orElse(messages.getFirst().name());
    Optional<OffsetDateTime> date =
        messages.stream()
            .filter(message -> message.name().equals(author))
            .findFirst()
            .flatMap(message -> WrittenDate.parse(message.written(), offset));
    String text =
        messages.stream()
            .map(message ->
                names.size() == 1 ? message.text() : message.name() + ": " + message.text())
            .collect(Collectors.joining("\n"));
    return new Forwarded(Optional.of(new Address(Invisible.strip(author), "")), date, "", text);
  }
}
