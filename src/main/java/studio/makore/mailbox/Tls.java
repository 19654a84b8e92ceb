package studio.makore.mailbox;

/** How a connection to a mail server is protected. */
public enum Tls {
  /** TLS from the first byte (IMAP port 993, SMTP port 465). */
  TLS,
  /** Plain at first, then STARTTLS, without which nothing is said (IMAP 143, SMTP 587). */
  STARTTLS,
  /** No protection; refused for any other host than this machine. */
  NONE,
  /** No protection to any host, as someone asked for it: who listens reads the password. */
  NONE_ANYWHERE
}
