package studio.makore.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The days of a project's stages, in their order: those that are over as they were. */
public record Plan(List<Row> rows) {

  /**
   * One stage.
   *
   * @param from the day it begins: that on which the one before ends
   * @param to the day it ends
   * @param over whether it has ended
   */
  public record Row(String stage, Court court, LocalDate from, LocalDate to, boolean over) {}

  /** The last day of each stage, by its key. */
  public Map<String, LocalDate> dates() {
    var dates = new LinkedHashMap<String, LocalDate>();
    rows.forEach(row -> dates.put(row.stage(), row.to()));
    return dates;
  }

  /** The stages of a project as they went, and as they will go by all that is known today. */
  public static Plan of(
      LocalDate today, ProjectState state, Process process, Studio studio, Load load) {
    var dates = new Dates(state, process, studio, load.without(state.project()));
    Stage now = process.stageOf(state);
    var rows = new ArrayList<Row>();
    for (Stage stage : process.stages().subList(0, process.stages().indexOf(now))) {
      went(stage, state, studio).ifPresent(rows::add);
    }
    LocalDate since = LocalDate.ofInstant(state.stageSince(), studio.zone());
    LocalDate end =
        toldEnd(state)
            .filter(told -> !told.isBefore(today))
            .orElseGet(() -> later(dates.end(now, since), studio.workingDays().plus(today, 1)));
    rows.add(new Row(now.key(), now.court(), since, end, false));
    for (var stage = process.after(now); stage.isPresent(); stage = process.after(stage.get())) {
      LocalDate from = end;
      end = dates.end(stage.get(), from);
      rows.add(new Row(stage.get().key(), stage.get().court(), from, end, false));
    }
    return new Plan(List.copyOf(rows));
  }

  /** The day the client was told for the end of the current stage. */
  static Optional<LocalDate> toldEnd(ProjectState state) {
    return state.court() == Court.STUDIO
        ? state.nextPromise().map(Promise::due)
        : state.asked().stream().map(ProjectState.Asked::due).max(LocalDate::compareTo);
  }

  private static Optional<Row> went(Stage stage, ProjectState state, Studio studio) {
    var legs = state.legs().stream().filter(leg -> leg.stage().equals(stage.key())).toList();
    if (legs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Row(
            stage.key(),
            stage.court(),
            LocalDate.ofInstant(legs.getFirst().from(), studio.zone()),
            LocalDate.ofInstant(legs.getLast().to().orElseThrow(), studio.zone()),
            true));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
