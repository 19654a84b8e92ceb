package studio.makore.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import studio.makore.project.Court;
import studio.makore.project.Process;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectState;
import studio.makore.project.TimelineEntry;

/** A project's life so far, and how it stood at moments of it. */
record History(Project project, Process process, List<TimelineEntry> timeline) {

  /** When the project was opened. */
  Optional<Instant> begins() {
    return timeline.stream().findFirst().map(TimelineEntry::at);
  }

  ProjectState state() {
    return ProjectState.of(project, process, timeline);
  }

  boolean activeBefore(Instant moment) {
    var until = timeline.stream().filter(entry -> entry.at().isBefore(moment)).toList();
    return !until.isEmpty() && ProjectState.of(project, process, until).active();
  }

  /** Active, and neither side's word names a day that is still to come. */
  boolean inTheAir(LocalDate today) {
    var state = state();
    return state.active()
        && state.promises().stream().allMatch(promise -> promise.due().isBefore(today));
  }

  /** The day that was last named for a promise of the studio's before that moment. */
  Optional<LocalDate> promisedFor(String what, Instant moment) {
    return timeline.stream()
        .filter(entry -> !entry.at().isAfter(moment))
        .map(TimelineEntry::event)
        .filter(ProjectEvent.Promised.class::isInstance)
        .map(ProjectEvent.Promised.class::cast)
        .filter(promised -> promised.by() == Court.STUDIO && promised.what().equals(what))
        .reduce((_, later) -> later)
        .map(ProjectEvent.Promised::due);
  }
}
