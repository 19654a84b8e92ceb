package studio.makore.language;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/** A place in the terms of a text, and the ways to go on from it. */
final class TermReader {
  private static final Term NOTHING = new Term(0, 0, Map.of(Sense.STOP, 0), Optional.empty());

  /** No phrase has more small words beside each other; hostile text may have thousands. */
  private static final int MOST_IN_A_ROW = 4;

  private final List<Term> terms;
  private int at;

  TermReader(List<Term> terms) {
    this.terms = terms;
  }

  int position() {
    return at;
  }

  void moveTo(int position) {
    at = position;
  }

  boolean atEnd() {
    return at >= terms.size();
  }

  /** The term so many places from here, backwards if negative; beyond the text, a stop. */
  Term peek(int offset) {
    int index = at + offset;
    return index >= 0 && index < terms.size() ? terms.get(index) : NOTHING;
  }

  boolean sees(Sense... senses) {
    return peek(0).is(senses);
  }

  /** Goes past the next term if it has one of these senses. */
  boolean accept(Sense... senses) {
    boolean seen = sees(senses);
    if (seen) {
      at++;
    }
    return seen;
  }

  /** Goes past the terms that have one of these senses, a few at most; which senses they had. */
  Set<Sense> skip(Sense... senses) {
    Set<Sense> skipped = EnumSet.noneOf(Sense.class);
    for (int count = 0; count < MOST_IN_A_ROW && sees(senses); count++) {
      for (Sense sense : senses) {
        if (sees(sense)) {
          skipped.add(sense);
        }
      }
      at++;
    }
    return skipped;
  }

  /** The value of the next term in this sense, going past it. */
  OptionalInt take(Sense sense) {
    OptionalInt value = peek(0).value(sense);
    if (value.isPresent()) {
      at++;
    }
    return value;
  }

  /** The next term's figure, going past it. */
  Optional<Figure> takeFigure() {
    Optional<Figure> figure = peek(0).figure();
    if (figure.isPresent()) {
      at++;
    }
    return figure;
  }

  /** What the rule finds; if it finds nothing, the place stays. */
  <T> Optional<T> attempt(Supplier<Optional<T>> rule) {
    int from = at;
    Optional<T> found = rule.get();
    if (found.isEmpty()) {
      at = from;
    }
    return found;
  }

  /** What that one of the rules finds which goes furthest; the earlier one if two go as far. */
  @SafeVarargs
  final <T> Optional<T> longest(Supplier<Optional<T>>... rules) {
    int from = at;
    int furthest = from;
    Optional<T> best = Optional.empty();
    for (Supplier<Optional<T>> rule : rules) {
      at = from;
      Optional<T> found = rule.get();
      if (found.isPresent() && (best.isEmpty() || at > furthest)) {
        best = found;
        furthest = at;
      }
    }
    at = furthest;
    return best;
  }
}
