package studio.makore.mail;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as mail programs and chats write them for people, in any known language: {@code Wed, Oct
 * 27, 2021 at 9:31 AM}, {@code 16.09.2026 10:12 (GMT+02:00)}.
 */
final class WrittenDate {
  private static final int MAX_LENGTH = 120;
  private static final Pattern TIME =
      Pattern.compile("(?<![\\d.])(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2}))?(?![\\d.])");
  private static final Pattern CLOCK =
      Pattern.compile("(?<!\\d)(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?!\\d)");
  private static final Pattern NUMERIC =
      Pattern.compile("(?<!\\d)(\\d{1,4})([./-])(\\d{1,2})\\2(\\d{2,4})(?!\\d)");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?!\\d)");
  private static final Pattern DAY = Pattern.compile("(?<![\\d:])(\\d{1,2})(?![\\d:])");
  private static final Pattern OFFSET =
      Pattern.compile("(?:gmt|utc|(?<= ))\\s?([+-])(\\d{1,2}):?(\\d{2})?(?!\\d)");

  private static final Pattern LATIN_HALF = Pattern.compile("^ ?[ap]\\.?m\\b");

  private WrittenDate() {}

  static boolean looksDated(String text) {
    return parse(text, ZoneOffset.UTC).isPresent();
  }

  /** The moment a text names; {@code offset} where it does not say its own. */
  static Optional<OffsetDateTime> parse(String text, ZoneOffset offset) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String folded = Fold.fold(text);
    Matcher time = CLOCK.matcher(folded);
    if (!time.find()) {
      time = TIME.matcher(folded);
      if (!time.find()) {
        return Optional.empty();
      }
    }
    String rest = folded.substring(0, time.start()) + " " + folded.substring(time.end());
    boolean afternoon = marks("pm", folded.substring(time.end()));
    boolean morning = marks("am", folded.substring(time.end()));
    int hour = Integer.parseInt(time.group(1));
    hour = afternoon && hour < 12 ? hour + 12 : morning && hour == 12 ? 0 : hour;
    int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
    try {
      int[] date = date(rest, LATIN_HALF.matcher(folded.substring(time.end())).find());
      return date.length == 0
          ? Optional.empty()
          : Optional.of(
              LocalDateTime.of(
                      date[0], date[1], date[2], hour, Integer.parseInt(time.group(2)), second)
                  .atOffset(offsetIn(folded.substring(time.end())).orElse(offset)));
    } catch (DateTimeException noSuchMoment) {
      return Optional.empty();
    }
  }

  private static boolean marks(String section, String afterTime) {
    return Phrases.begins(section, afterTime.replaceAll("^[ ,]+", ""));
  }

  /** Year, month, day; empty when the text names no date. */
  private static int[] date(String text, boolean twelveHours) {
    Matcher numeric = NUMERIC.matcher(text);
    if (numeric.find()) {
      return numericDate(numeric, twelveHours);
    }
    Matcher year = YEAR.matcher(text);
    if (!year.find()) {
      return new int[0];
    }
    String around = text.substring(0, year.start()) + " " + text.substring(year.end());
    Matcher day = DAY.matcher(around);
    int month = month(text);
    if (month == 0 || !day.find()) {
      return new int[0];
    }
    return new int[] {Integer.parseInt(year.group(1)), month, Integer.parseInt(day.group(1))};
  }

  private static int[] numericDate(Matcher numeric, boolean twelveHours) {
    int first = Integer.parseInt(numeric.group(1));
    int second = Integer.parseInt(numeric.group(3));
    int third = Integer.parseInt(numeric.group(4));
    if (first > 31) {
      return new int[] {first, second, third};
    }
    int year = third < 100 ? 2000 + third : third;
    // Americans put the month first; of those who write AM and PM with slashes only they write
    // neither day nor month with a leading zero.
    boolean padded = numeric.group(1).startsWith("0") || numeric.group(3).startsWith("0");
    boolean american = twelveHours && numeric.group(2).equals("/") && !padded && first <= 12;
    boolean monthFirst = second > 12 || american;
    return monthFirst ? new int[] {year, first, second} : new int[] {year, second, first};
  }

  private static int month(String text) {
    int best = 0;
    int length = 0;
    for (Map.Entry<String, Integer> name : Phrases.monthNames().entrySet()) {
      int at = text.indexOf(name.getKey());
      if (at >= 0
          && name.getKey().length() > length
          && isWord(text, at, at + name.getKey().length())) {
        best = name.getValue();
        length = name.getKey().length();
      }
    }
    return best;
  }

  /** Hebrew glues its "in" to the month: one letter in front is allowed. */
  private static boolean isWord(String text, int start, int end) {
    boolean open = end >= text.length() || !Character.isLetter(text.charAt(end));
    int before = start - 1;
    boolean prefixed =
        before >= 0
            && text.charAt(before) == '\u05d1'
            && (before == 0 || !Character.isLetter(text.charAt(before - 1)));
    return open && (before < 0 || !Character.isLetter(text.charAt(before)) || prefixed);
  }

  private static Optional<ZoneOffset> offsetIn(String afterTime) {
    Matcher offset = OFFSET.matcher(afterTime);
    if (!offset.find()) {
      return Optional.empty();
    }
    int hours = Integer.parseInt(offset.group(2));
    int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
    if (hours > 14 || minutes > 59) {
      return Optional.empty();
    }
    int seconds = (hours * 60 + minutes) * 60;
    return Optional.of(ZoneOffset.ofTotalSeconds(offset.group(1).equals("-") ? -seconds : seconds));
  }
}
