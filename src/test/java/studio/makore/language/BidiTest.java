package studio.makore.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BidiTest {
  @Test
  void hebrew_and_arabic_run_from_right_to_left() {
    assertThat(Bidi.rightToLeft(Language.HEBREW)).isTrue();
    assertThat(Bidi.rightToLeft(Language.ARABIC)).isTrue();
    assertThat(Bidi.rightToLeft(Language.ENGLISH)).isFalse();
  }

  @Test
  void a_name_is_set_apart_from_its_line() {
    assertThat(Bidi.isolate("Blue Cafe (2)")).isEqualTo("\u2068Blue Cafe (2)\u2069");
    assertThat(Bidi.isolate("")).isEmpty();
  }

  @Test
  void a_name_cannot_turn_the_rest_of_the_line() {
    assertThat(Bidi.isolate("\u202eefac\u2069")).isEqualTo("\u2068efac\u2069");
  }

  @Test
  void addresses_and_links_stay_as_they_can_be_copied() {
    assertThat(Bidi.isolate("dana@client.example")).isEqualTo("dana@client.example");
    assertThat(Bidi.isolate("https://client.example/a?b=c"))
        .isEqualTo("https://client.example/a?b=c");
    assertThat(Bidi.isolate("www.client.example")).isEqualTo("www.client.example");
    assertThat(Bidi.isolate("\u200fdana@client.example")).isEqualTo("dana@client.example");
  }

  @Test
  void stripping_takes_the_marks_and_nothing_else() {
    assertThat(Bidi.strip("\u200eא\u200f b\u061c\u2066c\u2069\u202c")).isEqualTo("א bc");
    assertThat(Bidi.strip("a\u200db")).as("a joiner shapes letters").isEqualTo("a\u200db");
  }
}
