package studio.makore.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How a language is written: its direction and its forms of a date, from {@code
 * writing/<tag>.properties}.
 */
record Writing(boolean rightToLeft, Map<Form, DateTimeFormatter> forms) {
  private static final Map<Language, Writing> KNOWN = new ConcurrentHashMap<>();

  /** A date as a name ("Tuesday 3 March"), or as an answer to when ("on Tuesday 3 March"). */
  enum Form {
    DATE,
    DATE_WITH_YEAR,
    ON_DATE,
    ON_DATE_WITH_YEAR,
    TIME
  }

  static Writing in(Language language) {
    return KNOWN.computeIfAbsent(language, Writing::read);
  }

  DateTimeFormatter as(Form form) {
    return Objects.requireNonNull(forms.get(form));
  }

  private static Writing read(Language language) {
    String file = "writing/" + language.tag() + ".properties";
    var properties = new Properties();
    try (InputStream in = Writing.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "Makore cannot write in the language \"%s\": it needs the file %s among the resources of %s"
                .formatted(language, file, Writing.class.getPackageName()));
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var forms = new EnumMap<Form, DateTimeFormatter>(Form.class);
    for (Form form : Form.values()) {
      forms.put(form, formatter(required(properties, form.name(), file), properties, language));
    }
    return new Writing(required(properties, "DIRECTION", file).equals("rtl"), forms);
  }

  private static String required(Properties properties, String key, String file) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException("%s has no line for %s".formatted(file, key));
    }
    return value;
  }

  /** A pattern of the JDK, in which {@code %M} stands for the file's own names of the months. */
  private static DateTimeFormatter formatter(
      String pattern, Properties properties, Language language) {
    var formatter = new DateTimeFormatterBuilder();
    String[] parts = pattern.split("%M", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        formatter.appendText(ChronoField.MONTH_OF_YEAR, months(properties));
      }
      if (!parts[i].isEmpty()) {
        formatter.appendPattern(parts[i]);
      }
    }
    return formatter.toFormatter(language.locale());
  }

  private static Map<Long, String> months(Properties properties) {
    var months = new HashMap<Long, String>();
    for (long month = 1; month <= 12; month++) {
      months.put(month, properties.getProperty("MONTH." + month, Long.toString(month)));
    }
    return months;
  }
}
