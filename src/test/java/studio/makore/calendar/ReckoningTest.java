package studio.makore.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReckoningTest {
  @Test
  void a_hebrew_date_is_a_civil_one() {
    assertThat(Reckoning.HEBREW.date(5787, 9, 25)).contains(LocalDate.of(2026, 12, 5));
    assertThat(Reckoning.HEBREW.date(5787, 13, 14)).contains(LocalDate.of(2027, 3, 23));
    assertThat(Reckoning.HEBREW.date(5787, 12, 14)).as("Purim").contains(LocalDate.of(2027, 3, 23));
  }

  @Test
  void a_hijri_date_is_a_civil_one() {
    assertThat(Reckoning.HIJRI.date(1448, 1, 10)).contains(LocalDate.of(2026, 6, 25));
  }

  @Test
  void a_day_that_a_year_does_not_have_is_none() {
    assertThat(Reckoning.HEBREW.date(5787, 10, 30)).as("Tevet has 29").isEmpty();
    assertThat(Reckoning.HIJRI.date(1448, 13, 1)).isEmpty();
  }

  @Test
  void without_a_year_the_next_one_is_meant_that_day_included() {
    LocalDate day = LocalDate.of(2026, 6, 25);
    assertThat(Reckoning.HIJRI.next(1, 10, day)).contains(day);
    assertThat(Reckoning.HIJRI.next(1, 10, day.plusDays(1))).contains(LocalDate.of(2027, 6, 15));
  }
}
