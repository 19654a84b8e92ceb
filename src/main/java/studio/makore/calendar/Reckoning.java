package studio.makore.calendar;

import com.kosherjava.zmanim.hebrewcalendar.JewishCalendar;
import com.kosherjava.zmanim.hebrewcalendar.JewishDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.stream.IntStream;

/** Calendars beside the civil one, with their days as they begin in the morning. */
public enum Reckoning {
  /** The Jewish calendar. Months count from Nisan, 1; Tishri, with which the year begins, is 7. */
  HEBREW {
    @Override
    int yearOf(LocalDate date) {
      return new JewishCalendar(date).getJewishYear();
    }

    @Override
    LocalDate resolve(int year, int month, int day) {
      boolean leap = (7 * year + 1) % 19 < 7;
      // in a leap year a mere "Adar" is the second one, in which Purim falls
      int meant = month == JewishDate.ADAR && leap ? JewishDate.ADAR_II : month;
      var date = new JewishDate(year, meant, 1);
      if (day > date.getDaysInJewishMonth()) {
        throw new DateTimeException("no such day");
      }
      date.setJewishDate(year, meant, day);
      return date.getLocalDate();
    }
  },

  /** The Islamic calendar of Umm al-Qura; where the new moon is sighted it may be a day apart. */
  HIJRI {
    @Override
    int yearOf(LocalDate date) {
      return HijrahDate.from(date).get(ChronoField.YEAR);
    }

    @Override
    LocalDate resolve(int year, int month, int day) {
      return LocalDate.from(HijrahDate.of(year, month, day));
    }
  };

  /** No day is missing from more years in a row than the thirtieth of a month. */
  private static final int YEARS_AHEAD = 4;

  abstract int yearOf(LocalDate date);

  abstract LocalDate resolve(int year, int month, int day);

  /** The civil date of a day; empty for one that the year does not have. */
  public Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(resolve(year, month, day));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The next time that the day comes, {@code from} included. */
  public Optional<LocalDate> next(int month, int day, LocalDate from) {
    int year = yearOf(from);
    return IntStream.rangeClosed(year, year + YEARS_AHEAD)
        .mapToObj(candidate -> date(candidate, month, day))
        .flatMap(Optional::stream)
        .filter(date -> !date.isBefore(from))
        .findFirst();
  }
}
