package studio.makore.reply;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import studio.makore.language.Bidi;
import studio.makore.language.Language;

/** A page of HTML as an A4 PDF, with letters for Hebrew, Arabic and Latin inside it. */
final class PdfPage {
  private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

  private PdfPage() {}

  static {
    // it tells of each font and style sheet it loads
    XRLog.setLoggingEnabled(false);
  }

  static byte[] of(String title, String body, Language language) {
    boolean rightToLeft = Bidi.rightToLeft(language);
    var html = Jsoup.parse(frame(title, body, language, rightToLeft));
    var pdf = new ByteArrayOutputStream();
    var builder =
        new PdfRendererBuilder()
            .useFastMode()
            .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
            .useUnicodeBidiReorderer(new ICUBidiReorderer())
            .defaultTextDirection(rightToLeft ? TextDirection.RTL : TextDirection.LTR)
            .useFont(() -> font("DejaVuSans.ttf"), "Makore", 400, null, true)
            .useFont(() -> font("DejaVuSans-Bold.ttf"), "Makore", 700, null, true)
            .withW3cDocument(new W3CDom().fromJsoup(html), null)
            .toStream(pdf);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the page as PDF", e);
    }
    return pdf.toByteArray();
  }

  private static InputStream font(String file) {
    return Objects.requireNonNull(PdfPage.class.getResourceAsStream(FONTS + file), file);
  }

  private static String frame(String title, String body, Language language, boolean rightToLeft) {
    return """
    <html lang="%1$s" dir="%2$s"><head><title>%5$s</title><style>
    @page { size: A4; margin: 14mm }
    body { font-family: Makore; font-size: 9pt; line-height: 1.35; direction: %2$s; text-align: %3$s }
    h1 { font-size: 15pt; margin: 0 0 3mm } h2 { font-size: 11pt; margin: 4mm 0 1mm }
    table { width: 100%%; border-collapse: collapse } p { margin: 1mm 0 }
    th, td { border: 0.2mm solid #b8c4ce; padding: 1.2mm 2mm; text-align: %3$s; vertical-align: top }
    th { background: #eef2f5 }
    </style></head><body dir="%2$s">%4$s</body></html>
    """
        .formatted(
            language.tag(),
            rightToLeft ? "rtl" : "ltr",
            rightToLeft ? "right" : "left",
            body,
            org.jsoup.nodes.Entities.escape(title));
  }
}
