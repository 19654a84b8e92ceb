package studio.makore.reading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Finds the dates that a text names; it knows when the text was sent and which days are worked. */
@FunctionalInterface
public interface DateSource {
  /** For texts in which dates do not matter. */
  DateSource NONE = text -> List.of();

  /** In the order of the text. */
  List<Named> in(String text);

  /**
   * @param words the words that name the date, as they stand in the text
   * @param position where they begin
   * @param range whether it is a stretch of days, of which {@code date} is only the first
   */
  record Named(
      String words, int position, LocalDate date, Optional<LocalTime> time, boolean range) {}
}
