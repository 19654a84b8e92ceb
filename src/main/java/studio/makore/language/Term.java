package studio.makore.language;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A word, phrase, figure or sign of a text with what it can mean; with neither sense nor figure, a
 * word that has nothing to do with dates.
 */
record Term(int start, int end, Map<Sense, Integer> senses, Optional<Figure> figure) {
  /** Whether it can mean one of these. */
  boolean is(Sense... any) {
    for (Sense sense : any) {
      if (senses.containsKey(sense)) {
        return true;
      }
    }
    return false;
  }

  OptionalInt value(Sense sense) {
    Integer value = senses.get(sense);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  boolean isPlainWord() {
    return senses.isEmpty() && figure.isEmpty();
  }
}
