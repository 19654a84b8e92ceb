package studio.makore.audit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The extracts of the mails read so far, in a file, so that an audit that was interrupted goes on
 * where it was. A record that was cut off in the middle is dropped, and all behind it.
 */
final class Journal implements AutoCloseable {
  private static final String FORMAT = "makore audit 1 ";
  private static final int LONGEST_RECORD = 1 << 20;

  private final DataOutputStream out;
  private final Map<Long, Extract> known;

  private Journal(DataOutputStream out, Map<Long, Extract> known) {
    this.out = out;
    this.known = known;
  }

  /**
   * Opens the journal, or begins it anew when it was written by other models.
   *
   * @param models names the models that read the mails
   */
  static Journal open(Path file, String models) throws IOException {
    var known = new HashMap<Long, Extract>();
    long whole = Files.exists(file) ? read(file, FORMAT + models, known) : 0;
    if (!Files.exists(file)) {
      Files.createFile(file);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(whole);
    }
    var out =
        new DataOutputStream(
            new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.APPEND), 1 << 16));
    if (whole == 0) {
      out.writeUTF(FORMAT + models);
    }
    return new Journal(out, known);
  }

  /** What is known of the mails read before, by their keys; those asked for are taken out. */
  Map<Long, Extract> known() {
    return known;
  }

  synchronized void add(Extract extract) {
    try {
      var bytes = new ByteArrayOutputStream(512);
      extract.write(new DataOutputStream(bytes));
      out.writeInt(bytes.size());
      out.writeInt(checksum(bytes.toByteArray()));
      bytes.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was added is in the file. */
  synchronized void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Reads the records; the length of the file up to the last whole one. */
  private static long read(Path file, String header, Map<Long, Extract> known) throws IOException {
    var shared = new HashMap<String, String>();
    long whole = 0;
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readUTF().equals(header)) {
        whole = 2L + header.length();
        for (byte[] record = record(in); record.length > 0; record = record(in)) {
          var bytes = new DataInputStream(new ByteArrayInputStream(record));
          var extract = Extract.read(bytes, text -> shared.computeIfAbsent(text, same -> same));
          known.put(extract.key(), extract);
          whole += 8L + record.length;
        }
      }
    } catch (EOFException end) {
      return whole;
    }
    return whole;
  }

  /** The next record; empty where it is damaged. */
  private static byte[] record(DataInputStream in) throws IOException {
    int length = in.readInt();
    int checksum = in.readInt();
    byte[] record = length < 0 || length > LONGEST_RECORD ? new byte[0] : in.readNBytes(length);
    return record.length == length && checksum(record) == checksum ? record : new byte[0];
  }

  private static int checksum(byte[] bytes) {
    var checksum = new CRC32C();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }
}
