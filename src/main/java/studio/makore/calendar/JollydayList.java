package studio.makore.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.net.URL;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A country, or with a region a part of it, as the Jollyday library knows it; or a faith by a file
 * of ours in that library's form. Islamic feasts follow the Umm al-Qura calendar; where the new
 * moon is sighted they may fall a day apart.
 */
final class JollydayList implements HolidayList {
  private final Supplier<ManagerParameter> source;
  private final Optional<String> region;

  private JollydayList(Supplier<ManagerParameter> source, Optional<String> region) {
    this.source = source;
    this.region = region;
  }

  /**
   * The list of a country by its ISO 3166 code in lower case; empty for one that is not known.
   * Countries are told from the library's list of names, so that nothing is loaded for it.
   */
  static Optional<HolidayList> ofCountry(String code, Optional<String> region) {
    if (!HolidayManager.getSupportedCalendarCodes().contains(code.toUpperCase(Locale.ROOT))) {
      return Optional.empty();
    }
    var country = new JollydayList(() -> ManagerParameters.create(code), region);
    return region.isEmpty() || country.regions().contains(region.get())
        ? Optional.of(country)
        : Optional.empty();
  }

  /** The list of a faith that has a file beside this class; empty for others. */
  static Optional<HolidayList> ofFaith(String name) {
    return Faith.NAMES.contains(name)
        ? Optional.of(
            new JollydayList(() -> ManagerParameters.create(Faith.file(name)), Optional.empty()))
        : Optional.empty();
  }

  private static final class Faith {
    static final Set<String> NAMES = Set.of("muslim", "christian", "orthodox");

    static URL file(String name) {
      return Objects.requireNonNull(
          JollydayList.class.getResource(name + ".xml"), "the build has lost " + name + ".xml");
    }
  }

  /** The parts of the country that have holidays of their own, in lower case. */
  private Set<String> regions() {
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
    return HolidayManager.getInstance(source.get());
  }
}
