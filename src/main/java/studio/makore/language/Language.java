package studio.makore.language;

import java.util.Locale;

/**
 * A language that mails are written in, named by its BCP 47 primary tag ({@code he}, {@code ar},
 * {@code en}). Everything that is known about one lies in resource files under its tag.
 */
public record Language(String tag) {
  public static final Language HEBREW = new Language("he");
  public static final Language ARABIC = new Language("ar");
  public static final Language ENGLISH = new Language("en");

  /** Takes any case; {@code iw}, Java's old name for Hebrew, becomes {@code he}. */
  public Language {
    tag = tag.toLowerCase(Locale.ROOT);
    if (tag.equals("iw")) {
      tag = "he";
    }
  }

  /** The Java locale, for libraries that ask for one. */
  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  @Override
  public String toString() {
    return tag;
  }
}
