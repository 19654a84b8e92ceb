package studio.makore.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an owner needs to know again when a client comes back after a long silence.
 *
 * @param stage where the project is
 * @param lastHeard the day the client last heard from the studio
 * @param silentSince the day she last gave a sign of life before she came back
 * @param days to whom the days until now are booked
 * @param agreed what she approved or asked for, in her words, the last first
 * @param missing what she still has to bring
 * @param ready the honest day for the studio's next result, if all that is missing comes today
 */
public record ReEntryBrief(
    Stage stage,
    Optional<LocalDate> lastHeard,
    Optional<LocalDate> silentSince,
    BookedDays days,
    List<Agreed> agreed,
    List<Item> missing,
    Optional<LocalDate> ready) {

  /** Something the client said that still counts. */
  public record Agreed(LocalDate day, String stage, boolean approved, String words) {}

  /** The brief for a project on the day its client is back. */
  public static ReEntryBrief of(
      LocalDate today,
      ProjectState state,
      List<TimelineEntry> timeline,
      Process process,
      Studio studio,
      Load load) {
    var dates = new Dates(state, process, studio, load.without(state.project()));
    Stage stage = process.stageOf(state);
    var words =
        TimelineEntry.standing(timeline).stream()
            .filter(entry -> entry.event() instanceof ProjectEvent.ClientWrote)
            .map(entry -> LocalDate.ofInstant(entry.at(), studio.zone()))
            .filter(day -> day.isBefore(today))
            .reduce((_, later) -> later);
    return new ReEntryBrief(
        stage,
        state.lastHeard().map(at -> LocalDate.ofInstant(at, studio.zone())),
        words,
        BookedDays.of(today, state, process, studio),
        TimelineEntry.standing(timeline).reversed().stream()
            .flatMap(entry -> agreed(entry, studio).stream())
            .toList(),
        state.court() == Court.CLIENT ? state.missing(process) : List.of(),
        studiosNext(stage, process).map(next -> dates.end(next, today)));
  }

  private static Optional<Agreed> agreed(TimelineEntry entry, Studio studio) {
    LocalDate day = LocalDate.ofInstant(entry.at(), studio.zone());
    return switch (entry.event()) {
      case ProjectEvent.Approved(String stage, String words) ->
          Optional.of(new Agreed(day, stage, true, words));
      case ProjectEvent.ChangesRequested(String stage, String words) ->
          Optional.of(new Agreed(day, stage, false, words));
      default -> Optional.empty();
    };
  }

  private static Optional<Stage> studiosNext(Stage stage, Process process) {
    return process.stages().stream()
        .skip(process.stages().indexOf(stage))
        .filter(next -> next.court() == Court.STUDIO)
        .findFirst();
  }
}
