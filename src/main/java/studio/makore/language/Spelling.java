package studio.makore.language;

import java.text.Normalizer;
import java.util.Locale;

/**
 * One spelling for the many ways in which people write the same word.
 *
 * <pre>
 * Spelling.fold("أُرسِلَت ٣ صُوَر")  // "ارسلت 0 صور"
 * Spelling.fold("שָׁלוֹם\u200f")        // "שלום"
 * </pre>
 */
public final class Spelling {
  /** How often a letter may stand in a row; more is a drawn-out word ("sooo", "تماااام"). */
  private static final int LONGEST_RUN = 2;

  private Spelling() {}

  /**
   * Folds for comparing, never for showing: NFKC, lower case; points, harakat, tatweel, bidi and
   * other invisible marks out; alef, ya and ta marbuta to one form each; quotation marks, dashes
   * and Arabic punctuation to their ASCII kin; every digit to {@code 0}, but a digit that stands
   * beside a Latin letter is kept, because it may be a letter of Arabizi ("mwaf2"). A letter
   * written three times or more in a row stands once. Folding twice changes nothing more.
   */
  public static String fold(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return digits(shortened(letters(composed)));
  }

  private static String letters(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().map(Spelling::letter).filter(c -> c >= 0).forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /** The letter's one form, or -1 for what is not written at all. */
  private static int letter(int c) {
    if (c < 0x80) {
      return c;
    }
    return switch (c) {
      case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
      case 'ى', 'ی' -> 'ي';
      case 'ة' -> 'ه';
      case 'ک' -> 'ك';
      case 'ـ' -> -1;
      case '“', '”', '„', '״', '«', '»', '″' -> '"';
      case '‘', '’', '‚', '׳', '´', '′' -> '\'';
      case '‐', '‑', '‒', '–', '—', '־', '−' -> '-';
      case '؟' -> '?';
      case '،' -> ',';
      case '؛' -> ';';
      default -> unwritten(c) ? -1 : c;
    };
  }

  private static boolean unwritten(int c) {
    boolean skinTone = c >= 0x1F3FB && c <= 0x1F3FF;
    int type = Character.getType(c);
    return skinTone || type == Character.NON_SPACING_MARK || type == Character.FORMAT;
  }

  private static String shortened(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      char c = text.charAt(at);
      int end = at + 1;
      while (end < text.length() && text.charAt(end) == c) {
        end++;
      }
      boolean drawnOut = end - at > LONGEST_RUN && Character.isLetter(c);
      kept.append(text, at, drawnOut ? at + 1 : end);
      at = end;
    }
    return kept.toString();
  }

  private static String digits(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean inWord = latin(text, at - 1) || latin(text, at + 1);
      folded.append(Character.isDigit(c) && !inWord ? '0' : Character.isDigit(c) ? ascii(c) : c);
    }
    return folded.toString();
  }

  private static char ascii(char digit) {
    return (char) ('0' + Character.digit(digit, 10));
  }

  private static boolean latin(String text, int at) {
    return at >= 0
        && at < text.length()
        && Character.isLetter(text.charAt(at))
        && Character.UnicodeScript.of(text.charAt(at)) == Character.UnicodeScript.LATIN;
  }
}
