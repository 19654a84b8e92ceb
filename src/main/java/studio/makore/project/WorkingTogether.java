package studio.makore.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.makore.calendar.WorkingDays;
import studio.makore.language.Language;

/**
 * What the one page "How we work together" says: who does what by when, and what happens if one
 * side is late. Without days for the first meeting, with days from the contract on.
 *
 * @param version 0 without days, then counted from 1
 * @param rows the stages in their order; each is somebody's
 * @param changes the days that differ from the version before
 */
public record WorkingTogether(int version, List<Row> rows, List<Change> changes) {

  /**
   * One stage.
   *
   * @param stage its key
   * @param names what it is called, by language
   * @param who whose it is
   * @param answers who at the studio answers for it
   * @param client what the client does or gets, by language
   * @param studio what the studio does, by language
   * @param brings what the client brings
   * @param workingDays roughly how long it takes, the cushion included
   * @param to its last day; empty without days
   * @param over whether it is behind us
   * @param ifLate what happens if one side is late
   * @param handsOver whether the responsibility passes to the other side when it ends
   */
  public record Row(
      String stage,
      Map<Language, String> names,
      Court who,
      String answers,
      Map<Language, String> client,
      Map<Language, String> studio,
      List<Bring> brings,
      int workingDays,
      Optional<LocalDate> to,
      boolean over,
      Optional<IfLate> ifLate,
      boolean handsOver) {}

  /**
   * One thing to bring.
   *
   * @param workingDays after which it is due
   * @param due the day; empty without days, and for what is behind us
   */
  public record Bring(Map<Language, String> names, int workingDays, Optional<LocalDate> due) {}

  /** A day that has moved. */
  public record Change(Map<Language, String> names, LocalDate before, LocalDate now) {}

  /** The page without days, for the first meeting. */
  public static WorkingTogether undated(Process process, Studio studio) {
    return new WorkingTogether(
        0,
        process.stages().stream()
            .map(stage -> row(stage, Optional.empty(), process, studio))
            .toList(),
        List.of());
  }

  /** The page that is owed. */
  public static WorkingTogether of(Owed owed, ProjectState state, Process process, Studio studio) {
    return owed.plan()
        .map(plan -> dated(plan, owed.version(), state, process, studio))
        .orElseGet(() -> undated(process, studio));
  }

  private static WorkingTogether dated(
      Plan plan, int version, ProjectState state, Process process, Studio studio) {
    var rows =
        plan.rows().stream()
            .map(row ->
                row(process.stage(row.stage()).orElseThrow(), Optional.of(row), process, studio))
            .toList();
    var changes = rows.stream().flatMap(row -> change(row, state).stream()).toList();
    return new WorkingTogether(version, rows, changes);
  }

  private static Optional<Change> change(Row row, ProjectState state) {
    return state
        .agreement()
        .lastPage()
        .flatMap(page -> page.date(row.stage()))
        .flatMap(before ->
            row.to()
                .filter(now -> !now.equals(before))
                .map(now -> new Change(row.names(), before, now)));
  }

  private static Row row(Stage stage, Optional<Plan.Row> planned, Process process, Studio studio) {
    var next = process.after(stage);
    boolean clients = stage.court() == Court.CLIENT;
    return new Row(
        stage.key(),
        stage.names(),
        stage.court(),
        stage.owner().orElse(studio.owner().name()),
        clients ? stage.waitingFor() : stage.results(),
        clients && !stage.revisions().isEmpty() ? stage.revisions() : stage.names(),
        stage.brings().stream().map(item -> bring(item, planned, studio.workingDays())).toList(),
        stage.promisedDays(),
        planned.map(Plan.Row::to),
        planned.filter(Plan.Row::over).isPresent(),
        stage.ifLate(),
        next.filter(after -> after.court() != stage.court()).isPresent());
  }

  private static Bring bring(Item item, Optional<Plan.Row> planned, WorkingDays workingDays) {
    return new Bring(
        item.names(),
        item.workingDays(),
        planned
            .filter(row -> !row.over())
            .map(row -> workingDays.plus(row.from(), Math.max(1, item.workingDays()))));
  }
}
