package studio.makore.mail;

/**
 * One spelling for what clients write in several: without invisible marks, vowel points and
 * tatweel, with plain blanks, quotes, dashes, commas, colons and digits, one form of alef, lower
 * case, single blanks. Phrases and lines are compared in this form only.
 */
final class Fold {
  /** Stands for "left out" in the table. */
  private static final char IGNORED = '\uffff';

  /** What becomes of Latin, Greek, Cyrillic, Hebrew and Arabic letters. */
  private static final char[] TABLE = table();

  private Fold() {}

  static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      c = c < TABLE.length ? TABLE[c] : compared(c);
      if (c == IGNORED) {
        continue;
      }
      if (c == ' ') {
        if (!blank) {
          out.append(' ');
        }
        blank = true;
      } else {
        out.append(c);
        blank = false;
      }
    }
    int end = out.length();
    if (end > 0 && out.charAt(end - 1) == ' ') {
      out.setLength(end - 1);
    }
    return out.toString();
  }

  private static char[] table() {
    char[] table = new char[0x700];
    for (char c = 0; c < table.length; c++) {
      table[c] = compared(c);
    }
    return table;
  }

  private static char compared(char c) {
    return isIgnored(c) ? IGNORED : plain(c);
  }

  private static boolean isIgnored(char c) {
    return Invisible.is(c)
        || c == '\u0640' // tatweel
        || c >= '\u064b' && c <= '\u0652' // tashkeel
        || c == '\u0670'
        || c >= '\u0591' && c <= '\u05bd' // Hebrew points
        || c == '\u05bf'
        || c == '\u05c1'
        || c == '\u05c2';
  }

  private static char plain(char c) {
    if (c < 0x80) {
      return c <= ' ' ? ' ' : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    if (c >= '\u0660' && c <= '\u0669') {
      return (char) (c - '\u0660' + '0');
    }
    if (c >= '\u06f0' && c <= '\u06f9') {
      return (char) (c - '\u06f0' + '0');
    }
    return switch (c) {
      case '\u0622', '\u0623', '\u0625', '\u0671' -> '\u0627'; // alef
      case '\u0649', '\u06cc' -> '\u064a'; // yeh
      case '\u0629' -> '\u0647'; // teh marbuta
      case '\u05f3', '\u2018', '\u2019', '\u00b4' -> '\'';
      case '\u05f4', '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb' -> '"';
      case '\u05be', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
      case '\u060c', '\uff0c' -> ',';
      case '\uff1a' -> ':';
      case '\u061f', '\uff1f' -> '?';
      default ->
          Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : Character.toLowerCase(c);
    };
  }
}
