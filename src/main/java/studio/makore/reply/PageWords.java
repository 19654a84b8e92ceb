package studio.makore.reply;

import com.samskivert.mustache.Mustache;
import java.text.ChoiceFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import studio.makore.language.Language;

/**
 * The words of the page "How we work together" in one language: its file's lines of {@code page}.
 */
final class PageWords {
  private static final Mustache.Compiler LINES = Mustache.compiler().escapeHTML(false);

  private final Language language;
  private final Words words;

  PageWords(Language language) {
    this.language = language;
    this.words =
        Words.of(language)
            .orElseThrow(() ->
                new IllegalArgumentException("Makore has no words in \"%s\"".formatted(language)));
  }

  Language language() {
    return language;
  }

  String say(String key) {
    return say(key, Map.of());
  }

  String say(String key, Map<String, ?> values) {
    return LINES.compile(words.page(key)).execute(values);
  }

  /** A line of several, separated by semicolons. */
  List<String> list(String key) {
    return Stream.of(words.page(key).split(";", -1)).map(String::strip).toList();
  }

  /** So many working days, in the form the language has for that number. */
  String days(int days) {
    String form = new ChoiceFormat(words.page("days")).format(days);
    return LINES.compile(form).execute(Map.of("n", days));
  }

  /** The words in this language, or in the first one there is. */
  String in(Map<Language, String> byLanguage) {
    return byLanguage.getOrDefault(language, byLanguage.values().stream().findFirst().orElse(""));
  }

  /** The same as a line begins. */
  String opening(Map<Language, String> byLanguage) {
    return capital(in(byLanguage));
  }

  static String capital(String line) {
    return line.isEmpty() ? line : Character.toTitleCase(line.charAt(0)) + line.substring(1);
  }
}
