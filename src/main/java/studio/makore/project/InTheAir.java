package studio.makore.project;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A project whose client knows of no day any more: the one thing that should never be.
 *
 * @param cure the update that is owed and would name one; empty when only a word of the owner's can
 */
public record InTheAir(ProjectState state, Why why, Optional<Owed> cure) {

  /** How it came to be. */
  public enum Why {
    /** The last mail did not arrive. */
    NOT_ARRIVED,
    /** The client wrote or asked, and waits for an answer. */
    NOT_ANSWERED,
    /** The studio's day has passed. */
    DAY_PASSED,
    /** The client's last day has passed. */
    CLIENT_SILENT,
    /** No day was named since the stage began or the last promise was kept. */
    NO_DAY_NAMED
  }

  /**
   * Those active projects whose client knows no day from {@code day} on. For today, they are in the
   * air; for a day to come, they are about to be.
   */
  public static List<InTheAir> on(
      LocalDate day,
      Collection<ProjectState> projects,
      Processes processes,
      Studio studio,
      Load load) {
    return projects.stream()
        .filter(ProjectState::active)
        .filter(state -> state.knownDate(day).isEmpty())
        .map(state -> {
          var owed = UpdatesOwed.on(day, state, processes.of(state.project()), studio, load);
          return new InTheAir(
              state,
              why(state, day),
              owed.stream().filter(each -> each.update().namesDay()).findFirst());
        })
        .toList();
  }

  private static Why why(ProjectState state, LocalDate day) {
    if (state.lastNotArrived().isPresent()) {
      return Why.NOT_ARRIVED;
    }
    if (state.unansweredSince().isPresent()) {
      return Why.NOT_ANSWERED;
    }
    if (state.court() == Court.STUDIO && state.brokenPromise(day).isPresent()) {
      return Why.DAY_PASSED;
    }
    boolean asked = state.court() == Court.CLIENT && state.toldSince(state.courtSince());
    return asked ? Why.CLIENT_SILENT : Why.NO_DAY_NAMED;
  }
}
