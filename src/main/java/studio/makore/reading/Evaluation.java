package studio.makore.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How well mails were read. */
public final class Evaluation {
  private final List<Examined> examined;

  private Evaluation(List<Examined> examined) {
    this.examined = List.copyOf(examined);
  }

  /**
   * @param newText cuts a body down to what the sender wrote now
   */
  public static Evaluation of(
      Reader reader, List<LabelledMail> mails, UnaryOperator<String> newText) {
    return of(
        mails,
        mail -> reader.read(mail.subject(), newText.apply(mail.body()), MailContext.WORDS_ONLY));
  }

  static Evaluation of(List<LabelledMail> mails, Function<LabelledMail, Reading> reader) {
    return new Evaluation(
        mails.stream().map(mail -> new Examined(mail, reader.apply(mail))).toList());
  }

  /** How many mails. */
  public int mails() {
    return examined.size();
  }

  /** How many were read with exactly the acts that hold. */
  public int exact() {
    return count(Examined::exact);
  }

  /** How many the reader was unsure of. */
  public int unsure() {
    return count(one -> one.reading().unsure());
  }

  /** How many were surely read as an approval without changes. */
  public int plainApprovals() {
    return count(Examined::readAsPlainApproval);
  }

  /** How many of those are none. */
  public int wrongApprovals() {
    return count(one -> one.readAsPlainApproval() && !one.isPlainApproval());
  }

  private int count(Predicate<Examined> which) {
    return (int) examined.stream().filter(which).count();
  }

  /** Hits and misses of every act that holds or was read somewhere. */
  public Map<Act, Score> acts() {
    Map<Act, Score> acts = new EnumMap<>(Act.class);
    for (Act act : Act.values()) {
      acts.put(act, of(act));
    }
    acts.values().removeIf(Score.NONE::equals);
    return acts;
  }

  /** The hits and misses of one act; none where it neither holds nor was read. */
  public Score of(Act act) {
    return examined.stream().map(one -> one.of(act)).reduce(Score.NONE, Score::plus);
  }

  /** All acts together. */
  public Score micro() {
    return micro(examined);
  }

  /** All acts together, of the mails that the reader was not unsure of. */
  public Score sureOnly() {
    return micro(examined.stream().filter(one -> !one.reading().unsure()).toList());
  }

  private static Score micro(List<Examined> some) {
    return some.stream().map(Examined::score).reduce(Score.NONE, Score::plus);
  }

  /** The mean of the acts' F1. */
  public double macroF1() {
    return acts().values().stream().collect(Collectors.averagingDouble(Score::f1));
  }

  /**
   * What was taken for what.
   *
   * @param meant the act that holds; empty when one was read beside all that hold
   * @param read the act that was read in its place; empty when none was
   */
  public record Confusion(Optional<Act> meant, Optional<Act> read, int times) {}

  /** What was taken for what, the most frequent first. */
  public List<Confusion> confusions() {
    record Pair(Optional<Act> meant, Optional<Act> read) {}
    Map<Pair, Integer> times =
        examined.stream()
            .flatMap(one -> {
              List<Pair> pairs = new ArrayList<>();
              for (Optional<Act> meant : orNone(one.missed())) {
                for (Optional<Act> read : orNone(one.wrong())) {
                  pairs.add(new Pair(meant, read));
                }
              }
              return pairs.stream();
            })
            .filter(pair -> pair.meant().isPresent() || pair.read().isPresent())
            .collect(Collectors.toMap(pair -> pair, _ -> 1, Integer::sum));
    return times.entrySet().stream()
        .map(pair -> new Confusion(pair.getKey().meant(), pair.getKey().read(), pair.getValue()))
        .sorted(
            Comparator.comparingInt(Confusion::times)
                .reversed()
                .thenComparing(one -> one.meant().map(Act::ordinal).orElse(Integer.MAX_VALUE))
                .thenComparing(one -> one.read().map(Act::ordinal).orElse(Integer.MAX_VALUE)))
        .toList();
  }

  private static List<Optional<Act>> orNone(java.util.Set<Act> acts) {
    return acts.isEmpty() ? List.of(Optional.empty()) : acts.stream().map(Optional::of).toList();
  }

  /** Whether the confidences keep their word. */
  public Calibration calibration() {
    return Calibration.of(examined);
  }

  /**
   * What leaving the least sure mails to a person buys.
   *
   * @param mails how many mails are read, the surest ones
   * @param micro all acts of those mails together
   */
  public record Abstaining(int mails, Score micro) {}

  /** The curve from all mails down to the surest tenth, in ten steps. */
  public List<Abstaining> abstaining() {
    List<Examined> surestFirst =
        examined.stream()
            .sorted(Comparator.comparingDouble(Examined::sureness).reversed())
            .toList();
    List<Abstaining> curve = new ArrayList<>();
    for (int tenths = 10; tenths >= 1; tenths--) {
      int kept = (int) Math.ceilDiv((long) tenths * surestFirst.size(), 10L);
      curve.add(new Abstaining(kept, micro(surestFirst.subList(0, kept))));
    }
    return curve;
  }
}
