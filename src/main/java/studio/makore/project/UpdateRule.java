package studio.makore.project;

import java.util.List;

/**
 * How a process keeps one of the updates it owes. Each rule stands alone: a process that names one
 * leaves all others off.
 *
 * @param days the working days it goes by, as {@code templates/process.yml} explains for each; a
 *     reminder has one number for each step of the chase, the others have one or none
 */
public record UpdateRule(Update update, Mode mode, List<Integer> days) {

  /** What becomes of an update that is owed. */
  public enum Mode {
    /** It is never written. */
    OFF,
    /** It is drafted, and an owner decides. */
    ASK,
    /** It goes out by itself where every fact of it is known. */
    AUTOMATIC
  }

  static UpdateRule off(Update update) {
    return new UpdateRule(update, Mode.OFF, List.of());
  }

  public boolean on() {
    return mode != Mode.OFF;
  }

  /** The number it goes by, for the rules that have one. */
  int number() {
    return days.getFirst();
  }
}
