package studio.makore.language;

import java.time.DayOfWeek;

/**
 * What a word can mean where dates are named. A line {@code WEEKDAY.MONDAY=monday} in {@code
 * dates/<tag>.properties} gives a word one; a word may have several.
 */
enum Sense {
  /** A name that can only be a weekday. */
  WEEKDAY,
  /** A name that is a weekday when the words around it say so: the Hebrew ordinals, "sat". */
  WEEKDAY_MAYBE,
  /** A letter that counts the days of the week, as in Hebrew, and much else. */
  WEEKDAY_LETTER,
  MONTH,
  /** A month's name that may stand before the day: "April 2". */
  MONTH_FIRST,
  NUMBER,
  /** Tens that follow the ones: Arabic "five and twenty". */
  TENS_AFTER,
  ORDINAL,
  /** What follows a figure to make it an ordinal: "16th". */
  NTH,
  /** An ordinal that tells the hour, as in Arabic. */
  HOUR,
  /** A word that is a whole hour: "noon". */
  HOUR_ALONE,
  /** Minutes of an hour, or that share of any other unit: half 30, quarter 15, third 20. */
  FRACTION,
  UNIT,
  /** A unit that alone means one of it: Hebrew and Arabic "in week". */
  ONE,
  /** Two of a unit in one word. */
  TWO,
  /** Days from today. */
  RELATIVE_DAY,
  /** The word for day before a weekday's name. */
  DAY_WORD,
  /** A word after which a bare number is a day of the month. */
  DATE_WORD,
  /** What happens on a date: after it "20.3" is no decimal. */
  CUE,
  /** A month of the Jewish calendar, as Reckoning counts them. */
  HEBREW_MONTH,
  /** A day of it in letters. */
  HEBREW_DAY,
  /** A year of it in letters. */
  HEBREW_YEAR,
  /** A month of the Islamic calendar. */
  HIJRI_MONTH,
  /** What may follow a year of it. */
  HIJRI_WORD,
  IN,
  /** "ago", after the amount. */
  AGO,
  /** What says the same before the amount, as in Hebrew and Arabic. */
  AGO_FIRST,
  BEFORE,
  AFTER,
  FROM_NOW,
  /** Weeks, months or years ahead. */
  NEXT,
  THIS,
  LAST,
  START,
  MIDDLE,
  END,
  FROM,
  TO,
  BETWEEN,
  AND,
  OR,
  /** Prepositions before a day or an hour. */
  AT,
  THE,
  OF,
  ABOUT,
  /** "o'clock", or the word for hour before one. */
  CLOCK,
  PAST,
  /** The hour less some minutes: Arabic "ten except a quarter". */
  EXCEPT,
  PART,
  MERIDIEM,
  EVERY,
  /** Small words that can follow a day of the month, where a noun would mean a count. */
  FUNCTION,
  /** After these a figure is a version, a page, an instalment. */
  BLOCKS,
  /** Before these a figure is a price or a count. */
  COUNTED,
  /** Phrases that only look like dates. */
  NEVER,
  /** Letters written together with the word that follows. */
  JOINED,
  COMMA,
  DASH,
  OPEN,
  CLOSE,
  STOP;

  /** The span that a number of something covers. */
  enum Unit {
    MINUTE,
    HOUR,
    DAY,
    WORKING_DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR
  }

  /** A part of the day; on its own too vague to be a time. */
  enum Part {
    AM,
    PM,
    MORNING,
    NOON,
    AFTERNOON,
    EVENING,
    NIGHT,
    END_OF_DAY
  }

  /** The number by which a value's name in the data is kept. */
  int value(String name) {
    return switch (this) {
      case WEEKDAY, WEEKDAY_MAYBE, WEEKDAY_LETTER -> DayOfWeek.valueOf(name).getValue();
      case UNIT, ONE, TWO -> Unit.valueOf(name).ordinal();
      case PART, MERIDIEM -> Part.valueOf(name).ordinal();
      default -> Integer.parseInt(name);
    };
  }
}
