package studio.makore.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.makore.mail.Letters.Client;
import studio.makore.mail.Letters.Ending;
import studio.makore.mail.Letters.Form;
import studio.makore.mail.Letters.Place;
import studio.makore.mail.Letters.Shape;

/**
 * Mails with every sort of damage: nothing is thrown, none takes more than two seconds or 256 MB.
 * {@code -Dmakore.fuzz=200000} tries that many; {@code -Dmakore.fuzz.seed=7} other ones. Mails of
 * the corpus are damaged too where it is at hand.
 */
class FuzzTest {
  private static final int MAILS = Integer.getInteger("makore.fuzz", 3000);
  private static final long SEED = Long.getLong("makore.fuzz.seed", 20260916L);
  private static final long MAX_NANOS = 2_000_000_000L;
  private static final long MAX_ALLOCATED = 256L * 1024 * 1024;
  private static final int MAX_SEED_MAIL = 60_000;

  private static final Path CORPUS =
      Path.of(System.getProperty("makore.shared", "../shared"), "corpora", "mail");

  /** What readers of mail stumble over. */
  private static final List<String> BAITS =
      List.of(
          "\r\n\r\n",
          "\n",
          "\r",
          "\0",
          "--",
          "--b\r\n",
          "--b--",
          "=?utf-8?B?",
          "?=",
          "=?x?q?=",
          "=",
          "=3D",
          "\"",
          "<",
          ">",
          "(",
          ";",
          ":",
          ",",
          "@",
          "> ",
          ">>>>",
          "From ",
          "\r\nFrom: a@b\r\n",
          "Content-Type: multipart/mixed; boundary=b\r\n\r\n",
          "Content-Type: message/rfc822\r\n\r\n",
          "Content-Type: text/html\r\n\r\n",
          "Content-Transfer-Encoding: base64\r\n",
          "Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 x\n",
          "charset=utf-7",
          "charset=iso-2022-jp",
          "charset=visual",
          "charset=",
          "filename*0*=utf-8''%D7",
          "filename*=",
          "boundary=",
          "boundary=\"\"",
          "On Wed, 16 Sep 2026 at 10:12, a wrote:\n",
          "-- \n",
          "<blockquote type=cite>",
          "</div>",
          "<table><tr><td>",
          "&#x1f600;",
          "<!--",
          "[12/05/2026, 10:31] a: b\n",
          "-----BEGIN PGP SIGNED MESSAGE-----\n",
          "-----BEGIN PGP SIGNATURE-----\n",
          "Content-Type: application/ms-tnef\r\n\r\n",
          "Content-Type: application/pkcs7-mime\r\n\r\n",
          "Content-Type: text/calendar; method=request\r\n\r\n",
          "BEGIN:VEVENT\nDTSTART;TZID=x:20260916T101200\n",
          "Content-Type: message/delivery-status\r\n\r\n",
          "Final-Recipient: rfc822;a@b\n",
          "\u202b\u200f",
          "\ud83d\ude00",
          "9999999999999999999");

  private final Random random = new Random(SEED);
  private final MailParser parser = new MailParser();

  @Test
  void whatever_is_damaged_the_mail_is_read_in_bounded_time_and_memory() throws IOException {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    List<byte[]> sound = soundMails();
    sound.forEach(parser::parse); // what is loaded with the first mail is no mail's fault
    List<String> bad = new ArrayList<>();
    long slowest = 0;
    long largest = 0;
    for (int i = 0; i < MAILS; i++) {
      byte[] damaged = damaged(sound);
      long allocated = thread.getCurrentThreadAllocatedBytes();
      long start = System.nanoTime();
      String what = read(damaged);
      long took = System.nanoTime() - start;
      long used = thread.getCurrentThreadAllocatedBytes() - allocated;
      if (took > MAX_NANOS) {
        // a machine that was busy with something else is no mail's fault either
        long again = System.nanoTime();
        read(damaged);
        took = System.nanoTime() - again;
      }
      slowest = Math.max(slowest, took);
      largest = Math.max(largest, used);
      if (!what.isEmpty() || took > MAX_NANOS || used > MAX_ALLOCATED) {
        bad.add(
            "mail %d of seed %d: %s %d ms, %d MB"
                .formatted(i, SEED, what, took / 1_000_000, used >> 20));
        Files.write(Files.createTempFile("makore-fuzz-", ".eml"), damaged);
      }
    }
    System.out.printf(
        "%,d damaged mails, seed %d: slowest %d ms, most allocated %d MB%n",
        MAILS, SEED, slowest / 1_000_000, largest >> 20);
    assertThat(bad).isEmpty();
  }

