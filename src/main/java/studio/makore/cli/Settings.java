package studio.makore.cli;

import java.nio.file.Path;
import java.util.List;
import studio.makore.calendar.SendWindow;
import studio.makore.mailbox.ImapSettings;
import studio.makore.mailbox.SmtpSettings;
import studio.makore.project.Studio;

/**
 * What {@code makore.yml} says.
 *
 * @param window the hours in which clients are written to
 * @param mailboxes the watched folders; the first is the bot's own
 * @param data the folder for files that are the studio's own, such as the models it has trained
 */
record Settings(
    Studio studio,
    SendWindow window,
    List<ImapSettings> mailboxes,
    SmtpSettings smtp,
    DatabaseSettings database,
    Path data) {

  /** Where the database is and who signs in. */
  record DatabaseSettings(String url, String user, String password) {
    @Override
    public String toString() {
      return url;
    }
  }
}
