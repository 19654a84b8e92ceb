package studio.makore.reading;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

  /** Words such as "don't", "רו"ח", "i'll" are one. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<word>[\\p{L}\\p{M}\\p{N}]++(?:['\"][\\p{L}\\p{N}]++)*+)"
              + "|(?<emoji>\\p{So})"
              + "|(?<mark>(?<one>[^\\p{L}\\p{M}\\p{N}\\s])\\k<one>*+)");

  static List<Token> of(String text) {
    return TOKEN.matcher(Spelling.fold(text)).results().map(Token::of).toList();
  }

  private static Token of(MatchResult found) {
    if (found.group("word") != null) {
      return new Token(cut(found.group(), LONGEST_WORD), Kind.WORD);
    }
    return found.group("emoji") != null
        ? new Token(found.group(), Kind.EMOJI)
        : new Token(cut(found.group(), LONGEST_MARK), Kind.MARK);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  boolean word() {
    return kind == Kind.WORD;
  }

  /** Whether it says something: words, emoji, and runs of question or exclamation marks. */
  boolean telling() {
    return kind != Kind.MARK || text.startsWith("?") || text.startsWith("!");
  }
}
