package studio.makore.audit;

import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.makore.mail.MailFiles;

/**
 * Who wrote to whom, from the first lines of a mail: enough to guess whose mailbox it is before the
 * mails are read.
 */
record Envelope(String from, List<String> to, Filed filed) {
  private static final int LONGEST_HEAD = 32 * 1024;
  private static final int ENOUGH = 1000;
  private static final Pattern ADDRESS =
      Pattern.compile("[\\w.+=-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");
  private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");

  /** The likely addresses of the studio, by the first mails of each path. */
  static Set<String> likelyStudio(List<Path> paths, Set<String> named) throws IOException {
    var envelopes = new ArrayList<Envelope>();
    for (Path path : paths) {
      int enough = envelopes.size() + ENOUGH;
      try {
        MailFiles.read(
            path,
            (file, _, raw) -> {
              if (envelopes.size() >= enough) {
                throw new Enough();
              }
              envelopes.add(of(file, raw));
            });
      } catch (Enough seen) {
        // the rest is read later, and the guess is looked at again then
      }
    }
    return new StudioAddresses(envelopes, named).all();
  }

  /** Ends the look ahead. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;

    Enough() {
      super("enough", null, false, false);
    }
  }

  static Envelope of(Extract mail) {
    return new Envelope(mail.from().address(), mail.to(), mail.filed());
  }

  private static Envelope of(String file, byte[] raw) {
    String head = FOLD.matcher(head(raw)).replaceAll(" ");
    String from = "";
    String labels = "";
    var to = new ArrayList<String>();
    for (String line : head.lines().takeWhile(line -> !line.isEmpty()).toList()) {
      String name = line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(Locale.ROOT);
      switch (name) {
        case "from" -> from = addresses(line).findFirst().orElse("");
        case "to", "cc" -> addresses(line).forEach(to::add);
        case "x-gmail-labels" -> labels = decoded(line.substring(line.indexOf(':') + 1));
        default -> {}
      }
    }
    return new Envelope(from, to, Filed.of(file, labels));
  }

  /** Up to the first empty line. */
  private static String head(byte[] raw) {
    int end = 0;
    int most = Math.min(raw.length, LONGEST_HEAD);
    while (end + 1 < most
        && !(raw[end] == '\n' && (raw[end + 1] == '\n' || raw[end + 1] == '\r'))) {
      end++;
    }
    return new String(raw, 0, end, StandardCharsets.ISO_8859_1);
  }

  private static Stream<String> addresses(String line) {
    return ADDRESS.matcher(line).results().map(found -> found.group().toLowerCase(Locale.ROOT));
  }

  private static String decoded(String labels) {
    try {
      return MimeUtility.decodeText(labels);
    } catch (UnsupportedEncodingException unknown) {
      return labels;
    }
  }
}
