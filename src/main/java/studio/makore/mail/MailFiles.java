package studio.makore.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Mails at rest: an mbox file (mboxrd or mboxo), one message ({@code .eml}), a Maildir, or a folder
 * of any of these. Reads one mail after the other, in the order of the file or of the names, and
 * holds one at a time: memory does not grow with the mailbox.
 */
public final class MailFiles {
  /** What is longer is given cut off. */
  public static final int MAX_MAIL_BYTES = 128 * 1024 * 1024;

  private static final int BUFFER = 1 << 18;

  private MailFiles() {}

  /** Takes the mails. */
  public interface Reader {
    /**
     * @param file where the mail lies
     * @param index its place in that file, from 0
     */
    void mail(String file, int index, byte[] raw);
  }

  /**
   * Reads every mail of a file or folder.
   *
   * @throws IOException when something cannot be read
   */
  public static void read(Path path, Reader reader) throws IOException {
    if (Files.isDirectory(path)) {
      for (Path entry : entries(path)) {
        if (Files.isDirectory(entry) || isMail(entry)) {
          read(entry, reader);
        }
      }
      return;
    }
    try (InputStream in = Files.newInputStream(path)) {
      read(path.toString(), in, reader);
    }
  }

  /** Reads a stream that holds one message, or many with mbox lines between them. */
  public static void read(String name, InputStream in, Reader reader) throws IOException {
    new Mbox(name, reader).read(new BufferedInputStream(in, BUFFER));
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  /** Mails by their names, files of a Maildir by their folder, mailboxes by their first line. */
  private static boolean isMail(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    String folder = String.valueOf(file.toAbsolutePath().getParent());
    if (name.endsWith(".eml")
        || name.endsWith(".mbox")
        || folder.endsWith("/cur")
        || folder.endsWith("/new")) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(5), Mbox.FROM);
    }
  }

  /** One pass over the bytes; lines are looked at, whole mails are copied once. */
  private static final class Mbox {
    static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

    private final String name;
    private final Reader reader;
    private byte[] mail = new byte[BUFFER];
    private int length;
    private int lineStart;
    private int index;
    private boolean any;
    private boolean blankAbove = true;
    private boolean mbox;

    Mbox(String name, Reader reader) {
      this.name = name;
      this.reader = reader;
    }

    void read(InputStream in) throws IOException {
      byte[] chunk = new byte[1 << 16];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        int from = 0;
        for (int i = 0; i < read; i++) {
          if (chunk[i] == '\n') {
            append(chunk, from, i + 1);
            endLine();
            from = i + 1;
          }
        }
        append(chunk, from, read);
      }
      if (length > lineStart) {
        endLine();
      }
      flush();
    }

    private void append(byte[] chunk, int from, int to) {
      int room = Math.max(0, MAX_MAIL_BYTES - length);
      int count = Math.min(to - from, room);
      if (length + count > mail.length) {
        mail = Arrays.copyOf(mail, Math.max(length + count, mail.length * 2));
      }
      System.arraycopy(chunk, from, mail, length, count);
      length += count;
      any |= to > from;
    }

    private void endLine() {
      int end = length;
      if (isSeparator(end)) {
        length = lineStart;
        if (mbox) {
          flush();
        }
        length = 0;
        mbox = true;
        any = true;
      } else if (mbox && isMarked(end)) {
        System.arraycopy(mail, lineStart + 1, mail, lineStart, end - lineStart - 1);
        length = end - 1;
      }
      blankAbove = length - lineStart <= 2 && isBlank(lineStart, length);
      lineStart = length;
    }

    private boolean isBlank(int from, int to) {
      for (int i = from; i < to; i++) {
        if (mail[i] != '\n' && mail[i] != '\r') {
          return false;
        }
      }
      return true;
    }

    /**
     * A line that begins a mail: at the very start, or below a blank line and with a time in it.
     */
    private boolean isSeparator(int end) {
      if (!startsWithFrom(lineStart, end)) {
        return false;
      }
      return lineStart == 0 && !mbox || mbox && blankAbove && hasTime(lineStart, end);
    }

    private boolean startsWithFrom(int at, int end) {
      return end - at > FROM.length && Arrays.equals(mail, at, at + FROM.length, FROM, 0, 5);
    }

    /** {@code 10:12}, as in every date that mbox lines carry. */
    private boolean hasTime(int from, int end) {
      for (int i = from + 2; i + 2 < end && i < from + 400; i++) {
        if (mail[i] == ':' && isDigit(mail[i - 1]) && isDigit(mail[i + 1])) {
          return true;
        }
      }
      return false;
    }

    private static boolean isDigit(byte b) {
      return b >= '0' && b <= '9';
    }

    /** {@code >From }, {@code >>From }: a body line that the mailbox marked. */
    private boolean isMarked(int end) {
      int i = lineStart;
      while (i < end && mail[i] == '>') {
        i++;
      }
      return i > lineStart && startsWithFrom(i, end);
    }

    private void flush() {
      if (!any || length == 0 && index > 0) {
        return;
      }
      int end = length;
      int beforeLineEnd = end > 1 && mail[end - 2] == '\r' ? end - 2 : end - 1;
      if (mbox && beforeLineEnd > 0 && mail[end - 1] == '\n' && mail[beforeLineEnd - 1] == '\n') {
        // the blank line in front of the next mbox line is the mailbox's
        end = beforeLineEnd;
      }
      reader.mail(name, index++, Arrays.copyOf(mail, end));
      length = 0;
      lineStart = 0;
      any = false;
      if (mail.length > 16 * BUFFER) {
        mail = new byte[BUFFER];
      }
    }
  }
}
