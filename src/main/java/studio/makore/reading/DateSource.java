package studio.makore.reading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import studio.makore.calendar.WorkingDays;
import studio.makore.language.DateFinder;
import studio.makore.language.Language;
import studio.makore.language.Languages;

/** Finds the dates that a text names; it knows when the text was sent and which days are worked. */
@FunctionalInterface
public interface DateSource {
  /** For texts in which dates do not matter. */
  DateSource NONE = text -> List.of();

  /** The dates of a text that was sent then, as its own language names them. */
  static DateSource sent(OffsetDateTime sent, WorkingDays workingDays) {
    return sent(sent, workingDays, Languages.of(""));
  }

  /**
   * The same.
   *
   * @param writers the language of the one who wrote it, for texts without letters
   */
  static DateSource sent(OffsetDateTime sent, WorkingDays workingDays, Language writers) {
    return text ->
        DateFinder.inAnswer(text, sent, Languages.find(text).orElse(writers), workingDays).stream()
            .map(mention ->
                new Named(
                    mention.text(),
                    mention.position(),
                    mention.start().date(),
                    mention.start().time(),
                    mention.end().isPresent()))
            .toList();
  }

  /** In the order of the text. */
  List<Named> in(String text);

  /**
   * @param words the words that name the date, as they stand in the text
   * @param position where they begin
   * @param range whether it is a stretch of days, of which {@code date} is only the first
   */
  record Named(
      String words, int position, LocalDate date, Optional<LocalTime> time, boolean range) {
    /** What stands before it in its text. */
    String before(String text) {
      return text.substring(0, position);
    }

    /** What stands behind it in its text. */
    String after(String text) {
      return text.substring(position + words.length());
    }
  }
}
