package studio.makore.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A thread's subject without what mail programs put before it. */
final class ReplySubject {
  /** {@code Re: RE[2]: השב: } at the start. */
  private static final Pattern PREFIXES =
      Pattern.compile(
          "^(?:\\s*+(?:%s)(?:[\\[(]\\d{1,3}[\\])])?+\\s?+[:\\uff1a])++".formatted(prefixes()),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private ReplySubject() {}

  /** One line without reply prefixes, invisible marks and tokens. */
  static String bare(String subject) {
    String line = Tokens.withoutTags(Markdown.plainLine(subject));
    return PREFIXES.matcher(line).replaceFirst("").strip();
  }

  private static String prefixes() {
    try (InputStream in =
        Objects.requireNonNull(ReplySubject.class.getResourceAsStream("reply-prefixes.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Pattern.quote(line.strip()))
          .collect(Collectors.joining("|"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
