package studio.makore.reading;

/**
 * What a mail does. Several may hold at once; {@link #THANKS} and {@link #OTHER} only stand alone.
 * The labelling guide in {@code models/README.md} says what counts for each.
 */
public enum Act {
  /**
   * Wants to know where the project stands, when something comes, or whether they were forgotten.
   */
  STATUS_INQUIRY,
  /** Accepts a deliverable or a proposal as it is. */
  APPROVAL,
  /** Asks for corrections of what was delivered, inside the agreed scope. */
  CHANGE_REQUEST,
  /** Refuses the deliverable. */
  REJECTION,
  /** Delivers what the studio was waiting for. */
  MATERIALS,
  /** Proposes, accepts, declines or moves a meeting. */
  SCHEDULING,
  /** Asks how to do or understand something. */
  QUESTION,
  /** Reports that something is broken. */
  PROBLEM_REPORT,
  /** Asks for something outside the agreed scope, or a quote for it. */
  NEW_WORK,
  /** Is about an invoice, a payment, a receipt. */
  PAYMENT,
  /** Expresses dissatisfaction with the service. */
  COMPLAINT,
  /** Says that their own part will be late, or asks to pause. */
  CLIENT_DELAY,
  /** Says that somebody else handles the project from now on. */
  CONTACT_CHANGE,
  /** Ends the project. */
  CANCELLATION,
  /** Thanks and asks for nothing. */
  THANKS,
  /** None of the above. */
  OTHER;

  /** Whether this act holds only where no other does. */
  public boolean standsAlone() {
    return this == THANKS || this == OTHER;
  }
}
