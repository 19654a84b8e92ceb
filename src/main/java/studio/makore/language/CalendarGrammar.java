package studio.makore.language;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import studio.makore.calendar.Reckoning;
import studio.makore.language.Sense.Unit;

/** Dates by day and month: "16/3", "3 March 2026", "April 2", "the 15th". */
final class CalendarGrammar {
  private static final int LAST_MONTH = 12;

  /** How far back a word such as "version" still makes a decimal of "8.3". */
  private static final int SAME_BREATH = 6;

  /** How many words may stand between what happens and its date. */
  private static final int FARTHEST_CUE = 3;

  /** "The 2nd is nicer" speaks of drafts, "the 20th is fine" of a date. */
  private static final int LAST_OPTION = 4;

  private final TermReader reader;
  private final NumberGrammar numbers;
  private final Almanac almanac;
  private final boolean answer;

  CalendarGrammar(TermReader reader, NumberGrammar numbers, Almanac almanac, boolean answer) {
    this.reader = reader;
    this.numbers = numbers;
    this.almanac = almanac;
    this.answer = answer;
  }

  /**
   * A day of a month that is named too.
   *
   * @param cued whether the words before it leave no doubt that a date comes
   */
  Optional<LocalDate> date(LocalDate since, boolean cued) {
    return reader.attempt(() -> {
      boolean sure = reader.accept(Sense.DATE_WORD) || cued;
      return reader.longest(
          () ->
              reader
                  .longest(() -> figures(sure), this::dayThenMonth, this::monthThenDay)
                  .flatMap(written -> written.seenFrom(since)),
          this::hebrew,
          this::hijri);
    });
  }

  /** "the 15th of Shvat" in Hebrew letters, with or without a year */
  private Optional<LocalDate> hebrew() {
    return reader.attempt(() -> {
      reader.skip(Sense.THE);
      OptionalInt letters = reader.take(Sense.HEBREW_DAY);
      OptionalInt day = letters.isPresent() ? letters : numbers.dayOfMonth();
      reader.skip(Sense.OF, Sense.THE, Sense.AT, Sense.TO);
      OptionalInt month = day.isPresent() ? reader.take(Sense.HEBREW_MONTH) : day;
      return month.isPresent()
          ? meant(Reckoning.HEBREW, hebrewYear(), month.getAsInt(), day.getAsInt())
          : Optional.empty();
    });
  }

  private OptionalInt hebrewYear() {
    OptionalInt letters = reader.take(Sense.HEBREW_YEAR);
    return letters.isPresent() ? letters : year(Figure::hebrewYear);
  }

  /** "1 Ramadan", "10 Muharram 1448" */
  private Optional<LocalDate> hijri() {
    return reader.attempt(() -> {
      reader.skip(Sense.THE);
      OptionalInt day = numbers.dayOfMonth();
      reader.skip(Sense.OF, Sense.THE, Sense.AT);
      OptionalInt month = day.isPresent() ? reader.take(Sense.HIJRI_MONTH) : day;
      if (month.isEmpty()) {
        return Optional.empty();
      }
      OptionalInt year = year(Figure::hijriYear);
      reader.accept(Sense.HIJRI_WORD);
      return meant(Reckoning.HIJRI, year, month.getAsInt(), day.getAsInt());
    });
  }

  private Optional<LocalDate> meant(Reckoning reckoning, OptionalInt year, int month, int day) {
    return year.isPresent()
        ? reckoning.date(year.getAsInt(), month, day)
        : reckoning.next(month, day, almanac.today());
  }

  /** "16/3", "21.6.26", "2026-01-13" */
  private Optional<Written> figures(boolean cued) {
    return reader.attempt(() -> {
      boolean date = cued || !looksLikeNumber();
      return reader
          .takeFigure()
          .flatMap(Figure::date)
          .filter(written -> date && !isAmount() && !isShare(written));
    });
  }

  /** "3.5 hours" */
  private boolean isAmount() {
    return reader.sees(Sense.COUNTED, Sense.NTH)
        || (reader.sees(Sense.UNIT) && !reader.sees(Sense.CLOCK, Sense.DAY_WORD));
  }

