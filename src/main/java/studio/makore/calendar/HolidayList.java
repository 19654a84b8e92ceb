package studio.makore.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.Map;

/** The holidays of one country or faith. */
interface HolidayList {
  /** Holidays of a year with their English names; on a day with two, the first stands. */
  Map<LocalDate, String> holidays(Year year);

  /** Whether offices usually close at noon on the day before a holiday. */
  boolean closesAtNoonOnEves();
}
