package studio.makore.report;

import studio.makore.language.Language;

/**
 * Writes a weekly report for its owner to read, in the owner's language. Names and the client's
 * words are taken as hostile: no form of the report obeys anything in them.
 *
 * <p>All methods throw {@link IllegalArgumentException} for a language that has no file.
 */
public final class ReportWriter {

  /** One line for a mail's Subject. */
  public String subject(WeeklyReport report, Language language) {
    return new Wording(report, language).subject();
  }

  /**
   * Plain text for a terminal or a text/plain part: no line is wider than 78 characters unless a
   * word is, no escape sequences, lines end with {@code \n}.
   */
  public String text(WeeklyReport report, Language language) {
    return new TextLayout(language).write(new Wording(report, language).sheet());
  }

  /**
   * The inner HTML of a mail's body: tables and inline styles only, nothing to be fetched, the
   * language and its direction said on the outermost element.
   */
  public String html(WeeklyReport report, Language language) {
    return new HtmlLayout(language).body(new Wording(report, language).sheet());
  }

  /** A whole HTML document around {@link #html}, to be kept as a file and opened in a browser. */
  public String page(WeeklyReport report, Language language) {
    return new HtmlLayout(language).page(subject(report, language), html(report, language));
  }
}
