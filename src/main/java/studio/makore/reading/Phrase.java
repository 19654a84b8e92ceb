package studio.makore.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import studio.makore.language.Spelling;

/**
 * A way of saying something, as the data files write it:
 *
 * <pre>
 * go ahead              these words
 * yes|yep|sure          one of them
 * approv*               a word that begins so
 * send [it|this]        the bracketed may be missing
 * {approval}            any phrase of the section named approval, standing above in the same file
 * not ~2 approved       up to two words between, but no punctuation
 * once ... approve      anything between
 * approved ?            a punctuation mark, alone or repeated
 * </pre>
 *
 * Matching takes time in proportion to the text's length, whatever the text.
 */
final class Phrase {
  private final List<Slot> slots;

  private Phrase(List<Slot> slots) {
    this.slots = slots;
  }

  /**
   * @param sections the phrases that {@code {name}} may refer to
   */
  static Phrase parse(String line, Map<String, List<Phrase>> sections) {
    List<Slot> slots = new ArrayList<>();
    for (String part : line.strip().split("\\s+")) {
      slots.add(Slot.parse(part, sections));
    }
    return new Phrase(List.copyOf(slots));
  }

  /** Where a match that begins at one of the given places can end. */
  BitSet ends(List<Token> tokens, BitSet starts) {
    BitSet reached = starts;
    for (Slot slot : slots) {
      if (reached.isEmpty()) {
        return reached;
      }
      reached = slot.ends(tokens, reached);
    }
    return reached;
  }

  boolean isIn(List<Token> tokens) {
    BitSet everywhere = new BitSet();
    everywhere.set(0, tokens.size());
    return !ends(tokens, everywhere).isEmpty();
  }

  private sealed interface Slot {
    BitSet ends(List<Token> tokens, BitSet starts);

    static Slot parse(String part, Map<String, List<Phrase>> sections) {
      if (part.equals("...")) {
        return new Gap(Integer.MAX_VALUE, true);
      }
      if (part.startsWith("~")) {
        return new Gap(Integer.parseInt(part.substring(1)), false);
      }
      if (part.startsWith("{")) {
        List<Phrase> section = sections.get(part.substring(1, part.length() - 1));
        if (section == null) {
          throw new IllegalStateException("no section " + part + " stands above");
        }
        return new Section(section);
      }
      boolean optional = part.startsWith("[");
      String bare = optional ? part.substring(1, part.length() - 1) : part;
      return new OneOf(Arrays.stream(bare.split("\\|")).map(Spelling::fold).toList(), optional);
    }
  }

  private record OneOf(List<String> words, boolean optional) implements Slot {
    @Override
    public BitSet ends(List<Token> tokens, BitSet starts) {
      BitSet ends = new BitSet();
      if (optional) {
        ends.or(starts);
      }
      for (int at = starts.nextSetBit(0);
          at >= 0 && at < tokens.size();
          at = starts.nextSetBit(at + 1)) {
        if (takes(tokens.get(at))) {
          ends.set(at + 1);
        }
      }
      return ends;
    }

    private boolean takes(Token token) {
      for (String word : words) {
        boolean mark = token.kind() == Token.Kind.MARK && token.text().startsWith(word);
        boolean stem =
            word.endsWith("*") && token.text().startsWith(word.substring(0, word.length() - 1));
        if (mark || stem || token.text().equals(word)) {
          return true;
        }
      }
      return false;
    }
  }

  private record Section(List<Phrase> phrases) implements Slot {
    @Override
    public BitSet ends(List<Token> tokens, BitSet starts) {
      BitSet ends = new BitSet();
      phrases.forEach(phrase -> ends.or(phrase.ends(tokens, starts)));
      return ends;
    }
  }

  private record Gap(int most, boolean overMarks) implements Slot {
    @Override
    public BitSet ends(List<Token> tokens, BitSet starts) {
      BitSet ends = new BitSet();
      int left = -1;
      for (int at = starts.nextSetBit(0); at >= 0 && at <= tokens.size(); at++) {
        left = starts.get(at) ? most : left - 1;
        if (left >= 0) {
          ends.set(at);
        }
        if (at < tokens.size() && !overMarks && !tokens.get(at).word()) {
          left = 0;
        }
      }
      return ends;
    }
  }
}
