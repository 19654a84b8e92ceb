package studio.makore.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.makore.language.Spelling;

/**
 * A way of saying something, as the data files write it:
 *
 * <pre>
 * go ahead              these words
 * yes|yep|sure          one of them
 * approv*               a word that begins so
 * works [for me]        the bracketed may be missing
 * {approval}            any phrase of the section named approval, standing above in the same file
 * not ~2 approved       up to two words between, but no punctuation
 * once ... approve      anything between
 * approved ?            a punctuation mark, alone or repeated
 * </pre>
 *
 * Matching takes time in proportion to the text's length, whatever the text.
 */
final class Phrase {
  private static final Pattern PART = Pattern.compile("\\[[^\\]]*+\\]|\\S++");

  private final List<Slot> slots;

  private Phrase(List<Slot> slots) {
    this.slots = slots;
  }

  /**
   * @param sections the phrases that {@code {name}} may refer to
   */
  static Phrase parse(String line, Map<String, List<Phrase>> sections) {
    List<Slot> slots = new ArrayList<>();
    PART.matcher(line).results().forEach(part -> slots.add(Slot.parse(part.group(), sections)));
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
        return Section.of(section);
      }
      if (part.startsWith("[")) {
        return new Optional(Phrase.parse(part.substring(1, part.length() - 1), sections));
      }
      return OneOf.parse(part);
    }
  }

  private record Optional(Phrase phrase) implements Slot {
    @Override
    public BitSet ends(List<Token> tokens, BitSet starts) {
      BitSet ends = (BitSet) starts.clone();
      ends.or(phrase.ends(tokens, starts));
      return ends;
    }
  }

  private record OneOf(Set<String> words, List<String> stems) implements Slot {
    static OneOf parse(String alternatives) {
      Map<Boolean, List<String>> stems =
          Arrays.stream(alternatives.split("\\|"))
              .map(Spelling::fold)
              .collect(Collectors.partitioningBy(word -> word.endsWith("*")));
      return new OneOf(
          Set.copyOf(stems.getOrDefault(false, List.of())),
          stems.getOrDefault(true, List.of()).stream()
              .map(stem -> stem.substring(0, stem.length() - 1))
              .toList());
    }

    @Override
    public BitSet ends(List<Token> tokens, BitSet starts) {
      BitSet ends = new BitSet();
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
      String text = token.kind() == Token.Kind.MARK ? token.text().substring(0, 1) : token.text();
      if (words.contains(text)) {
        return true;
      }
      for (String stem : stems) {
        if (text.startsWith(stem)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Single words are looked up all at once. */
  private record Section(OneOf words, List<Phrase> longer) implements Slot {
    static Section of(List<Phrase> phrases) {
      Set<String> words = new HashSet<>();
      List<String> stems = new ArrayList<>();
      List<Phrase> longer = new ArrayList<>();
      for (Phrase phrase : phrases) {
        if (phrase.slots.size() == 1 && phrase.slots.getFirst() instanceof OneOf one) {
          words.addAll(one.words());
          stems.addAll(one.stems());
        } else {
          longer.add(phrase);
        }
      }
      return new Section(new OneOf(Set.copyOf(words), stems), longer);
    }

    @Override
    public BitSet ends(List<Token> tokens, BitSet starts) {
      BitSet ends = words.ends(tokens, starts);
      longer.forEach(phrase -> ends.or(phrase.ends(tokens, starts)));
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
