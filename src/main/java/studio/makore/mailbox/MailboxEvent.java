package studio.makore.mailbox;

import java.time.Duration;

/** What happens to a watched mailbox. */
public sealed interface MailboxEvent {
  /** The {@linkplain ImapSettings#mailbox() name} of the mailbox. */
  String mailbox();

  /**
   * The folder is open.
   *
   * @param idle whether the server tells of new mail itself (RFC 2177); otherwise it is asked
   */
  record Connected(String mailbox, boolean idle) implements MailboxEvent {}

  /**
   * The server cannot be reached or went away.
   *
   * @param reason one sentence, with what can be done where something can
   */
  record Lost(String mailbox, String reason, Duration retryIn) implements MailboxEvent {}

  /** The server numbered the folder anew (UIDVALIDITY), so it is read again from its beginning. */
  record Renumbered(String mailbox) implements MailboxEvent {}

  /**
   * New mail was looked at.
   *
   * @param stored how many mails are new and wait to be handled
   * @param known how many were stored before, come by another road or number
   * @param past how many are older than the watch, in a folder that was numbered anew
   */
  record Stored(String mailbox, int stored, int known, int past) implements MailboxEvent {}
}
