package studio.makore.mail;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import studio.makore.mail.Line.Origin;

/**
 * HTML as readable lines: paragraphs apart, list items marked, table rows on a line, links with
 * their target where the text does not show it. Each line knows what the structure says about it.
 */
final class HtmlText implements NodeFilter {
  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private Origin lineOrigin = Origin.OWN;
  private int quotes;
  private int signatures;
  private boolean history;
  private boolean appleSignature;
  private boolean blankPending;
  private int preformatted;

  /** How many items of each numbered list were seen. */
  private final Map<Element, Integer> items = new IdentityHashMap<>();

  private HtmlText() {}

  static List<Line> lines(String html) {
    Document document = Jsoup.parse(html);
    HtmlText text = new HtmlText();
    document.body().filter(text);
    text.endLine();
    return text.lines;
  }

  static String text(String html) {
    return text(lines(html));
  }

  static String text(List<Line> lines) {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n")).strip();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words);
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    String name = element.normalName();
    if (name.equals("style")
        || name.equals("script")
        || name.equals("head")
        || name.equals("title")
        || name.equals("template")
        || HtmlMarks.isHidden(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (isBlock(element)) {
      endLine();
    }
    mark(element);
    switch (name) {
      case "br" -> lineBreak();
      case "li" -> append(bullet(element));
      case "td", "th" -> append(line.isEmpty() ? "" : " ");
      case "pre", "textarea" -> preformatted++;
      case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table" -> blank(element);
      default -> {}
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    switch (element.normalName()) {
      case "a" -> target(element);
      case "pre", "textarea" -> preformatted--;
      default -> {}
    }
    if (isBlock(element)) {
      endLine();
      if (element.normalName().equals("p")
          || element.normalName().startsWith("h") && element.normalName().length() == 2) {
        blank(element);
      }
    }
    if (HtmlMarks.isQuote(element)) {
      endLine();
      quotes--;
    }
    if (HtmlMarks.isSignature(element)) {
      endLine();
      signatures--;
    }
    return FilterResult.CONTINUE;
  }

  private void mark(Element element) {
    if (HtmlMarks.opensHistory(element)) {
      endLine();
      history = true;
    }
    if (HtmlMarks.isQuote(element)) {
      endLine();
      quotes++;
      appleSignature = false;
    }
    if (HtmlMarks.isSignature(element)) {
      endLine();
      signatures++;
    }
    if (HtmlMarks.opensSignature(element)) {
      endLine();
      appleSignature = true;
    }
  }

  private Origin origin() {
    if (history || quotes > 0) {
      return Origin.QUOTED;
    }
    return signatures > 0 || appleSignature ? Origin.SIGNATURE : Origin.OWN;
  }

  private void append(TextNode words) {
    if (preformatted > 0) {
      String[] rows = words.getWholeText().split("\r?\n", -1);
      for (int i = 0; i < rows.length; i++) {
        if (i > 0) {
          lineBreak();
        }
        append(rows[i]);
      }
      return;
    }
    append(collapsed(words.getWholeText()));
  }

  /**
   * White space as a browser shows it; no-break spaces stay, Word makes its empty lines of them.
   */
  private String collapsed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean blank = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
      if (!space) {
        out.append(c);
      } else if (!blank) {
        out.append(' ');
      }
      blank = space;
    }
    return out.toString();
  }

  private void append(String text) {
    if (line.isEmpty()) {
      lineOrigin = origin();
    }
    line.append(text);
  }

  private void endLine() {
    if (!line.toString().isBlank()) {
      lineBreak();
    } else {
      line.setLength(0);
    }
  }

  private void lineBreak() {
    String text = line.toString().replace('\u00a0', ' ').strip();
    Origin origin = line.isEmpty() ? origin() : lineOrigin;
    line.setLength(0);
    if (text.isEmpty()) {
      blankPending = false;
      lines.add(Line.of("", origin));
      return;
    }
    if (blankPending && !lines.isEmpty() && !lines.getLast().isBlank()) {
      lines.add(Line.of("", origin));
    }
    blankPending = false;
    lines.add(Line.of(text, origin));
  }

  /** Word's paragraphs have no margin; everybody else's have. */
  private void blank(Element element) {
    if (!element.className().startsWith("Mso") && !isListed(element)) {
      blankPending = true;
    }
  }

  private static boolean isListed(Element element) {
    for (Element above = element.parent(); above != null; above = above.parent()) {
      if (above.normalName().equals("li")) {
        return true;
      }
    }
    return false;
  }

  private String bullet(Element item) {
    Element list = item.parent();
    return list != null && list.normalName().equals("ol")
        ? items.merge(list, 1, Integer::sum) + ". "
        : "- ";
  }

  private void target(Element link) {
    String href = link.attr("href").strip();
    String shown = link.text().strip();
    if (href.startsWith("http")
        && !shown.isEmpty()
        && href.length() < 300
        && !bare(href).equals(bare(shown))) {
      append(" <" + href + ">");
    }
  }

  private static String bare(String url) {
    return url.replaceFirst("^https?://", "").replaceFirst("/$", "");
  }

  private static boolean isBlock(Element element) {
    return switch (element.normalName()) {
      case "td", "th" -> false;
      case "br" -> false;
      default -> element.isBlock() || element.normalName().equals("tr");
    };
  }
}