  /** "2/3 of the screen" */
  private boolean isShare(Written written) {
    return written.year().isEmpty()
        && written.day().getDayOfMonth() < written.day().getMonthValue()
        && reader.sees(Sense.OF, Sense.FROM)
        && (reader.peek(1).isPlainWord() || reader.peek(1).is(Sense.THE));
  }

  private boolean looksLikeNumber() {
    Term before = reader.peek(-1);
    boolean named =
        before.is(Sense.BLOCKS)
            || (reader.peek(-2).is(Sense.BLOCKS)
                && (before.isPlainWord()
                    || before.is(Sense.OF)
                    || (before.is(Sense.TO) && before.is(Sense.JOINED))));
    boolean decimal = reader.peek(0).figure().filter(Figure::isDecimal).isPresent();
    return named || (decimal && ((!isAskedFor() && !answer) || isVersion()));
  }

  /** "on 3.5", "3.5 at 10:00", "3.5-5.5" */
  private boolean isAskedFor() {
    Term before = reader.peek(-1);
    Term after = reader.peek(1);
    return before.is(Sense.AT, Sense.TO, Sense.FROM, Sense.BETWEEN, Sense.DATE_WORD)
        || before.is(Sense.BEFORE, Sense.AFTER, Sense.WEEKDAY, Sense.WEEKDAY_MAYBE)
        || (before.is(Sense.THE) && before.is(Sense.JOINED))
        || isCued()
        || after.is(Sense.CLOCK)
        || (after.is(Sense.AT, Sense.COMMA)
            && reader.peek(2).figure().flatMap(Figure::clock).isPresent())
        || (after.is(Sense.DASH, Sense.TO)
            && reader.peek(2).figure().flatMap(Figure::date).isPresent());
  }

  /** "The deadline is 20.3", "launch: 20.3" */
  private boolean isCued() {
    for (int back = 1; back <= FARTHEST_CUE; back++) {
      Term before = reader.peek(-back);
      if (before.is(Sense.CUE, Sense.DATE_WORD)) {
        return true;
      }
      if (before.is(Sense.STOP, Sense.COMMA) || before.figure().isPresent()) {
        return false;
      }
    }
    return false;
  }

  private boolean isVersion() {
    for (int back = 1; back <= SAME_BREATH; back++) {
      Term before = reader.peek(-back);
      if (before.is(Sense.STOP)) {
        return false;
      }
      if (before.is(Sense.BLOCKS)) {
        return true;
      }
    }
    return false;
  }

  /** "3 March", "the third of March 2026", "15 of the 5th month" */
  private Optional<Written> dayThenMonth() {
    return reader.attempt(() -> {
      reader.skip(Sense.THE);
      OptionalInt day = numbers.dayOfMonth();
      OptionalInt month = day.isPresent() ? month() : OptionalInt.empty();
      return month.isPresent()
          ? Written.of(day.getAsInt(), month.getAsInt(), year())
          : Optional.empty();
    });
  }

  /** A month after its day: by name, as "month 5", or by its ordinal as in spoken Hebrew. */
  OptionalInt month() {
    boolean to = reader.sees(Sense.TO) && reader.peek(0).is(Sense.JOINED);
    reader.skip(Sense.OF, Sense.THE, Sense.AT, Sense.TO, Sense.DASH);
    OptionalInt name = reader.take(Sense.MONTH);
    if (name.isPresent()) {
      sameMonthAgain(name.getAsInt());
      return name;
    }
    if (to && reader.sees(Sense.ORDINAL)) {
      return reader.peek(0).is(Sense.NUMBER) && reader.peek(1).isPlainWord()
          ? OptionalInt.empty()
          : reader.take(Sense.ORDINAL);
    }
    return numberedMonth();
  }

  /** "month 5" */
  OptionalInt numberedMonth() {
    OptionalInt unit = reader.take(Sense.UNIT);
    OptionalInt number =
        unit.orElse(-1) == Unit.MONTH.ordinal() ? numbers.number() : OptionalInt.empty();
    return number.orElse(LAST_MONTH + 1) <= LAST_MONTH ? number : OptionalInt.empty();
  }

