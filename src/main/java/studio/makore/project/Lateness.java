package studio.makore.project;

import java.time.LocalDate;

/** How late a side was, in working days. */
final class Lateness {
  private Lateness() {}

  /** How many working days a turn of the client's went on after its last day. */
  static int of(ProjectState.ClientTurn turn, Standing standing) {
    LocalDate began = standing.day(turn.from());
    LocalDate due =
        turn.due()
            .orElseGet(() ->
                standing
                    .process()
                    .stage(turn.stage())
                    .map(stage -> standing.dates().end(stage, began))
                    .orElse(began));
    return standing.workingDays().between(due, standing.day(turn.to()));
  }
}
