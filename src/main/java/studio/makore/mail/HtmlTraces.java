package studio.makore.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells in one pass whether HTML can hold any of the {@link HtmlMarks} at all. Most mail has none,
 * and then there is no need to build its tree.
 */
final class HtmlTraces {
  /**
   * A piece of a mark, in lower case.
   *
   * @param rare the place of its rarest letter, at which it is looked for
   */
  private record Trace(String text, int rare) {
    boolean isAt(String html, int letter) {
      return html.regionMatches(true, letter - rare, text, 0, text.length());
    }
  }

  /** Part of every mark of a signature. */
  private static final Trace SIGNATURE = new Trace("signature", 2);

  private static final List<Trace> ALL =
      List.of(
          SIGNATURE,
          new Trace("quote", 0),
          new Trace("gmail_", 0),
          new Trace("moz-", 2),
          new Trace("reference-message", 2),
          new Trace("data-marker", 9),
          new Trace("olk_src_body", 2),
          new Trace("divrplyfwdmsg", 7),
          new Trace("appendonsend", 2),
          new Trace("stopspelling", 11),
          new Trace("zwchr", 0),
          new Trace("border-top", 0));

  private static final List<List<Trace>> ANY = byLetter(ALL);
  private static final List<List<Trace>> OF_SIGNATURE = byLetter(List.of(SIGNATURE));

  private HtmlTraces() {}

  /** False when no element can be marked as a quote, as history or as a signature. */
  static boolean any(String html) {
    return finds(ANY, html);
  }

  /** False when no element can be marked as a signature. */
  static boolean ofSignature(String html) {
    return finds(OF_SIGNATURE, html);
  }

  private static boolean finds(List<List<Trace>> byLetter, String html) {
    for (int i = 0; i < html.length(); i++) {
      char c = html.charAt(i);
      if (c < byLetter.size()) {
        for (Trace trace : byLetter.get(c)) {
          if (trace.isAt(html, i)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static List<List<Trace>> byLetter(List<Trace> traces) {
    List<List<Trace>> byLetter = new ArrayList<>();
    for (char c = 0; c < 128; c++) {
      char lower = Character.toLowerCase(c);
      byLetter.add(traces.stream().filter(t -> t.text().charAt(t.rare()) == lower).toList());
    }
    return List.copyOf(byLetter);
  }
}
