package studio.makore.calendar;

import com.kosherjava.zmanim.hebrewcalendar.JewishCalendar;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Days of rest in Israel: the holy days of the Torah and Independence Day, which moves when it
 * would touch a Sabbath. The days between (chol hamoed), Purim, Hanukkah and the fasts are worked.
 */
final class Israel implements Country {
  @Override
  public Map<LocalDate, String> holidays(Year year) {
    var holidays = new HashMap<LocalDate, String>();
    for (int day = 1; day <= year.length(); day++) {
      LocalDate date = year.atDay(day);
      name(date).ifPresent(name -> holidays.put(date, name));
    }
    return holidays;
  }

  @Override
  public boolean closesAtNoonOnEves() {
    return true;
  }

  private static Optional<String> name(LocalDate date) {
    var day = new JewishCalendar(date);
    day.setInIsrael(true);
    day.setUseModernHolidays(true);
    return Optional.ofNullable(
        switch (day.getYomTovIndex()) {
          case JewishCalendar.ROSH_HASHANA -> "Rosh Hashana";
          case JewishCalendar.YOM_KIPPUR -> "Yom Kippur";
          case JewishCalendar.SUCCOS -> "Sukkot";
          // in Israel Simchat Torah is this same day
          case JewishCalendar.SHEMINI_ATZERES -> "Simchat Torah";
          case JewishCalendar.PESACH -> "Passover";
          case JewishCalendar.SHAVUOS -> "Shavuot";
          case JewishCalendar.YOM_HAATZMAUT -> "Independence Day";
          default -> null;
        });
  }
}
