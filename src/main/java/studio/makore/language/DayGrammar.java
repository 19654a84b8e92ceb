package studio.makore.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import studio.makore.language.Sense.Part;
import studio.makore.language.Sense.Unit;

/** Days named by their place in the week or from today: "tomorrow", "next Thursday". */
final class DayGrammar {
  private static final int LONGEST_LIST = 8;
  private static final int MONTHS_AHEAD = 3;

  private final TermReader reader;
  private final NumberGrammar numbers;
  private final HourGrammar hours;
  private final CalendarGrammar calendar;
  private final PeriodGrammar periods;
  private final Almanac almanac;
  private final boolean answer;
  private final KeptRule<LocalDate, Span> day;
  private final KeptRule<LocalDate, Span> named;

  DayGrammar(
      TermReader reader,
      NumberGrammar numbers,
      HourGrammar hours,
      Almanac almanac,
      boolean answer) {
    this.reader = reader;
    this.answer = answer;
    this.numbers = numbers;
    this.hours = hours;
    this.almanac = almanac;
    this.day = new KeptRule<>(reader, this::wholly);
    this.named = new KeptRule<>(reader, this::byName);
    this.calendar = new CalendarGrammar(reader, numbers, almanac, answer);
    this.periods = new PeriodGrammar(reader, numbers, almanac, calendar, named::with);
  }

  CalendarGrammar calendar() {
    return calendar;
  }

  /**
   * A day with whatever else names it: its weekday, its date, its part.
   *
   * @param since the day that a mere weekday or date is sought after: today, or where a stretch
   *     began
   */
  Optional<Span> day(LocalDate since) {
    return day.with(since);
  }

  private Optional<Span> wholly(LocalDate since) {
    return reader
        .longest(
            () -> named.with(since),
            () -> partFirst(since),
            this::endOfDay,
            periods::span,
            periods::edge,
            periods::endAfter)
        .map(span -> span.within(hours.part().or(span::part)));
  }

  /** A day by its weekday alone: what is "Sunday to Tuesday" may else be the first of March. */
  Optional<Span> weekdayAlone() {
    return reader.attempt(() -> modified(almanac.today()).map(Span::of));
  }

  /** A day that is no edge of a week or month and not so many days from another. */
  private Optional<Span> byName(LocalDate since) {
    return reader
        .longest(
            this::relative,
            () -> weekday(since),
            () -> calendar.date(since, false).map(Span::of),
            () -> calendar.dayOfMonth(false).map(Span::of))
        .map(span -> {
          alsoCalled(span.date(), since);
          return span;
        });
  }

  /** "tomorrow", "tonight" */
  private Optional<Span> relative() {
    Optional<Part> part = HourGrammar.part(reader.peek(0).value(Sense.PART));
    OptionalInt days = reader.take(Sense.RELATIVE_DAY);
    return days.isPresent()
        ? Optional.of(Span.of(almanac.today().plusDays(days.getAsInt())).within(part))
        : Optional.empty();
  }

  /** "the evening of the 3rd", "Friday's morning" */
  private Optional<Span> partFirst(LocalDate since) {
    return reader.attempt(() ->
        HourGrammar.part(reader.take(Sense.PART))
            .flatMap(part -> {
              reader.skip(Sense.AT, Sense.OF, Sense.THE);
              return named.with(since).map(span -> span.within(Optional.of(part)));
            }));
  }

  /** "end of day" with no day beside it is today's */
  private Optional<Span> endOfDay() {
    return HourGrammar.part(reader.peek(0).value(Sense.PART))
        .filter(part -> part == Part.END_OF_DAY)
        .map(part -> {
          reader.take(Sense.PART);
          return Span.of(almanac.today()).within(Optional.of(part));
        });
  }

  /** Goes past other names of the same day: "tomorrow, Tuesday", "16/3 (Monday)". */
  private void alsoCalled(LocalDate date, LocalDate since) {
    reader.attempt(() -> {
      boolean open = between();
      boolean same = isCalled(date, since);
      reader.attempt(() -> {
        between();
        return isCalled(date, since) ? Optional.of(date) : Optional.empty();
      });
      if (open) {
        reader.accept(Sense.CLOSE);
      }
      return same ? Optional.of(date) : Optional.empty();
    });
  }

