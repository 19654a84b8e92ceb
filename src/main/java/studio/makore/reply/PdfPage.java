package studio.makore.reply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import studio.makore.language.Bidi;
import studio.makore.language.Language;
import studio.makore.reply.Typesetting.Glyph;
import studio.makore.reply.Typesetting.Line;
import studio.makore.reply.Typesetting.Weight;

/**
 * HTML as one A4 page of PDF, as small as it must be to be one. Glyphs are set one by one, because
 * PDFBox neither orders nor joins letters; they can be searched and copied as the letters they are.
 */
final class PdfPage {
  private static final float MARGIN = 40;
  private static final float LARGEST = 10;
  private static final float SMALLER = 0.97f;

  private static final float BLACK = 0;
  private static final float BORDER = 0.72f;
  private static final float GROUND = 0.94f;

  private final List<Object> content = new ArrayList<>();
  private final Map<Weight, COSName> fonts = new EnumMap<>(Weight.class);

  private PdfPage() {}

  /**
   * @param body what {@link PageLayout#of} knows
   */
  static byte[] of(String title, String body, Language language) {
    try (var document = new PDDocument()) {
      document.getDocumentInformation().setTitle(title);
      document.getDocumentCatalog().setLanguage(language.tag());
      new PdfPage().write(fitting(body, Bidi.rightToLeft(language)), document);
      var pdf = new ByteArrayOutputStream();
      document.save(pdf);
      return pdf.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the page as PDF", e);
    }
  }

  /** The largest of the layouts that are one page. */
  private static PageLayout fitting(String body, boolean rightToLeft) {
    Element html = Jsoup.parseBodyFragment(Bidi.strip(body)).body();
    float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
    float size = LARGEST;
    var layout = PageLayout.of(html, MARGIN, MARGIN, width, size, rightToLeft);
    while (layout.bottom() > PDRectangle.A4.getHeight() - MARGIN) {
      size *= SMALLER;
      layout = PageLayout.of(html, MARGIN, MARGIN, width, size, rightToLeft);
    }
    return layout;
  }

  private void write(PageLayout layout, PDDocument document) throws IOException {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    var resources = new PDResources();
    for (Weight weight : Weight.values()) {
      fonts.put(weight, resources.add(embedded(weight, layout, document)));
    }
    page.setResources(resources);
    layout.boxes().forEach(this::box);
    layout.texts().forEach(this::text);
    var stream = new PDStream(document);
    try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      new ContentStreamWriter(out).writeTokens(content);
    }
    page.setContents(stream);
  }

  /** The glyphs of a font that the page shows, and no others. */
  private static PDType0Font embedded(Weight weight, PageLayout layout, PDDocument document)
      throws IOException {
    try (var in = weight.open()) {
      var font = PDType0Font.load(document, in, true);
      font.addGlyphsToSubset(
          layout.texts().stream()
              .map(PageLayout.Text::line)
              .filter(line -> line.weight() == weight)
              .flatMap(line -> line.glyphs().stream())
              .map(Glyph::code)
              .collect(Collectors.toSet()));
      font.subset();
      return font;
    }
  }

  private void box(PageLayout.Box box) {
    float bottom = upwards(box.top() + box.height());
    if (box.tinted()) {
      numbers(GROUND);
      operator("g");
      numbers(box.x(), bottom, box.width(), box.height());
      operator("re");
      operator("f");
    }
    numbers(BORDER);
    operator("G");
    numbers(0.5f);
    operator("w");
    numbers(box.x(), bottom, box.width(), box.height());
    operator("re");
    operator("S");
  }

  private void text(PageLayout.Text text) {
    Line line = text.line();
    operator("BT");
    numbers(BLACK);
    operator("g");
    operator("Tf", Objects.requireNonNull(fonts.get(line.weight())), new COSFloat(line.size()));
    for (Glyph glyph : line.glyphs()) {
      numbers(1, 0, 0, 1, text.x() + glyph.x(), upwards(text.y()) + glyph.y());
      operator("Tm");
      byte[] code = {(byte) (glyph.code() >> 8), (byte) glyph.code()};
      operator("Tj", new COSString(code, true));
    }
    operator("ET");
  }

  /** PDF counts from the sheet's foot. */
  private static float upwards(float y) {
    return PDRectangle.A4.getHeight() - y;
  }

  private void numbers(float... numbers) {
    for (float number : numbers) {
      content.add(new COSFloat(Math.round(number * 100) / 100f));
    }
  }

  private void operator(String name, COSBase... operands) {
    content.addAll(List.of(operands));
    content.add(Operator.getOperator(name));
  }
}
