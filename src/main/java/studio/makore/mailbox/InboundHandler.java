package studio.makore.mailbox;

/** Handles one mail, inside the transaction that also marks it as done. */
@FunctionalInterface
public interface InboundHandler {
  /**
   * Handles a mail. All it writes through the same data source is committed with the mail's mark,
   * or not at all.
   *
   * @return the mail's fate, in a few words for the owner
   * @throws Exception to have all undone; the mail is tried again later, three times at most
   */
  String handle(Inbound inbound) throws Exception;
}
