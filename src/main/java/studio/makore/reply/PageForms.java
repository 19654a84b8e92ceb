package studio.makore.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import studio.makore.project.Court;

/** The page "How we work together" as lines of a mail, and as HTML for {@link PdfPage}. */
final class PageForms {
  private static final String CHECK_BOX = "\u2610 ";

  private PageForms() {}

  /** A paragraph for each stage: a table would be too wide for a telephone. */
  static String text(PageContent page) {
    var paragraphs = new ArrayList<String>();
    paragraphs.add(page.about());
    for (var stage : page.stages()) {
      var lines = new ArrayList<String>();
      lines.add(stage.title());
      lines.add("- " + said(page.columns().when(), stage.when()));
      lines.add("- " + said(page.columns().fromYou(), stage.fromYou()));
      lines.add("- " + page.columns().fromUs() + ": " + stage.fromUs());
      paragraphs.add(String.join("\n", lines));
    }
    for (var late : page.late()) {
      paragraphs.add(
          "%s\n- %s: %s\n- %s: %s"
              .formatted(late.when(), late.ifYou(), late.you(), late.ifUs(), late.us()));
    }
    page.talk()
        .ifPresent(talk ->
            paragraphs.add(
                talk.points().stream()
                    .map(point -> "\n- " + point)
                    .collect(Collectors.joining("", talk.heading(), ""))));
    return String.join("\n\n", paragraphs);
  }

  private static String said(String what, List<String> words) {
    return what + ": " + String.join(", ", words);
  }

  /** Whose turn it is in a stage, that side's cell is tinted. */
  static String html(PageContent page) {
    var body = new Element("body");
    body.appendElement("h1").text(page.heading());
    body.appendElement("p").text(page.about());
    body.appendChild(stages(page));
    for (var late : page.late()) {
      body.appendElement("h2").text(late.when());
      var table = body.appendElement("table");
      header(table, List.of(late.ifYou(), late.ifUs()), List.of(50, 50));
      var row = table.appendElement("tr");
      row.appendElement("td").text(PageWords.capital(late.you()));
      row.appendElement("td").text(PageWords.capital(late.us()));
    }
    page.talk()
        .ifPresent(talk -> {
          body.appendElement("h2").text(talk.heading());
          talk.points()
              .forEach(point -> body.appendElement("p").text(CHECK_BOX + PageWords.capital(point)));
        });
    return body.html();
  }

  private static Element stages(PageContent page) {
    var table = new Element("table");
    var columns = page.columns();
    header(
        table,
        List.of(columns.stage(), columns.fromYou(), columns.fromUs(), columns.when()),
        List.of(22, 30, 27, 21));
    for (var stage : page.stages()) {
      var row = table.appendElement("tr");
      row.appendElement("td").text(stage.title());
      cell(row, stage.fromYou(), stage.who() == Court.CLIENT);
      cell(row, List.of(stage.fromUs()), stage.who() == Court.STUDIO);
      cell(row, stage.when(), false);
    }
    return table;
  }

  private static void header(Element table, List<String> names, List<Integer> percent) {
    var row = table.appendElement("tr");
    for (int column = 0; column < names.size(); column++) {
      row.appendElement("th")
          .text(names.get(column))
          .addClass(PageLayout.TINTED)
          .attr("width", String.valueOf(percent.get(column)));
    }
  }

  private static void cell(Element row, List<String> lines, boolean tinted) {
    var cell = row.appendElement("td");
    for (String line : lines) {
      if (cell.childNodeSize() > 0) {
        cell.appendElement("br");
      }
      cell.appendText(PageWords.capital(line));
    }
    if (tinted) {
      cell.addClass(PageLayout.TINTED);
    }
  }
}
