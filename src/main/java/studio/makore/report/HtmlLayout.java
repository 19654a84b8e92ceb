package studio.makore.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import studio.makore.language.Bidi;
import studio.makore.language.Language;

/** Lays a sheet out as HTML that mail clients show, from {@code *.mustache}. */
final class HtmlLayout {
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().emptyStringIsFalse(true).withEscaper(HtmlLayout::escape);
  private static final Template BODY = template("body.mustache");
  private static final Template PAGE = template("page.mustache");
  private static final Template AUDIT = template("audit.mustache");

  private final Language language;
  private final boolean rightToLeft;

  HtmlLayout(Language language) {
    this.language = language;
    this.rightToLeft = Bidi.rightToLeft(language);
  }

  String body(Sheet sheet) {
    return BODY.execute(framed("sheet", sheet));
  }

  String page(String title, String body) {
    return PAGE.execute(framed("page", Map.of("title", title, "body", body)));
  }

  /** A page for the browser alone: charts as SVG, light and dark. */
  String audit(AuditSheet sheet) {
    return AUDIT.execute(framed("page", sheet, "title", sheet.title()));
  }

  private Map<String, Object> framed(String name, Object inside, String also, Object value) {
    var all = new HashMap<>(framed(name, inside));
    all.put(also, value);
    return all;
  }

  /** Left and right are named, because Outlook knows no start. */
  private Map<String, Object> framed(String name, Object inside) {
    return Map.of(
        name,
        inside,
        "lang",
        language.tag(),
        "dir",
        direction(rightToLeft),
        "start",
        rightToLeft ? "right" : "left",
        "end",
        rightToLeft ? "left" : "right");
  }

  /**
   * Isolate characters become spans: Outlook shows the characters as boxes in some fonts. A bare
   * {@code dir} isolates in every browser, and Word obeys it.
   */
  private static String escape(String text) {
    return Apart.replace(
        Escapers.HTML.escape(text),
        value ->
            "<span dir=\"%s\">%s</span>"
                .formatted(direction(Apart.rightToLeft(value, false)), value));
  }

  private static String direction(boolean rightToLeft) {
    return rightToLeft ? "rtl" : "ltr";
  }

  private static Template template(String name) {
    try (InputStream in = Objects.requireNonNull(HtmlLayout.class.getResourceAsStream(name), name);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return COMPILER.compile(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
