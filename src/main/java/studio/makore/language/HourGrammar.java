package studio.makore.language;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import studio.makore.language.Hours.Said;
import studio.makore.language.Sense.Part;
import studio.makore.language.Sense.Unit;

/**
 * Hours in figures and words: "9:30", "3pm", "half ten", "quarter to nine", "between 10 and 12".
 */
final class HourGrammar {
  private static final int HOUR = 60;
  private static final int HALF = 30;
  private static final int HALF_A_DAY = 12;
  private static final int DAY = 24;

  private final TermReader reader;
  private final NumberGrammar numbers;
  private final KeptRule<Boolean, Said> said;

  HourGrammar(TermReader reader, NumberGrammar numbers) {
    this.reader = reader;
    this.numbers = numbers;
    this.said = new KeptRule<>(reader, this::said);
  }

  /** An hour or a stretch of hours, with the prepositions before it. */
  Optional<Hours> hours() {
    return reader.longest(this::single, this::stretch);
  }

  /** A part of the day with the prepositions before it. */
  Optional<Part> part() {
    return reader.attempt(() -> {
      reader.skip(Sense.AT, Sense.OF, Sense.THE, Sense.TO);
      OptionalInt meridiem = reader.take(Sense.MERIDIEM);
      return part(meridiem.isPresent() ? meridiem : reader.take(Sense.PART));
    });
  }

  static Optional<Part> part(OptionalInt ordinal) {
    return ordinal.isPresent() ? Optional.of(Part.values()[ordinal.getAsInt()]) : Optional.empty();
  }

  private Optional<Hours> single() {
    return reader.attempt(() -> said.with(asked()).map(Hours::of));
  }

  private Optional<Hours> stretch() {
    return reader.attempt(() -> {
      asked();
      boolean between = reader.accept(Sense.BETWEEN);
      asked();
      Optional<Said> first = said.with(true);
      boolean goesOn = reader.accept(Sense.TO, Sense.DASH) || (between && reader.accept(Sense.AND));
      asked();
      Optional<Said> last = goesOn ? said.with(true) : Optional.empty();
      return first.flatMap(from -> last.map(Hours.of(from)::until));
    });
  }

  /** Goes past the words before an hour; whether they are such that a mere number after is one. */
  private boolean asked() {
    Set<Sense> before =
        reader.skip(
            Sense.THE,
            Sense.OF,
            Sense.AT,
            Sense.CLOCK,
            Sense.ABOUT,
            Sense.BEFORE,
            Sense.AFTER,
            Sense.FROM,
            Sense.TO);
    before.removeAll(Set.of(Sense.THE, Sense.OF));
    return !before.isEmpty();
  }

  private Optional<Said> said(boolean asked) {
    return reader.attempt(() -> {
      int from = reader.position();
      Optional<Clock> clock =
          reader.longest(this::written, this::alone, this::spoken, this::past, this::before);
      boolean clear = reader.position() > from + 1 || isClear(from);
      boolean marked = reader.accept(Sense.CLOCK);
      Optional<Part> part = part();
      boolean sure = clear || marked || part.isPresent() || (asked && !isCount());
      return clock.filter(found -> sure).map(found -> new Said(found, part));
    });
  }

  /** Whether the term there is an hour whatever stands around it. */
  private boolean isClear(int position) {
    Term term = reader.peek(position - reader.position());
    return term.is(Sense.HOUR_ALONE) || term.figure().flatMap(Figure::clock).isPresent();
  }

  private boolean isCount() {
    boolean unit = reader.sees(Sense.UNIT, Sense.ONE) && !reader.sees(Sense.CLOCK);
    boolean dayWord =
        reader.sees(Sense.DAY_WORD)
            && (reader.peek(1).is(Sense.WEEKDAY, Sense.WEEKDAY_MAYBE)
                || reader.peek(1).figure().isPresent());
    boolean month =
        reader.sees(Sense.MONTH)
            || (reader.sees(Sense.AT, Sense.TO, Sense.OF, Sense.THE)
                && reader.peek(1).is(Sense.MONTH));
    return month || (unit && !dayWord) || reader.sees(Sense.COUNTED, Sense.NTH, Sense.FRACTION);
  }

  /** "9:30" */
  private Optional<Clock> written() {
    return reader.attempt(() -> reader.takeFigure().flatMap(Figure::clock));
  }