  private boolean isCalled(LocalDate date, LocalDate since) {
    return reader
        .longest(
            () -> weekdayName().map(date.getDayOfWeek()::equals),
            () -> calendar.date(since, true).map(date::equals))
        .orElse(false);
  }

  /** Goes past what joins two names of a day; whether a bracket was opened. */
  private boolean between() {
    return reader
        .skip(Sense.COMMA, Sense.OPEN, Sense.DASH, Sense.THE, Sense.AT, Sense.OF, Sense.DATE_WORD)
        .contains(Sense.OPEN);
  }

  private Optional<Span> weekday(LocalDate since) {
    return reader
        .longest(
            () -> modified(since),
            this::inWeekNamedAfter,
            this::inWeekNamedBefore,
            () -> withDate(since))
        .map(Span::of);
  }

  /** "Monday", "next Monday", "Monday that comes", "Monday week" */
  private Optional<LocalDate> modified(LocalDate since) {
    return reader.attempt(() -> {
      Optional<Integer> before = numbers.ahead();
      reader.skip(Sense.THE);
      return weekdayName().map(day -> on(day, before.or(numbers::aheadAfter), since));
    });
  }

  private LocalDate on(DayOfWeek day, Optional<Integer> ahead, LocalDate since) {
    if (ahead.isPresent() && ahead.get() > 0) {
      return almanac.inWeek(day, ahead.get());
    }
    if (ahead.isPresent() && ahead.get() < 0) {
      return Almanac.next(day, almanac.today().minusDays(8));
    }
    LocalDate next = Almanac.next(day, since);
    return isWeekAfter() ? next.plusWeeks(1) : next;
  }

  private boolean isWeekAfter() {
    return !reader.sees(Sense.ONE, Sense.THIS)
        && isWeek(reader.peek(0))
        && reader.accept(Sense.UNIT);
  }

  /** "Monday next week" */
  private Optional<LocalDate> inWeekNamedAfter() {
    return reader.attempt(() ->
        weekdayName()
            .flatMap(day -> {
              between();
              return periods.week().map(week -> almanac.inWeek(day, week));
            }));
  }

  /** "next week on Monday" */
  private Optional<LocalDate> inWeekNamedBefore() {
    return reader.attempt(() ->
        periods
            .week()
            .flatMap(week -> {
              between();
              return weekdayName().map(day -> almanac.inWeek(day, week));
            }));
  }

  /** "Monday 16 March", "Monday the 16th", "next Monday, 16/3": the date says which Monday. */
  private Optional<LocalDate> withDate(LocalDate since) {
    return reader.attempt(() -> modified(since).flatMap(day -> dateOf(day.getDayOfWeek(), since)));
  }

  private Optional<LocalDate> dateOf(DayOfWeek weekday, LocalDate since) {
    boolean open = between();
    Optional<LocalDate> date =
        reader.longest(
            () -> calendar.date(since, true),
            () -> calendar.dayOfMonth(true).map(first -> firstOn(weekday, first)));
    if (open) {
      reader.accept(Sense.CLOSE);
    }
    return date;
  }

  /** "Thursday the 29th" is the next 29th that falls on a Thursday, if that is soon. */
  private static LocalDate firstOn(DayOfWeek weekday, LocalDate first) {
    return IntStream.rangeClosed(0, MONTHS_AHEAD)
        .mapToObj(first::plusMonths)
        .filter(date -> date.getDayOfWeek() == weekday)
        .filter(date -> date.getDayOfMonth() == first.getDayOfMonth())
        .findFirst()
        .orElse(first);
  }

