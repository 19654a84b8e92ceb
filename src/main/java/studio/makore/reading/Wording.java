package studio.makore.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of text with its tokens and where they stand, so that phrases can be cut out of it. */
record Wording(String text, List<Token> tokens, List<Integer> starts, List<Integer> ends) {
  /** As Token has it, with the invisible marks that folding takes away. */
  private static final Pattern PIECE =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{N}\\p{Cf}]++(?:['\"\u2019\u05f3\u05f4\u201d][\\p{L}\\p{N}]++)*+|\\S");

  /** Where a phrase stands, in tokens. */
  record Place(int from, int to) {}

  static Wording of(String text) {
    var wording = new Wording(text, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      for (Token token : Token.of(piece.group())) {
        wording.tokens.add(token);
        wording.starts.add(piece.start());
        wording.ends.add(piece.end());
      }
    }
    return wording;
  }

  boolean has(List<Phrase> phrases) {
    return phrases.stream().anyMatch(phrase -> phrase.isIn(tokens));
  }

  boolean has(List<Phrase> phrases, List<Phrase> except) {
    List<Token> rest = Grammar.without(tokens, except);
    return phrases.stream().anyMatch(phrase -> phrase.isIn(rest));
  }

  /** Where the first of the phrases begins, and where the longest of those there ends. */
  Optional<Place> first(List<Phrase> phrases) {
    for (int at = 0; at < tokens.size(); at++) {
      BitSet here = new BitSet();
      here.set(at);
      BitSet ends = new BitSet();
      phrases.forEach(phrase -> ends.or(phrase.ends(tokens, here)));
      if (ends.length() > at + 1) {
        return Optional.of(new Place(at, ends.length() - 1));
      }
    }
    return Optional.empty();
  }

  /** The text of some tokens, "" for none. */
  String words(int from, int to) {
    return from < to ? text.substring(starts.get(from), ends.get(to - 1)) : "";
  }

  /** Cut at the phrases, which are left out; empty parts too. */
  List<Wording> cutAt(List<Phrase> phrases) {
    List<Wording> parts = new ArrayList<>();
    Wording rest = this;
    Optional<Place> cut = rest.first(phrases);
    while (cut.isPresent()) {
      parts.add(Wording.of(rest.words(0, cut.get().from())));
      rest = Wording.of(rest.words(cut.get().to(), rest.tokens.size()));
      cut = rest.first(phrases);
    }
    parts.add(rest);
    return parts.stream().filter(part -> !part.tokens.isEmpty()).toList();
  }

  /** Less the phrases at its beginning and those at its end. */
  String trimmed(List<Phrase> lead, List<Phrase> trail) {
    int from = 0;
    int to = tokens.size();
    for (int end = leading(from, lead); end > from; end = leading(from, lead)) {
      from = end;
    }
    while (to > from && endsWith(from, to, trail)) {
      to--;
    }
    return words(from, to);
  }

  private int leading(int from, List<Phrase> lead) {
    if (from < tokens.size() && Grammar.pause(tokens.get(from))) {
      return from + 1;
    }
    BitSet here = new BitSet();
    here.set(from);
    return lead.stream()
        .mapToInt(phrase -> phrase.ends(tokens, here).length() - 1)
        .max()
        .orElse(from);
  }

  private boolean endsWith(int from, int to, List<Phrase> trail) {
    List<Token> last = tokens.subList(to - 1, to);
    return last.getFirst().kind() == Token.Kind.MARK
        || trail.stream().anyMatch(phrase -> phrase.isIn(last));
  }
}
