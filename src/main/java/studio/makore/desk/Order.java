package studio.makore.desk;

import java.util.Locale;

/**
 * What an owner may order or tell in one line. The words for each are data by language: {@code
 * order.paid} and so on.
 */
enum Order {
  STATUS,
  NOTE,
  PHONED,
  CALL_HELD,
  CALL_SET,
  PRESENTED,
  DEPOSIT,
  CONTRACT,
  PAID,
  MATERIALS,
  KEPT,
  NEXT,
  STAGE,
  PROMISE,
  DELAY,
  PAUSE,
  RESUME,
  CLOSE,
  HAND_OVER,
  CHANGE,
  ADOPT;

  String key() {
    return "order." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the line may be a question: what a client asked, or the owner herself. */
  boolean mayAsk() {
    return this == STATUS || this == PHONED || this == NOTE || this == CALL_HELD;
  }

  /** Whether a "not" in the line turns it into its contrary. */
  boolean isTurnedByNot() {
    return switch (this) {
      case STATUS, NOTE, PHONED, CALL_HELD, PAUSE, CLOSE, CHANGE, DELAY -> false;
      case CALL_SET,
          PRESENTED,
          DEPOSIT,
          CONTRACT,
          PAID,
          MATERIALS,
          KEPT,
          NEXT,
          STAGE,
          PROMISE,
          RESUME,
          HAND_OVER,
          ADOPT ->
          true;
    };
  }
}