  private String read(byte[] raw) {
    try {
      Mail mail = parser.parse(raw);
      return mail.text().length() > 2_000_000 ? "a text of " + mail.text().length() : "";
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
      return thrown + " at " + Arrays.toString(Arrays.copyOf(thrown.getStackTrace(), 3));
    }
  }

  private static List<byte[]> soundMails() throws IOException {
    List<byte[]> mails = new ArrayList<>();
    for (String language : List.of("he", "ar")) {
      Letters letters = new Letters(language);
      for (Client client : Client.values()) {
        for (Place place : Place.values()) {
          Shape shape =
              new Shape(
                  client,
                  place,
                  Form.values()[mails.size() % 3],
                  Ending.values()[mails.size() % 5],
                  1 + mails.size() % 4,
                  letters.charsets().get(mails.size() % 3),
                  List.of("base64", "quoted-printable", "8bit").get(mails.size() % 3));
          mails.add(letters.letter(shape).raw());
        }
      }
    }
    if (Files.isDirectory(CORPUS)) {
      try (Stream<Path> files = Files.walk(CORPUS)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".eml")).sorted().toList()) {
          byte[] raw = Files.readAllBytes(file);
          mails.add(Arrays.copyOf(raw, Math.min(raw.length, MAX_SEED_MAIL)));
        }
      }
    }
    return mails;
  }

  private byte[] damaged(List<byte[]> sound) {
    byte[] mail = sound.get(random.nextInt(sound.size()));
    for (int hits = 1 + random.nextInt(6); hits > 0 && mail.length > 0; hits--) {
      mail = hit(mail, sound);
    }
    return mail;
  }

  private byte[] hit(byte[] mail, List<byte[]> sound) {
    int at = random.nextInt(mail.length);
    int end = Math.min(mail.length, at + 1 + random.nextInt(1 + random.nextInt(400)));
    return switch (random.nextInt(8)) {
      case 0 -> flipped(mail);
      case 1 -> joined(mail, 0, at, new byte[0], end, mail); // a piece lost
      case 2 -> joined(mail, 0, end, repeated(Arrays.copyOfRange(mail, at, end)), end, mail);
      case 3, 4, 5 -> joined(mail, 0, at, bait(), at, mail);
      case 6 -> Arrays.copyOf(mail, at);
      default -> {
        byte[] other = sound.get(random.nextInt(sound.size()));
        yield joined(mail, 0, at, new byte[0], random.nextInt(other.length + 1), other);
      }
    };
  }

  private byte[] flipped(byte[] mail) {
    byte[] flipped = mail.clone();
    for (int i = random.nextInt(30); i >= 0; i--) {
      flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
    }
    return flipped;
  }

  private byte[] repeated(byte[] piece) {
    int times = random.nextInt(20) == 0 ? 300 : 3;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }

  private byte[] bait() {
    byte[] bait = BAITS.get(random.nextInt(BAITS.size())).getBytes(StandardCharsets.UTF_8);
    return random.nextInt(30) == 0 ? repeated(bait) : bait;
  }

  private static byte[] joined(
      byte[] head, int from, int to, byte[] middle, int rest, byte[] tail) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(head, from, to - from);
    out.writeBytes(middle);
    out.write(tail, rest, tail.length - rest);
    return out.toByteArray();
  }
}
