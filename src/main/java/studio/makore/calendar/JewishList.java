package studio.makore.calendar;

import com.kosherjava.zmanim.hebrewcalendar.JewishCalendar;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Jewish holidays as they are kept in Israel, where Simchat Torah is one day with its eighth. */
enum JewishList implements HolidayList {
  /**
   * Days of rest in Israel: the holy days of the Torah and Independence Day, which moves when it
   * would touch a Sabbath. The days between (chol hamoed), Purim, Hanukkah and the fasts are
   * worked.
   */
  ISRAEL(true) {
    @Override
    Optional<String> name(JewishCalendar day) {
      return day.getYomTovIndex() == JewishCalendar.YOM_HAATZMAUT
          ? Optional.of("Independence Day")
          : JEWISH.name(day);
    }
  },
  /** The holy days of the Torah alone. */
  JEWISH(true) {
    @Override
    Optional<String> name(JewishCalendar day) {
      return Optional.ofNullable(
          switch (day.getYomTovIndex()) {
            case JewishCalendar.ROSH_HASHANA -> "Rosh Hashana";
            case JewishCalendar.YOM_KIPPUR -> "Yom Kippur";
            case JewishCalendar.SUCCOS -> "Sukkot";
            case JewishCalendar.SHEMINI_ATZERES -> "Simchat Torah";
            case JewishCalendar.PESACH -> "Passover";
            case JewishCalendar.SHAVUOS -> "Shavuot";
            default -> null;
          });
    }
  },
  /** The days between the first and last of Passover and of Sukkot, when many are on leave. */
  CHOL_HAMOED(false) {
    @Override
    Optional<String> name(JewishCalendar day) {
      return Optional.ofNullable(
          switch (day.getYomTovIndex()) {
            case JewishCalendar.CHOL_HAMOED_PESACH -> "Passover week";
            case JewishCalendar.CHOL_HAMOED_SUCCOS, JewishCalendar.HOSHANA_RABBA -> "Sukkot week";
            default -> null;
          });
    }
  };

  private final boolean closesAtNoonOnEves;

  JewishList(boolean closesAtNoonOnEves) {
    this.closesAtNoonOnEves = closesAtNoonOnEves;
  }

  abstract Optional<String> name(JewishCalendar day);

  @Override
  public Map<LocalDate, String> holidays(Year year) {
    var holidays = new HashMap<LocalDate, String>();
    for (int ordinal = 1; ordinal <= year.length(); ordinal++) {
      LocalDate date = year.atDay(ordinal);
      var day = new JewishCalendar(date);
      day.setInIsrael(true);
      day.setUseModernHolidays(true);
      name(day).ifPresent(name -> holidays.put(date, name));
    }
    return holidays;
  }

  @Override
  public boolean closesAtNoonOnEves() {
    return closesAtNoonOnEves;
  }
}
