package studio.makore.report;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.makore.language.Bidi;

/**
 * Values from outside (names, the client's words) among our own: on one line, without anything
 * invisible that could steer a terminal or a line's direction, and between isolates until a layout
 * says what becomes of them.
 */
final class Apart {
  private static final int LONGEST_EXCERPT = 240;
  static final char START = '\u2068';
  static final char END = '\u2069';
  private static final Pattern VALUE = Pattern.compile("\\u2068([^\\u2069]*+)\\u2069");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2028\\u2029]+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\u200b\\ufeff]");

  private Apart() {}

  static String set(String value) {
    String line = SPACES.matcher(Bidi.strip(value)).replaceAll(" ");
    return START + INVISIBLE.matcher(line).replaceAll("").strip() + END;
  }

  /** The same, cut at a word when it is long. */
  static String excerpt(String value) {
    String whole = plain(set(value));
    if (whole.codePointCount(0, whole.length()) <= LONGEST_EXCERPT) {
      return START + whole + END;
    }
    String cut = whole.substring(0, whole.offsetByCodePoints(0, LONGEST_EXCERPT));
    int space = cut.lastIndexOf(' ');
    return START + (space > 0 ? cut.substring(0, space) : cut) + "…" + END;
  }

  /** Every value in a text as {@code become} makes it. */
  static String replace(String text, UnaryOperator<String> become) {
    return VALUE
        .matcher(text)
        .replaceAll(value -> Matcher.quoteReplacement(become.apply(value.group(1))));
  }

  static String plain(String text) {
    return replace(text, UnaryOperator.identity());
  }

  /** Whether a text ends within a value. */
  static boolean endsWithin(String text) {
    return text.lastIndexOf(START) > text.lastIndexOf(END);
  }

  /**
   * Which way a text runs: as its first letter does (UAX #9, P2), and as {@code base} without any.
   */
  static boolean rightToLeft(String text, boolean base) {
    int paragraph =
        base
            ? java.text.Bidi.DIRECTION_DEFAULT_RIGHT_TO_LEFT
            : java.text.Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT;
    return !new java.text.Bidi(text, paragraph).baseIsLeftToRight();
  }
}
