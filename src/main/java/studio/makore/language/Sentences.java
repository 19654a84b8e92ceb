package studio.makore.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a text into sentences by rule, the same for every language: no trained splitter exists for
 * Hebrew or Arabic, and mails are written carelessly in all three.
 */
public final class Sentences {
  /**
   * A line at least this long that just stops was wrapped by the mail program, not by the writer.
   */
  private static final int WRAPPED = 60;

  private static final Pattern WHOLE =
      Pattern.compile("(?:https?://|www\\.)\\S{1,2000}|[\\w.+-]{1,64}@[\\w.-]{1,255}");
  private static final Pattern LIST_NUMBER = Pattern.compile("\\d{1,2}");
  private static final Set<String> ABBREVIATIONS = Set.copyOf(Words.of("abbreviations.txt"));

  private Sentences() {}

  /**
   * The sentences in their order, with their places. Ends are line ends (unless the line was
   * wrapped by a mail program) and runs of {@code . ! ? ؟ …}; a dot inside an address, a number, a
   * list number or an abbreviation ends nothing. Blank pieces are left out; a bare "??" is a
   * sentence.
   */
  public static List<Sentence> split(String text) {
    List<Sentence> sentences = new ArrayList<>();
    Matcher whole = WHOLE.matcher(text);
    int wholeEnd = -1;
    int wholeStart = whole.find() ? whole.start() : Integer.MAX_VALUE;
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      if (at == wholeStart) {
        wholeEnd = endOfAddress(text, whole);
        wholeStart = whole.find() ? whole.start() : Integer.MAX_VALUE;
      }
      if (at < wholeEnd) {
        continue;
      }
      if (endsLine(text, at, start) || endsSentence(text, at, start)) {
        add(sentences, text, start, at + 1);
        start = at + 1;
      }
    }
    add(sentences, text, start, text.length());
    return List.copyOf(sentences);
  }

  /** The dot or question mark behind an address is the sentence's. */
  private static int endOfAddress(String text, Matcher whole) {
    int end = whole.end();
    while (end > whole.start() && stop(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static void add(List<Sentence> sentences, String text, int start, int end) {
    int first = start;
    int last = end;
    while (first < last && blank(text.charAt(first))) {
      first++;
    }
    while (last > first && blank(text.charAt(last - 1))) {
      last--;
    }
    if (first < last) {
      sentences.add(new Sentence(text.substring(first, last), first, last));
    }
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private static boolean endsLine(String text, int at, int start) {
    if (text.charAt(at) != '\n') {
      return false;
    }
    int lineStart = Math.max(start, text.lastIndexOf('\n', at - 1) + 1);
    boolean goesOn =
        at + 1 < text.length()
            && (Character.isLowerCase(text.charAt(at + 1)) || unicameral(text.charAt(at + 1)));
    return at - lineStart < WRAPPED || !goesOn;
  }

  private static boolean endsSentence(String text, int at, int start) {
    char c = text.charAt(at);
    if (!stop(c) || at + 1 < text.length() && stop(text.charAt(at + 1))) {
      return false;
    }
    boolean last = at + 1 == text.length();
    char next = last ? '\n' : text.charAt(at + 1);
    if (c == '.') {
      return (blank(next) || closing(next) || glued(text, at)) && !shortened(text, at, start);
    }
    return blank(next) || closing(next) || Character.isLetter(next);
  }

  private static boolean stop(char c) {
    return c == '.' || c == '!' || c == '?' || c == '؟' || c == '…';
  }

  private static boolean closing(char c) {
    return c == '"' || c == '”' || c == '’' || c == ')' || c == '״' || Character.isSurrogate(c);
  }

  /** "שלום.מה קורה": no address has a dot between two letters without case. */
  private static boolean glued(String text, int at) {
    return at > 1
        && unicameral(text.charAt(at - 1))
        && unicameral(text.charAt(at - 2))
        && unicameral(text.charAt(at + 1));
  }

  private static boolean unicameral(char c) {
    return Character.isLetter(c) && Character.toLowerCase(c) == Character.toUpperCase(c);
  }

  private static boolean shortened(String text, int at, int start) {
    int first = at;
    while (first > start && !blank(text.charAt(first - 1)) && text.charAt(first - 1) != '(') {
      first--;
    }
    String word = text.substring(first, at);
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    boolean number = LIST_NUMBER.matcher(word).matches() && text.substring(start, first).isBlank();
    return initial || number || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }
}