  /** A weekday's name; one that could be another word only where the words around it agree. */
  private Optional<DayOfWeek> weekdayName() {
    return reader.attempt(() -> {
      reader.accept(Sense.DAY_WORD);
      boolean hinted = isHinted();
      OptionalInt day = reader.take(Sense.WEEKDAY);
      if (day.isEmpty() && hinted) {
        day =
            reader.take(
                reader.sees(Sense.WEEKDAY_LETTER) ? Sense.WEEKDAY_LETTER : Sense.WEEKDAY_MAYBE);
      }
      return day.isPresent() ? Optional.of(DayOfWeek.of(day.getAsInt())) : Optional.empty();
    });
  }

  private boolean isHinted() {
    Term word = reader.peek(0);
    if (word.is(Sense.NUMBER) && !standsAlone()) {
      return false;
    }
    return isListed()
        || hintsAfter()
        || (answer && !word.is(Sense.WEEKDAY_LETTER))
        || (hintsBefore() && !word.is(Sense.WEEKDAY_LETTER));
  }

  private boolean hintsBefore() {
    return reader
        .peek(-1)
        .is(
            Sense.DAY_WORD,
            Sense.AT,
            Sense.TO,
            Sense.FROM,
            Sense.BETWEEN,
            Sense.NEXT,
            Sense.THIS,
            Sense.LAST,
            Sense.BEFORE,
            Sense.AFTER);
  }

  /** Whether a sure weekday stands before it, with none but others like it between. */
  private boolean isListed() {
    for (int back = 1; back <= LONGEST_LIST; back += 2) {
      Term joint = reader.peek(-back);
      Term before = reader.peek(-back - 1);
      if (!joint.is(Sense.OR, Sense.AND, Sense.COMMA, Sense.DASH, Sense.TO) || !isWeekday(before)) {
        return false;
      }
      boolean sure =
          before.is(Sense.WEEKDAY)
              || (before.is(Sense.WEEKDAY_MAYBE)
                  && reader.peek(-back - 2).is(Sense.DAY_WORD, Sense.AT));
      if (sure || joint.is(Sense.DASH)) {
        return true;
      }
    }
    return false;
  }

  private boolean hintsAfter() {
    Term after = reader.peek(1);
    Term second = reader.peek(2);
    boolean figures =
        after.figure().filter(f -> f.date().isPresent() || f.clock().isPresent()).isPresent();
    return figures
        || after.is(Sense.NEXT, Sense.THIS, Sense.LAST, Sense.CLOCK, Sense.PART)
        || (after.is(Sense.THE) && second.is(Sense.NEXT))
        || (after.is(Sense.AT) && (second.figure().isPresent() || second.is(Sense.PART)))
        || (after.is(Sense.AT) && isHourInWords())
        || (after.is(Sense.COMMA) && second.figure().flatMap(Figure::date).isPresent())
        || (after.is(Sense.UNIT) && second.is(Sense.NEXT) && isWeek(after))
        || (after.is(Sense.DASH, Sense.TO) && isWeekday(second))
        || (!reader.sees(Sense.WEEKDAY_LETTER) && after.is(Sense.COMMA) && isWeekday(second));
  }

  /** "at half past ten", and no "first in four years" */
  private boolean isHourInWords() {
    Term third = reader.peek(3);
    return reader.peek(2).is(Sense.NUMBER, Sense.FRACTION, Sense.HOUR)
        && third.is(Sense.AND, Sense.TO, Sense.PAST, Sense.EXCEPT, Sense.PART, Sense.STOP)
        && !third.is(Sense.UNIT);
  }

  private static boolean isWeek(Term term) {
    return term.value(Sense.UNIT).orElse(-1) == Unit.WEEK.ordinal();
  }

  /** Whether no noun follows that the word could count: "two pages" is no Monday in Hebrew. */
  private boolean standsAlone() {
    Term after = reader.peek(1);
    return !after.isPlainWord() && !after.is(Sense.UNIT, Sense.ONE, Sense.COUNTED);
  }

  private static boolean isWeekday(Term term) {
    return term.is(Sense.WEEKDAY, Sense.WEEKDAY_MAYBE, Sense.WEEKDAY_LETTER);
  }
}
