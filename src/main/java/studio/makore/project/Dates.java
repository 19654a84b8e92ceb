package studio.makore.project;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * The days by which things are ready: counted in working days with the cushion on top, in a row in
 * which the studio has a place left, and never earlier than promised before.
 */
record Dates(ProjectState state, Process process, Studio studio, Load load) {

  /** The day on which a stage that begins on {@code from} ends. */
  LocalDate end(Stage stage, LocalDate from) {
    return stage.court() == Court.CLIENT ? clientsLastDay(stage, from) : ready(stage, from);
  }

  /** The day the studio's result of a stage is ready. */
  private LocalDate ready(Stage stage, LocalDate from) {
    LocalDate earliest = load.end(from, stage.promisedDays() + added(stage));
    return state
        .agreement()
        .lastPage()
        .flatMap(page -> page.date(stage.key()))
        .filter(agreed -> !agreed.isBefore(studio.workingDays().plus(from, stage.workingDays())))
        .filter(_ -> added(stage) == 0)
        .orElse(earliest);
  }

  /** The working days that what was agreed on anew adds to the current stage. */
  private int added(Stage stage) {
    return stage.key().equals(state.stage())
        ? state.parameterChanges().stream()
            .filter(change -> !change.at().isBefore(state.stageSince()))
            .mapToInt(ProjectState.Changed::workingDays)
            .sum()
        : 0;
  }

  /** The last day for all that the client has to bring. */
  private LocalDate clientsLastDay(Stage stage, LocalDate from) {
    int days =
        stage.brings().stream()
            .map(Item::workingDays)
            .max(Comparator.naturalOrder())
            .orElse(stage.promisedDays());
    return studio.workingDays().plus(from, Math.max(1, days));
  }
}
