package studio.makore.language;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whole mentions: a day, a day and its hours, or a stretch from one to another. */
final class DateGrammar {
  private static final int MOST_DAYS_IN_A_ROW = 4;

  private final TermReader reader;
  private final NumberGrammar numbers;
  private final HourGrammar hours;
  private final DayGrammar days;
  private final Almanac almanac;

  /**
   * @param answer whether the text answers the question for a date, so that what may be one is one
   */
  DateGrammar(List<Term> terms, Almanac almanac, boolean answer) {
    this.reader = new TermReader(terms);
    this.almanac = almanac;
    this.numbers = new NumberGrammar(reader);
    this.hours = new HourGrammar(reader, numbers);
    this.days = new DayGrammar(reader, numbers, hours, almanac, answer);
  }

  TermReader reader() {
    return reader;
  }

  /** The mention that begins at the reader's place, which is left behind it. */
  Optional<Span> mention() {
    LocalDate today = almanac.today();
    return reader
        .longest(
            () -> dayAndHours(today),
            this::hoursAndDay,
            this::daysOfMonth,
            this::stretch,
            this::weekdays,
            this::daysAfterMonth)
        .or(this::dayWhoseMonthFollows);
  }

  /** "Friday between 10 and 12", "tomorrow morning at 9" */
  private Optional<Span> dayAndHours(LocalDate since) {
    return days.day(since)
        .map(day ->
            reader
                .attempt(() -> {
                  reader.skip(Sense.COMMA, Sense.DASH, Sense.OPEN);
                  return hours.hours().flatMap(day::at);
                })
                .orElse(day));
  }

  /** "at 3pm on Tuesday", "half past two this afternoon" */
  private Optional<Span> hoursAndDay() {
    return reader.attempt(() -> {
      Optional<Hours> at = hours.hours();
      OptionalInt dayInPart = reader.peek(-1).value(Sense.RELATIVE_DAY);
      if (at.isPresent() && dayInPart.isPresent()) {
        return Span.of(almanac.today().plusDays(dayInPart.getAsInt())).at(at.get());
      }
      reader.skip(Sense.COMMA, Sense.AT, Sense.OF);
      return at.flatMap(hour -> days.day(almanac.today()).flatMap(day -> day.at(hour)));
    });
  }

  /** "from Sunday to Tuesday", "15/7-16/8", "between 18/3 and 22/3" */
  private Optional<Span> stretch() {
    return reader.attempt(() -> {
      boolean between = opening();
      return dayAndHours(almanac.today())
          .filter(first -> goesOn(between))
          .flatMap(first -> dayAndHours(first.date()).flatMap(first::until));
    });
  }

  /** "Between Sunday and Tuesday", where Hebrew numbers the days */
  private Optional<Span> weekdays() {
    return reader.attempt(() -> {
      boolean opened = reader.sees(Sense.BETWEEN, Sense.FROM);
      boolean between = opening();
      return days.weekdayAlone()
          .filter(first -> opened && goesOn(between))
          .flatMap(first -> dayAndHours(first.date()).flatMap(first::until));
    });
  }

  private boolean opening() {
    boolean between = reader.sees(Sense.BETWEEN);
    reader.accept(Sense.BETWEEN, Sense.FROM);
    return between;
  }

  /** Goes past what leads to the end of a stretch: "to", a dash, or "and" after "between". */
  private boolean goesOn(boolean between) {
    boolean and = reader.accept(Sense.AND);
    boolean to = reader.accept(Sense.TO, Sense.DASH);
    reader.skip(Sense.AT, Sense.TO);
    return to || (between && and);
  }

  /** "13 to 17 April", "15-16.7" */
  private Optional<Span> daysOfMonth() {
    return reader.attempt(() -> {
      boolean between = opening();
      reader.skip(Sense.THE);
      OptionalInt first = numbers.dayOfMonth();
      return first.isPresent() && goesOn(between)
          ? days.calendar()
              .date(almanac.today(), true)
              .flatMap(last ->
                  before(last, first.getAsInt())
                      .flatMap(start -> Span.of(start).until(Span.of(last))))
          : Optional.empty();
    });
  }

  /** The nearest such day of the month before a date. */
  private static Optional<LocalDate> before(LocalDate last, int day) {
    return last.minusMonths(1)
        .datesUntil(last)
        .filter(date -> date.getDayOfMonth() == day)
        .reduce((a, b) -> b);
  }

  /** "April 13-17" */
  private Optional<Span> daysAfterMonth() {
    return reader.attempt(() -> {
      boolean between = opening();
      boolean monthFirst = reader.sees(Sense.MONTH_FIRST);
      return days.calendar()
          .date(almanac.today(), true)
          .filter(first -> monthFirst && goesOn(between))
          .flatMap(first -> {
            reader.skip(Sense.THE);
            int last = numbers.dayOfMonth().orElse(0);
            return last > first.getDayOfMonth() && last <= first.lengthOfMonth()
                ? Span.of(first).until(Span.of(first.withDayOfMonth(last)))
                : Optional.empty();
          });
    });
  }

  /** The 15th in "15, 16 or 17 April", which goes on from there. */
  private Optional<Span> dayWhoseMonthFollows() {
    return reader.attempt(() -> {
      reader.skip(Sense.THE);
      OptionalInt day =
          reader.sees(Sense.WEEKDAY_MAYBE) ? OptionalInt.empty() : numbers.dayOfMonth();
      int end = reader.position();
      Optional<LocalDate> last = Optional.empty();
      for (int more = 0; more < MOST_DAYS_IN_A_ROW && last.isEmpty() && goesOnInList(); more++) {
        last = reader.attempt(() -> days.calendar().date(almanac.today(), false));
        if (last.isEmpty() && numbers.dayOfMonth().isEmpty()) {
          break;
        }
      }
      reader.moveTo(end);
      return day.isPresent()
          ? last.flatMap(other -> before(other, day.getAsInt())).map(Span::of)
          : Optional.empty();
    });
  }

  private boolean goesOnInList() {
    boolean more = !reader.skip(Sense.OR, Sense.AND, Sense.COMMA).isEmpty();
    reader.skip(Sense.AT, Sense.TO, Sense.THE);
    return more;
  }
}
