package studio.makore.audit;

import java.util.regex.Pattern;
import studio.makore.language.Bidi;

/** Words from a mail as the audit keeps them: one line, nothing invisible, not long. */
final class Quote {
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2028\\u2029\\p{Cc}]+");

  private Quote() {}

  /** Cut at a word when it is long. */
  static String of(String words, int longest) {
    String start = words.length() <= longest * 2 ? words : words.substring(0, longest * 2);
    String line = SPACES.matcher(Bidi.strip(start)).replaceAll(" ").strip();
    if (line.length() <= longest) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
    int space = line.lastIndexOf(' ', end);
    return line.substring(0, space > longest / 2 ? space : end) + "…";
  }
}
