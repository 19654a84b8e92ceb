package studio.makore.reading;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How well mails were read.
 *
 * @param acts hits and misses of every act that holds or was read somewhere
 * @param mails how many mails
 * @param exact how many were read with exactly the acts that hold
 * @param unsure how many the reader was unsure of
 * @param plainApprovals how many were surely read as an approval without changes
 * @param wrongApprovals how many of those are none
 * @param sureOnly all acts together, of the mails that the reader was not unsure of
 */
public record Evaluation(
    Map<Act, Score> acts,
    int mails,
    int exact,
    int unsure,
    int plainApprovals,
    int wrongApprovals,
    Score sureOnly) {

  /**
   * @param newText cuts a body down to what the sender wrote now
   */
  public static Evaluation of(
      Reader reader, List<LabelledMail> mails, UnaryOperator<String> newText) {
    return of(
        mails,
        mail -> reader.read(mail.subject(), newText.apply(mail.body()), MailContext.WORDS_ONLY));
  }

  static Evaluation of(List<LabelledMail> mails, Function<LabelledMail, Reading> reader) {
    Map<Act, Score> acts = new EnumMap<>(Act.class);
    int exact = 0;
    int unsure = 0;
    int plain = 0;
    int wrong = 0;
    Score sure = Score.NONE;
    for (LabelledMail mail : mails) {
      Reading reading = reader.apply(mail);
      Set<Act> read = reading.names();
      for (Act act : Act.values()) {
        Score score = Score.of(act, mail.acts(), read);
        acts.merge(act, score, Score::plus);
        sure = reading.unsure() ? sure : sure.plus(score);
      }
      exact += read.equals(mail.acts()) ? 1 : 0;
      unsure += reading.unsure() ? 1 : 0;
      boolean approved =
          mail.acts().contains(Act.APPROVAL)
              && !mail.acts().contains(Act.CHANGE_REQUEST)
              && !mail.acts().contains(Act.REJECTION);
      if (reading.plainApproval() && !reading.unsure()) {
        plain++;
        wrong += approved ? 0 : 1;
      }
    }
    acts.values().removeIf(Score.NONE::equals);
    return new Evaluation(
        Collections.unmodifiableMap(acts), mails.size(), exact, unsure, plain, wrong, sure);
  }

  /** The hits and misses of one act; none where it neither holds nor was read. */
  public Score of(Act act) {
    return acts.getOrDefault(act, Score.NONE);
  }

  /** All acts together. */
  public Score micro() {
    return acts.values().stream().reduce(Score.NONE, Score::plus);
  }

  /** The mean of the acts' F1. */
  public double macroF1() {
    return acts.values().stream().collect(Collectors.averagingDouble(Score::f1));
  }
}
