package studio.makore.reading;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import opennlp.tools.ml.model.Event;

/**
 * A text as the models see it: words and pairs of words, where its beginning and its end count as a
 * word; the character 2- to 5-grams inside words; and a few facts about its form. Each of the three
 * blocks is binary and has length 1, so that a long mail does not outweigh a short one. Words and
 * grams are hashed into buckets of their own; nothing is looked up and no piece of text is copied.
 *
 * @param buckets ascending, each once; the last is the bias
 * @param values one for each bucket
 */
record Features(int[] buckets, float[] values) {
  private static final int WORDS = 1 << 16;
  private static final int GRAMS = 1 << 16;

  /** Where the facts about the form begin. */
  private static final int FORM = WORDS + GRAMS;

  /** Where every text has a 1, in place of the constant term that OpenNLP's models lack. */
  static final int BIAS = FORM + Form.values().length;

  /** How many buckets there are. */
  static final int COUNT = BIAS + 1;

  private static final int SHORTEST_GRAM = 2;
  private static final int LONGEST_GRAM = 5;

  /** The form of a text tells less than its words. */
  private static final float FORM_WEIGHT = 0.3f;

  private enum Form {
    TINY,
    SHORT,
    LONG,
    ASKS,
    LINK,
    NUMBER
  }

  static Features of(String text) {
    return of(Token.of(text));
  }

  static Features of(List<Token> tokens) {
    Block block = new Block(tokens);
    words(tokens, block);
    block.close(1);
    for (Token token : tokens) {
      if (token.telling()) {
        grams(token.text(), block);
      }
    }
    block.close(1);
    form(tokens, block);
    block.close(FORM_WEIGHT);
    return block.features();
  }

  private static void words(List<Token> tokens, Block block) {
    int before = START;
    for (Token token : tokens) {
      if (token.telling()) {
        String word = token.text();
        block.add(bucket(run(START, word), WORDS));
        block.add(bucket(run(step(before, ' '), word), WORDS));
        before = run(START, word);
      }
    }
    block.add(bucket(step(before, ' '), WORDS));
  }

  /** All pieces of the word between two blanks, each grown letter by letter from its beginning. */
  private static void grams(String word, Block block) {
    int last = word.length() + 1;
    for (int at = 0; at < last; at++) {
      int hash = START;
      for (int end = at; end <= last && end < at + LONGEST_GRAM; end++) {
        hash = step(hash, end == 0 || end == last ? ' ' : word.charAt(end - 1));
        if (end >= at + SHORTEST_GRAM - 1) {
          block.add(WORDS + bucket(hash, GRAMS));
        }
      }
    }
  }

  private static void form(List<Token> tokens, Block block) {
    int words = 0;
    boolean asks = false;
    boolean link = false;
    boolean number = false;
    for (Token token : tokens) {
      String text = token.text();
      words += token.word() ? 1 : 0;
      asks |= text.startsWith("?");
      link |= text.equals("http") || text.equals("https") || text.equals("www");
      number |= text.startsWith("0");
    }
    block.add(words <= 2 ? Form.TINY : words <= 6 ? Form.SHORT : Form.LONG, true);
    block.add(Form.ASKS, asks);
    block.add(Form.LINK, link);
    block.add(Form.NUMBER, number);
  }

  // FNV-1a with MurmurHash3's last mix: the same on every machine

  private static final int START = 0x811C9DC5;

  private static int step(int hash, char c) {
    return (hash ^ c) * 0x01000193;
  }

  private static int run(int start, String text) {
    int hash = start;
    for (int at = 0; at < text.length(); at++) {
      hash = step(hash, text.charAt(at));
    }
    return hash;
  }

  private static int bucket(int hash, int buckets) {
    int mixed = (hash ^ hash >>> 16) * 0x85EBCA6B;
    mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
    return (mixed ^ mixed >>> 16) & buckets - 1;
  }

  /** The features under the names that OpenNLP's trainers and models know them by. */
  String[] contexts() {
    return IntStream.of(buckets).mapToObj(Integer::toString).toArray(String[]::new);
  }

  /** As OpenNLP's trainers take it. */
  Event event(boolean yes) {
    return new Event(yes ? LinearModel.YES : LinearModel.NO, contexts(), values);
  }

  /** Gathers the buckets of one block after the other; each block's lie above those before it. */
  private static final class Block {
    private int[] buckets;
    private float[] values;
    private int start;
    private int end;

    Block(List<Token> tokens) {
      int letters = 0;
      for (Token token : tokens) {
        letters += token.text().length() + 1;
      }
      int most = (LONGEST_GRAM - SHORTEST_GRAM + 1) * letters + 2 * tokens.size();
      buckets = new int[most + Form.values().length + 2];
      values = new float[buckets.length];
    }

    void add(int bucket) {
      buckets[end++] = bucket;
    }

    void add(Form form, boolean holds) {
      if (holds) {
        add(FORM + form.ordinal());
      }
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

    Features features() {
      int[] all = Arrays.copyOf(buckets, end + 1);
      float[] each = Arrays.copyOf(values, end + 1);
      all[end] = BIAS;
      each[end] = 1;
      return new Features(all, each);
    }
  }
}