  /** "noon" */
  private Optional<Clock> alone() {
    OptionalInt hour = reader.take(Sense.HOUR_ALONE);
    return hour.isPresent() ? clock(HOUR * hour.getAsInt()) : Optional.empty();
  }

  /** "nine", "nine and a half", "nine thirty", "ten less a quarter" */
  private Optional<Clock> spoken() {
    return reader.attempt(() ->
        hour()
            .flatMap(hour ->
                reader
                    .longest(
                        () -> joined(Sense.AND, hour, 1),
                        () -> joined(Sense.EXCEPT, hour, -1),
                        () -> bareMinutes(hour))
                    .or(() -> clock(HOUR * hour))));
  }

  private Optional<Clock> joined(Sense joint, int hour, int sign) {
    return reader.attempt(() -> {
      boolean joined = reader.accept(joint);
      reader.skip(Sense.THE);
      return joined
          ? minutes().flatMap(minutes -> clock(HOUR * hour + sign * minutes))
          : Optional.empty();
    });
  }

  /** "nine thirty" */
  private Optional<Clock> bareMinutes(int hour) {
    return reader.attempt(() -> {
      boolean inWords = reader.peek(-1).figure().isEmpty() && reader.peek(0).figure().isEmpty();
      OptionalInt minutes = numbers.number();
      boolean fits = minutes.orElse(0) >= 10 && minutes.orElse(0) < HOUR;
      return inWords && fits && !reader.sees(Sense.UNIT)
          ? clock(HOUR * hour + minutes.getAsInt())
          : Optional.empty();
    });
  }

  /** "quarter past nine", "half ten", "ten past five" */
  private Optional<Clock> past() {
    return reader.attempt(() -> {
      Optional<Integer> minutes = minutes();
      boolean past = reader.accept(Sense.PAST);
      Optional<Integer> hour = hour();
      return minutes
          .filter(m -> past || m == HALF && reader.peek(-2).is(Sense.FRACTION))
          .flatMap(m -> hour.flatMap(h -> clock(HOUR * h + m)));
    });
  }

  /** "quarter to nine", "twenty to eight"; "10 to 12" in figures is a stretch */
  private Optional<Clock> before() {
    return reader.attempt(() -> {
      Optional<Integer> minutes = minutes();
      boolean inWords = reader.peek(-1).figure().isEmpty();
      boolean to = reader.accept(Sense.TO);
      Optional<Integer> hour = hour();
      return minutes
          .filter(m -> to && inWords)
          .flatMap(m -> hour.flatMap(h -> clock(HOUR * h - m)));
    });
  }

  /** "a quarter", "twenty", "20 minutes": in words only what clocks show in steps of five. */
  private Optional<Integer> minutes() {
    return reader.longest(this::fraction, this::steps, this::counted);
  }

  private Optional<Integer> fraction() {
    return reader.attempt(() -> {
      if (!reader.sees(Sense.FRACTION)) {
        reader.take(Sense.NUMBER);
      }
      return boxed(reader.take(Sense.FRACTION));
    });
  }

  private Optional<Integer> steps() {
    return reader.attempt(() -> {
      boolean inWords = reader.peek(0).figure().isEmpty();
      return boxed(numbers.number()).filter(n -> inWords && n % 5 == 0 && n > 0 && n < HOUR);
    });
  }

  private Optional<Integer> counted() {
    return reader.attempt(() -> {
      OptionalInt number = numbers.number();
      OptionalInt unit = reader.take(Sense.UNIT);
      return boxed(number).filter(n -> n < HOUR && unit.orElse(-1) == Unit.MINUTE.ordinal());
    });
  }

  private Optional<Integer> hour() {
    return reader.longest(
        () ->
            reader.attempt(() ->
                reader
                    .takeFigure()
                    .flatMap(figure -> boxed(figure.count()))
                    .filter(hour -> hour <= DAY)),
        () ->
            reader.attempt(() ->
                boxed(reader.take(Sense.NUMBER)).filter(hour -> hour > 0 && hour <= HALF_A_DAY)),
        () -> boxed(reader.take(Sense.HOUR)));
  }

  private static Optional<Clock> clock(int minutes) {
    int ofTwelve = minutes < HOUR ? minutes + HALF_A_DAY * HOUR : minutes;
    return ofTwelve <= DAY * HOUR
        ? Optional.of(new Clock(ofTwelve / HOUR, ofTwelve % HOUR, false))
        : Optional.empty();
  }

  private static Optional<Integer> boxed(OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }
}
