package studio.makore.language;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * One to three numbers with one separator between them: {@code 15}, {@code 9:30}, {@code 21.6.26}.
 * What it means depends on the words around it.
 */
record Figure(List<String> parts, char separator) {
  private static final Pattern FORM =
      Pattern.compile("\\d{1,4}(?:([./:-])\\d{1,4}(?:\\1\\d{1,4})?)?");

  /** Reads European digits; empty for phone numbers, sums and whatever else has another form. */
  static Optional<Figure> read(String digits) {
    if (!FORM.matcher(digits).matches()) {
      return Optional.empty();
    }
    char separator = (char) digits.chars().filter(c -> c < '0' || c > '9').findFirst().orElse(' ');
    return Optional.of(new Figure(Arrays.asList(digits.split("[./:-]", -1)), separator));
  }

  /** A plain number of up to three digits; {@code 05} is one, {@code 054} begins a phone number. */
  OptionalInt count() {
    boolean plain =
        parts.size() == 1
            && parts.get(0).length() <= 3
            && !(parts.get(0).length() == 3 && parts.get(0).startsWith("0"));
    return plain ? OptionalInt.of(part(0)) : OptionalInt.empty();
  }

  /** A year of this century in four digits. */
  OptionalInt year() {
    return yearOf("20");
  }

  private OptionalInt yearOf(String century) {
    boolean year =
        parts.size() == 1 && parts.get(0).length() == 4 && parts.get(0).startsWith(century);
    return year ? OptionalInt.of(part(0)) : OptionalInt.empty();
  }

  /** A year of the Jewish calendar in figures. */
  OptionalInt hebrewYear() {
    return yearOf("57");
  }

  /** A year of the Islamic calendar. */
  OptionalInt hijriYear() {
    return yearOf("14");
  }

  /** Hour and minute as written: {@code 9:30}; or {@code 9.30} where no month has that number. */
  Optional<Clock> clock() {
    boolean dotted = separator == '.' && (part(1) > 12 || part(1) == 0);
    boolean clock =
        parts.size() == 2
            && (separator == ':' || dotted)
            && parts.get(0).length() <= 2
            && parts.get(1).length() == 2
            && part(0) < 24
            && part(1) < 60;
    return clock
        ? Optional.of(new Clock(part(0), part(1), parts.get(0).startsWith("0")))
        : Optional.empty();
  }

  /** Day first, or all of ISO 8601; without a year if none is written. */
  Optional<Written> date() {
    if (separator == ':' || parts.size() == 1) {
      return Optional.empty();
    }
    if (parts.size() == 3 && parts.get(0).length() == 4) {
      return century(parts.get(0))
          .flatMap(year -> Written.of(part(2), part(1), OptionalInt.of(year)));
    }
    if (parts.get(0).length() > 2 || parts.get(1).length() > 2) {
      return Optional.empty();
    }
    if (parts.size() == 2) {
      return separator == '-'
          ? Optional.empty()
          : Written.of(part(0), part(1), OptionalInt.empty());
    }
    return century(parts.get(2))
        .flatMap(year -> Written.of(part(0), part(1), OptionalInt.of(year)));
  }

  private static Optional<Integer> century(String year) {
    return switch (year.length()) {
      case 2 -> Optional.of(2000 + Integer.parseInt(year));
      case 4 -> Optional.of(Integer.parseInt(year)).filter(y -> y / 100 == 20);
      default -> Optional.empty();
    };
  }

  /** {@code 3.5} may as well be a number as the third of May. */
  boolean isDecimal() {
    return parts.size() == 2 && separator == '.';
  }

  private int part(int index) {
    return index < parts.size() ? Integer.parseInt(parts.get(index)) : 0;
  }
}
