package studio.makore.language;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule that remembers what it found at each place, so that rules which try the same words in
 * several ways cost no more than one that tries them once.
 *
 * @param <A> what the rule has to be told
 * @param <T> what it finds
 */
final class KeptRule<A, T> {
  private final TermReader reader;
  private final Function<A, Optional<T>> rule;
  private final Map<Place<A>, Found<T>> kept = new HashMap<>();

  private record Place<A>(int position, A argument) {}

  private record Found<T>(Optional<T> value, int end) {}

  KeptRule(TermReader reader, Function<A, Optional<T>> rule) {
    this.reader = reader;
    this.rule = rule;
  }

  /** What the rule finds from the reader's place, leaving the reader where the rule did. */
  Optional<T> with(A argument) {
    var place = new Place<>(reader.position(), argument);
    Found<T> found = kept.get(place);
    if (found == null) {
      Optional<T> value = rule.apply(argument);
      found = new Found<>(value, reader.position());
      kept.put(place, found);
    }
    reader.moveTo(found.end());
    return found.value();
  }
}
