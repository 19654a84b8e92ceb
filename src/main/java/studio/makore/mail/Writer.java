package studio.makore.mail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known about the person whose words are looked for.
 *
 * @param nameWords the folded words of the display name; empty when the mail names none
 */
record Writer(Set<String> nameWords) {
  static final Writer UNKNOWN = new Writer(Set.of());

  static Writer of(Address address) {
    Set<String> words = new HashSet<>(words(Fold.fold(address.name())));
    words.removeIf(word -> word.length() <= 1);
    return new Writer(Set.copyOf(words));
  }

  /** The runs of letters; an apostrophe is one. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !isLetter(text.charAt(i))) {
        if (i > start) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  private static boolean isLetter(char c) {
    return c == '\''
        || Character.isLetter(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.COMBINING_SPACING_MARK ->
              true;
          default -> false;
        };
  }

  boolean isKnown() {
    return !nameWords.isEmpty();
  }

  /** True when a short line carries one of the person's names. */
  boolean isNamedIn(String folded) {
    if (nameWords.isEmpty()) {
      return false;
    }
    List<String> words = words(folded);
    return words.size() <= 6 && words.stream().anyMatch(nameWords::contains);
  }
}
