package studio.makore.report;

import java.util.ArrayList;
import java.util.List;
import studio.makore.language.Bidi;
import studio.makore.language.Language;
import studio.makore.report.Sheet.Bar;
import studio.makore.report.Sheet.Entry;
import studio.makore.report.Sheet.Part;
import studio.makore.report.Sheet.Row;

/** Lays a sheet out as plain text, aligned by characters. */
final class TextLayout {
  private static final int WIDTH = 76;
  private static final int LONGEST_BAR = 24;
  private static final String INDENT = "  ";
  private static final char RIGHT_TO_LEFT_MARK = '\u200f';

  private final boolean rightToLeft;
  private final List<String> lines = new ArrayList<>();

  TextLayout(Language language) {
    this.rightToLeft = Bidi.rightToLeft(language);
  }

  String write(Sheet sheet) {
    underlined(sheet.studio() + " · " + sheet.title(), '=');
    blank();
    wrapped("", sheet.headline());
    sheet.facts().forEach(fact -> wrapped("", fact));
    blank();
    add(sheet.chartTitle());
    int label = widest(sheet.bars().stream().map(Bar::label).toList());
    int bar = sheet.bars().stream().mapToInt(b -> bar(b).length()).max().orElse(0);
    sheet.bars().forEach(week -> chart(week, label, bar));
    sheet.parts().forEach(this::part);
    if (!sheet.closing().isEmpty()) {
      blank();
      wrapped("", sheet.closing());
    }
    return String.join("\n", lines) + "\n";
  }

  private void chart(Bar week, int label, int bar) {
    add(
        INDENT
            + padded(week.label(), label)
            + INDENT
            + padded(bar(week), bar)
            + INDENT
            + week.note());
  }

  /** The bar with its figure at its end, where the eye is. */
  private static String bar(Bar week) {
    int length = (week.percent() * LONGEST_BAR + 99) / 100;
    String blocks = "█".repeat(length);
    return length == 0 ? Integer.toString(week.count()) : blocks + " " + week.count();
  }

  private void part(Part part) {
    blank();
    underlined(part.title(), '-');
    for (var topic : part.topics()) {
      blank();
      wrapped("", topic.name());
      topic.entries().forEach(this::entry);
    }
  }

  private void entry(Entry entry) {
    if (!entry.quote().isEmpty()) {
      blank();
      wrapped(INDENT, entry.quote());
    }
    int label = widest(entry.rows().stream().map(Row::label).toList());
    for (var row : entry.rows()) {
      wrapped(INDENT.repeat(2) + padded(row.label(), label) + INDENT, row.value());
    }
  }

  private void underlined(String title, char line) {
    wrapped("", title);
    add(Character.toString(line).repeat(Math.min(WIDTH, width(title))));
  }

  /**
   * A text behind its head; what does not fit goes on below its own beginning, and a value that is
   * broken is set apart on each line.
   */
  private void wrapped(String head, String text) {
    String before = head;
    var line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String next = word;
      if (!line.isEmpty() && width(before) + width(line.toString()) + 1 + width(word) > WIDTH) {
        boolean within = Apart.endsWithin(line.toString());
        add(before + line + (within ? Apart.END : ""));
        next = within ? Apart.START + word : word;
        before = " ".repeat(width(head));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(next);
    }
    add(before + line);
  }

  private void blank() {
    lines.add("");
  }

  /** Most programs take each line's direction from its first letter; so every line says its own. */
  private void add(String line) {
    String told = Apart.replace(line, Bidi::isolate);
    lines.add(rightToLeft && !Apart.rightToLeft(told, false) ? RIGHT_TO_LEFT_MARK + told : told);
  }

  private static int widest(List<String> texts) {
    return texts.stream().mapToInt(TextLayout::width).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - width(text));
  }

  private static int width(String text) {
    String visible = Bidi.strip(text);
    return (int)
        visible
            .codePoints()
            .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
            .count();
  }
}
