package studio.makore.language;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import studio.makore.language.Almanac.Amount;
import studio.makore.language.Sense.Unit;

/** Numbers in figures and words, and amounts of time: "three", "25", "a week and a half". */
final class NumberGrammar {
  private static final int HALF = 30;
  private static final int LAST_DAY = 31;

  private final TermReader reader;
  private final KeptRule<Boolean, Amount> amount;

  NumberGrammar(TermReader reader) {
    this.reader = reader;
    this.amount = new KeptRule<>(reader, always -> anyAmount());
  }

  /** A whole number, however it is written. */
  OptionalInt number() {
    return reader
        .longest(this::figure, this::words)
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  /** The number of a day in its month: "3", "3rd", "third", "twenty-first". */
  OptionalInt dayOfMonth() {
    return reader
        .attempt(() ->
            reader
                .longest(this::nthFigure, this::words, this::ordinal)
                .filter(day -> day >= 1 && day <= LAST_DAY))
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  Optional<Amount> amount() {
    return amount.with(true);
  }

  private Optional<Amount> anyAmount() {
    return reader.longest(this::counted, this::one, this::two, this::share);
  }

  /** How many weeks, months or years ahead: "next" 1, "after next" 2, "this" 0, "last" -1. */
  Optional<Integer> ahead() {
    OptionalInt next = reader.take(Sense.NEXT);
    if (next.isPresent()) {
      return boxed(next);
    }
    if (reader.accept(Sense.LAST)) {
      return Optional.of(-1);
    }
    // Hebrew has "this week" in one word, which is no modifier but a period itself
    return !reader.sees(Sense.UNIT) && reader.accept(Sense.THIS)
        ? Optional.of(0)
        : Optional.empty();
  }

  /** The same behind its noun, where an article may stand before it. */
  Optional<Integer> aheadAfter() {
    return reader.attempt(() -> {
      reader.skip(Sense.THE);
      return ahead();
    });
  }

  private Optional<Integer> figure() {
    return reader.attempt(() -> reader.takeFigure().flatMap(figure -> boxed(figure.count())));
  }

  private Optional<Integer> nthFigure() {
    Optional<Integer> figure = figure();
    figure.ifPresent(day -> reader.accept(Sense.NTH));
    return figure;
  }

  /** "five", "twenty-five"; "five and twenty" as Arabic has it. */
  private Optional<Integer> words() {
    return reader.longest(
        () -> boxed(reader.take(Sense.NUMBER)),
        () -> sum(Sense.NUMBER, NumberGrammar::isTens, Sense.NUMBER, ones -> ones < 10),
        () -> sum(Sense.NUMBER, ones -> ones < 10, Sense.TENS_AFTER, tens -> true));
  }

  private Optional<Integer> ordinal() {
    return reader.longest(
        () -> boxed(reader.take(Sense.ORDINAL)),
        () -> sum(Sense.NUMBER, NumberGrammar::isTens, Sense.ORDINAL, ones -> ones < 10),
        () -> sum(Sense.ORDINAL, ones -> ones < 10, Sense.TENS_AFTER, tens -> true));
  }

  private Optional<Integer> sum(
      Sense first, IntPredicate firstFits, Sense second, IntPredicate secondFits) {
    return reader.attempt(() -> {
      OptionalInt a = reader.take(first);
      reader.skip(Sense.AND, Sense.DASH, Sense.THE);
      OptionalInt b = reader.take(second);
      boolean fits =
          a.isPresent()
              && b.isPresent()
              && firstFits.test(a.getAsInt())
              && secondFits.test(b.getAsInt());
      return fits ? Optional.of(a.getAsInt() + b.getAsInt()) : Optional.empty();
    });
  }

  private static boolean isTens(int number) {
    return number >= 20 && number % 10 == 0;
  }

  /** "3 days", "two and a half weeks", "a week and a half", "1.5 weeks" */
  private Optional<Amount> counted() {
    return reader.attempt(() -> {
      Optional<Integer> halves = decimalHalf();
      OptionalInt count = halves.isPresent() ? OptionalInt.of(halves.get()) : number();
      boolean half = halves.isPresent() || andAHalf();
      OptionalInt unit = reader.take(Sense.UNIT);
      boolean halfAfter = unit.isPresent() && andAHalf();
      return count.isPresent() && unit.isPresent()
          ? Optional.of(new Amount(count.getAsInt(), half || halfAfter, unit(unit)))
          : Optional.empty();
    });
  }

  private Optional<Integer> decimalHalf() {
    return reader.attempt(() ->
        reader
            .takeFigure()
            .filter(figure -> figure.isDecimal() && figure.parts().get(1).equals("5"))
            .map(figure -> Integer.parseInt(figure.parts().get(0))));
  }

  /** "week and a half" in the languages where "week" alone is one */
  private Optional<Amount> one() {
    return whole(Sense.ONE, 1);
  }

  private Optional<Amount> two() {
    return whole(Sense.TWO, 2);
  }

  private Optional<Amount> whole(Sense sense, int count) {
    OptionalInt unit = reader.take(sense);
    return unit.isPresent()
        ? Optional.of(new Amount(count, andAHalf(), unit(unit)))
        : Optional.empty();
  }

  /** "half an hour", "a quarter of an hour" */
  private Optional<Amount> share() {
    return reader.attempt(() -> {
      reader.take(Sense.NUMBER);
      OptionalInt share = reader.take(Sense.FRACTION);
      reader.skip(Sense.OF, Sense.NUMBER);
      OptionalInt unit = reader.take(Sense.UNIT);
      if (share.isEmpty() || unit.isEmpty()) {
        return Optional.empty();
      }
      return unit(unit) == Unit.HOUR
          ? Optional.of(new Amount(share.getAsInt(), false, Unit.MINUTE))
          : Optional.of(new Amount(0, true, unit(unit))).filter(amount -> share.getAsInt() == HALF);
    });
  }

  private boolean andAHalf() {
    return reader
        .attempt(() -> {
          boolean and = reader.accept(Sense.AND);
          reader.take(Sense.NUMBER);
          OptionalInt share = reader.take(Sense.FRACTION);
          return and && share.equals(OptionalInt.of(HALF)) ? Optional.of(true) : Optional.empty();
        })
        .isPresent();
  }

  private static Unit unit(OptionalInt ordinal) {
    return Unit.values()[ordinal.getAsInt()];
  }

  private static Optional<Integer> boxed(OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }
}
