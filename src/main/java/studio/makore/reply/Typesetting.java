package studio.makore.reply;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Text as lines of glyphs: broken to a width, ordered from left to right as it is seen (Unicode UAX
 * #9), its Arabic letters joined and its marks in their places. Widths and places are in points.
 */
final class Typesetting {
  /** Without hinting and in fractions of a point, so that the same text is the same everywhere. */
  private static final FontRenderContext ON_PAPER = new FontRenderContext(null, true, true);

  /** Codes from here on stand for characters that have no glyph, such as a joiner. */
  private static final int NO_GLYPH = 0xfffe;

  private Typesetting() {}

  /** The two fonts, both with Hebrew, Arabic and Latin letters. */
  enum Weight {
    PLAIN("DejaVuSans.ttf"),
    BOLD("DejaVuSans-Bold.ttf");

    private final String file;
    private final Font font;

    Weight(String file) {
      this.file = file;
      try (InputStream in = open()) {
        font = Font.createFont(Font.TRUETYPE_FONT, in);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      } catch (FontFormatException e) {
        throw new IllegalStateException(file + " is no font", e);
      }
    }

    InputStream open() {
      return Objects.requireNonNull(
          Weight.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/" + file), file);
    }
  }

  /**
   * One glyph of a font.
   *
   * @param code its number in the font's file
   * @param x from the line's left end
   * @param y upwards from the base line
   */
  record Glyph(int code, float x, float y) {}

  /**
   * One line.
   *
   * @param text its characters in the order in which they are read
   */
  record Line(String text, Weight weight, float size, List<Glyph> glyphs, float width) {}

  /** The lines of one paragraph; a blank one has none. */
  static List<Line> lines(
      String paragraph, Weight weight, float size, float width, boolean rightToLeft) {
    String text = paragraph.strip();
    if (text.isEmpty()) {
      return List.of();
    }
    Font font = weight.font.deriveFont(size);
    var bidi =
        new Bidi(text, rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    var styled = new AttributedString(text);
    styled.addAttribute(TextAttribute.FONT, font);
    var breaks = new LineBreakMeasurer(styled.getIterator(), ON_PAPER);
    var lines = new ArrayList<Line>();
    while (breaks.getPosition() < text.length()) {
      int from = breaks.getPosition();
      int to = breaks.nextOffset(width);
      breaks.setPosition(to);
      int end = from + text.substring(from, to).stripTrailing().length();
      if (end > from) {
        lines.add(line(text.substring(from, end), bidi.createLineBidi(from, end), font, weight));
      }
    }
    return lines;
  }

  private static Line line(String text, Bidi bidi, Font font, Weight weight) {
    var glyphs = new ArrayList<Glyph>();
    float width = 0;
    for (int run : inVisualOrder(bidi)) {
      GlyphVector shaped =
          font.layoutGlyphVector(
              ON_PAPER,
              text.toCharArray(),
              bidi.getRunStart(run),
              bidi.getRunLimit(run),
              bidi.getRunLevel(run) % 2 == 1
                  ? Font.LAYOUT_RIGHT_TO_LEFT
                  : Font.LAYOUT_LEFT_TO_RIGHT);
      for (int i = 0; i < shaped.getNumGlyphs(); i++) {
        if (shaped.getGlyphCode(i) < NO_GLYPH) {
          var place = shaped.getGlyphPosition(i);
          glyphs.add(
              new Glyph(
                  shaped.getGlyphCode(i), width + (float) place.getX(), (float) -place.getY()));
        }
      }
      width += (float) shaped.getGlyphPosition(shaped.getNumGlyphs()).getX();
    }
    return new Line(text, weight, font.getSize2D(), List.copyOf(glyphs), width);
  }

  private static Integer[] inVisualOrder(Bidi bidi) {
    var levels = new byte[bidi.getRunCount()];
    var runs = new Integer[levels.length];
    for (int run = 0; run < runs.length; run++) {
      levels[run] = (byte) bidi.getRunLevel(run);
      runs[run] = run;
    }
    Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
    return runs;
  }
}
