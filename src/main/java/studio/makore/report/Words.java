package studio.makore.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.makore.language.Language;

/**
 * The report's words in one language, from {@code <tag>.properties}.
 *
 * <p>A counted phrase has a line for each form its language has: {@code days.1}, {@code days.2},
 * {@code days.3-10}; the bare {@code days} is for every other number. A span is compared with the
 * last two digits, as Arabic counts (103 like 3), a single number with the whole.
 */
final class Words {
  private static final Mustache.Compiler SENTENCES = Mustache.compiler().escapeHTML(false);
  private static final Pattern SPAN = Pattern.compile("(\\d{1,2})-(\\d{1,2})");

  private final String file;
  private final Properties lines;

  private Words(String file, Properties lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * @throws IllegalArgumentException when the language has no file
   */
  static Words in(Language language) {
    String file = language.tag() + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "Makore cannot report in the language \"%s\": it needs the file %s among the resources of %s"
                .formatted(language, file, Words.class.getPackageName()));
      }
      var lines = new Properties();
      lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new Words(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The line of that key. */
  String say(String key) {
    return say(key, Map.of());
  }

  /** The line of that key with its placeholders filled. */
  String say(String key, Map<String, String> values) {
    String line = lines.getProperty(key);
    if (line == null) {
      throw new IllegalStateException("%s has no line for %s".formatted(file, key));
    }
    return SENTENCES.compile(line).execute(values);
  }

  /** The form of that phrase for a number, which {@code {{n}}} stands for. */
  String count(String key, int n) {
    return count(key, n, Map.of());
  }

  String count(String key, int n, Map<String, String> values) {
    var all = new HashMap<>(values);
    all.put("n", Integer.toString(n));
    return say(form(key, n), all);
  }

  private String form(String key, int n) {
    String exact = key + "." + n;
    return lines.containsKey(exact) ? exact : span(key, n).orElse(key);
  }

  private Optional<String> span(String key, int n) {
    String prefix = key + ".";
    return lines.stringPropertyNames().stream()
        .filter(name -> name.startsWith(prefix))
        .filter(name -> within(name.substring(prefix.length()), n % 100))
        .findFirst();
  }

  private static boolean within(String span, int n) {
    Matcher ends = SPAN.matcher(span);
    return ends.matches()
        && Integer.parseInt(ends.group(1)) <= n
        && n <= Integer.parseInt(ends.group(2));
  }
}
