package studio.makore.reply;

import com.samskivert.mustache.Mustache;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import studio.makore.language.Bidi;
import studio.makore.language.DateWords;
import studio.makore.language.Language;
import studio.makore.mail.Address;

/**
 * The mail that is answered, as it stands below the answer. Its HTML carries Gmail's class names:
 * mail programs know them and fold the quote away.
 */
record Quotation(String text, String html) {

  /**
   * @param zone in which the mail's time is told
   * @param today so that the year is named only when it is another
   */
  static Quotation of(Answered mail, Language language, Words words, ZoneId zone, LocalDate today) {
    boolean rightToLeft = Bidi.rightToLeft(language);
    String attribution =
        Mustache.compiler()
            .escapeHTML(false)
            .compile(mail.date().isPresent() ? words.attribution() : words.attributionWithoutDate())
            .execute(
                Map.of(
                    "name", Markdown.line(name(mail.author()), rightToLeft),
                    "address", Markdown.line(mail.author().address(), rightToLeft),
                    "date",
                        mail.date().map(date -> words(date, language, zone, today)).orElse("")));
    String quote = "> " + Markdown.lines(mail.text(), "\n> ");
    return new Quotation(
        Markdown.text(attribution + "\n\n" + quote),
        "<div class=\"gmail_quote\">\n"
            + Markdown.html(attribution + "\n\n" + quote, rightToLeft)
            + "</div>\n");
  }

  private static String words(
      OffsetDateTime date, Language language, ZoneId zone, LocalDate today) {
    return DateWords.dateTime(date.atZoneSameInstant(zone).toLocalDateTime(), today, language);
  }

  private static String name(Address author) {
    return author.name().isBlank()
        ? author.address().substring(0, author.address().lastIndexOf('@'))
        : author.name();
  }
}
