package studio.makore.mailbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How patient the connections are.
 *
 * @param check how often a watched folder is looked at, and a silent connection tried, although the
 *     server told nothing
 * @param timeout how long one answer of a server may take
 * @param firstRetry the wait after a lost connection, doubled each time
 * @param lastRetry the longest of these waits
 */
public record Pace(Duration check, Duration timeout, Duration firstRetry, Duration lastRetry) {
  public static final Pace NORMAL =
      new Pace(
          Duration.ofMinutes(1),
          Duration.ofSeconds(60),
          Duration.ofSeconds(1),
          Duration.ofMinutes(5));

  /**
   * The wait before try number {@code failures + 1}, spread so that many bots do not come as one.
   */
  Duration retry(int failures, RandomGenerator random) {
    long longest = lastRetry.toMillis();
    long doubled = firstRetry.toMillis() << Math.min(Math.max(failures - 1, 0), 20);
    long wait = Math.clamp(doubled, 1, longest);
    return Duration.ofMillis(wait / 2 + random.nextLong(wait / 2 + 1));
  }
}
