package studio.makore.mailbox;

/** What became of a stored mail. */
public enum InboundStatus {
  /** Waits to be handled, for the first time or again. */
  PENDING,
  /** Handled; its fate says how. */
  DONE,
  /** Could not be handled; its reason says why. Kept until someone has it tried again. */
  FAILED
}
