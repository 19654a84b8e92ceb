package studio.makore.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import studio.makore.language.Language;

/**
 * The few words around the templates that Makore brings itself, from {@code
 * words.<tag>.properties}.
 */
final class Words {
  private final String file;
  private final Properties properties;

  private Words(String file, Properties properties) {
    this.file = file;
    this.properties = properties;
  }

  static Optional<Words> of(Language language) {
    String file = file(language);
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        return Optional.empty();
      }
      var properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return Optional.of(new Words(file, properties));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static String lacking(Path folder, Language language) {
    return "%s: Makore does not know the language \"%s\" yet; it needs a resource studio/makore/reply/%s"
        .formatted(folder, language, file(language));
  }

  private static String file(Language language) {
    return "words." + language.tag() + ".properties";
  }

  String fact(String placeholder) {
    return value("fact." + placeholder);
  }

  String reason(TemplateName name) {
    return value("reason." + name.key());
  }

  /** The line above a quoted mail; {@code {{date}}}, {@code {{name}}} and {@code {{address}}}. */
  String attribution() {
    return value("attribution");
  }

  /** The same line for a mail that does not say when it was written. */
  String attributionWithoutDate() {
    return value("attribution.undated");
  }

  /** What stands for a subject where a mail has none. */
  String noSubject() {
    return value("no-subject");
  }

  /** The file name of the page "How we work together". */
  String pageFile() {
    return value("page.file");
  }

  /** A line of that page. */
  String page(String key) {
    return value("page." + key);
  }

  /** Phrases that put a delay or a misunderstanding on the client; lower case, single spaces. */
  List<String> blame() {
    return phrases("blame");
  }

  /** Phrases that wish a project well; lower case, single spaces. */
  List<String> wishes() {
    return phrases("wishes");
  }

  /** Phrases that refer to what was agreed on; lower case, single spaces. */
  List<String> agreement() {
    return phrases("agreement");
  }

  /** Phrases that say whose move comes next; lower case, single spaces. */
  List<String> acts(TemplateName.Actor actor) {
    return phrases("acts." + actor.name().toLowerCase(Locale.ROOT));
  }

  private List<String> phrases(String key) {
    return Stream.of(value(key).split(";", -1)).map(String::strip).toList();
  }

  private String value(String key) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IllegalStateException("%s has no line for %s".formatted(file, key));
    }
    return value;
  }
}
