package studio.makore.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A word, a run of digits with what joins them, or a single sign.
 *
 * @param key the form by which it is looked up: lower case, without vowel marks, with one form for
 *     letters that people interchange
 * @param places for each character of the key, where it comes from in the text
 */
record DateToken(Kind kind, String key, List<Integer> places, int start, int end) {
  enum Kind {
    WORD,
    DIGITS,
    SIGN,
    BLANK_LINE
  }

  /** Where the rest of the word begins after so many characters of the key. */
  int placeOf(int keyIndex) {
    return keyIndex < places.size() ? places.get(keyIndex) : end;
  }

  /** In the order of the text, without what is invisible in it. */
  static List<DateToken> of(String text) {
    return new Cutter(text).cut();
  }

  private static final class Cutter {
    private static final char FIRST_ACCENTED = '\u00c0';
    private static final char LAST_ACCENTED = '\u024f';
    private static final String INSIDE_DIGITS = "./:-,_";
    private final String text;
    private final List<DateToken> tokens = new ArrayList<>();
    private int at;

    Cutter(String text) {
      this.text = text;
    }

    List<DateToken> cut() {
      while (at < text.length()) {
        char c = text.charAt(at);
        if (Character.isLetter(c)) {
          word();
        } else if (Character.isDigit(c)) {
          digits();
        } else if (c == '\n') {
          lineEnd();
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || invisible(c)) {
          at++;
        } else {
          at++;
          add(DateToken.Kind.SIGN, at - 1);
        }
      }
      return tokens;
    }

    private void word() {
      int start = at;
      while (at < text.length() && insideWord(start)) {
        at++;
      }
      add(DateToken.Kind.WORD, start);
    }

    /** Apostrophes belong to a word that goes on, and to a Hebrew letter that stands for a day. */
    private boolean insideWord(int start) {
      char c = text.charAt(at);
      if (Character.isLetter(c) || invisible(c)) {
        return true;
      }
      boolean quote = folded(c) == '\'' || folded(c) == '"';
      boolean goesOn = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
      boolean letterNumber = folded(c) == '\'' && at - start <= 2 && isHebrew(text.charAt(at - 1));
      return quote && (goesOn || letterNumber);
    }

    private void digits() {
      int start = at;
      while (at < text.length() && insideDigits()) {
        at++;
      }
      add(DateToken.Kind.DIGITS, start);
    }

    private boolean insideDigits() {
      char c = text.charAt(at);
      return Character.isDigit(c)
          || invisible(c)
          || (INSIDE_DIGITS.indexOf(folded(c)) >= 0
              && at + 1 < text.length()
              && Character.isDigit(text.charAt(at + 1)));
    }

    /** A line that is broken off goes on; an empty one ends what was said before it. */
    private void lineEnd() {
      int start = at;
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (text.substring(start, at).chars().filter(c -> c == '\n').count() > 1) {
        add(DateToken.Kind.BLANK_LINE, start);
      }
    }

    private void add(Kind kind, int start) {
      var key = new StringBuilder();
      var places = new ArrayList<Integer>();
      for (int i = start; i < at; i++) {
        String letters = key(text.charAt(i));
        key.append(letters);
        for (int n = 0; n < letters.length(); n++) {
          places.add(i);
        }
      }
      tokens.add(new DateToken(kind, key.toString(), places, start, at));
    }

    private static boolean isHebrew(char c) {
      return Character.UnicodeBlock.of(c) == Character.UnicodeBlock.HEBREW;
    }

    /** Vowel marks, Arabic's stretching dash, bidi controls and joiners. */
    private static boolean invisible(char c) {
      int type = Character.getType(c);
      return type == Character.NON_SPACING_MARK || type == Character.FORMAT || c == '\u0640';
    }

    private static String key(char c) {
      if (invisible(c)) {
        return "";
      }
      if (Character.isDigit(c)) {
        return String.valueOf(Character.digit(c, 10));
      }
      return String.valueOf(Character.toLowerCase(folded(c)));
    }

    private static char unaccented(char c) {
      return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    }

    private static char folded(char c) {
      return switch (c) {
        case '\u0649', '\u06cc' -> '\u064a'; // alef maksura and Farsi yeh: yeh
        case '\u0629' -> '\u0647'; // teh marbuta: heh
        case '\u06a9' -> '\u0643'; // keheh: kaf
        case '\u0622', '\u0623', '\u0625', '\u0671' -> '\u0627'; // alef with a sign: alef
        case '\u0624' -> '\u0648'; // waw with hamza: waw
        case '\u0626' -> '\u064a'; // yeh with hamza: yeh
        case '\u05f3', '\u2019', '\u2018', '\u00b4', '`' -> '\'';
        case '\u05f4', '\u201d', '\u201c', '\u201e' -> '"';
        case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u05be', '\u2212' -> '-';
        case '\u060c' -> ',';
        case '\u066b' -> '.';
        case '\u061f' -> '?';
        default -> c < FIRST_ACCENTED || c > LAST_ACCENTED ? c : unaccented(c);
      };
    }
  }

  /** The keys of a phrase's words. */
  static List<String> keys(String phrase) {
    return of(phrase).stream().map(DateToken::key).toList();
  }

  /** The phrases of a line of the data. */
  static List<List<String>> phrases(String line) {
    return Arrays.stream(line.split(",")).map(String::strip).map(DateToken::keys).toList();
  }
}
