package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.makore.Database;
import studio.makore.language.Language;

class CorrectionsTest {
  private static final Instant NOW = Instant.parse("2026-03-08T09:00:00Z");

  private static Corrections corrections(Database database) {
    return new Corrections(JdbcClient.create(database.fresh()), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Correction correction(Language language, String words, Act... acts) {
    return new Correction(
        language, words, Set.of(acts), "<1@bakery.example>", "noa@northlight.example", NOW);
  }

  @ParameterizedTest
  @EnumSource
  void corrections_are_kept_as_they_were_said(Database database) {
    var corrections = corrections(database);
    var one = correction(Language.HEBREW, "נשמע טוב", Act.SCHEDULING, Act.THANKS);
    var other = correction(Language.ENGLISH, "ok then");

    corrections.add(one);
    corrections.add(other);

    assertThat(corrections.all()).containsExactly(one, other);
  }

  @ParameterizedTest
  @EnumSource
  void a_language_has_something_to_learn_until_it_was_learnt(Database database) {
    var corrections = corrections(database);
    assertThat(corrections.unlearnt()).isEmpty();
    corrections.add(correction(Language.HEBREW, "נשמע טוב"));
    corrections.add(correction(Language.ENGLISH, "ok then"));

    var english = corrections.unlearnt().orElseThrow();
    assertThat(english.language()).isEqualTo(Language.ENGLISH);
    assertThat(english.corrections()).extracting(Correction::words).containsExactly("ok then");
    corrections.learnt(english, new Retraining.Outcome(Language.ENGLISH, 0.9, 0.91, true));
    assertThat(corrections.unlearnt().orElseThrow().language()).isEqualTo(Language.HEBREW);

    corrections.add(correction(Language.ENGLISH, "fine so far"));
    assertThat(corrections.unlearnt().orElseThrow().corrections()).hasSize(2);
  }
}
