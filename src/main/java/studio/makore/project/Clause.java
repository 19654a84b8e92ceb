package studio.makore.project;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import studio.makore.language.Language;

/**
 * What was agreed on for lateness has come to apply, to the client or to the studio itself.
 *
 * @param late who is late
 * @param due the day that has passed
 * @param workingDays how many working days ago, at least as many as the stage allows
 * @param words what now follows, by language
 */
public record Clause(Court late, LocalDate due, int workingDays, Map<Language, String> words) {

  /** The clause that applies today: from the day on which the stage's number is reached. */
  public static Optional<Clause> applying(
      LocalDate today, ProjectState state, Process process, Studio studio) {
    if (!state.active()) {
      return Optional.empty();
    }
    return due(today, state, process, studio)
        .flatMap(due -> {
          int late = studio.workingDays().between(due, today);
          return process
              .stageOf(state)
              .ifLate()
              .filter(ifLate -> late >= ifLate.workingDays())
              .map(ifLate -> new Clause(state.court(), due, late, ifLate.words(state.court())));
        });
  }

  private static Optional<LocalDate> due(
      LocalDate today, ProjectState state, Process process, Studio studio) {
    return state.court() == Court.STUDIO
        ? state.brokenPromise(today).map(Promise::due)
        : Optional.of(
            new ClientTurn(
                    Standing.of(today, state, process, studio, Load.none(studio.workingDays())))
                .lastDay());
  }
}
