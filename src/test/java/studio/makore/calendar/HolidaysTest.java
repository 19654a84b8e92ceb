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

  @Test
  void a_studio_in_nazareth_keeps_its_own_faith_beside_the_country() {
    assertThat(daysOff(Holidays.of(List.of("muslim"), Set.of()), 2027))
        .containsExactly(
            "2027-03-09 Eid ul-Fitr",
            "2027-03-10 Eid ul-Fitr day 2",
            "2027-03-11 Eid ul-Fitr day 3",
            "2027-05-16 Eid ul-Adha",
            "2027-05-17 Eid ul-Adha day 2",
            "2027-05-18 Eid ul-Adha day 3",
            "2027-06-06 Islamic New Year",
            "2027-08-14 Mawlid an-Nabi");
    assertThat(daysOff(Holidays.of(List.of("christian"), Set.of()), 2027))
        .extracting(day -> day.substring(0, 10))
        .containsExactly("2027-03-26", "2027-03-28", "2027-03-29", "2027-12-25", "2027-12-26");
    assertThat(daysOff(Holidays.of(List.of("Orthodox"), Set.of()), 2027))
        .extracting(day -> day.substring(0, 10))
        .containsExactly("2027-01-07", "2027-04-30", "2027-05-02", "2027-05-03");
    assertThat(daysOff(Holidays.of(List.of("jewish"), Set.of()), 2027))
        .isSubsetOf(daysOff(israel, 2027))
        .noneMatch(day -> day.contains("Independence"))
        .hasSize(8);
  }

  @Test
  void the_days_between_are_free_for_those_who_say_so_and_have_no_eve_of_their_own() {
    Holidays between = Holidays.of(List.of("IL", "chol-hamoed"), Set.of());
    assertThat(between.on(day("2026-04-05"))).contains("Passover week");
    assertThat(between.on(day("2026-09-30"))).contains("Sukkot week");
    assertThat(between.on(day("2026-10-02"))).as("Hoshana Rabba").contains("Sukkot week");
    assertThat(Holidays.of(List.of("chol-hamoed"), Set.of()).isHalfDay(day("2026-04-02")))
        .isFalse();
  }

  @Test
  void eves_are_what_the_studio_makes_of_them() {
    LocalDate eveOfKippur = day("2026-09-20");
    LocalDate christmasEve = day("2026-12-24");
    Holidays both = Holidays.of(List.of("IL", "christian"), Set.of());
    assertThat(both.isHalfDay(christmasEve)).isFalse();
    assertThat(both.withEves(Eves.HALF_DAY).isHalfDay(christmasEve)).isTrue();
    assertThat(both.withEves(Eves.WORKED).isHalfDay(eveOfKippur)).isFalse();
    assertThat(both.withEves(Eves.WORKED).eveOf(eveOfKippur)).contains("Yom Kippur");
    assertThat(both.withEves(Eves.DAY_OFF).on(eveOfKippur)).contains("Eve of Yom Kippur");
    assertThat(both.withEves(Eves.DAY_OFF).isHalfDay(eveOfKippur)).isFalse();
  }

  @Test
  void a_feast_that_the_moon_moved_is_worked_and_the_other_day_is_taken_off() {
    Holidays sighted =
        Holidays.of(List.of("PS"), Set.of(day("2026-03-23"))).lessOn(Set.of(day("2026-03-20")));
    assertThat(sighted.on(day("2026-03-20"))).isEmpty();
    assertThat(sighted.on(day("2026-03-21"))).contains("Eid ul-Fitr day 2");
    assertThat(sighted.on(day("2026-03-23"))).contains("Day off");
    assertThat(israel.lessOn(Set.of(day("2026-09-21"))).isHalfDay(day("2026-09-20"))).isFalse();
  }

  @Test
  void leave_is_written_as_a_day_or_from_one_to_another() {
    assertThat(DaysOff.parse("2026-12-24").dates()).containsExactly(day("2026-12-24"));
    assertThat(DaysOff.parse(" 2026-12-30 to 2027-01-02").dates())
        .containsExactly(
            day("2026-12-30"), day("2026-12-31"), day("2027-01-01"), day("2027-01-02"));
    for (String wrong :
        List.of(
            "24.12.2026",
            "2026-12-24 to",
            "2026-12-24 to 2026-12-01",
            "2026-01-01 to 2062-01-01")) {
      assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> DaysOff.parse(wrong));
    }
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
