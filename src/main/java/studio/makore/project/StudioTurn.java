package studio.makore.project;

import java.time.LocalDate;
import java.util.Optional;

/** What a client is owed while it is the studio's turn. */
record StudioTurn(Standing standing) {

  /**
   * Before a promised day that may not hold, and all the more after it. Whether it will hold, and
   * the new day, only the owner can say (000.18).
   */
  Optional<Owed> delayNotice() {
    if (!standing.studiosTurn() || !standing.on(Update.DELAY_NOTICE)) {
      return Optional.empty();
    }
    return standing
        .state()
        .nextPromise()
        .flatMap(promise -> {
          boolean broken = promise.due().isBefore(standing.today());
          return standing
              .debt(
                  Update.DELAY_NOTICE,
                  "%s:%s:%s"
                      .formatted(
                          broken ? "late" : "delay", promise.due(), standing.day(promise.saidAt())),
                  broken ? promise.due().plusDays(1) : warnedOn(promise))
              .promising(standing.workingDays().minus(promise.due(), 1))
              .map(owed -> owed.about(promise));
        });
  }

  /** Some working days before it is due, but never on the day it was promised. */
  private LocalDate warnedOn(Promise promise) {
    LocalDate early =
        standing.workingDays().minus(promise.due(), standing.number(Update.DELAY_NOTICE));
    LocalDate said = standing.day(promise.saidAt());
    return early.isAfter(said) ? early : said.plusDays(1);
  }

  /** Once, in the middle of a long stage that is not late (000.17). */
  Optional<Owed> midway() {
    Stage stage = standing.stage();
    if (!standing.studiosTurn()
        || !standing.on(Update.MIDWAY)
        || stage.court() != Court.STUDIO
        || stage.ends() == Stage.Ends.NEVER
        || stage.promisedDays() <= standing.number(Update.MIDWAY)) {
      return Optional.empty();
    }
    return standing
        .state()
        .nextPromise()
        .filter(promise -> !promise.due().isBefore(standing.today()))
        .flatMap(this::halfWayTo);
  }

  private Optional<Owed> halfWayTo(Promise promise) {
    LocalDate said = standing.day(promise.saidAt());
    LocalDate from = said.isAfter(standing.stageDay()) ? said : standing.stageDay();
    int days = standing.workingDays().between(from, promise.due());
    LocalDate middle = standing.workingDays().plus(from, days / 2);
    boolean late =
        standing.on(Update.DELAY_NOTICE) && !standing.today().isBefore(warnedOn(promise));
    if (days <= standing.number(Update.MIDWAY) || late) {
      return Optional.empty();
    }
    return standing
        .debt(
            Update.MIDWAY,
            "midway:%s:%s".formatted(standing.state().stage(), standing.stageDay()),
            middle)
        .naming(promise.due(), Court.STUDIO, standing.workingDays().plus(middle, 2))
        .map(owed -> owed.about(promise));
  }
}
