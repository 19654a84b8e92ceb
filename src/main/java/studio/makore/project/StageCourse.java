package studio.makore.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One stage as it was planned and as it went.
 *
 * @param entered the day it began
 * @param left the day it ended; empty while it lasts
 * @param planned the working days the process gives it
 * @param promised the same with the cushion
 * @param taken the working days it took, or has taken until now
 * @param days to whom its calendar days are booked
 */
public record StageCourse(
    String stage,
    LocalDate entered,
    Optional<LocalDate> left,
    int planned,
    int promised,
    int taken,
    BookedDays days) {

  /** The stages that a project has entered, in the order of its process. */
  public static List<StageCourse> of(
      LocalDate today, ProjectState state, Process process, Studio studio) {
    return process.stages().stream()
        .filter(stage -> !legs(stage, state).isEmpty())
        .map(stage -> of(stage, today, state, process, studio))
        .toList();
  }

  private static StageCourse of(
      Stage stage, LocalDate today, ProjectState state, Process process, Studio studio) {
    var legs = legs(stage, state);
    LocalDate entered = LocalDate.ofInstant(legs.getFirst().from(), studio.zone());
    Optional<LocalDate> left =
        legs.getLast().to().map(at -> LocalDate.ofInstant(at, studio.zone()));
    return new StageCourse(
        stage.key(),
        entered,
        left,
        stage.workingDays(),
        stage.promisedDays(),
        studio.workingDays().between(entered, left.orElse(today)),
        legs.stream()
            .map(leg -> BookedDays.of(leg, today, state, process, studio))
            .reduce(BookedDays.NONE, BookedDays::plus));
  }

  private static List<Leg> legs(Stage stage, ProjectState state) {
    return state.legs().stream().filter(leg -> leg.stage().equals(stage.key())).toList();
  }
}
