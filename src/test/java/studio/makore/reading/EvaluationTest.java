package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.makore.language.Language;
import studio.makore.reading.Evaluation.Confusion;

class EvaluationTest {
  private static LabelledMail mail(Act... acts) {
    return new LabelledMail("", "", "", Set.of(acts));
  }

  private static ReadAct read(Act act, double confidence) {
    return new ReadAct(act, confidence, "");
  }

  private static Reading reading(ReadAct... acts) {
    return new Reading(Language.ENGLISH, Arrays.asList(acts), false);
  }

  private static Evaluation evaluation(List<LabelledMail> mails, Reading... readings) {
    Iterator<Reading> next = List.of(readings).iterator();
    return Evaluation.of(mails, _ -> next.next());
  }

  @Test
  void what_was_taken_for_what_is_counted() {
    Evaluation evaluation =
        evaluation(
            List.of(
                mail(Act.APPROVAL),
                mail(Act.APPROVAL),
                mail(Act.THANKS),
                mail(Act.PAYMENT, Act.QUESTION)),
            reading(read(Act.SCHEDULING, 0.9)),
            reading(read(Act.SCHEDULING, 0.9)),
            reading(read(Act.THANKS, 0.9), read(Act.OTHER, 0.5)),
            reading(read(Act.PAYMENT, 0.9)));

    assertThat(evaluation.confusions())
        .containsExactly(
            new Confusion(Optional.of(Act.APPROVAL), Optional.of(Act.SCHEDULING), 2),
            new Confusion(Optional.of(Act.QUESTION), Optional.empty(), 1),
            new Confusion(Optional.empty(), Optional.of(Act.OTHER), 1));
    assertThat(evaluation.exact()).isZero();
    assertThat(evaluation.of(Act.APPROVAL)).isEqualTo(new Score(0, 0, 2));
    assertThat(evaluation.micro()).isEqualTo(new Score(2, 3, 3));
  }

  @Test
  void a_reader_that_says_eighty_percent_and_is_right_half_the_time_is_off_by_thirty() {
    List<LabelledMail> mails = List.of(mail(Act.PAYMENT), mail(Act.OTHER));

    Calibration calibration =
        evaluation(mails, reading(read(Act.PAYMENT, 0.8)), reading(read(Act.PAYMENT, 0.8)))
            .calibration();

    assertThat(calibration.bins()).containsExactly(new Calibration.Bin(0.8, 2, 0.8, 0.5));
    assertThat(calibration.error()).isCloseTo(0.3, within(1e-9));
  }

  @Test
  void the_surest_readings_are_kept_longest_and_the_unsure_ones_go_first() {
    List<LabelledMail> mails = IntStream.range(0, 10).mapToObj(_ -> mail(Act.PAYMENT)).toList();
    Reading right = reading(read(Act.PAYMENT, 0.7));
    Reading wrongAndFaint = reading(read(Act.OTHER, 0.6));
    Reading wrongAndUnsure = new Reading(Language.ENGLISH, List.of(read(Act.OTHER, 0.99)), true);

    List<Evaluation.Abstaining> curve =
        evaluation(
                mails,
                wrongAndUnsure,
                right,
                right,
                wrongAndFaint,
                right,
                right,
                right,
                right,
                right,
                right)
            .abstaining();

    assertThat(curve).extracting(Evaluation.Abstaining::mails).startsWith(10, 9, 8).hasSize(10);
    assertThat(curve.get(0).micro()).isEqualTo(new Score(8, 2, 2));
    assertThat(curve.get(1).micro()).isEqualTo(new Score(8, 1, 1));
    assertThat(curve.get(2).micro()).isEqualTo(new Score(8, 0, 0));
  }
}
