package studio.makore.reply;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import studio.makore.reply.Typesetting.Line;
import studio.makore.reply.Typesetting.Weight;

/**
 * Where everything stands on a sheet: headings, paragraphs and tables one below the other. In a
 * right-to-left page the first column is the rightmost. Places are points from the sheet's left and
 * from its top.
 */
final class PageLayout {
  /** The class of a cell with a ground. */
  static final String TINTED = "tinted";

  private static final float LINE = 1.32f;
  private static final float ASCENT = 0.95f;

  private final float left;
  private final float width;
  private final float size;
  private final boolean rightToLeft;
  private final List<Text> texts = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();
  private float bottom;

  /** A line with the place of its left end on the base line. */
  record Text(Line line, float x, float y) {}

  /** The border of a cell; {@code tinted} ones have a ground. */
  record Box(float x, float top, float width, float height, boolean tinted) {}

  private PageLayout(float left, float top, float width, float size, boolean rightToLeft) {
    this.left = left;
    this.bottom = top;
    this.width = width;
    this.size = size;
    this.rightToLeft = rightToLeft;
  }

  /**
   * Lays out {@code h1}, {@code h2}, {@code p} and {@code table}. The cells of a table's first row
   * say its columns' widths in percent.
   *
   * @param size of the running text
   */
  static PageLayout of(
      Element body, float left, float top, float width, float size, boolean rightToLeft) {
    var layout = new PageLayout(left, top, width, size, rightToLeft);
    body.children().forEach(layout::block);
    return layout;
  }

  List<Text> texts() {
    return texts;
  }

  List<Box> boxes() {
    return boxes;
  }

  /** Where the last block ends. */
  float bottom() {
    return bottom;
  }

  private void block(Element block) {
    switch (block.tagName()) {
      case "h1" -> paragraph(block, Weight.BOLD, size * 1.6f, 0, 0.6f);
      case "h2" -> paragraph(block, Weight.BOLD, size * 1.15f, 0.9f, 0.3f);
      case "table" -> table(block);
      default -> paragraph(block, Weight.PLAIN, size, 0.1f, 0.3f);
    }
  }

  /**
   * @param above the room above it, in running text's sizes
   */
  private void paragraph(Element block, Weight weight, float blockSize, float above, float below) {
    bottom += above * size;
    bottom += write(lines(block, weight, blockSize, width), left, width, bottom);
    bottom += below * size;
  }

  private void table(Element table) {
    var widths =
        table.expectFirst("tr").children().stream()
            .map(cell -> Float.parseFloat(cell.attr("width")) / 100 * width)
            .toList();
    table.select("tr").forEach(row -> row(row, widths));
    bottom += 0.3f * size;
  }

  private void row(Element row, List<Float> widths) {
    float padding = 0.55f * size;
    var cells = new ArrayList<List<Line>>();
    float height = 0;
    for (int column = 0; column < row.childrenSize(); column++) {
      Element cell = row.child(column);
      Weight weight = cell.tagName().equals("th") ? Weight.BOLD : Weight.PLAIN;
      var lines = lines(cell, weight, size, widths.get(column) - 2 * padding);
      cells.add(lines);
      height = Math.max(height, height(lines) + 1.4f * padding);
    }
    float from = 0;
    for (int column = 0; column < cells.size(); column++) {
      float cellWidth = widths.get(column);
      float x = left + (rightToLeft ? width - from - cellWidth : from);
      boolean tinted = row.child(column).hasClass(TINTED);
      boxes.add(new Box(x, bottom, cellWidth, height, tinted));
      write(cells.get(column), x + padding, cellWidth - 2 * padding, bottom + 0.7f * padding);
      from += cellWidth;
    }
    bottom += height;
  }

  private List<Line> lines(Element element, Weight weight, float textSize, float lineWidth) {
    return element
        .wholeText()
        .lines()
        .flatMap(paragraph ->
            Typesetting.lines(paragraph, weight, textSize, lineWidth, rightToLeft).stream())
        .toList();
  }

  /** Writes lines from {@code top} on and says how much room they took. */
  private float write(List<Line> lines, float x, float lineWidth, float top) {
    float y = top;
    for (Line line : lines) {
      float start = rightToLeft ? x + lineWidth - line.width() : x;
      texts.add(new Text(line, start, y + ASCENT * line.size()));
      y += LINE * line.size();
    }
    return y - top;
  }

  private static float height(List<Line> lines) {
    return (float) lines.stream().mapToDouble(line -> LINE * line.size()).sum();
  }
}
