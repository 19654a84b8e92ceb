package studio.makore.mailbox;

/** Where an outgoing mail stands. */
public enum OutboxStatus {
  /** Waits for its first attempt. */
  NEW,
  /** In someone's hands; when that someone dies, it becomes UNKNOWN. */
  SENDING,
  /** The server took it. */
  SENT,
  /** The server has not taken it yet; it is tried again. */
  RETRY,
  /** It is not known whether the server took it; the bot's own copy will tell. */
  UNKNOWN,
  /** It is not tried any more; its error says why. */
  FAILED
}
