package studio.makore.reading;

import java.util.BitSet;
import java.util.List;

/**
 * Which three-letter pieces of words the training text had. A text of mostly unknown pieces is in
 * another language, or about something the models never saw.
 *
 * @param pieces hashed into {@value #SIZE} bits
 */
record Vocabulary(BitSet pieces) {
  static final int SIZE = 1 << 17;

  static Vocabulary of(Iterable<Labelled> sentences) {
    BitSet pieces = new BitSet(SIZE);
    for (Labelled sentence : sentences) {
      for (Token token : Token.of(sentence.text())) {
        if (token.word()) {
          for (int at = 0; at < token.text().length(); at++) {
            pieces.set(bit(token.text(), at));
          }
        }
      }
    }
    return new Vocabulary(pieces);
  }

  /** The share of the text's pieces that are known; 1 for a text without words. */
  double known(List<Token> tokens) {
    int all = 0;
    int known = 0;
    for (Token token : tokens) {
      if (token.word()) {
        for (int at = 0; at < token.text().length(); at++) {
          all++;
          known += pieces.get(bit(token.text(), at)) ? 1 : 0;
        }
      }
    }
    return all == 0 ? 1 : (double) known / all;
  }

  /** The bit of a letter between its neighbours; a word stands between blanks. */
  private static int bit(String word, int at) {
    char before = at == 0 ? ' ' : word.charAt(at - 1);
    char after = at + 1 == word.length() ? ' ' : word.charAt(at + 1);
    int hash = (before * 0x9E3779B1 + word.charAt(at)) * 0x9E3779B1 + after;
    return (hash ^ hash >>> 15) * 0x85EBCA6B >>> 15;
  }
}
