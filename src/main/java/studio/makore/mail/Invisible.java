package studio.makore.mail;

import java.util.regex.Pattern;

/**
 * Marks that direct the drawing of mixed Hebrew, Arabic and Latin text and must never be part of an
 * address, a name of a file, or of what is compared.
 */
final class Invisible {
  private static final Pattern MARKS =
      Pattern.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]");

  private Invisible() {}

  static String strip(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (is(text.charAt(i))) {
        return MARKS.matcher(text).replaceAll("");
      }
    }
    return text;
  }

  static boolean is(char c) {
    return c == '\u00ad'
        || c == '\u061c'
        || c >= '\u200b' && c <= '\u200f'
        || c >= '\u202a' && c <= '\u202e'
        || c >= '\u2060' && c <= '\u206f'
        || c == '\ufeff';
  }
}
