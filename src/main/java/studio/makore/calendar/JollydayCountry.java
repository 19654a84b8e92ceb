package studio.makore.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A country, or with a region a part of it, as the Jollyday library knows it. Islamic feasts follow
 * the Umm al-Qura calendar; where the new moon is sighted they may fall a day apart.
 */
record JollydayCountry(String code, Optional<String> region) implements Country {
  /** Tells from the list of names alone, so that nothing is loaded for it. */
  static boolean isKnown(String code) {
    return HolidayManager.getSupportedCalendarCodes().contains(code.toUpperCase(Locale.ROOT));
  }

  /** The parts of the country that have holidays of their own, in lower case. */
  Set<String> regions() {
    return manager().getCalendarHierarchy().getChildren().keySet();
  }

  @Override
  public Map<LocalDate, String> holidays(Year year) {
    var holidays = new HashMap<LocalDate, String>();
    for (Holiday holiday : manager().getHolidays(year, region.stream().toArray(String[]::new))) {
      if (holiday.getType() != HolidayType.OBSERVANCE) {
        holidays.putIfAbsent(holiday.getDate(), holiday.getDescription(Locale.ENGLISH));
      }
    }
    return holidays;
  }

  @Override
  public boolean closesAtNoonOnEves() {
    return false;
  }

  private HolidayManager manager() {
    return HolidayManager.getInstance(ManagerParameters.create(code));
  }
}
