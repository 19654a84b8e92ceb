package studio.makore.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import studio.makore.mailbox.Step;

/** The bot as a program of its own that stops at a step, to be killed there. */
final class MortalBot {
  private MortalBot() {}

  /** Arguments: makore.yml, the step to stop at. */
  public static void main(String[] args) {
    Step stopping = Step.valueOf(args[1]);
    lives(
        Path.of(args[0]),
        step -> {
          if (step == stopping) {
            System.out.println("at " + step);
            waitToBeKilled();
          }
        });
    System.out.println("done");
  }

  /** Starts the bot and lets it work; {@code at} may end it. */
  static void lives(Path configuration, Consumer<Step> at) {
    var clock = new MovedClock();
    try (var rooms = RealStudio.open(configuration, clock, at);
        var bot = new Bot(rooms, entry -> {})) {
      leasesEnd(clock, bot);
    }
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
