package studio.makore.mailbox;

/**
 * The points between which a crash must lose nothing and send nothing twice. Each is announced to
 * the hook that a class of this room is built with; in production the hook does nothing, tests stop
 * the process there.
 */
public enum Step {
  /** The bytes of a mail are here, nothing of it is stored. */
  AFTER_FETCH,
  /** The mail and the folder's cursor are committed. */
  AFTER_STORE,
  /** A mail is handled and marked, nothing of that is committed. */
  BEFORE_COMMIT,
  /** A mail is handled, marked and committed. */
  AFTER_COMMIT,
  /** A mail is claimed for sending, the SMTP server knows nothing of it. */
  BEFORE_SMTP,
  /** The SMTP server took the mail, the outbox does not know yet. */
  AFTER_SMTP_ACCEPTED,
  /** The outbox knows that the mail is sent. */
  AFTER_SENT_RECORDED
}
