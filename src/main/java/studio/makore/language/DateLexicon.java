package studio.makore.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of dates in all languages that Makore has, those of the mail's own language first: an
 * Arabic mail from Haifa has Hebrew months in it, a Hebrew one English weekdays.
 *
 * <p>The data is {@code dates/<tag>.properties} for each tag listed in {@code dates/languages}.
 */
final class DateLexicon {
  private static final Map<Language, DateLexicon> KNOWN = new ConcurrentHashMap<>();

  private static final String MONDAY_TO_FRIDAY = "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY";

  private final Map<String, List<Phrase>> phrases = new HashMap<>();
  private final List<Prefix> prefixes = new ArrayList<>();
  private final DayOfWeek firstDayOfWeek;
  private final Set<DayOfWeek> workingWeek;

  /** Words that have a meaning together, longest first where several begin alike. */
  record Phrase(List<String> keys, Map<Sense, Integer> senses) {}

  /**
   * Letters that Hebrew and Arabic write together with the word that follows; what they leave of it
   * may have to be completed ("lil-" is "li" and the article "al-").
   */
  record Prefix(String letters, Map<Sense, Integer> senses, String completion) {}

  static DateLexicon of(Language language) {
    return KNOWN.computeIfAbsent(language, DateLexicon::new);
  }

  private DateLexicon(Language language) {
    List<String> tags = lines("dates/languages").filter(tag -> !tag.isBlank()).toList();
    Properties own = tags.contains(language.tag()) ? data(language.tag()) : new Properties();
    firstDayOfWeek = DayOfWeek.valueOf(own.getProperty("FIRST_DAY_OF_WEEK", "MONDAY"));
    workingWeek =
        Arrays.stream(own.getProperty("WORKING_WEEK", MONDAY_TO_FRIDAY).split(","))
            .map(String::strip)
            .map(DayOfWeek::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    Stream.concat(tags.stream().filter(language.tag()::equals), tags.stream())
        .distinct()
        .forEach(tag -> add(data(tag)));
    phrases
        .values()
        .forEach(list ->
            list.sort(Comparator.comparingInt((Phrase phrase) -> phrase.keys().size()).reversed()));
    prefixes.sort(Comparator.comparingInt((Prefix prefix) -> prefix.letters().length()).reversed());
  }

  DayOfWeek firstDayOfWeek() {
    return firstDayOfWeek;
  }

  Set<DayOfWeek> workingWeek() {
    return workingWeek;
  }

  List<Prefix> prefixes() {
    return prefixes;
  }

  /** The longest phrase that begins with the given key and goes on with the tokens that follow. */
  Optional<Phrase> longest(String firstKey, List<DateToken> tokens, int next) {
    return phrases.getOrDefault(firstKey, List.of()).stream()
        .filter(phrase -> lastToken(phrase, tokens, next) >= 0)
        .findFirst();
  }

  /** The index after the phrase's last word, or -1; a hyphen may stand between its words. */
  static int lastToken(Phrase phrase, List<DateToken> tokens, int next) {
    int at = next;
    for (String key : phrase.keys().subList(1, phrase.keys().size())) {
      if (at < tokens.size() && tokens.get(at).key().equals("-") && !key.equals("-")) {
        at++;
      }
      if (at >= tokens.size() || !tokens.get(at).key().equals(key)) {
        return -1;
      }
      at++;
    }
    return at;
  }

  private void add(Properties data) {
    var added = new HashMap<List<String>, Map<Sense, Integer>>();
    String completion = data.getProperty("ARTICLE", "");
    for (String name : data.stringPropertyNames()) {
      String[] path = name.split("\\.");
      switch (path[0]) {
        case "FIRST_DAY_OF_WEEK", "WORKING_WEEK", "ARTICLE" -> {}
        case "PREFIX" -> addPrefixes(Sense.valueOf(path[1]), data.getProperty(name), "");
        case "PREFIX_OF_ARTICLE" ->
            addPrefixes(Sense.valueOf(path[1]), data.getProperty(name), completion);
        default -> {
          Sense sense = Sense.valueOf(path[0]);
          int value = path.length > 1 ? sense.value(path[1]) : 0;
          for (List<String> keys : DateToken.phrases(data.getProperty(name))) {
            added.computeIfAbsent(keys, k -> new EnumMap<>(Sense.class)).put(sense, value);
          }
        }
      }
    }
    added.forEach(this::addUnlessKnown);
  }

  private void addPrefixes(Sense sense, String line, String completion) {
    DateToken.phrases(line)
        .forEach(keys ->
            prefixes.add(new Prefix(keys.get(0), Map.of(sense, 0, Sense.JOINED, 0), completion)));
  }

  private void addUnlessKnown(List<String> keys, Map<Sense, Integer> senses) {
    List<Phrase> alike = phrases.computeIfAbsent(keys.get(0), key -> new ArrayList<>());
    if (alike.stream().noneMatch(phrase -> phrase.keys().equals(keys))) {
      alike.add(new Phrase(keys, senses));
    }
  }

  private static Properties data(String tag) {
    var properties = new Properties();
    try (var in = reader("dates/" + tag + ".properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static Stream<String> lines(String file) {
    try (var in = reader(file)) {
      return in.readAllLines().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStreamReader reader(String file) {
    InputStream in = DateLexicon.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException(
          "The resource %s/%s is missing".formatted(DateLexicon.class.getPackageName(), file));
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
