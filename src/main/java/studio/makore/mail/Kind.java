package studio.makore.mail;

/** What sort of message a mail is, decided from headers and structure alone. */
public enum Kind {
  /** A person wrote it to persons. */
  PERSON,
  /** An automatic reply such as an out-of-office (RFC 3834). */
  AUTO_REPLY,
  /** A delivery status notification, standard (RFC 3464) or not. */
  BOUNCE,
  /** A mailing list or mass mail (RFC 2369, RFC 2919). */
  LIST,
  /** A calendar invitation or its answer (RFC 6047). */
  CALENDAR,
  /** A read receipt (RFC 8098). */
  RECEIPT
}
