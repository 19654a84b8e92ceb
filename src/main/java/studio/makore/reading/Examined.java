package studio.makore.reading;

import java.util.EnumSet;
import java.util.Set;

/** A mail whose acts are known, beside what was read in it. */
record Examined(LabelledMail mail, Reading reading) {
  boolean exact() {
    return reading.names().equals(mail.acts());
  }

  Score of(Act act) {
    return Score.of(act, mail.acts(), reading.names());
  }

  /** All acts together. */
  Score score() {
    Score score = Score.NONE;
    for (Act act : Act.values()) {
      score = score.plus(of(act));
    }
    return score;
  }

  /** The acts that hold and were not read. */
  Set<Act> missed() {
    return without(mail.acts(), reading.names());
  }

  /** The acts that were read and do not hold. */
  Set<Act> wrong() {
    return without(reading.names(), mail.acts());
  }

  private static Set<Act> without(Set<Act> all, Set<Act> others) {
    Set<Act> rest = EnumSet.noneOf(Act.class);
    rest.addAll(all);
    rest.removeAll(others);
    return rest;
  }

  /** Whether it was surely read as an approval without changes. */
  boolean readAsPlainApproval() {
    return reading.plainApproval() && !reading.unsure();
  }

  boolean isPlainApproval() {
    Set<Act> acts = mail.acts();
    return acts.contains(Act.APPROVAL)
        && !acts.contains(Act.CHANGE_REQUEST)
        && !acts.contains(Act.REJECTION);
  }

  /**
   * How sure the reading is of all that it says: a chain is as strong as its weakest link, and what
   * the reader itself calls unsure comes after all else.
   */
  double sureness() {
    double weakest = reading.acts().stream().mapToDouble(ReadAct::confidence).min().orElse(0);
    return reading.unsure() ? weakest - 1 : weakest;
  }
}
