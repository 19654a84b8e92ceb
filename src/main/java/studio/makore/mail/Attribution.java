package studio.makore.mail;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The sentence by which a mail program introduces a quote: {@code On Wed, 16 Sept 2026 at 10:12,
 * Name <a@b.example> wrote:}, wrapped over up to five lines, in any of the known languages, with
 * the verb at the end, in the middle, or without any.
 */
final class Attribution {
  private static final int MAX_LINES = 5;
  private static final int MAX_LENGTH = 420;
  private static final Pattern TIME = Pattern.compile("(?<!\\d)\\d{1,2}[:.h]\\d{2}(?!\\d)");
  private static final Pattern NUMERIC_DATE =
      Pattern.compile(
          "(?<!\\d)(?:\\d{1,2}([./-])\\d{1,2}\\1\\d{2,4}|\\d{4}([./-])\\d{1,2}\\2\\d{1,2})(?!\\d)");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
  private static final Pattern DAY = Pattern.compile("(?<!\\d)\\d{1,2}(?!\\d)");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@\"]{1,64}@[^\\s<>@\"]{1,200}");
  private static final Pattern WEEKDAY_START = Pattern.compile("\\p{L}{1,12}\\.?,? \\d");

  private static final Pattern AFTER_VERB = Pattern.compile("[:* ]+$");

  private Attribution() {}

  /** The line after the attribution that begins at this line; the same line when there is none. */
  static int end(List<Line> lines, int start) {
    Line.Origin origin = lines.get(start).origin();
    StringBuilder joined = new StringBuilder();
    for (int i = start; i < lines.size() && i < start + MAX_LINES; i++) {
      Line line = lines.get(i);
      if (line.isBlank() || line.origin() != origin) {
        return start;
      }
      joined.append(joined.isEmpty() ? "" : " ").append(line.folded());
      if (joined.length() > MAX_LENGTH || i == start && !mayStart(line.folded())) {
        return start;
      }
      if (line.folded().endsWith(":") || line.folded().endsWith(":*")) {
        return isAttribution(joined.toString()) && !beginsLower(lines, start, i + 1)
            ? i + 1
            : start;
      }
    }
    return start;
  }

  /** Thunderbird's short form names only the writer; it counts only right above quoted lines. */
  static boolean isShort(Line line) {
    String text = line.folded();
    return text.endsWith(":")
        && text.length() < 100
        && (endsWithVerb(text) || Phrases.begins("attribution.verb", text));
  }

  /**
   * True when the first line is the person's own ("On the same day" + line break + "On 3 Mar 2026
   * ... wrote:") and the attribution begins one line below.
   */
  private static boolean beginsLower(List<Line> lines, int start, int end) {
    if (start + 1 >= end || DAY.matcher(lines.get(start).folded()).find()) {
      return false;
    }
    StringBuilder lower = new StringBuilder();
    for (int i = start + 1; i < end; i++) {
      lower.append(lower.isEmpty() ? "" : " ").append(lines.get(i).folded());
    }
    return opens(lower.toString()) && isAttribution(lower.toString());
  }

  private static boolean mayStart(String folded) {
    String text = undecorated(folded);
    return opens(text)
        || !text.isEmpty() && Character.isDigit(text.charAt(0))
        || WEEKDAY_START.matcher(text).lookingAt()
        || Phrases.begins("attribution.verb", text)
        || hasAddress(text);
  }

  private static boolean hasAddress(String text) {
    return text.indexOf('@') > 0 && ADDRESS.matcher(text).find();
  }

  private static boolean isAttribution(String joined) {
    String text = undecorated(joined);
    boolean dated = isDated(text);
    boolean addressed = hasAddress(text);
    boolean verb = Phrases.occurs("attribution.verb", text);
    boolean dateFirst =
        opens(text) || Character.isDigit(text.charAt(0)) || WEEKDAY_START.matcher(text).lookingAt();
    if (dateFirst) {
      return dated && (addressed || endsWithVerb(text) || verb && text.length() < 160);
    }
    if (Phrases.begins("attribution.verb", text)) {
      return dated || addressed;
    }
    return addressed && endsWithVerb(text);
  }

  private static boolean isDated(String text) {
    return NUMERIC_DATE.matcher(text).find()
        || TIME.matcher(text).find()
        || YEAR.matcher(text).find() && DAY.matcher(text).find();
  }

  private static boolean opens(String text) {
    for (String opener : Phrases.of("attribution.opener")) {
      if (text.startsWith(opener) && text.length() > opener.length()) {
        char next = text.charAt(opener.length());
        // Hebrew writes its "on" without a blank: "\u05d1-16".
        if (next == ' ' || next == '-' || Character.isDigit(next)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean endsWithVerb(String text) {
    String end = AFTER_VERB.matcher(text).replaceAll("");
    for (String verb : Phrases.of("attribution.verb")) {
      if (end.endsWith(" " + verb)) {
        return true;
      }
    }
    return false;
  }

  private static String undecorated(String text) {
    int i = 0;
    while (i < text.length() && "->*_| ".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return text.substring(i);
  }
}
