package studio.makore.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import studio.makore.language.Sense.Part;
import studio.makore.language.Sense.Unit;

/** Days named by their place in the week or from today: "tomorrow", "next Thursday". */
final class DayGrammar {
  private final TermReader reader;
  private final NumberGrammar numbers;
  private final HourGrammar hours;
  private final CalendarGrammar calendar;
  private final PeriodGrammar periods;
  private final Almanac almanac;

  DayGrammar(TermReader reader, NumberGrammar numbers, HourGrammar hours, Almanac almanac) {
    this.reader = reader;
    this.numbers = numbers;
    this.hours = hours;
    this.almanac = almanac;
    this.calendar = new CalendarGrammar(reader, numbers, almanac);
    this.periods = new PeriodGrammar(reader, numbers, almanac, this::named);
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
    return reader
        .longest(() -> named(since), () -> partFirst(since), this::endOfDay, periods::span)
        .map(span -> span.within(hours.part().or(span::part)));
  }

  private Optional<Span> named(LocalDate since) {
    return reader
        .longest(
            this::relative,
            () -> weekday(since),
            () -> calendar.date(since, false).map(Span::of),
            () -> calendar.dayOfMonth(false).map(Span::of),
            periods::edge)
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
        hours
            .part()
            .flatMap(part -> {
              reader.acceptAll(Sense.AT, Sense.OF, Sense.THE);
              return named(since).map(span -> span.within(Optional.of(part)));
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

  /** Goes past a second name of the same day: "tomorrow, Tuesday", "16/3 (Monday)". */
  private void alsoCalled(LocalDate date, LocalDate since) {
    reader.attempt(() -> {
      boolean open = between();
      boolean same =
          reader
              .longest(
                  () -> weekdayName().map(date.getDayOfWeek()::equals),
                  () -> calendar.date(since, true).map(date::equals))
              .orElse(false);
      if (open) {
        reader.accept(Sense.CLOSE);
      }
      return same ? Optional.of(date) : Optional.empty();
    });
  }

  private boolean between() {
    boolean open = false;
    while (reader.sees(Sense.COMMA, Sense.OPEN, Sense.DASH, Sense.THE, Sense.AT, Sense.OF)
        || reader.sees(Sense.DATE_WORD, Sense.TO) && reader.sees(Sense.DATE_WORD, Sense.JOINED)) {
      open |= reader.accept(Sense.OPEN);
      reader.accept(
          Sense.COMMA, Sense.DASH, Sense.THE, Sense.AT, Sense.OF, Sense.DATE_WORD, Sense.TO);
    }
    return open;
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
      reader.acceptAll(Sense.THE);
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
        && reader.peek(0).value(Sense.UNIT).orElse(-1) == Unit.WEEK.ordinal()
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
    return reader.attempt(() ->
        modified(since)
            .flatMap(day -> {
              boolean open = between();
              Optional<LocalDate> date =
                  reader.longest(() -> calendar.date(since, true), () -> calendar.dayOfMonth(true));
              if (open) {
                reader.accept(Sense.CLOSE);
              }
              return date;
            }));
  }

  /** A weekday's name; one that could be another word only where the words around it agree. */
  private Optional<DayOfWeek> weekdayName() {
    return reader.attempt(() -> {
      reader.accept(Sense.DAY_WORD);
      boolean hinted = isHinted();
      OptionalInt sure = reader.take(Sense.WEEKDAY);
      OptionalInt maybe =
          sure.isEmpty() && hinted ? reader.take(Sense.WEEKDAY_MAYBE) : OptionalInt.empty();
      OptionalInt day = sure.isPresent() ? sure : maybe;
      return day.isPresent() ? Optional.of(DayOfWeek.of(day.getAsInt())) : Optional.empty();
    });
  }

  private boolean isHinted() {
    Term word = reader.peek(0);
    if (word.is(Sense.NUMBER) && !standsAlone()) {
      return false;
    }
    return hintsBefore() || hintsAfter();
  }

  private boolean hintsBefore() {
    Term before = reader.peek(-1);
    boolean listed =
        (before.is(Sense.OR) || before.is(Sense.AND) || before.is(Sense.COMMA))
            && isWeekday(reader.peek(-2));
    return listed
        || before.is(Sense.DAY_WORD, Sense.AT, Sense.TO, Sense.FROM, Sense.BETWEEN)
        || before.is(Sense.NEXT, Sense.THIS, Sense.LAST, Sense.BEFORE, Sense.AFTER)
        || (before.is(Sense.DASH) && isWeekday(reader.peek(-2)));
  }

  private boolean hintsAfter() {
    Term after = reader.peek(1);
    Term second = reader.peek(2);
    return after.is(Sense.NEXT, Sense.THIS, Sense.LAST, Sense.CLOCK)
        || (after.is(Sense.THE) && second.is(Sense.NEXT))
        || after.figure().filter(f -> f.date().isPresent() || f.clock().isPresent()).isPresent()
        || (after.is(Sense.DASH, Sense.TO, Sense.COMMA) && isWeekday(second))
        || (after.is(Sense.AT) && (second.figure().isPresent() || second.is(Sense.PART)))
        || after.is(Sense.PART);
  }

  /** Whether no noun follows that the word could count: "two pages" is no Monday in Hebrew. */
  private boolean standsAlone() {
    Term after = reader.peek(1);
    return !after.isPlainWord() && !after.is(Sense.UNIT, Sense.ONE, Sense.COUNTED);
  }

  private static boolean isWeekday(Term term) {
    return term.is(Sense.WEEKDAY, Sense.WEEKDAY_MAYBE);
  }
}
