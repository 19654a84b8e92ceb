package studio.makore.project;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/**
 * An event in its place on a project's timeline.
 *
 * @param by the Message-ID of the mail that caused it, or the word for who did: {@code owner}
 */
public record TimelineEntry(long id, Instant at, ProjectEvent event, String by) {

  /** The entries that count: those that were undone are left out, and so is the undoing. */
  public static List<TimelineEntry> standing(List<TimelineEntry> timeline) {
    var undone = new HashSet<Long>();
    // from the end, so that undoing an undoing brings the first entry back
    for (var entry : timeline.reversed()) {
      if (entry.event() instanceof ProjectEvent.Undone(long id) && !undone.contains(entry.id())) {
        undone.add(id);
      }
    }
    return timeline.stream()
        .filter(entry -> !undone.contains(entry.id()))
        .filter(entry -> !(entry.event() instanceof ProjectEvent.Undone))
        .toList();
  }
}
