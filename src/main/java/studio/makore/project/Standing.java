package studio.makore.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import studio.makore.calendar.WorkingDays;

/** All that the questions of {@link UpdatesOwed} may look at, and the words they share. */
record Standing(
    LocalDate today,
    ProjectState state,
    Process process,
    Stage stage,
    Studio studio,
    Load load,
    Dates dates) {

  static Standing of(
      LocalDate today, ProjectState state, Process process, Studio studio, Load others) {
    return new Standing(
        today,
        state,
        process,
        process.stageOf(state),
        studio,
        others,
        new Dates(state, process, studio, others));
  }

  boolean on(Update update) {
    return process.rule(update).on();
  }

  int number(Update update) {
    return process.rule(update).number();
  }

  LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, studio.zone());
  }

  WorkingDays workingDays() {
    return studio.workingDays();
  }

  LocalDate stageDay() {
    return day(state.stageSince());
  }

  LocalDate courtDay() {
    return day(state.courtSince());
  }

  boolean studiosTurn() {
    return state.active() && state.court() == Court.STUDIO;
  }

  boolean clientsTurn() {
    return state.active() && state.court() == Court.CLIENT;
  }

  /**
   * Begins an update. A cause whose mail did not arrive is another one, so that it is drafted
   * again.
   */
  Debt debt(Update update, String cause, LocalDate on) {
    return new Debt(this, update, cause, on);
  }

  /** An update that is owed unless it was sent. */
  record Debt(Standing standing, Update update, String cause, LocalDate on) {

    /** Names a day that the studio or the client has to keep, if that day is still to come. */
    Optional<Owed> naming(LocalDate date, Court whose, LocalDate by) {
      return owed(
          Optional.of(date).filter(day -> day.isAfter(standing.today())), whose, by, List.of());
    }

    /** Asks the client for what is missing. */
    Optional<Owed> asking(LocalDate lastDay, List<Owed.Ask> asks, LocalDate by) {
      return owed(
          Optional.of(lastDay).filter(day -> day.isAfter(standing.today())),
          Court.CLIENT,
          by,
          asks);
    }

    /** Names no day, or one that only the owner can say. */
    Optional<Owed> open(LocalDate by) {
      return owed(Optional.empty(), standing.state().court(), by, List.of());
    }

    /** Names a day of the studio's that only the owner can say. */
    Optional<Owed> promising(LocalDate by) {
      return owed(Optional.empty(), Court.STUDIO, by, List.of());
    }

    private Optional<Owed> owed(
        Optional<LocalDate> date, Court whose, LocalDate by, List<Owed.Ask> asks) {
      if (!standing.on(update) || standing.state().sent(attempt()).isPresent()) {
        return Optional.empty();
      }
      return Optional.of(
          new Owed(
              update,
              attempt(),
              on,
              by.isBefore(on) ? on : by,
              date,
              Optional.empty(),
              whose,
              Optional.empty(),
              asks,
              Optional.empty()));
    }

    private String attempt() {
      long lost = standing.state().lost(cause);
      return lost == 0 ? cause : cause + " again " + lost;
    }
  }
}
