package studio.makore.language;

import java.util.regex.Pattern;

/** Right-to-left languages, and plain text in which directions are mixed (Unicode UAX #9). */
public final class Bidi {
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

  /** ALM, LRM, RLM; embeddings and overrides; isolates. */
  private static final Pattern CONTROLS =
      Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  /** {@code dana@client.example}, {@code https://client.example}, {@code www.client.example}. */
  private static final Pattern ADDRESS_OR_URL =
      Pattern.compile("\\S@\\S|\\p{Alpha}[\\p{Alnum}+.-]{1,20}:/|\\b(?:mailto:|www\\.)");

  private Bidi() {}

  /** Whether this language is written from right to left. */
  public static boolean rightToLeft(Language language) {
    return Writing.in(language).rightToLeft();
  }

  /**
   * Sets a value apart from the text around it, so that a project's English name inside a Hebrew
   * line moves neither the words nor the punctuation beside it. Controls that were in it are gone:
   * no value can turn the rest of the line. A value that holds a mail address or a URL is only
   * stripped, since a mark that is copied along with one breaks it.
   */
  public static String isolate(String value) {
    String stripped = strip(value);
    return stripped.isBlank() || ADDRESS_OR_URL.matcher(stripped).find()
        ? stripped
        : FIRST_STRONG_ISOLATE + stripped + POP_DIRECTIONAL_ISOLATE;
  }

  /** The same text without the invisible characters that steer direction. */
  public static String strip(String value) {
    return CONTROLS.matcher(value).replaceAll("");
  }
}
