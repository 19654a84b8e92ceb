package studio.makore.mailbox;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.MessageIDTerm;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** The bot's own copies of what it sent, in the folders of its mailbox. */
final class OwnMail {
  /** Where a copy may land: filters and people move mail, and some servers call a copy junk. */
  private static final List<String> SPECIAL_USES = List.of("\\Sent", "\\All", "\\Junk", "\\Trash");

  private final ImapSettings imap;
  private final Optional<String> sentFolder;
  private final Pace pace;

  OwnMail(ImapSettings imap, Optional<String> sentFolder, Pace pace) {
    this.imap = imap;
    this.sentFolder = sentFolder;
    this.pace = pace;
  }

  /**
   * Looks for a mail by its Message-ID.
   *
   * @throws MailboxException when the server cannot be asked now
   */
  boolean contains(String messageId) {
    try (var connection = ImapConnection.open(imap.server(), pace.timeout())) {
      for (IMAPFolder folder : folders(connection)) {
        if (contains(folder, messageId)) {
          return true;
        }
      }
      return false;
    } catch (MessagingException e) {
      throw new MailboxException(Trouble.with("IMAP", imap.server(), e).sentence(), e);
    }
  }

  /**
   * Puts a copy into the Sent folder, marked as read, unless it is there.
   *
   * @throws MailboxException when the server cannot be asked now, or there is no such folder
   */
  void file(String messageId, byte[] raw, Instant sentAt) {
    try (var connection = ImapConnection.open(imap.server(), pace.timeout())) {
      IMAPFolder sent = sent(connection);
      if (contains(sent, messageId)) {
        return;
      }
      var copy = new SentCopy(raw, sentAt);
      copy.setFlag(Flags.Flag.SEEN, true);
      sent.appendMessages(new Message[] {copy});
    } catch (MessagingException e) {
      throw new MailboxException(Trouble.with("IMAP", imap.server(), e).sentence(), e);
    }
  }

  private List<IMAPFolder> folders(ImapConnection connection) throws MessagingException {
    Map<String, IMAPFolder> folders = new LinkedHashMap<>();
    folders.put(imap.folder(), connection.folder(imap.folder()));
    if (sentFolder.isPresent()) {
      folders.put(sentFolder.get(), connection.folder(sentFolder.get()));
    }
    for (IMAPFolder folder : connection.folders()) {
      if (Arrays.stream(folder.getAttributes()).anyMatch(SPECIAL_USES::contains)) {
        folders.putIfAbsent(folder.getFullName(), folder);
      }
    }
    return List.copyOf(folders.values());
  }

  private IMAPFolder sent(ImapConnection connection) throws MessagingException {
    if (sentFolder.isPresent()) {
      return connection.folder(sentFolder.get());
    }
    Optional<IMAPFolder> marked = connection.special("\\Sent");
    return marked.isPresent() ? marked.get() : connection.folder("Sent");
  }

  private static boolean contains(IMAPFolder folder, String messageId) throws MessagingException {
    folder.open(Folder.READ_ONLY);
    try {
      return folder.search(new MessageIDTerm(messageId)).length > 0;
    } finally {
      folder.close(false);
    }
  }

  /** Carries the moment of sending, which APPEND files it under. */
  private static final class SentCopy extends MimeMessage {
    private final Date sentAt;

    SentCopy(byte[] raw, Instant sentAt) throws MessagingException {
      super(null, new ByteArrayInputStream(raw));
      this.sentAt = Date.from(sentAt);
    }

    @Override
    public Date getReceivedDate() {
      return sentAt;
    }
  }
}
