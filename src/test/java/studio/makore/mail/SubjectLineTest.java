package studio.makore.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectLineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sketch",
        "Re: Sketch",
        "RE: Re: FW: Sketch",
        "Re[2]: Sketch",
        "Re(2): Sketch",
        "תשובה: תשובה: Sketch",
        "השב: Sketch",
        "הועבר: Sketch",
        "رد: RE: Sketch",
        "إعادة توجيه: Sketch",
        "\u200fرد: Sketch\u200f",
        "AW: WG: Sketch",
        "RE\u00a0: TR : Sketch",
        "回复：Sketch",
        "Ynt: İlt: Sketch",
      })
  void prefixes_of_any_language_are_taken_off(String subject) {
    assertThat(SubjectLine.base(subject)).isEqualTo("Sketch");
    assertThat(SubjectLine.reply(subject)).isEqualTo("Re: Sketch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Galit: the sketch", "Invoice 7: paid", "Regarding: x", "10:30 tomorrow"})
  void other_words_before_a_colon_stay(String subject) {
    assertThat(SubjectLine.base(subject)).isEqualTo(subject);
  }

  @Test
  void only_the_outermost_prefix_makes_a_forward() {
    assertThat(SubjectLine.isForward("Fwd: Re: Sketch")).isTrue();
    assertThat(SubjectLine.isForward("Re: Fwd: Sketch")).isFalse();
    assertThat(SubjectLine.isReply("Re: Fwd: Sketch")).isTrue();
  }
}
