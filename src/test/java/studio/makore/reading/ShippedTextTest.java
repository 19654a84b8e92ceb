package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The training text in the repository: enough of it, and none of it said twice. */
class ShippedTextTest {
  private static final List<TextCheck> CHECKS = TextCheck.all(Path.of("models"));

  @Test
  void no_sentence_repeats_or_nearly_repeats_another() {
    assertThat(CHECKS)
        .extracting(check -> check.language().tag())
        .containsExactly("ar", "en", "he");
    assertThat(CHECKS).flatExtracting(TextCheck::repetitions).isEmpty();
  }

  @Test
  void there_is_enough_of_every_act_in_every_language() {
    assertThat(CHECKS).flatExtracting(TextCheck::shortages).isEmpty();
  }
}
