package studio.makore.mail;

/**
 * What sort of message a mail is, decided from headers and structure alone. Where a mail carries
 * the marks of several, the order of the decision is: receipt, bounce, calendar, filter's notice,
 * automatic reply, list, person.
 */
public enum Kind {
  /** A person wrote it to persons. */
  PERSON,
  /** An automatic reply such as an out-of-office (RFC 3834), or any other machine's notice. */
  AUTO_REPLY,
  /** A mail filter tells what it took for spam, cut out or holds back. */
  NOTICE,
  /** A delivery status notification, standard (RFC 3464) or not. */
  BOUNCE,
  /** A mailing list, mass mail (RFC 2369, RFC 2919), or a sender that takes no answer. */
  LIST,
  /** A calendar invitation or its answer (RFC 6047). */
  CALENDAR,
  /** A read receipt (RFC 8098). */
  RECEIPT
}
