package studio.makore.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hebrew in the order in which it was drawn (RFC 1556, plain {@code iso-8859-8}), as old mailers
 * and mainframes send it, turned into the order in which it is read. Most mail so labelled is in
 * reading order all the same, so the text itself decides: final letters stand at the ends of words.
 */
final class VisualHebrew {
  private static final String FINALS = "\u05da\u05dd\u05df\u05e3\u05e5";

  /** Latin words and numbers, with what holds them together, are drawn as they are read. */
  private static final Pattern LEFT_TO_RIGHT =
      Pattern.compile(
          "[A-Za-z0-9](?:[A-Za-z0-9@.,:/_%+=&?#'-]{0,300}[A-Za-z0-9%/])?"
              + "(?: [A-Za-z](?:[A-Za-z0-9@.,:/_%+=&?#'-]{0,300}[A-Za-z0-9%/])?){0,100}");

  private static final Pattern TAG = Pattern.compile("<[^<>]{0,2000}>");
  private static final Pattern QUOTE_MARKS = Pattern.compile("^(?:> ?){1,20}");

  private VisualHebrew() {}

  /** The text in reading order; unchanged when it is so already. */
  static String logical(String text) {
    return isVisual(text) ? reversed(text) : text;
  }

  private static boolean isVisual(String text) {
    int first = 0;
    int last = 0;
    for (int i = 0; i < text.length(); i++) {
      if (FINALS.indexOf(text.charAt(i)) < 0) {
        continue;
      }
      boolean before = i > 0 && isHebrew(text.charAt(i - 1));
      boolean after = i + 1 < text.length() && isHebrew(text.charAt(i + 1));
      first += !before && after ? 1 : 0;
      last += before && !after ? 1 : 0;
    }
    return first > last;
  }

  private static String reversed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (String line : text.split("(?<=\n)")) {
      String end = line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
      String words = line.substring(0, line.length() - end.length());
      Matcher tag = TAG.matcher(words);
      int from = 0;
      while (tag.find()) {
        out.append(segment(words.substring(from, tag.start()))).append(tag.group());
        from = tag.end();
      }
      out.append(segment(words.substring(from))).append(end);
    }
    return out.toString();
  }

  private static String segment(String text) {
    Matcher marks = QUOTE_MARKS.matcher(text);
    String quoted = marks.find() ? marks.group() : "";
    String words = text.substring(quoted.length());
    if (words.chars().noneMatch(c -> isHebrew((char) c))) {
      return text;
    }
    StringBuilder mirrored = new StringBuilder(words).reverse();
    for (int i = 0; i < mirrored.length(); i++) {
      mirrored.setCharAt(i, mirrored(mirrored.charAt(i)));
    }
    String read =
        LEFT_TO_RIGHT
            .matcher(mirrored)
            .replaceAll(run ->
                Matcher.quoteReplacement(new StringBuilder(run.group()).reverse().toString()));
    // Lines were filled up with blanks to stand at the right.
    return quoted + read.strip();
  }

  private static char mirrored(char c) {
    return switch (c) {
      case '(' -> ')';
      case ')' -> '(';
      case '[' -> ']';
      case ']' -> '[';
      case '{' -> '}';
      case '}' -> '{';
      default -> c;
    };
  }

  private static boolean isHebrew(char c) {
    return c >= '\u05d0' && c <= '\u05ea';
  }
}
