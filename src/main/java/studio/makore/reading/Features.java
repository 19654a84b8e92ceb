package studio.makore.reading;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import opennlp.tools.ml.model.Event;

/**
 * A text as the models see it: words and pairs of words, the character 2- to 5-grams inside words,
 * and a few facts about its form. Each of the three blocks is binary and has length 1, so that a
 * long mail does not outweigh a short one; everything is hashed into {@value #BUCKETS} buckets. The
 * last bucket is the bias.
 *
 * @param buckets ascending, each once
 * @param values one for each bucket
 */
record Features(int[] buckets, float[] values) {
  static final int BUCKETS = 1 << 16;

  /** Where every text has a 1, in place of the constant term that OpenNLP's models lack. */
  static final int BIAS = BUCKETS;

  private static final int SHORTEST_GRAM = 2;
  private static final int LONGEST_GRAM = 5;

  /** The form of a text tells less than its words. */
  private static final float FORM_WEIGHT = 0.3f;

  static Features of(String text) {
    return of(Token.of(text));
  }

  static Features of(List<Token> tokens) {
    List<Token> telling = tokens.stream().filter(Token::telling).toList();
    Block block = new Block();
    words(telling, block);
    block.close(1);
    telling.forEach(token -> grams(token.text(), block));
    block.close(1);
    form(tokens, block);
    block.close(FORM_WEIGHT);
    return block.features();
  }

  private static void words(List<Token> tokens, Block block) {
    String before = "";
    for (Token token : tokens) {
      block.add(hash('w', token.text()));
      if (!before.isEmpty()) {
        block.add(hash('w', before + ' ' + token.text()));
      }
      before = token.text();
    }
  }

  private static void grams(String word, Block block) {
    String padded = ' ' + word + ' ';
    for (int length = SHORTEST_GRAM; length <= LONGEST_GRAM; length++) {
      if (padded.length() <= length) {
        block.add(hash('c', padded));
        return;
      }
      for (int at = 0; at + length <= padded.length(); at++) {
        block.add(hash('c', padded, at, at + length));
      }
    }
  }

  private static void form(List<Token> tokens, Block block) {
    long words = tokens.stream().filter(Token::word).count();
    block.add(hash('f', words <= 2 ? "tiny" : words <= 6 ? "short" : "long"));
    if (tokens.stream().anyMatch(token -> token.text().startsWith("?"))) {
      block.add(hash('f', "asks"));
    }
    if (tokens.stream().anyMatch(token -> token.text().matches("https?|www"))) {
      block.add(hash('f', "link"));
    }
    if (tokens.stream().anyMatch(token -> token.text().startsWith("0"))) {
      block.add(hash('f', "number"));
    }
  }

  private static int hash(char block, String text) {
    return hash(block, text, 0, text.length());
  }

  /** FNV-1a with MurmurHash3's last mix: the same on every machine. */
  private static int hash(char block, String text, int start, int end) {
    int hash = 0x811C9DC5 ^ block;
    for (int at = start; at < end; at++) {
      hash = (hash ^ text.charAt(at)) * 0x01000193;
    }
    hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
    hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
    return (hash ^ hash >>> 16) & BUCKETS - 1;
  }

  /** The features under the names that OpenNLP's trainers and models know them by. */
  String[] contexts() {
    return IntStream.of(buckets).mapToObj(bucket -> Names.OF[bucket]).toArray(String[]::new);
  }

  /** As OpenNLP's trainers take it. */
  Event event(boolean yes) {
    return new Event(yes ? LinearModel.YES : LinearModel.NO, contexts(), values);
  }

  /** A bucket's name is its number; made once, because training asks for millions. */
  private static final class Names {
    static final String[] OF =
        IntStream.rangeClosed(0, BIAS).mapToObj(Integer::toString).toArray(String[]::new);
  }

  /** Gathers the buckets of one block after the other. */
  private static final class Block {
    private int[] buckets = new int[256];
    private float[] values = new float[256];
    private int start;
    private int end;

    void add(int bucket) {
      if (end == buckets.length) {
        buckets = Arrays.copyOf(buckets, 2 * end);
        values = Arrays.copyOf(values, 2 * end);
      }
      buckets[end++] = bucket;
    }

    void close(float weight) {
      Arrays.sort(buckets, start, end);
      int kept = start;
      for (int at = start; at < end; at++) {
        if (at == start || buckets[at] != buckets[at - 1]) {
          buckets[kept++] = buckets[at];
        }
      }
      Arrays.fill(values, start, kept, (float) (weight / Math.sqrt(Math.max(1, kept - start))));
      start = kept;
      end = kept;
    }

    /** The blocks together; where two meet in one bucket their values add up. */
    Features features() {
      float[] sums = new float[end + 1];
      int[] ascending = Arrays.copyOf(buckets, end);
      Arrays.sort(ascending);
      int kept = 0;
      for (int at = 0; at < end; at++) {
        if (at == 0 || ascending[at] != ascending[at - 1]) {
          ascending[kept++] = ascending[at];
        }
      }
      for (int at = 0; at < end; at++) {
        sums[Arrays.binarySearch(ascending, 0, kept, buckets[at])] += values[at];
      }
      int[] all = Arrays.copyOf(ascending, kept + 1);
      all[kept] = BIAS;
      sums[kept] = 1;
      return new Features(all, Arrays.copyOf(sums, kept + 1));
    }
  }
}
