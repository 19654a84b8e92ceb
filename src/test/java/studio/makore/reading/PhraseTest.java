package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class PhraseTest {
  private static boolean in(String phrase, String text) {
    Phrasebook book =
        Phrasebook.parse("yes:\n  approve*\n  go ahead\nasked:\n  " + phrase + "\n", "test");
    return book.section("asked").getFirst().isIn(Token.of(text));
  }

  @Test
  void words_alternatives_stems_and_what_may_be_missing() {
    assertThat(in("send it|this", "please send this now")).isTrue();
    assertThat(in("send it|this", "send the file")).isFalse();
    assertThat(in("approv*", "Approval!")).isTrue();
    assertThat(in("works [for me] today", "works today")).isTrue();
    assertThat(in("works [for me] today", "works for me today")).isTrue();
    assertThat(in("works [for me] today", "works for today")).isFalse();
  }

  @Test
  void a_section_stands_for_all_its_phrases() {
    assertThat(in("not {yes}", "not approved")).isTrue();
    assertThat(in("not {yes}", "do not go ahead")).isTrue();
  }

  @Test
  void a_gap_of_words_stops_at_punctuation() {
    assertThat(in("not ~2 approved", "not at all approved")).isTrue();
    assertThat(in("not ~2 approved", "not at all really approved")).isFalse();
    assertThat(in("not ~2 approved", "why not, approved")).isFalse();
    assertThat(in("not ... approved", "why not, approved")).isTrue();
    assertThat(in("approved ?", "approved??")).isTrue();
  }

  @Test
  void a_line_that_is_no_phrase_is_named() {
    assertThatThrownBy(() -> Phrasebook.parse("a:\n  {missing} word\n", "x.txt"))
        .hasMessageContaining("x.txt:2")
        .hasMessageContaining("{missing}");
  }

  @Test
  void hostile_text_costs_little() {
    List<Token> tokens = Token.of("not ".repeat(20_000));
    Phrase phrase =
        Phrasebook.parse("a:\n  not ... not ... not ~5 not ... end\n", "x").section("a").getFirst();
    Assertions.assertTimeout(
        Duration.ofSeconds(5), () -> assertThat(phrase.isIn(tokens)).isFalse());
  }
}
