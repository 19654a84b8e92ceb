package studio.makore.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Message-IDs of RFC 5322, always with their angle brackets. */
public final class MessageIds {
  private static final int MAX_IDS = 500;
  private static final Pattern SPACE = Pattern.compile("\\s");
  private static final Pattern BARE = Pattern.compile("[^\\s<>]+@[^\\s<>]+");
  private static final Pattern ID = Pattern.compile("<([^<>]{1,900})>");
  private static final Pattern DOMAIN =
      Pattern.compile("[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,20}");

  private MessageIds() {}

  /**
   * A new id: 128 bits from {@code random} before the {@code @} and the domain after it. The same
   * generator in the same state gives the same id.
   *
   * @throws IllegalArgumentException when the domain is no host name
   */
  public static String next(String domain, RandomGenerator random) {
    if (domain.length() > 253 || !DOMAIN.matcher(domain).matches()) {
      throw new IllegalArgumentException("\"" + domain + "\" is no domain for a Message-ID.");
    }
    String bits =
        Long.toString(random.nextLong() >>> 1, 36)
            + "."
            + Long.toString(random.nextLong() >>> 1, 36);
    return "<" + bits + "@" + domain.toLowerCase(Locale.ROOT) + ">";
  }

  /** The ids in a raw header value, in their order. */
  static List<String> in(String raw) {
    List<String> ids = new ArrayList<>();
    String value = HeaderText.unfold(raw);
    boolean single = value.lastIndexOf('<') == 0 && value.indexOf('>') == value.length() - 1;
    if (single && value.length() > 2 && value.length() < 900 && value.indexOf(' ') < 0) {
      return List.of(value);
    }
    Matcher matcher = ID.matcher(value);
    while (matcher.find() && ids.size() < MAX_IDS) {
      String id = matcher.group();
      boolean spaced = id.chars().anyMatch(Character::isWhitespace);
      ids.add(spaced ? SPACE.matcher(id).replaceAll("") : id);
    }
    String bare = value.strip();
    // Without brackets: seen from web forms and old Lotus Notes.
    if (ids.isEmpty() && bare.length() < 900 && BARE.matcher(bare).matches()) {
      ids.add("<" + bare + ">");
    }
    return ids;
  }
}
