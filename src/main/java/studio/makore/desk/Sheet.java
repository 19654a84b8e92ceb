package studio.makore.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import studio.makore.language.DateWords;
import studio.makore.language.Language;
import studio.makore.project.Court;

/**
 * The facts of one mail as they are gathered, each beside where it comes from. A blank value is
 * none.
 */
final class Sheet {
  /** The day that is named, as ISO date, and what is promised for it: kept beside the words. */
  static final String DUE = "due";

  static final String WHAT = "what";

  /** Who has to keep that day. */
  static final String WHOSE = "whose";

  /** The day on which the facts were gathered. */
  static final String AS_OF = "as_of";

  /** Before the name of a fact: where it comes from. */
  static final String FROM = "from:";

  private final Language language;
  private final LocalDate today;
  private final Map<String, String> facts = new LinkedHashMap<>();

  /** Where a fact comes from. */
  enum Source {
    /** The owner said it in answer to a question. */
    OWNER,
    /** It was promised to the client before. */
    PROMISE,
    /** It was computed from the process, the calendar and the studio's load. */
    COMPUTED,
    /** The process says so. */
    PROCESS,
    /** The project's timeline shows it. */
    TIMELINE,
    /** The client's own mail. */
    CLIENT
  }

  Sheet(Language language, LocalDate today) {
    this.language = language;
    this.today = today;
    facts.put(AS_OF, today.toString());
  }

  Language language() {
    return language;
  }

  LocalDate today() {
    return today;
  }

  Sheet put(String fact, String value, Source from) {
    if (!value.isBlank()) {
      facts.put(fact, value);
      facts.put(FROM + fact, from.name());
    }
    return this;
  }

  /** What needs no source: names from the settings. */
  Sheet put(String fact, String value) {
    if (!value.isBlank()) {
      facts.put(fact, value);
    }
    return this;
  }

  /** The words of the process in the mail's language, or in the first one given where it lacks. */
  Sheet put(String fact, Map<Language, String> words) {
    return put(fact, word(words), Source.PROCESS);
  }

  String word(Map<Language, String> words) {
    var inLanguage = words.get(language);
    return inLanguage != null ? inLanguage : words.values().stream().findFirst().orElse("");
  }

  /** The day the mail names under that fact, and what is due then. */
  Sheet day(String fact, LocalDate day, String what, Court whose, Source from) {
    put(fact, DateWords.date(day, today, language), from);
    return due(day, what, whose);
  }

  Sheet due(LocalDate day, String what, Court whose) {
    facts.put(DUE, day.toString());
    facts.put(WHAT, what);
    facts.put(WHOSE, whose.name());
    return this;
  }

  /** Whether the day that a mail with these facts names is the owner's own word. */
  static boolean isOwnersDay(Map<String, String> facts) {
    return Stream.of("next_date", "due_date")
        .map(fact -> facts.get(FROM + fact))
        .anyMatch(Source.OWNER.name()::equals);
  }

  Map<String, String> facts() {
    return facts;
  }
}
