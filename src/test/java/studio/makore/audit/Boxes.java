package studio.makore.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The forms in which mailboxes lie on disks. */
final class Boxes {
  private Boxes() {}

  /** One file, as Gmail exports all mail. */
  static Path mbox(Path file, List<Histories.Letter> letters) throws IOException {
    var out = new ByteArrayOutputStream();
    for (var letter : letters) {
      out.write("From 1@xxx Thu Jan 02 10:12:00 +0000 2025\n".getBytes(StandardCharsets.US_ASCII));
      out.write(
          new String(letter.raw(), StandardCharsets.ISO_8859_1)
              .replaceAll("(?m)^(>*From )", ">$1")
              .getBytes(StandardCharsets.ISO_8859_1));
      out.write('\n');
    }
    Files.write(file, out.toByteArray());
    return file;
  }

  /** Maildir++ with a folder for what was sent. */
  static Path maildir(Path folder, List<Histories.Letter> letters) throws IOException {
    int index = 0;
    for (var letter : letters) {
      Path cur = folder.resolve(letter.sent() ? ".Sent/cur" : "cur");
      Files.createDirectories(cur);
      Files.write(
          cur.resolve("%d.M%dP1.host:2,S".formatted(letter.at().toEpochSecond(), index++)),
          unlabelled(letter.raw()));
    }
    return folder;
  }

  private static byte[] unlabelled(byte[] raw) {
    return new String(raw, StandardCharsets.ISO_8859_1)
        .replaceFirst("(?m)^X-Gmail-Labels: .*\n", "")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
