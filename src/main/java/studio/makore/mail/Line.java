package studio.makore.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a message's readable text.
 *
 * @param text as it stands there, with its {@code >} when it is quoted plain text
 * @param folded its content without quote marks in the form phrases are compared in, shortened
 * @param origin what the structure of the message says about it
 */
record Line(String text, String folded, Origin origin) {
  /** Longer lines are paragraphs; no phrase of a mail program stands after their beginning. */
  private static final int COMPARED = 1000;

  enum Origin {
    /** Nothing says that somebody else wrote it. */
    OWN,
    QUOTED,
    SIGNATURE
  }

  static Line of(String text, Origin origin) {
    String content = unquoted(text, origin);
    String start = content.length() > COMPARED ? content.substring(0, COMPARED) : content;
    return new Line(text, Fold.fold(start), origin);
  }

  /** The lines of plain text; those that begin with {@code >} are quoted. */
  static List<Line> ofPlain(String text) {
    List<Line> lines = new ArrayList<>();
    boolean quotedAbove = false;
    List<String> rows = text.lines().map(String::stripTrailing).toList();
    for (int i = 0; i < rows.size(); i++) {
      String row = rows.get(i);
      boolean quoted = isQuoted(row);
      if (quoted
          && row.startsWith(">From ")
          && !quotedAbove
          && !(i + 1 < rows.size() && isQuoted(rows.get(i + 1)))) {
        // Servers and mailboxes put the mark in front of "From " at the start of a line.
        row = row.substring(1);
        quoted = false;
      }
      lines.add(of(row, quoted ? Origin.QUOTED : Origin.OWN));
      quotedAbove = quoted;
    }
    return lines;
  }

  boolean is(Origin wanted) {
    return origin == wanted;
  }

  boolean isBlank() {
    return folded.isEmpty();
  }

  /** The text without one level of quote marks. */
  String content() {
    return unquoted(text, origin);
  }

  private static String unquoted(String text, Origin origin) {
    if (origin != Origin.QUOTED) {
      return text;
    }
    int mark = quoteMark(text);
    if (mark < 0) {
      return text;
    }
    int start = mark + 1;
    return text.substring(start < text.length() && text.charAt(start) == ' ' ? start + 1 : start);
  }

  private static boolean isQuoted(String text) {
    return quoteMark(text) >= 0;
  }

  /** Gmail puts direction marks in front of the mark, some clients a blank or two. */
  private static int quoteMark(String text) {
    for (int i = 0; i < text.length() && i < 6; i++) {
      char c = text.charAt(i);
      if (c == '>') {
        return i;
      }
      if (c != ' ' && !Invisible.is(c)) {
        return -1;
      }
    }
    return -1;
  }
}
