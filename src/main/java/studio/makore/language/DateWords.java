package studio.makore.language;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import studio.makore.language.Writing.Form;

/**
 * Writes dates and times for a client to read. The weekday is always named, for that is what people
 * plan by; the year only when it is another than today's. Digits are European ones, times have 24
 * hours.
 *
 * <p>All methods throw {@link IllegalArgumentException} for a language that has no file.
 */
public final class DateWords {
  private DateWords() {}

  /** The day's name: {@code Tuesday 3 March}, to follow a word such as <i>until</i>. */
  public static String date(LocalDate date, LocalDate today, Language language) {
    return write(
        date, date.getYear() == today.getYear() ? Form.DATE : Form.DATE_WITH_YEAR, language);
  }

  /** The day as an answer to when: {@code on Tuesday 3 March}. */
  public static String onDate(LocalDate date, LocalDate today, Language language) {
    return write(
        date, date.getYear() == today.getYear() ? Form.ON_DATE : Form.ON_DATE_WITH_YEAR, language);
  }

  /** Day and hour as a name: {@code Tuesday 3 March at 10:30}. */
  public static String dateTime(LocalDateTime time, LocalDate today, Language language) {
    return date(time.toLocalDate(), today, language) + at(time.toLocalTime(), language);
  }

  /** Day and hour as an answer to when: {@code on Tuesday 3 March at 10:30}. */
  public static String onDateTime(LocalDateTime time, LocalDate today, Language language) {
    return onDate(time.toLocalDate(), today, language) + at(time.toLocalTime(), language);
  }

  private static String write(LocalDate date, Form form, Language language) {
    return Writing.in(language).as(form).format(date);
  }

  private static String at(LocalTime time, Language language) {
    return Writing.in(language).as(Form.TIME).format(time);
  }
}
