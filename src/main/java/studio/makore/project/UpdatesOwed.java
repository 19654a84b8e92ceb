package studio.makore.project;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The updates that a project's client is owed by the rules of its process. Pure: the same state on
 * the same day owes the same.
 */
public final class UpdatesOwed {
  private UpdatesOwed() {}

  /**
   * Those that should go out today or should have gone before. At most one of them tells how the
   * project goes on: the first that fits in the order of {@link #inOrder}.
   *
   * @param load of all of the studio's projects; this one's own share is taken out
   */
  public static List<Owed> on(
      LocalDate today, ProjectState state, Process process, Studio studio, Load load) {
    var due =
        inOrder(today, state, process, studio, load).filter(owed -> !owed.on().isAfter(today));
    return oneTelling(due.toList());
  }

  /** Those that will be owed on a later day if nothing happens until then, the earliest first. */
  public static List<Owed> coming(
      LocalDate today, ProjectState state, Process process, Studio studio, Load load) {
    return inOrder(today, state, process, studio, load)
        .filter(owed -> owed.on().isAfter(today))
        .sorted(java.util.Comparator.comparing(Owed::on))
        .toList();
  }

  private static List<Owed> oneTelling(List<Owed> owed) {
    var telling = owed.stream().filter(UpdatesOwed::tells).limit(1);
    var beside = owed.stream().filter(each -> !tells(each));
    return Stream.concat(telling, beside).toList();
  }

  private static boolean tells(Owed owed) {
    return owed.update() != Update.WORKING_TOGETHER && owed.update() != Update.AFTER_END;
  }

  /** Every question that may owe an update, the most telling first. */
  private static Stream<Owed> inOrder(
      LocalDate today, ProjectState state, Process process, Studio studio, Load load) {
    var standing = Standing.of(today, state, process, studio, load.without(state.project()));
    var course = new StudioTurn(standing);
    var chase = new ClientTurn(standing);
    var marks = new Landmarks(standing);
    return Stream.of(
            marks.kickoff(),
            marks.reEntry(),
            marks.presentationFollowUp(),
            marks.approvalFollowUp(),
            marks.earlyFinish(),
            course.delayNotice(),
            course.midway(),
            chase.materialsRequest(),
            marks.stageStart(),
            chase.reminder(),
            chase.dormantNotice(),
            chase.dormantClosed(),
            marks.workingTogether(),
            marks.afterEnd())
        .flatMap(java.util.Optional::stream);
  }
}
