package studio.makore.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HolidaysTest {
  private final Holidays israel = Holidays.of(List.of("IL"), Set.of());

  @Test
  void israel_rests_on_these_days_of_2026() {
    assertThat(daysOff(israel, 2026))
        .containsExactly(
            "2026-04-02 Passover",
            "2026-04-08 Passover",
            "2026-04-22 Independence Day",
            "2026-05-22 Shavuot",
            "2026-09-12 Rosh Hashana",
            "2026-09-13 Rosh Hashana",
            "2026-09-21 Yom Kippur",
            "2026-09-26 Sukkot",
            "2026-10-03 Simchat Torah");
  }

  @Test
  void israel_rests_on_these_days_of_2027() {
    assertThat(daysOff(israel, 2027))
        .containsExactly(
            "2027-04-22 Passover",
            "2027-04-28 Passover",
            "2027-05-12 Independence Day",
            "2027-06-11 Shavuot",
            "2027-10-02 Rosh Hashana",
            "2027-10-03 Rosh Hashana",
            "2027-10-11 Yom Kippur",
            "2027-10-16 Sukkot",
            "2027-10-23 Simchat Torah");
  }

  @Test
  void offices_in_israel_close_at_noon_on_the_eves() {
    assertThat(israel.eveOf(day("2026-09-20"))).contains("Yom Kippur");
    assertThat(israel.isHalfDay(day("2026-09-20"))).isTrue();
    assertThat(israel.isHalfDay(day("2026-04-07"))).as("the sixth day of Passover").isTrue();
    assertThat(israel.isHalfDay(day("2026-04-21"))).as("Remembrance Day").isTrue();
    assertThat(israel.isHalfDay(day("2026-04-05"))).as("the days between").isFalse();
  }

  @Test
  void the_first_day_of_a_feast_is_no_eve_of_its_second() {
    assertThat(israel.eveOf(day("2026-09-12"))).isEmpty();
    assertThat(israel.isHalfDay(day("2026-09-12"))).isFalse();
  }

  @Test
  void purim_hanukkah_and_the_ninth_of_av_are_worked() {
    assertThat(israel.on(day("2026-03-03"))).isEmpty();
    assertThat(israel.on(day("2026-12-06"))).isEmpty();
    assertThat(israel.on(day("2026-07-23"))).isEmpty();
  }

  @Test
  void palestinians_and_the_gulf_keep_the_feasts_of_islam() {
    assertThat(Holidays.of(List.of("PS"), Set.of()).on(day("2026-03-20"))).contains("Eid ul-Fitr");
    assertThat(Holidays.of(List.of("PS"), Set.of()).on(day("2027-05-16"))).contains("Eid ul-Adha");
    assertThat(Holidays.of(List.of("AE"), Set.of()).on(day("2026-12-02"))).contains("National Day");
    assertThat(Holidays.of(List.of("SA"), Set.of()).on(day("2026-09-23"))).contains("National Day");
    assertThat(Holidays.of(List.of("EG"), Set.of()).on(day("2027-01-07")))
        .contains("Coptic Christmas Day");
    assertThat(Holidays.of(List.of("JO"), Set.of()).on(day("2027-05-25")))
        .contains("Independence Day");
  }

  @Test
  void americans_rest_on_the_friday_before_a_fourth_of_july_that_falls_on_saturday() {
    Holidays america = Holidays.of(List.of("us"), Set.of());
    assertThat(america.on(day("2026-07-03"))).contains("Independence Day");
    assertThat(america.eveOf(day("2026-12-24"))).contains("Christmas");
    assertThat(america.isHalfDay(day("2026-12-24"))).isFalse();
  }

  @Test
  void england_and_scotland_differ_at_easter() {
    assertThat(Holidays.of(List.of("GB-ENG"), Set.of()).on(day("2027-03-29")))
        .contains("Easter Monday");
    assertThat(Holidays.of(List.of("GB-SCT"), Set.of()).on(day("2027-03-29"))).isEmpty();
  }

  @Test
  void a_studio_may_keep_two_countries_and_days_of_its_own() {
    Holidays both = Holidays.of(List.of("IL", "PS"), Set.of(day("2026-08-16")));
    assertThat(both.on(day("2026-09-21"))).contains("Yom Kippur");
    assertThat(both.on(day("2026-12-25"))).contains("Christmas");
    assertThat(both.isHalfDay(day("2026-12-24"))).isFalse();
    assertThat(both.on(day("2026-08-16"))).contains("Day off");
    assertThat(both.eveOf(day("2026-08-15"))).contains("Day off");
  }

  @Test
  void a_country_that_nobody_knows_is_refused_with_a_word_on_how_to_name_one() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Holidays.of(List.of("Israel"), Set.of()))
        .withMessageContaining("\"Israel\"")
        .withMessageContaining("two-letter code");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Holidays.of(List.of("GB-XYZ"), Set.of()))
        .withMessageContaining("GB-XYZ");
  }

  private static TreeSet<String> daysOff(Holidays holidays, int year) {
    var days = new TreeSet<String>();
    LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .forEach(date -> holidays.on(date).ifPresent(name -> days.add(date + " " + name)));
    return days;
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
