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

  private static final int LENGTH = 3;

  static Vocabulary of(Iterable<Labelled> sentences) {
    BitSet pieces = new BitSet(SIZE);
    for (Labelled sentence : sentences) {
      for (Token token : Token.of(sentence.text())) {
        if (token.word()) {
          String word = padded(token);
          for (int at = 0; at + LENGTH <= word.length(); at++) {
            pieces.set(bit(word, at));
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
        String word = padded(token);
        for (int at = 0; at + LENGTH <= word.length(); at++) {
          all++;
          known += pieces.get(bit(word, at)) ? 1 : 0;
        }
      }
    }
    return all == 0 ? 1 : (double) known / all;
  }

  private static String padded(Token token) {
    return ' ' + token.text() + ' ';
  }

  private static int bit(String word, int at) {
    int hash = 0;
    for (int i = at; i < at + LENGTH; i++) {
      hash = hash * 0x9E3779B1 + word.charAt(i);
    }
    return (hash ^ hash >>> 15) * 0x85EBCA6B >>> 15;
  }
}
