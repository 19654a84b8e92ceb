package studio.makore.mailbox;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** A person at a mail program: what lies in a folder, what is put into it. */
record Letters(MailServer server, String folder) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static Letters inbox(MailServer server) {
    return new Letters(server, "INBOX");
  }

  void put(byte[] raw) throws MessagingException {
    try (var connection = ImapConnection.open(server, PATIENCE)) {
      connection
          .folder(folder)
          .appendMessages(new Message[] {new MimeMessage(null, new ByteArrayInputStream(raw))});
    }
  }

  /** Message-IDs in the order of the folder. */
  List<String> messageIds() throws MessagingException {
    try (var connection = ImapConnection.open(server, PATIENCE)) {
      IMAPFolder open = connection.readOnly(folder);
      return Arrays.stream(open.getMessages()).map(Letters::messageId).toList();
    }
  }

  Flags flagsOfFirst() throws MessagingException {
    try (var connection = ImapConnection.open(server, PATIENCE)) {
      return connection.readOnly(folder).getMessage(1).getFlags();
    }
  }

  void removeAll() throws MessagingException {
    try (var connection = ImapConnection.open(server, PATIENCE)) {
      IMAPFolder open = connection.folder(folder);
      open.open(Folder.READ_WRITE);
      open.setFlags(open.getMessages(), new Flags(Flags.Flag.DELETED), true);
      open.close(true);
    }
  }

  private static String messageId(Message message) {
    try {
      return ((MimeMessage) message).getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without this, APPEND would file it under the day its Date header says. */
  private static final class ArrivingNow extends MimeMessage {
    ArrivingNow(byte[] raw) throws MessagingException {
      super(null, new ByteArrayInputStream(raw));
    }

    @Override
    public Date getReceivedDate() {
      return new Date();
    }
  }
}
