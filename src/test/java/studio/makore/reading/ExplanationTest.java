package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationTest {
  @TempDir static Path models;
  private static Reader reader;

  @BeforeAll
  static void school() throws IOException {
    TrainerTest.write(models, "en", TrainerTest.SMALL);
    Trainer.train(models);
    reader = Reader.load(models);
  }

  private static Explanation explain(String text) {
    return reader.explain("", text, MailContext.WORDS_ONLY);
  }

  private static Explanation.OfAct of(Act act, Explanation explanation) {
    return explanation.acts().stream().filter(of -> of.act() == act).findFirst().orElseThrow();
  }

  @Test
  void the_words_that_carry_an_act_stand_first() {
    Explanation explanation = explain("Good morning Dana. We approve the sketch.");

    Explanation.OfAct approval = of(Act.APPROVAL, explanation);
    assertThat(approval.read()).isTrue();
    assertThat(approval.sentence()).isEqualTo("We approve the sketch.");
    assertThat(approval.pro().getFirst().word()).isIn("approve", "we");
    assertThat(approval.pro())
        .extracting(Explanation.Push::weight)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(explanation.guards()).isEmpty();
  }

  @Test
  void a_word_that_belongs_to_another_act_speaks_against_this_one() {
    Explanation.OfAct approval = of(Act.APPROVAL, explain("we approve when is the next step"));

    assertThat(approval.contra()).extracting(Explanation.Push::word).contains("when");
    assertThat(approval.contra()).allSatisfy(word -> assertThat(word.weight()).isNegative());
  }

  @Test
  void a_guard_that_took_an_approval_back_is_named_with_its_sentence() {
    Explanation explanation = explain("We can't approve the sketch.");

    Explanation.OfAct approval = of(Act.APPROVAL, explanation);
    assertThat(approval.likely()).isGreaterThan(approval.threshold());
    assertThat(approval.read()).isFalse();
    assertThat(explanation.guards())
        .contains(new Explanation.Spoke("negated", "We can't approve the sketch."));
  }

  @Test
  void a_mail_without_words_has_nothing_to_explain() {
    assertThat(explain("").acts()).isEmpty();
  }
}
