package studio.makore.mail;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known about the person whose words are looked for.
 *
 * @param nameWords the folded words of the display name; empty when the mail names none
 */
record Writer(Set<String> nameWords) {
  static final Writer UNKNOWN = new Writer(Set.of());

  static Writer of(Address address) {
    return new Writer(
        Arrays.stream(Fold.fold(address.name()).split("[^\\p{L}\\p{M}']+"))
            .filter(word -> word.length() > 1)
            .collect(Collectors.toUnmodifiableSet()));
  }

  boolean isKnown() {
    return !nameWords.isEmpty();
  }

  /** True when a short line carries one of the person's names. */
  boolean isNamedIn(String folded) {
    String[] words = folded.split("[^\\p{L}\\p{M}']+");
    return words.length <= 6 && Arrays.stream(words).anyMatch(nameWords::contains);
  }
}
