package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The parts that learn, each by itself. */
class LearningTest {
  private static final List<String> TEXTS =
      List.of(
          "we approve the sketch",
          "approved, go ahead",
          "the design is approved",
          "when is the site ready?",
          "any news about the sketch?",
          "please move the logo",
          "good morning Dana",
          "the design is too dark");

  private static final boolean[] APPROVES = {true, true, true, false, false, false, false, false};

  private static final List<Features> ROWS = TEXTS.stream().map(Features::of).toList();

  @Test
  void the_border_divides_what_it_has_seen_and_leans_the_right_way_on_what_it_has_not() {
    LinearModel model = new SupportVectors(ROWS).learn(APPROVES).model();

    for (int i = 0; i < APPROVES.length; i++) {
      assertThat(model.margin(ROWS.get(i)) > 0).as(TEXTS.get(i)).isEqualTo(APPROVES[i]);
    }
    assertThat(model.margin(Features.of("the logo is approved")))
        .isGreaterThan(model.margin(Features.of("when is the logo ready?")));
  }

  @Test
  void a_border_found_from_another_one_is_the_same_border() {
    SupportVectors vectors = new SupportVectors(ROWS);
    boolean[] allButTheLast = new boolean[ROWS.size()];
    Arrays.fill(allButTheLast, 0, ROWS.size() - 1, true);

    LinearModel anew = vectors.learn(APPROVES, allButTheLast, new float[ROWS.size()]).model();
    LinearModel onwards =
        vectors.learn(APPROVES, allButTheLast, vectors.learn(APPROVES).pulls()).model();

    for (Features row : ROWS) {
      assertThat(onwards.margin(row)).isCloseTo(anew.margin(row), within(0.2));
    }
  }

  @Test
  void a_balance_finds_the_probabilities_that_the_mails_were_made_with() {
    Random random = new Random(1);
    List<double[]> mails = new ArrayList<>();
    boolean[] yes = new boolean[20_000];
    for (int i = 0; i < yes.length; i++) {
      double[] signs = {random.nextGaussian(), random.nextGaussian()};
      yes[i] = random.nextDouble() < 1 / (1 + Math.exp(-(2 * signs[0] - signs[1] - 0.5)));
      mails.add(signs);
    }

    double[] weights = Balance.fit(mails, yes).weights();

    assertThat(weights[0]).isCloseTo(2, within(0.1));
    assertThat(weights[1]).isCloseTo(-1, within(0.1));
    assertThat(weights[2]).isCloseTo(-0.5, within(0.1));
  }

  @Test
  void all_acts_weighed_at_once_are_weighed_as_each_by_itself() {
    LinearModel approval = new SupportVectors(ROWS).learn(APPROVES).model();
    boolean[] asks = {false, false, false, true, true, false, false, false};
    LinearModel inquiry = new SupportVectors(ROWS).learn(asks).model();
    Panel panel = Panel.of(Map.of(Act.APPROVAL, approval, Act.STATUS_INQUIRY, inquiry));

    Features text = Features.of("any news? we approve");
    float[] margins = panel.margins(text);

    assertThat(panel.acts()).containsExactly(Act.STATUS_INQUIRY, Act.APPROVAL);
    assertThat(margins[0]).isCloseTo((float) inquiry.margin(text), within(1e-4f));
    assertThat(margins[1]).isCloseTo((float) approval.margin(text), within(1e-4f));
    assertThat(panel.model(Act.APPROVAL).weights()).isEqualTo(approval.weights());
  }

  @Test
  void the_signs_of_a_mail_are_those_of_its_best_sentence_and_of_what_speaks_against_it() {
    float[][] sentences = {{0.5f, -1}, {-0.25f, 2}};
    Margins mail = new Margins(sentences, new float[] {0.25f, 1});

    assertThat(mail.best(0)).isZero();
    assertThat(mail.signs(0)).containsExactly(0.5, 0.25, -0.25, 0.125, -1, 1);
    assertThat(Margins.of(new float[] {0.5f, -2}).signs(0))
        .containsExactly(0.5, 0.5, -1, 0.5, -2, -2);
  }

  @Test
  void what_is_awaited_is_read_sooner_and_nothing_else_is() {
    MailContext awaiting = new MailContext(false, Set.of(Act.APPROVAL));

    assertThat(awaiting.expected(Act.APPROVAL, 0.5)).isGreaterThan(0.6).isLessThan(0.7);
    assertThat(awaiting.expected(Act.APPROVAL, 0)).isZero();
    assertThat(awaiting.expected(Act.APPROVAL, 1)).isEqualTo(1);
    assertThat(awaiting.expected(Act.COMPLAINT, 0.5)).isEqualTo(0.5);
  }

  @Test
  void the_same_features_come_from_the_same_text_on_every_machine() {
    Features text = Features.of("Any news?");

    assertThat(text.buckets()).isSorted().doesNotHaveDuplicates();
    assertThat(Arrays.hashCode(text.buckets())).isEqualTo(FINGERPRINT);
  }

  private static final int FINGERPRINT = -1897973521;
}
