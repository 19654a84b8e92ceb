package studio.makore.reading;

import java.util.ArrayList;
import java.util.List;
import studio.makore.language.Spelling;

/** A word, an emoji or a punctuation mark (a run of the same counts as one), folded. */
record Token(String text, Kind kind) {
  enum Kind {
    WORD,
    EMOJI,
    MARK
  }

  /** No one writes a longer word; a longer run is cut so that hostile text costs little. */
  private static final int LONGEST_WORD = 60;

  private static final int LONGEST_MARK = 3;

  static List<Token> of(String text) {
    String folded = Spelling.fold(text);
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < folded.length()) {
      int c = folded.codePointAt(at);
      if (wordly(c)) {
        int end = wordEnd(folded, at);
        tokens.add(new Token(cut(folded, at, end, LONGEST_WORD), Kind.WORD));
        at = end;
      } else if (Character.getType(c) == Character.OTHER_SYMBOL) {
        int end = at + Character.charCount(c);
        tokens.add(new Token(folded.substring(at, end), Kind.EMOJI));
        at = end;
      } else if (blank(c)) {
        at += Character.charCount(c);
      } else {
        int end = runEnd(folded, at, c);
        tokens.add(new Token(cut(folded, at, end, LONGEST_MARK), Kind.MARK));
        at = end;
      }
    }
    return tokens;
  }

  /** Words such as "don't", "רו\"ח", "i'll" are one. */
  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      boolean inside = (c == '\'' || c == '"') && wordlyAt(text, end + 1);
      if (!wordly(c) && !inside) {
        return end;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private static int runEnd(String text, int start, int c) {
    int end = start;
    while (end < text.length() && text.codePointAt(end) == c) {
      end += Character.charCount(c);
    }
    return end;
  }

  private static boolean wordlyAt(String text, int at) {
    return at < text.length() && wordly(text.codePointAt(at));
  }

  private static boolean wordly(int c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
    }
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.LETTER_NUMBER,
              Character.OTHER_NUMBER,
              Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  private static boolean blank(int c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private static String cut(String text, int start, int end, int length) {
    return text.substring(start, Math.min(end, start + length));
  }

  boolean word() {
    return kind == Kind.WORD;
  }

  /** Whether it says something: words, emoji, and runs of question or exclamation marks. */
  boolean telling() {
    return kind != Kind.MARK || text.startsWith("?") || text.startsWith("!");
  }
}
