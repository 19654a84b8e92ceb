package studio.makore.reading;

import java.util.Locale;

/**
 * Why a sentence does not do what its words look like. Learning does not tell these reliably apart
 * from their opposites, so they are named, and their words are data: {@code TAG.guards.txt}, a
 * section for each.
 */
enum Guard {
  /** "We can't approve this yet." */
  NEGATED(Reach.MAIL),
  /** "Once the colour is fixed we will approve." */
  CONDITIONAL(Reach.MAIL),
  /** "Looks good so far, I'll get back to you." */
  SO_FAR(Reach.MAIL),
  /** "My partner says it's approved." */
  REPORTED(Reach.SENTENCE),
  /** "We approved it on the 1st, and since then silence." */
  PAST(Reach.SENTENCE),
  /** "The payment is approved." */
  PAYMENT(Reach.SENTENCE),
  /** "Tuesday at 11 is approved." */
  MEETING(Reach.SENTENCE),
  /** "Is the sketch approved?" */
  ASKED(Reach.SENTENCE),
  /** "Approved, but make the logo bigger." */
  CONTRAST(Reach.NONE),
  /** "No need to update me." */
  NO_UPDATE(Reach.NONE);

  /** How much of a mail is no approval where the guard stands. */
  enum Reach {
    NONE,
    SENTENCE,
    MAIL
  }

  private final Reach reach;

  Guard(Reach reach) {
    this.reach = reach;
  }

  Reach reach() {
    return reach;
  }

  String section() {
    return name().toLowerCase(Locale.ROOT);
  }
}
