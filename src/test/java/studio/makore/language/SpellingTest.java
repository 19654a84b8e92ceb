package studio.makore.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
  @Test
  void points_and_harakat_and_tatweel_do_not_count() {
    assertThat(Spelling.fold("שָׁלוֹם")).isEqualTo("שלום");
    assertThat(Spelling.fold("مُوَافِـــق")).isEqualTo("موافق");
  }

  @Test
  void arabic_letters_that_people_mix_up_are_one() {
    assertThat(Spelling.fold("أحمد إلى الآن")).isEqualTo("احمد الي الان");
    assertThat(Spelling.fold("صفحة")).isEqualTo("صفحه");
  }

  @Test
  void digits_are_one_digit_but_arabizi_keeps_its_letters() {
    assertThat(Spelling.fold("ב-16.9 الساعة ٣")).isEqualTo("ב-00.0 الساعه 0");
    assertThat(Spelling.fold("mwaf2 3am")).isEqualTo("mwaf2 3am");
  }

  @Test
  void marks_nobody_sees_are_out() {
    assertThat(Spelling.fold("\u202bאישור\u202c\u200f \ufeffok")).isEqualTo("אישור ok");
    assertThat(Spelling.fold("👍🏽")).isEqualTo("👍");
  }

  @Test
  void drawn_out_words_are_short_again() {
    assertThat(Spelling.fold("sooooo תודההההה تماااام ???")).isEqualTo("so תודה تمام ???");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ünïcödé ﷺ ½ „quoted“", "״רו״ח״ ד׳", "ﻻ ﺍ٣٤", "İstanbul ẞ"})
  void folding_twice_changes_nothing_more(String text) {
    String once = Spelling.fold(text);
    assertThat(Spelling.fold(once)).isEqualTo(once);
  }
}
