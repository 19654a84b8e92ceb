package studio.makore.language;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import studio.makore.language.Almanac.Amount;
import studio.makore.language.Sense.Unit;

/** Spans of time and their edges: "in two weeks", "within 4 working days", "end of next month". */
final class PeriodGrammar {
  private static final int MIDDLE_OF_MONTH = 15;

  private final TermReader reader;
  private final NumberGrammar numbers;
  private final Almanac almanac;
  private final CalendarGrammar calendar;
  private final Function<LocalDate, Optional<Span>> day;

  /**
   * @param day finds a day from which a span is counted
   */
  PeriodGrammar(
      TermReader reader,
      NumberGrammar numbers,
      Almanac almanac,
      CalendarGrammar calendar,
      Function<LocalDate, Optional<Span>> day) {
    this.reader = reader;
    this.numbers = numbers;
    this.almanac = almanac;
    this.calendar = calendar;
    this.day = day;
  }

  /** How many weeks from the present one: "next week", "week that comes", "in two weeks". */
  Optional<Integer> week() {
    return reader.longest(
        () ->
            period()
                .filter(period -> period.unit() == Unit.WEEK && period.said())
                .map(Period::ahead),
        () ->
            reader.attempt(() -> {
              boolean in = reader.accept(Sense.IN);
              return numbers
                  .amount()
                  .filter(amount -> in && amount.unit() == Unit.WEEK && !amount.half())
                  .map(Amount::count);
            }));
  }

  /** A week, month or year; the present one unless another is said. */
  private record Period(Unit unit, int ahead, boolean said) {}

  private Optional<Period> period() {
    return reader.attempt(() -> {
      reader.skip(Sense.THE);
      Optional<Integer> before = numbers.ahead();
      reader.skip(Sense.THE);
      boolean present = reader.sees(Sense.THIS);
      OptionalInt unit = reader.take(Sense.UNIT);
      Optional<Integer> ahead = before.or(numbers::aheadAfter);
      return unit.isPresent()
          ? Optional.of(
              new Period(
                  Unit.values()[unit.getAsInt()], ahead.orElse(0), present || ahead.isPresent()))
          : Optional.empty();
    });
  }

  /** "end of the week", "mid-March", "beginning of next month" */
  Optional<Span> edge() {
    return reader.attempt(() -> {
      Term which = reader.peek(0);
      boolean edge = reader.accept(Sense.START, Sense.MIDDLE, Sense.END);
      reader.skip(Sense.OF, Sense.THE, Sense.AT, Sense.DASH);
      return edge
          ? reader
              .longest(
                  () -> period().flatMap(period -> edge(which, period)),
                  () -> namedMonth().flatMap(month -> edge(which, month, true)),
                  () -> day.apply(almanac.today()).filter(d -> which.is(Sense.END)).map(Span::date))
              .map(Span::of)
          : Optional.empty();
    });
  }

  /** "Month end", "year-end" */
  Optional<Span> endAfter() {
    return reader.attempt(() -> {
      OptionalInt unit = reader.take(Sense.UNIT);
      reader.skip(Sense.DASH);
      Term which = reader.peek(0);
      boolean whole = unit.orElse(-1) >= Unit.MONTH.ordinal();
      return whole && reader.accept(Sense.END)
          ? edge(which, new Period(Unit.values()[unit.getAsInt()], 0, false)).map(Span::of)
          : Optional.empty();
    });
  }

  private Optional<LocalDate> edge(Term which, Period period) {
    return switch (period.unit()) {
      case WEEK -> edgeOfWeek(which, period);
      case MONTH -> edge(which, almanac.monthAhead(period.ahead()), period.said());
      case QUARTER ->
          Optional.of(almanac.endOfQuarter(period.ahead())).filter(date -> which.is(Sense.END));
      case YEAR -> edgeOfYear(which, almanac.today().getYear() + period.ahead());
      case DAY, WORKING_DAY ->
          Optional.of(almanac.today().plusDays(period.ahead())).filter(date -> which.is(Sense.END));
      case HOUR, MINUTE -> Optional.empty();
    };
  }

  private Optional<LocalDate> edgeOfWeek(Term which, Period week) {
    if (which.is(Sense.MIDDLE)) {
      return Optional.empty();
    }
    LocalDate date = edgeOfWeek(which, week.ahead());
    boolean over = !week.said() && date.isBefore(almanac.today());
    return Optional.of(over ? edgeOfWeek(which, 1) : date);
  }

  private LocalDate edgeOfWeek(Term which, int weeksAhead) {
    return which.is(Sense.END) ? almanac.lastOfWeek(weeksAhead) : almanac.firstOfWeek(weeksAhead);
  }

  /** An unnamed month's beginning that is over is the next one's. */
  private Optional<LocalDate> edge(Term which, YearMonth month, boolean said) {
    if (which.is(Sense.END)) {
      return Optional.of(month.atEndOfMonth());
    }
    LocalDate date = month.atDay(which.is(Sense.START) ? 1 : MIDDLE_OF_MONTH);
    return Optional.of(!said && date.isBefore(almanac.today()) ? date.plusMonths(1) : date);
  }

