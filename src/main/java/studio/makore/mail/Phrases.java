package studio.makore.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What mail programs write in the languages of their users: labels, attributions, separators and so
 * on, from the {@code *.phrases} files. Every phrase is {@link Fold folded}. A further language is
 * a further file and its name in {@code languages}.
 */
final class Phrases {
  private static final Map<String, List<String>> SECTIONS = load();
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

  private Phrases() {}

  /** All phrases of a section in all languages, in file order; empty when nobody has such one. */
  static List<String> of(String section) {
    return SECTIONS.getOrDefault(section, List.of());
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
    for (String phrase : of(section)) {
      if (phrase.length() > longest.length()
          && folded.startsWith(phrase)
          && isWordEnd(folded, phrase.length())) {
        longest = phrase;
      }
    }
    return longest.isEmpty() ? Optional.empty() : Optional.of(longest);
  }

  /** True when one of the section's phrases stands in the folded text as a whole word. */
  static boolean occurs(String section, String folded) {
    return count(section, folded) > 0;
  }

  /** How many different phrases of the section stand in the folded text as whole words. */
  static int count(String section, String folded) {
    int count = 0;
    for (String phrase : of(section)) {
      int at = folded.indexOf(phrase);
      while (at >= 0) {
        if (isWordStart(folded, at) && isWordEnd(folded, at + phrase.length())) {
          count++;
          break;
        }
        at = folded.indexOf(phrase, at + 1);
      }
    }
    return count;
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

  private static Map<String, List<String>> load() {
    Map<String, List<String>> sections = new HashMap<>();
    lines("languages").forEach(language -> read(language + ".phrases", sections));
    return sections;
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
