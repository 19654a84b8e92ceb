package studio.makore.mail;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What mail programs mark in their HTML, whatever the language: quotes, signatures, history. */
final class HtmlMarks {
  /** Outlook on the desktop draws this line above the header block of a quoted mail. */
  private static final Pattern TOP_LINE =
      Pattern.compile("border-top:\\s*solid\\s+#[0-9a-f]{3,6}\\s+1\\.0pt");

  private static final Pattern SIDE_LINE =
      Pattern.compile("border-(?:left|right)(?:-style|-width)?:[^;]{0,60}(?:solid|px|#)");

  private HtmlMarks() {}

  /** True when the element holds somebody else's words. */
  static boolean isQuote(Element element) {
    return switch (element.normalName()) {
      case "blockquote" -> isQuotingBlock(element);
      case "div" -> isQuotingBox(element);
      case "table" -> element.hasClass("moz-email-headers-table");
      case "span" -> element.id().endsWith("OLK_SRC_BODY_SECTION");
      default ->
          element.hasAttr("data-marker")
              && (element.attr("data-marker").startsWith("__QUOTED")
                  || element.attr("data-marker").equals("__HEADERS__"));
    };
  }

  private static boolean isQuotingBlock(Element block) {
    if (block.attr("type").equalsIgnoreCase("cite")
        || block.attr("cite").startsWith("mid:")
        || block.hasClass("protonmail_quote")) {
      return true;
    }
    if (block.hasClass("gmail_quote")) {
      // Gmail's quote button makes the same blockquote, but outside of the box for history.
      return block.parents().stream()
          .anyMatch(parent ->
              parent.normalName().equals("div")
                  && (parent.hasClass("gmail_quote") || parent.hasClass("gmail_extra")));
    }
    return SIDE_LINE.matcher(style(block)).find();
  }

  private static boolean isQuotingBox(Element div) {
    if (div.attributesSize() == 0) {
      return false;
    }
    String id = div.id();
    if (div.hasClass("gmail_attr")
        || div.hasClass("moz-cite-prefix")
        || div.hasClass("moz-forward-container")
        || div.hasClass("protonmail_quote")
        || div.hasClass("ms-outlook-mobile-reference-message")
        || id.endsWith("mail-editor-reference-message-container")
        || id.contains("yahoo_quoted")
        || div.className().contains("yahoo_quoted")
        || div.attr("name").equals("quote")
        || div.attr("data-marker").startsWith("__QUOTED")
        || div.attr("data-marker").equals("__HEADERS__")) {
      return true;
    }
    // In a reply the box also holds what was written between the quotes; a forward has no
    // blockquote.
    return div.hasClass("gmail_quote") && div.selectFirst("blockquote.gmail_quote") == null;
  }

  /** True when this element and everything after it is history (its text follows as siblings). */
  static boolean opensHistory(Element element) {
    String id = element.id();
    return switch (element.normalName()) {
      case "div" ->
          id.endsWith("divRplyFwdMsg") || id.endsWith("appendonsend") || isWordHeader(element);
      case "hr" -> id.endsWith("stopSpelling") || id.endsWith("zwchr");
      default -> false;
    };
  }

  /** Signatures and footers draw the same line: only a block of labels counts. */
  private static boolean isWordHeader(Element div) {
    String style = style(div);
    if (!style.contains("border-top") || !TOP_LINE.matcher(style).find()) {
      return false;
    }
    String text = div.wholeText();
    if (text.length() > 5000) {
      return false;
    }
    long labels =
        div.select("b, strong").stream()
            .map(bold -> Fold.fold(bold.text()))
            .filter(label -> label.endsWith(":"))
            .filter(
                label -> Phrases.label(label.substring(0, label.length() - 1).strip()).isPresent())
            .count();
    return labels >= 2;
  }

  static boolean isSignature(Element element) {
    return element.attributesSize() > 0 && isMarkedSignature(element);
  }

  private static boolean isMarkedSignature(Element element) {
    return element.hasClass("gmail_signature")
        || element.hasClass("gmail_signature_prefix")
        || element.attr("data-smartmail").equals("gmail_signature")
        || element.hasClass("moz-signature")
        || element.id().equals("AppleMailSignature")
        || element.id().equals("ms-outlook-mobile-signature")
        || element.id().equals("Signature");
  }

  /** Apple Mail marks only where its signature begins; it ends at the quote. */
  static boolean opensSignature(Element element) {
    return element.id().equals("lineBreakAtBeginningOfSignature");
  }

  /** Preview texts of newsletters and trackers. */
  static boolean isHidden(Element element) {
    String style = style(element);
    return style.contains("display:none")
        || style.contains("display: none")
        || style.contains("mso-hide:all");
  }

  private static String style(Element element) {
    String style = element.attr("style");
    return style.isEmpty() ? style : style.toLowerCase(Locale.ROOT);
  }
}
