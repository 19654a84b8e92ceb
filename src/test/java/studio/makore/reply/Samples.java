package studio.makore.reply;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import studio.makore.language.Bidi;
import studio.makore.language.Language;

/** Facts and words of three small studios' days, and pages that let eyes see the mails. */
final class Samples {
  static final Path TEMPLATES = Path.of("templates");
  static final Path PAGES = Path.of("target", "mails");

  private Samples() {}

  /** A value for every placeholder there is, with the other direction mixed in. */
  static Map<String, String> facts(Language language) {
    var properties = new Properties();
    try (Reader reader = open("facts." + language + ".properties")) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(fact -> fact, properties::getProperty));
  }

  static List<String> lines(String resource) {
    try (Reader reader = open(resource)) {
      return reader.readAllLines().stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reader open(String resource) {
    return new InputStreamReader(
        Objects.requireNonNull(Samples.class.getResourceAsStream(resource), resource),
        StandardCharsets.UTF_8);
  }

  static void page(String name, Language language, String subject, String html) {
    try {
      Files.createDirectories(PAGES);
      Files.writeString(
          PAGES.resolve(name + ".html"),
          """
          <!doctype html>
          <html lang="%1$s"><head><meta charset="utf-8">
          <meta name="viewport" content="width=device-width"><title>%3$s</title></head>
          <body><div lang="%1$s" dir="%2$s"><h3>%3$s</h3>
          %4$s</div></body></html>
          """
              .formatted(language, Bidi.rightToLeft(language) ? "rtl" : "ltr", subject, html));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
