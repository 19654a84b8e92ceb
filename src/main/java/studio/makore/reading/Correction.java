package studio.makore.reading;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import studio.makore.language.Language;

/**
 * What an owner said of words that were read wrongly.
 *
 * @param words a sentence, exactly as it stood in the mail
 * @param acts what it does; none where it does nothing
 * @param messageId the client's mail
 * @param by who corrected it
 */
public record Correction(
    Language language, String words, Set<Act> acts, String messageId, String by, Instant at) {
  public Correction {
    acts = Set.copyOf(acts);
  }

  /** A correction, its acts such that they may stand together: thanks and the like only alone. */
  public static Correction of(
      Language language, String words, Set<Act> acts, String messageId, String by, Instant at) {
    return new Correction(language, words, together(acts), messageId, by, at);
  }

  /** The acts as the training text writes them: {@code A+B}, or {@code -} for none. */
  public String names() {
    return acts.isEmpty()
        ? TrainingText.NOTHING
        : acts.stream().sorted().map(Act::name).collect(Collectors.joining("+"));
  }

  /** A line of training text: the acts, a tab, the words. */
  public String line() {
    return names() + "\t" + words.replaceAll("\\s+", " ").strip();
  }

  static Set<Act> acts(String names) {
    Set<Act> acts = EnumSet.noneOf(Act.class);
    if (!names.equals(TrainingText.NOTHING)) {
      for (String name : names.split("\\+", -1)) {
        acts.add(Act.valueOf(name));
      }
    }
    return acts;
  }

  /** Acts of one sentence as they may stand together: thanks and the like only alone. */
  static Set<Act> together(Set<Act> acts) {
    Set<Act> kept = EnumSet.noneOf(Act.class);
    kept.addAll(acts);
    if (kept.stream().anyMatch(act -> !act.standsAlone())) {
      kept.removeIf(Act::standsAlone);
    } else if (kept.size() > 1) {
      kept.retainAll(EnumSet.of(kept.iterator().next()));
    }
    return kept;
  }

  Labelled labelled() {
    return new Labelled(words, acts);
  }
}
