package studio.makore.language;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.makore.calendar.Holidays;
import studio.makore.calendar.WorkingDays;

/**
 * Finds the dates and hours that a text names, in Hebrew, Arabic, English and mixtures of them: as
 * figures, by name, or by their distance from the day on which the text was sent.
 *
 * <ul>
 *   <li>A weekday is its next occurrence strictly after the day of sending; "next" makes it the one
 *       in the next calendar week. Weeks begin on Sunday in Hebrew and Arabic, on Monday in
 *       English.
 *   <li>"By the end of the week" is the week's last working day, and working days are counted by
 *       the studio's calendar. A week and a half is ten days.
 *   <li>Figures are day first. A date that passed by over 60 days is next year's.
 *   <li>Hours from 1:00 to 6:59 are in the afternoon unless a word says otherwise; "in the morning"
 *       and other vague parts of a day give the date alone.
 *   <li>What cannot be resolved is left out: "after the holidays", "soon", an hour without a day.
 * </ul>
 *
 * The work grows with the text's length and no faster, whatever it holds.
 */
public final class DateFinder {
  private DateFinder() {}

  /**
   * The mentions in the order of the text.
   *
   * @param sent when the mail was sent; days and hours are those of its offset
   * @param language the language that most of the text is in
   */
  public static List<DateMention> find(
      String text, OffsetDateTime sent, Language language, WorkingDays workingDays) {
    return find(text, sent, language, workingDays, false);
  }

  /**
   * The mentions in an answer to the question for a date, in which "15.3" is no number and "Mon" no
   * name.
   */
  public static List<DateMention> inAnswer(
      String text, OffsetDateTime sent, Language language, WorkingDays workingDays) {
    return find(text, sent, language, workingDays, true);
  }

  private static List<DateMention> find(
      String text,
      OffsetDateTime sent,
      Language language,
      WorkingDays workingDays,
      boolean answer) {
    DateLexicon lexicon = DateLexicon.of(language);
    List<Term> terms = DateTerms.of(text, lexicon);
    var almanac = new Almanac(sent.toLocalDateTime(), lexicon.firstDayOfWeek(), workingDays);
    return mentions(text, terms, new DateGrammar(terms, almanac, answer));
  }

  /** The week in which most people who write this language work, where no studio's is known. */
  public static WorkingDays usualWeek(Language language) {
    return WorkingDays.of(DateLexicon.of(language).workingWeek(), Holidays.none());
  }

  private static List<DateMention> mentions(String text, List<Term> terms, DateGrammar grammar) {
    var mentions = new ArrayList<DateMention>();
    TermReader reader = grammar.reader();
    while (!reader.atEnd()) {
      int first = reader.position();
      if (reader.peek(0).isPlainWord()) {
        reader.moveTo(first + 1);
        continue;
      }
      boolean again = !reader.skip(Sense.EVERY).isEmpty();
      Optional<Span> span = grammar.mention();
      if (span.isEmpty()) {
        reader.moveTo(Math.max(reader.position(), first + 1));
      } else if (!again) {
        int from = terms.get(first).start();
        int to = terms.get(reader.position() - 1).end();
        mentions.add(
            new DateMention(text.substring(from, to), from, span.get().start(), span.get().end()));
      }
    }
    return List.copyOf(mentions);
  }
}
