package studio.makore.mail;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.makore.mail.Phrases.Label;

/**
 * The block of fields that mail programs put above a quoted or forwarded mail: {@code From:},
 * {@code Sent:}, {@code To:}, {@code Subject:} in the writer's language.
 *
 * @param end the line after it
 */
record QuotedHeader(Map<Label, String> values, int end) {
  private static final int MAX_LINES = 30;
  private static final int MAX_LABEL = 40;
  private static final int MAX_VALUE = 2000;
  private static final int MAX_CONTINUATION = 300;

  /** The block that begins at that line. */
  static Optional<QuotedHeader> at(List<Line> lines, int start) {
    return read(lines, start).filter(QuotedHeader::isCertain);
  }

  /** The block below a separator, where fewer fields are proof enough. */
  static Optional<QuotedHeader> belowSeparator(List<Line> lines, int start) {
    return read(lines, start)
        .filter(header -> header.values.containsKey(Label.FROM) || header.isCertain());
  }

  String value(Label label) {
    return values.getOrDefault(label, "");
  }

  private boolean isCertain() {
    boolean from = values.containsKey(Label.FROM);
    boolean dated = values.containsKey(Label.DATE);
    boolean aimed = values.containsKey(Label.TO) || values.containsKey(Label.SUBJECT);
    if (from && dated && aimed) {
      return true;
    }
    if (from && values.containsKey(Label.TO) && values.containsKey(Label.SUBJECT)) {
      return true;
    }
    // Outlook on a phone may leave it at two lines; then both must be what they claim.
    return from
        && value(Label.FROM).indexOf('@') > 0
        && (dated && WrittenDate.looksDated(value(Label.DATE))
            || values.containsKey(Label.SUBJECT));
  }

  private static Optional<QuotedHeader> read(List<Line> lines, int start) {
    Map<Label, String> values = new EnumMap<>(Label.class);
    Optional<Label> last = Optional.empty();
    int end = start;
    int i = start;
    while (i < lines.size() && i < start + MAX_LINES) {
      Line line = lines.get(i);
      Optional<Label> label = label(line);
      if (label.isPresent() && values.containsKey(label.get()) && label.get() != Label.OTHER) {
        break;
      }
      if (label.isPresent()) {
        values.put(label.get(), value(line));
        last = label;
        end = i + 1;
      } else if (last.isEmpty() || !labelFollows(lines, i, values)) {
        break;
      } else if (!line.isBlank()) {
        String continued = values.get(last.get()) + " " + line.content().strip();
        values.put(last.get(), continued);
      }
      i++;
    }
    return values.size() < 2 ? Optional.empty() : Optional.of(new QuotedHeader(values, end));
  }

  /** A line without label belongs to the block when another new field stands right below it. */
  private static boolean labelFollows(List<Line> lines, int i, Map<Label, String> known) {
    for (int next = i + 1; next < lines.size() && next <= i + 3; next++) {
      if (lines.get(next - 1).folded().length() > MAX_CONTINUATION) {
        return false;
      }
      Optional<Label> label = label(lines.get(next));
      if (label.isPresent()) {
        return !known.containsKey(label.get());
      }
    }
    return false;
  }

  /** The label a line begins with; Gmail's plain text stars Outlook's bold labels. */
  private static Optional<Label> label(Line line) {
    String text = line.folded();
    int colon = text.indexOf(':');
    if (colon <= 0 || colon > MAX_LABEL) {
      return Optional.empty();
    }
    String label = text.substring(0, colon).replace("*", "");
    int start = 0;
    while (start < label.length() && "-_|> ".indexOf(label.charAt(start)) >= 0) {
      start++;
    }
    return Phrases.label(label.substring(start).strip());
  }

  private static String value(Line line) {
    String text = line.content();
    int colon = text.indexOf(':');
    int wide = text.indexOf('\uff1a');
    int at = colon < 0 || wide >= 0 && wide < colon ? wide : colon;
    String value = text.substring(at + 1, Math.min(text.length(), at + 1 + MAX_VALUE));
    return Invisible.strip(value)
        .replaceAll("^[*\\s]+|[*\\s]+$", "")
        .replace('\u00a0', ' ')
        .strip();
  }
}
