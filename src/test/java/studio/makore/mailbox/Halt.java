package studio.makore.mailbox;

import java.util.function.Consumer;

/** The end of a process, as far as it can be played inside one. */
final class Halt extends Error {
  private static final long serialVersionUID = 1;

  private Halt(Step step) {
    super("halted " + step);
  }

  static Consumer<Step> at(Step halting) {
    return step -> {
      if (step == halting) {
        throw new Halt(step);
      }
    };
  }
}
