package studio.makore.mailbox;

/**
 * The folder that is watched.
 *
 * @param folder its name as the server shows it, usually {@code INBOX}
 * @param fromBeginning whether the first start takes the mail that is already there; otherwise it
 *     begins behind it, for a studio's past mail is not to be answered
 */
public record ImapSettings(MailServer server, String folder, boolean fromBeginning) {
  public ImapSettings(MailServer server) {
    this(server, "INBOX", false);
  }

  /** The name under which the folder's mail and cursor are kept: {@code user/folder}. */
  public String mailbox() {
    return server.login().user() + "/" + folder;
  }
}
