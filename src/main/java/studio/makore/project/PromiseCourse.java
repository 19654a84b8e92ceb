package studio.makore.project;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A promise of the studio's and what became of it.
 *
 * @param due the day that was last told for it
 * @param end the day on which that was decided; empty while it is open
 */
public record PromiseCourse(String what, LocalDate due, Outcome outcome, Optional<LocalDate> end) {

  /** What became of a promise. */
  public enum Outcome {
    OPEN,
    KEPT,
    /** A new day was told before the old one came. */
    MOVED,
    /** The day passed without the thing and without a new day. */
    BROKEN,
    /** The day passed while the studio waited for the client. */
    LAPSED
  }

  /** Every promise of the studio's in a project's life, in the order in which they were said. */
  public static List<PromiseCourse> of(
      LocalDate today, List<TimelineEntry> timeline, ProjectState state, ZoneId zone) {
    var courses = new ArrayList<PromiseCourse>();
    var open = new LinkedHashMap<String, LocalDate>();
    for (var entry : TimelineEntry.standing(timeline)) {
      if (entry.event() instanceof ProjectEvent.Promised(Court by, String what, LocalDate due)
          && by == Court.STUDIO) {
        LocalDate before = open.put(what, due);
        if (before != null && !before.equals(due)) {
          LocalDate day = day(entry.at(), zone);
          var outcome = day.isAfter(before) ? Outcome.BROKEN : Outcome.MOVED;
          courses.add(new PromiseCourse(what, before, outcome, Optional.of(day)));
        }
      }
      state.kept().stream()
          .filter(kept -> kept.at().equals(entry.at()))
          .forEach(kept -> {
            String what = kept.promise().what();
            if (open.remove(what) != null) {
              LocalDate day = day(kept.at(), zone);
              LocalDate due = kept.promise().due();
              var outcome = day.isAfter(due) ? Outcome.BROKEN : Outcome.KEPT;
              courses.add(new PromiseCourse(what, due, outcome, Optional.of(day)));
            }
          });
    }
    open.forEach((what, due) -> courses.add(stillOpen(what, due, state, today)));
    return List.copyOf(courses);
  }

  private static PromiseCourse stillOpen(
      String what, LocalDate due, ProjectState state, LocalDate today) {
    boolean open = state.promises().stream().anyMatch(promise -> promise.what().equals(what));
    var outcome = !open ? Outcome.LAPSED : due.isBefore(today) ? Outcome.BROKEN : Outcome.OPEN;
    return new PromiseCourse(what, due, outcome, Optional.empty());
  }

  private static LocalDate day(Instant at, ZoneId zone) {
    return LocalDate.ofInstant(at, zone);
  }
}
