package studio.makore.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import studio.makore.mailbox.Step;

/** The bot as a program of its own that stops at a step, to be killed there. */
final class MortalBot {
  private MortalBot() {}

  /** Arguments: makore.yml, the step to stop at. */
  public static void main(String[] args) {
    Step stopping = Step.valueOf(args[1]);
    var clock = new MovedClock();
    try (var rooms =
            RealStudio.open(
                Path.of(args[0]),
                clock,
                step -> {
                  if (step == stopping) {
                    System.out.println("at " + step);
                    waitToBeKilled();
                  }
                });
        var bot = new Bot(rooms, entry -> System.out.println(entry.fate() + entry.reason()))) {
      leasesEnd(clock, bot);
    }
    System.out.println("done");
  }

  /**
   * Works off what there is, now and after the time that a mail whose sender died stays claimed,
   * and after the time that its copy may take.
   */
  static void leasesEnd(MovedClock clock, Bot bot) {
    for (int minutes : new int[] {0, 15, 20, 35, 40}) {
      clock.set(Clock.systemUTC().instant().plus(Duration.ofMinutes(minutes)));
      bot.turn();
    }
  }

  private static void waitToBeKilled() {
    try {
      Thread.sleep(Duration.ofMinutes(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
