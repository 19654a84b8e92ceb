package studio.makore.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import studio.makore.project.Promise;
import studio.makore.silence.Inquiry;

/**
 * Inquiries caused by silence: a week of them against the weeks before. All days are in the
 * studio's zone.
 *
 * @param today the day the report was made; answers and what is in the air are as of then
 * @param weeks up to nine, oldest first; the last one is the reported week. Weeks before Makore
 *     knew anything are left out
 * @param baseline the first week of all in which silence made a client ask, when it lies before the
 *     reported one
 * @param misses the week's inquiries that the studio could have prevented; most of them first
 * @param others the week's inquiries that followed from no missed update
 * @param waiting inquiries of earlier weeks that are not answered yet
 * @param inTheAir active projects without any open promise whose day is still to come
 */
public record WeeklyReport(
    String studio,
    LocalDate today,
    List<WeekCount> weeks,
    Optional<WeekCount> baseline,
    List<AskedAbout> misses,
    List<AskedAbout> others,
    List<AskedAbout> waiting,
    List<InTheAir> inTheAir) {

  /**
   * A week in figures.
   *
   * @param misses inquiries that the studio could have prevented
   * @param others inquiries that followed from no missed update
   * @param activeProjects projects that were active when it began or when it ended
   */
  public record WeekCount(Week week, int misses, int others, int activeProjects) {
    /**
     * Misses per active project, for three on thirty projects are not three on three. Empty when no
     * project was active.
     */
    public OptionalDouble rate() {
      return rate(misses, activeProjects);
    }

    private static OptionalDouble rate(int misses, int activeProjects) {
      return activeProjects == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of((double) misses / activeProjects);
    }
  }

  /** What was asked about one project, in the order it was asked. */
  public record AskedAbout(String project, String client, List<Asked> inquiries) {}

  /**
   * One inquiry with its days.
   *
   * @param contact who asked
   * @param on the day of the first question
   * @param promisedFor the day of the promise that was broken
   * @param answeredOn empty while it still waits
   */
  public record Asked(
      Inquiry inquiry,
      String contact,
      LocalDate on,
      Optional<LocalDate> promisedFor,
      Optional<LocalDate> answeredOn) {}

  /**
   * A project whose client knows no day to look forward to.
   *
   * @param stage the key of the stage it is in
   * @param lastHeard empty when the client never heard from the studio
   * @param silentDays whole days since then, or since the stage began when that never was
   * @param broken the promise whose day has passed
   */
  public record InTheAir(
      String project,
      String client,
      String stage,
      Optional<LocalDate> lastHeard,
      int silentDays,
      Optional<Promise> broken) {}

  /** Where the misses per active project are going. */
  public enum Trend {
    DOWN,
    LEVEL,
    UP
  }

  /** The reported week in figures. */
  public WeekCount week() {
    return weeks.getLast();
  }

  /** The weeks before the reported one, oldest first. */
  public List<WeekCount> weeksBefore() {
    return weeks.subList(0, weeks.size() - 1);
  }

  /**
   * Misses per active project over all the weeks before; empty when there is nothing to compare.
   */
  public OptionalDouble rateBefore() {
    return WeekCount.rate(
        weeksBefore().stream().mapToInt(WeekCount::misses).sum(),
        weeksBefore().stream().mapToInt(WeekCount::activeProjects).sum());
  }

  /**
   * The week against the weeks before, per active project. Level is what stays within half an
   * inquiry of what their rate would give.
   */
  public Optional<Trend> trend() {
    OptionalDouble before = rateBefore();
    if (before.isEmpty() || week().activeProjects() == 0) {
      return Optional.empty();
    }
    double more = week().misses() - before.getAsDouble() * week().activeProjects();
    return Optional.of(Math.abs(more) < 0.5 ? Trend.LEVEL : more < 0 ? Trend.DOWN : Trend.UP);
  }

  /** How many times the week's inquiries were repeated before an answer. */
  public int askedAgain() {
    return Stream.concat(misses.stream(), others.stream())
        .flatMap(about -> about.inquiries().stream())
        .mapToInt(asked -> asked.inquiry().times() - 1)
        .sum();
  }

  /** Nobody asked at all. */
  public boolean quiet() {
    return misses.isEmpty() && others.isEmpty();
  }
}
