package studio.makore.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import studio.makore.language.Languages;

/** The guards of all languages together: people mix them within a sentence. */
record Guards(Map<Guard, List<Phrase>> phrases) {
  /** Loaded once; they are part of the program. */
  static final Guards ALL = load();

  private static Guards load() {
    Map<Guard, List<Phrase>> phrases = new EnumMap<>(Guard.class);
    Languages.all().stream()
        .map(language -> Phrasebook.read(language.tag() + ".guards.txt"))
        .forEach(book -> {
          for (Guard guard : Guard.values()) {
            phrases
                .computeIfAbsent(guard, key -> new ArrayList<>())
                .addAll(book.section(guard.section()));
          }
        });
    return new Guards(phrases);
  }

  /** Whether the guard stands in this sentence. */
  boolean stands(Guard guard, List<Token> sentence) {
    for (Phrase way : phrases.getOrDefault(guard, List.of())) {
      if (way.isIn(sentence)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a guard of this reach stands in the sentence. */
  boolean standsAny(Guard.Reach reach, List<Token> sentence) {
    return Arrays.stream(Guard.values())
        .anyMatch(guard -> guard.reach() == reach && stands(guard, sentence));
  }

  /** What the sentence goes on to say after its first "but"; nothing when there is none. */
  List<Token> afterContrast(List<Token> sentence) {
    BitSet starts = new BitSet();
    // a "but" that opens the sentence speaks about what stood before it
    starts.set(1, Math.max(1, sentence.size()));
    OptionalInt end =
        phrases.getOrDefault(Guard.CONTRAST, List.of()).stream()
            .mapToInt(way -> way.ends(sentence, starts).nextSetBit(0))
            .filter(at -> at >= 0)
            .min();
    return end.isEmpty() ? List.of() : sentence.subList(end.getAsInt(), sentence.size());
  }
}
