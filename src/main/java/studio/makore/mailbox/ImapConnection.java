package studio.makore.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A signed-in IMAP connection. */
final class ImapConnection implements AutoCloseable {
  private final IMAPStore store;

  private ImapConnection(IMAPStore store) {
    this.store = store;
  }

  static ImapConnection open(MailServer server, Duration timeout) throws MessagingException {
    Session session = MailSession.imap(server, timeout);
    IMAPStore store = (IMAPStore) session.getStore("imap");
    store.connect(server.host(), server.port(), server.login().user(), server.login().secret());
    return new ImapConnection(store);
  }

  boolean canIdle() throws MessagingException {
    return store.hasCapability("IDLE");
  }

  /** Opened by EXAMINE: nothing that is done in it changes a flag. */
  IMAPFolder readOnly(String name) throws MessagingException {
    IMAPFolder folder = folder(name);
    folder.open(Folder.READ_ONLY);
    return folder;
  }

  /** The folder, unopened. */
  IMAPFolder folder(String name) throws MessagingException {
    IMAPFolder folder = (IMAPFolder) store.getFolder(name);
    if (!folder.exists()) {
      throw new FolderNotFoundException(
          folder,
          "There is no folder %s; there is %s."
              .formatted(
                  name, String.join(", ", folders().stream().map(Folder::getFullName).toList())));
    }
    return folder;
  }

  List<IMAPFolder> folders() throws MessagingException {
    return Arrays.stream(store.getDefaultFolder().list("*")).map(IMAPFolder.class::cast).toList();
  }

  /** The folder with that special use of RFC 6154, such as {@code \Sent}. */
  Optional<IMAPFolder> special(String use) throws MessagingException {
    for (IMAPFolder folder : folders()) {
      if (Arrays.stream(folder.getAttributes()).anyMatch(use::equalsIgnoreCase)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      store.close();
    } catch (MessagingException goneAlready) {
      // a connection that is lost needs no farewell
    }
  }
}