  /** Goes past the month's other name: "3 \u0622\u0630\u0627\u0631/\u0645\u0627\u0631\u0633". */
  private void sameMonthAgain(int month) {
    reader.attempt(() -> {
      boolean open = reader.accept(Sense.OPEN);
      if (!open && reader.peek(0).isPlainWord()) {
        reader.moveTo(reader.position() + 1);
      }
      boolean same = reader.take(Sense.MONTH).equals(OptionalInt.of(month));
      return same && (!open || reader.accept(Sense.CLOSE)) ? Optional.of(month) : Optional.empty();
    });
  }

  /** "April 2", "April 2nd, 2026" */
  private Optional<Written> monthThenDay() {
    return reader.attempt(() -> {
      boolean first = reader.sees(Sense.MONTH_FIRST);
      OptionalInt month = reader.take(Sense.MONTH);
      reader.skip(Sense.THE);
      OptionalInt day = first ? numbers.dayOfMonth() : OptionalInt.empty();
      return day.isPresent() && !reader.sees(Sense.UNIT, Sense.COUNTED)
          ? Written.of(day.getAsInt(), month.getAsInt(), year())
          : Optional.empty();
    });
  }

  OptionalInt year() {
    return year(Figure::year);
  }

  private OptionalInt year(Function<Figure, OptionalInt> reckoned) {
    return reader
        .attempt(() -> {
          reader.skip(Sense.COMMA, Sense.OF, Sense.AT);
          return reader.takeFigure().map(reckoned).filter(OptionalInt::isPresent);
        })
        .orElseGet(OptionalInt::empty);
  }

  /** A day of this or the next month: "the 15th", "the 15th of next month". */
  Optional<LocalDate> dayOfMonth(boolean cued) {
    return reader.longest(() -> ofMonth(cued), () -> alone(cued));
  }

  private Optional<LocalDate> ofMonth(boolean cued) {
    return reader.attempt(() -> {
      boolean cue =
          cued || reader.accept(Sense.DATE_WORD) || isAskedFor() || reader.sees(Sense.THE);
      reader.skip(Sense.THE);
      OptionalInt day = numbers.dayOfMonth();
      boolean asked = cue || (reader.accept(Sense.THE) && reader.peek(-1).is(Sense.JOINED));
      reader.skip(Sense.OF, Sense.THE, Sense.AT, Sense.TO);
      Optional<Integer> before = numbers.ahead();
      boolean month = reader.take(Sense.UNIT).orElse(-1) == Unit.MONTH.ordinal();
      Optional<Integer> ahead = before.or(numbers::aheadAfter);
      if (day.isEmpty() || !month) {
        return Optional.empty();
      }
      return ahead.isPresent()
          ? inMonth(day.getAsInt(), almanac.monthAhead(ahead.get()))
          : almanac.dayOfMonth(day.getAsInt()).filter(date -> asked);
    });
  }

  private static Optional<LocalDate> inMonth(int day, YearMonth month) {
    return month.isValidDay(day) ? Optional.of(month.atDay(day)) : Optional.empty();
  }

  /** "by the 15th", or a bare number after the word for date, or after "the" in Hebrew. */
  private Optional<LocalDate> alone(boolean cued) {
    return reader.attempt(() -> {
      boolean dateWord = reader.accept(Sense.DATE_WORD) || reader.peek(-1).is(Sense.DATE_WORD);
      boolean asked =
          cued
              || reader
                  .peek(-1)
                  .is(Sense.AT, Sense.TO, Sense.FROM, Sense.BEFORE, Sense.AFTER, Sense.BETWEEN);
      boolean joined = reader.sees(Sense.THE) && reader.sees(Sense.JOINED);
      boolean the = !reader.skip(Sense.THE).isEmpty();
      boolean figure = reader.peek(0).figure().isPresent();
      OptionalInt day = numbers.dayOfMonth();
      boolean nth = reader.peek(-1).is(Sense.NTH);
      boolean beyondOptions = the && nth && day.orElse(0) > LAST_OPTION;
      boolean date = dateWord || (asked && (joined || nth)) || beyondOptions;
      return day.isPresent() && figure && date && !isCount(nth)
          ? almanac.dayOfMonth(day.getAsInt())
          : Optional.empty();
    });
  }

  private boolean isCount(boolean nth) {
    return reader.sees(Sense.UNIT, Sense.ONE, Sense.COUNTED)
        || (nth && reader.peek(0).isPlainWord());
  }
}
