package studio.makore.mail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The texts of the files read last: in a mailbox the same contract and the same logo come again
 * with every answer. Safe for use by several threads; a file that comes twice at once is read
 * twice.
 */
final class ReadFiles {
  private static final int MAX_CHARACTERS = 4_000_000;

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

  /** Bytes, and what decides how they are read. */
  private static String key(Part file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.content());
      return HexFormat.of().formatHex(digest) + " " + file.mediaType() + " " + file.fileName();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
