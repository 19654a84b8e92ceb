package studio.makore.mail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/**
 * The texts of the files read last: in a mailbox the same contract and the same logo come again
 * with every answer. Safe for use by several threads; a file that comes twice at once is read
 * twice.
 */
final class ReadFiles {
  private static final int MAX_CHARACTERS = 4_000_000;
  private static final int END = 8 * 1024;

  private final Map<String, String> texts = new LinkedHashMap<>(64, 0.75f, true);
  private int characters;

  /** The text of that file, read only when it is not known; an unreadable one is tried again. */
  String text(Part file, Supplier<Optional<String>> reader) {
    String key = key(file);
    Optional<String> known = known(key);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<String> text = reader.get();
    text.ifPresent(read -> keep(key, read));
    return text.orElse("");
  }

  private synchronized Optional<String> known(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  private synchronized void keep(String key, String text) {
    if (texts.putIfAbsent(key, text) == null) {
      characters += text.length() + key.length();
    }
    var oldest = texts.entrySet().iterator();
    while (characters > MAX_CHARACTERS && oldest.hasNext()) {
      var entry = oldest.next();
      characters -= entry.getValue().length() + entry.getKey().length();
      oldest.remove();
    }
  }

  /**
   * The bytes, and what decides how they are read. The digest of large files is of their ends, with
   * a checksum of the whole: enough to tell files apart, at a tenth of the time.
   */
  private static String key(Part file) {
    byte[] content = file.content();
    CRC32C checksum = new CRC32C();
    checksum.update(content);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(content, 0, Math.min(END, content.length));
      digest.update(content, Math.max(0, content.length - END), Math.min(END, content.length));
      return "%s %d %d %s %s"
          .formatted(
              HexFormat.of().formatHex(digest.digest()),
              content.length,
              checksum.getValue(),
              file.mediaType(),
              file.fileName());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