  private static Optional<LocalDate> edgeOfYear(Term which, int year) {
    return which.is(Sense.MIDDLE)
        ? Optional.empty()
        : Optional.of(which.is(Sense.END) ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 1, 1));
  }

  /** "March", "the month of March 2027", "month 5" */
  private Optional<YearMonth> namedMonth() {
    return reader.attempt(() -> {
      OptionalInt numbered =
          reader
              .attempt(() -> Optional.of(calendar.numberedMonth()).filter(OptionalInt::isPresent))
              .orElseGet(OptionalInt::empty);
      OptionalInt month = numbered;
      if (month.isEmpty()) {
        reader.skip(Sense.UNIT, Sense.OF);
        month = reader.take(Sense.MONTH);
      }
      OptionalInt year = month.isPresent() ? calendar.year() : OptionalInt.empty();
      if (month.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          year.isPresent()
              ? YearMonth.of(year.getAsInt(), month.getAsInt())
              : almanac.month(month.getAsInt()));
    });
  }

  /** So much from now or ago, or from a day that is named. */
  Optional<Span> span() {
    return reader.longest(this::ahead, this::fromNow, this::ago, this::agoFirst, this::fromDay);
  }

  /** "in a week and a half", "within 3 to 5 working days" */
  private Optional<Span> ahead() {
    return reader.attempt(() -> {
      boolean in = reader.accept(Sense.IN);
      boolean the = reader.skip(Sense.ABOUT, Sense.THE, Sense.TO, Sense.IN).contains(Sense.THE);
      boolean next = reader.accept(Sense.NEXT);
      boolean one = reader.sees(Sense.ONE);
      Optional<Span> span = in ? shifted(1) : Optional.empty();
      boolean nextAfter =
          reader
              .attempt(() -> {
                reader.skip(Sense.THE);
                return reader.accept(Sense.NEXT, Sense.THIS) ? Optional.of(true) : Optional.empty();
              })
              .isPresent();
      boolean wholeWeek = one && (the || next || nextAfter);
      return span.filter(found -> !wholeWeek && !isDayWord(one));
    });
  }

  /** "after day Sunday" in Arabic counts nothing */
  private boolean isDayWord(boolean one) {
    return one && reader.sees(Sense.WEEKDAY, Sense.WEEKDAY_MAYBE);
  }

  /** One amount of time from today, or from one to another: "two to three weeks". */
  private Optional<Span> shifted(int sign) {
    return reader.longest(
        () -> numbers.amount().flatMap(amount -> shift(amount, sign)), () -> between(sign));
  }

  private Optional<Span> shift(Amount amount, int sign) {
    return almanac.shift(almanac.today(), amount, sign).map(Span::of);
  }

  private Optional<Span> between(int sign) {
    return reader.attempt(() -> {
      reader.accept(Sense.BETWEEN, Sense.FROM);
      Optional<Amount> first = reader.longest(numbers::amount, this::numberAlone);
      boolean goesOn = reader.accept(Sense.TO, Sense.DASH, Sense.OR, Sense.AND);
      Optional<Amount> last =
          goesOn ? reader.longest(numbers::amount, this::numberAlone) : Optional.empty();
      return first.flatMap(least ->
          last.flatMap(most -> {
            boolean both = most.unit() != Unit.MINUTE || least.unit() != Unit.MINUTE;
            Amount from = least.unit() == Unit.MINUTE ? with(least, most.unit()) : least;
            Amount to = most.unit() == Unit.MINUTE ? with(most, least.unit()) : most;
            return shift(from, sign)
                .filter(start -> both)
                .flatMap(start -> shift(to, sign).flatMap(start::until));
          }));
    });
  }

  /** A number whose unit the other end tells. */
  private Optional<Amount> numberAlone() {
    OptionalInt number = numbers.number();
    return number.isPresent()
        ? Optional.of(new Amount(number.getAsInt(), false, Unit.MINUTE))
        : Optional.empty();
  }

  private static Amount with(Amount amount, Unit unit) {
    return new Amount(amount.count(), amount.half(), unit);
  }

  /** "a week from now" */
  private Optional<Span> fromNow() {
    return reader.attempt(() -> shifted(1).filter(span -> reader.accept(Sense.FROM_NOW)));
  }

  /** "two weeks ago" */
  private Optional<Span> ago() {
    return reader.attempt(() -> shifted(-1).filter(span -> reader.accept(Sense.AGO)));
  }

  private Optional<Span> agoFirst() {
    return reader.attempt(() -> {
      boolean ago = reader.accept(Sense.AGO_FIRST);
      boolean one = reader.sees(Sense.ONE);
      return shifted(-1).filter(span -> ago && !isDayWord(one));
    });
  }

  /** "three working days from Sunday", "two days before the 15th", "a week on Monday" */
  private Optional<Span> fromDay() {
    return reader.attempt(() -> {
      reader.accept(Sense.IN);
      return amountFromDay();
    });
  }

  private Optional<Span> amountFromDay() {
    return reader.attempt(() ->
        numbers
            .amount()
            .filter(amount -> amount.unit().compareTo(Unit.DAY) >= 0)
            .flatMap(amount -> {
              int sign = reader.sees(Sense.BEFORE) ? -1 : 1;
              boolean weekOn =
                  reader.sees(Sense.AT) && !reader.sees(Sense.JOINED) && amount.unit() == Unit.WEEK;
              if (amount.unit() == Unit.WEEK && reader.sees(Sense.RELATIVE_DAY)) {
                return fromNamed(amount, sign);
              }
              return weekOn || reader.sees(Sense.FROM, Sense.AFTER, Sense.BEFORE)
                  ? shiftedFromDay(amount, sign)
                  : Optional.empty();
            }));
  }

  private Optional<Span> shiftedFromDay(Amount amount, int sign) {
    reader.moveTo(reader.position() + 1);
    return fromNamed(amount, sign);
  }

  private Optional<Span> fromNamed(Amount amount, int sign) {
    return day.apply(almanac.today())
        .flatMap(from -> almanac.shift(from.date(), amount, sign))
        .map(Span::of);
  }
}
