package studio.makore.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What mail programs write in the languages of their users: labels, attributions, separators and so
 * on, from the {@code *.phrases} files. Every phrase is {@link Fold folded}. A further language is
 * a further file and its name in {@code languages}.
 */
final class Phrases {
  private static final Map<String, Section> SECTIONS = load();
  private static final Map<String, Label> LABELS = labels();
  private static final Map<String, Integer> MONTHS = months();

  /** The header fields that a quoted or forwarded mail shows. */
  enum Label {
    FROM,
    DATE,
    TO,
    CC,
    SUBJECT,
    OTHER
  }

  /**
   * The phrases of one section in all languages.
   *
   * @param inOrder as the files have them
   * @param byFirst by their first letter, so that a text is compared with few of them
   */
  private record Section(List<String> inOrder, Set<String> all, List<String>[] byFirst) {
    private static final int SLOTS = 128;
    static final Section NONE = of(List.of());

    static Section of(List<String> phrases) {
      @SuppressWarnings("unchecked")
      List<String>[] byFirst = new List[SLOTS];
      Arrays.fill(byFirst, List.of());
      for (String phrase : phrases) {
        int slot = phrase.charAt(0) % SLOTS;
        List<String> more = new ArrayList<>(byFirst[slot]);
        more.add(phrase);
        byFirst[slot] = more;
      }
      return new Section(List.copyOf(phrases), Set.copyOf(phrases), byFirst);
    }

    List<String> beginningLike(String text, int at) {
      return byFirst[text.charAt(at) % SLOTS];
    }
  }

  private Phrases() {}

  /** All phrases of a section in all languages, in file order; empty when nobody has such one. */
  static List<String> of(String section) {
    return section(section).inOrder();
  }

  /** True when the folded text is one of the section's phrases. */
  static boolean has(String section, String folded) {
    return section(section).all().contains(folded);
  }

  private static Section section(String name) {
    return SECTIONS.getOrDefault(name, Section.NONE);
  }

  /** What the folded text before a colon names, when it is a label of a quoted header. */
  static Optional<Label> label(String folded) {
    return Optional.ofNullable(LABELS.get(folded));
  }

  /** The month from 1 that a folded word names, whole or shortened. */
  static Optional<Integer> month(String folded) {
    return Optional.ofNullable(MONTHS.get(folded));
  }

  /** Every month name, folded. */
  static Map<String, Integer> monthNames() {
    return MONTHS;
  }

  /** True when the folded text begins with one of the section's phrases as a whole word. */
  static boolean begins(String section, String folded) {
    return beginning(section, folded).isPresent();
  }

  /** The longest of the section's phrases that begins the folded text as a whole word. */
  static Optional<String> beginning(String section, String folded) {
    String longest = "";
    if (folded.isEmpty()) {
      return Optional.empty();
    }
    for (String phrase : section(section).beginningLike(folded, 0)) {
      if (phrase.length() > longest.length()
          && folded.startsWith(phrase)
          && isWordEnd(folded, phrase.length())) {
        longest = phrase;
      }
    }
    return longest.isEmpty() ? Optional.empty() : Optional.of(longest);
  }

  /** True when the folded text begins with the letters of one of the section's phrases. */
  static boolean startsAny(String section, String folded) {
    if (!folded.isEmpty()) {
      for (String phrase : section(section).beginningLike(folded, 0)) {
        if (folded.startsWith(phrase)) {
          return true;
        }
      }
    }
    return false;
  }

  /** True when one of the section's phrases stands in the folded text as a whole word. */
  static boolean occurs(String section, String folded) {
    Section phrases = section(section);
    for (int at = 0; at < folded.length(); at++) {
      List<String> candidates = phrases.beginningLike(folded, at);
      for (int i = 0; i < candidates.size(); i++) {
        if (standsAt(candidates.get(i), folded, at)) {
          return true;
        }
      }
    }
    return false;
  }

  /** How many different phrases of the section stand in the folded text as whole words. */
  static int count(String section, String folded) {
    Section phrases = section(section);
    Set<String> found = new HashSet<>();
    for (int at = 0; at < folded.length(); at++) {
      List<String> candidates = phrases.beginningLike(folded, at);
      for (int i = 0; i < candidates.size(); i++) {
        if (standsAt(candidates.get(i), folded, at)) {
          found.add(candidates.get(i));
        }
      }
    }
    return found.size();
  }

  private static boolean standsAt(String phrase, String text, int at) {
    return text.startsWith(phrase, at)
        && isWordStart(text, at)
        && isWordEnd(text, at + phrase.length());
  }

  private static boolean isWordStart(String text, int at) {
    return at == 0
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || !Character.isLetterOrDigit(text.charAt(at));
  }

  private static boolean isWordEnd(String text, int end) {
    return end >= text.length()
        || !Character.isLetterOrDigit(text.charAt(end))
        || !Character.isLetterOrDigit(text.charAt(end - 1));
  }

  private static Map<String, Label> labels() {
    Map<String, Label> labels = new HashMap<>();
    for (Label label : Label.values()) {
      for (String phrase : of("label." + label.name().toLowerCase(java.util.Locale.ROOT))) {
        labels.putIfAbsent(phrase, label);
      }
    }
    return labels;
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new LinkedHashMap<>();
    for (int month = 1; month <= 12; month++) {
      for (String name : of("month." + month)) {
        months.putIfAbsent(name, month);
      }
    }
    return months;
  }

  private static Map<String, Section> load() {
    Map<String, List<String>> sections = new HashMap<>();
    lines("languages").forEach(language -> read(language + ".phrases", sections));
    Map<String, Section> loaded = new HashMap<>();
    sections.forEach((name, phrases) -> loaded.put(name, Section.of(phrases)));
    return loaded;
  }

  private static void read(String file, Map<String, List<String>> sections) {
    String section = "";
    for (String line : lines(file)) {
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1);
      } else {
        sections.computeIfAbsent(section, name -> new ArrayList<>()).add(Fold.fold(line));
      }
    }
  }

  private static List<String> lines(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
