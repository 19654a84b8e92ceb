package studio.makore.reply;

import static java.util.regex.Matcher.quoteReplacement;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;
import studio.makore.language.Bidi;

/**
 * Markdown as mails use it: paragraphs, lists, headings, emphasis, links and quotes. A line break
 * in the source is a line break in the mail. HTML in the source is shown, never obeyed.
 */
final class Markdown {
  private static final Set<Class<? extends Block>> BLOCKS =
      Set.of(Heading.class, ListBlock.class, BlockQuote.class, ThematicBreak.class);
  private static final Parser PARSER = Parser.builder().enabledBlockTypes(BLOCKS).build();
  private static final TextContentRenderer TEXT =
      TextContentRenderer.builder()
          .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
          .nodeRendererFactory(QuoteInText::new)
          .build();

  private static final char ISOLATE_START = '\u2068';
  private static final char ISOLATE_END = '\u2069';
  private static final Pattern ISOLATE = Pattern.compile("\\u2068([^\\u2069]*+)\\u2069");
  private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cntrl}\\u200b\\ufeff\\u2028\\u2029&&[^\\n]]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

  private Markdown() {}

  /** The value's visible characters on one line, as plain text. */
  static String plainLine(String value) {
    return SPACES.matcher(visible(value)).replaceAll(" ").strip();
  }

  /** The value on one line as Markdown that shows exactly its characters. */
  static String line(String value, boolean rightToLeft) {
    String escaped = escape(plainLine(value));
    return Directions.mixes(escaped, rightToLeft) ? ISOLATE_START + escaped + ISOLATE_END : escaped;
  }

  /**
   * The value's lines as Markdown that shows exactly their characters.
   *
   * @param between a line break, with the marker of a quote that the first line stands in already
   */
  static String lines(String value, String between) {
    return visible(value)
        .strip()
        .lines()
        .map(line -> escape(plainLine(line)))
        .collect(Collectors.joining(between));
  }

  /**
   * Readable plain text: list markers kept, quotes marked with {@code >}, emphasis dropped. No line
   * ends in a space, which format=flowed (RFC 3676) would take for a soft break.
   */
  static String text(String markdown) {
    String text =
        TEXT.render(PARSER.parse(markdown))
            .lines()
            .map(String::stripTrailing)
            .collect(Collectors.joining("\n", "", "\n"));
    return ISOLATE
        .matcher(text)
        .replaceAll(value -> quoteReplacement(Bidi.isolate(value.group(1))));
  }

  /** HTML with every direction that differs from the mail's written out, and no style sheet. */
  static String html(String markdown, boolean rightToLeft) {
    return HtmlRenderer.builder()
        .escapeHtml(true)
        .sanitizeUrls(true)
        .softbreak("<br>\n")
        .attributeProviderFactory(
            _ -> (node, _, attributes) -> style(node, rightToLeft, attributes))
        .nodeRendererFactory(IsolateInHtml::new)
        .build()
        .render(PARSER.parse(markdown));
  }

  private static String visible(String value) {
    String lines = value.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    return Bidi.strip(INVISIBLE.matcher(lines).replaceAll(""));
  }

  private static String escape(String plain) {
    return PUNCTUATION.matcher(plain).replaceAll("\\\\$0");
  }

  /**
   * Inline, because Gmail and Outlook drop style sheets; left and right, because Outlook knows no
   * start.
   */
  private static void style(Node node, boolean rightToLeft, Map<String, String> attributes) {
    switch (node) {
      case ListBlock _ ->
          attributes.put("style", rightToLeft ? "padding:0 1.4em 0 0" : "padding:0 0 0 1.4em");
      case BlockQuote quote -> {
        boolean quoteRightToLeft = Directions.rightToLeft(textOf(quote), rightToLeft);
        String side = quoteRightToLeft ? "right" : "left";
        attributes.put("dir", quoteRightToLeft ? "rtl" : "ltr");
        attributes.put(
            "style", "margin:0 0 1em;padding:0 1em;border-%s:3px solid #b8c4ce".formatted(side));
      }
      case Paragraph paragraph when paragraph.getParent() instanceof BlockQuote ->
          attributes.put(
              "dir", Directions.rightToLeft(textOf(paragraph), rightToLeft) ? "rtl" : "ltr");
      default -> {}
    }
  }

  private static String textOf(Node node) {
    var text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text leaf) {
            text.append(leaf.getLiteral());
          }
        });
    return text.toString();
  }

  /** commonmark's own puts guillemets around a quote; mail has its {@code >}. */
  private record QuoteInText(TextContentNodeRendererContext context) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(BlockQuote.class);
    }

    @Override
    public void render(Node quote) {
      var writer = context.getWriter();
      writer.writePrefix("> ");
      writer.pushPrefix("> ");
      for (var child = quote.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
      writer.popPrefix();
      writer.block();
    }
  }

  /** Isolate characters become spans: Outlook shows the characters as boxes in some fonts. */
  private record IsolateInHtml(HtmlNodeRendererContext context) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Text.class);
    }

    @Override
    public void render(Node node) {
      String literal = ((Text) node).getLiteral();
      var writer = context.getWriter();
      var isolates = ISOLATE.matcher(literal);
      int from = 0;
      while (isolates.find()) {
        writer.text(literal.substring(from, isolates.start()));
        String value = isolates.group(1);
        writer.tag("span", Map.of("dir", Directions.rightToLeft(value, false) ? "rtl" : "ltr"));
        writer.text(value);
        writer.tag("/span");
        from = isolates.end();
      }
      writer.text(literal.substring(from));
    }
  }
}
