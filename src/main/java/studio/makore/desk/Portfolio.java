package studio.makore.desk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import studio.makore.project.Contact;
import studio.makore.project.Load;
import studio.makore.project.Process;
import studio.makore.project.Processes;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectState;
import studio.makore.project.ProjectStore;
import studio.makore.project.Studio;
import studio.makore.project.TimelineEntry;

/**
 * Where every project stands. A timeline is read again only when it has grown; entries are numbered
 * once for all, so nothing that was rolled back is ever taken for what came after it.
 */
final class Portfolio {
  private final Studio studio;
  private final Processes processes;
  private final ProjectStore projects;
  private final Map<Long, Read> read = new ConcurrentHashMap<>();

  private volatile Whole whole;

  private record Whole(long newest, List<ProjectState> states, Load load) {}

  private record Read(long lastEntry, ProjectState state, List<TimelineEntry> timeline) {}

  Portfolio(Studio studio, Processes processes, ProjectStore projects) {
    this.studio = studio;
    this.processes = processes;
    this.projects = projects;
    this.whole = new Whole(0, List.of(), Load.of(List.of(), processes, studio));
  }

  ProjectState state(Project project) {
    return read(project, projects.lastEntry(project.id())).state();
  }

  /** The entries that count, oldest first. */
  List<TimelineEntry> life(Project project) {
    return TimelineEntry.standing(read(project, projects.lastEntry(project.id())).timeline());
  }

  /**
   * Every project's, in the order in which they were opened; without those whose process the file
   * does not name any more, of which each mail about them tells.
   */
  Collection<ProjectState> all() {
    return whole().states();
  }

  private Whole whole() {
    long newest = projects.lastEntry();
    if (whole.newest() != newest) {
      var last = projects.lastEntries();
      var states =
          projects.projects().stream()
              .filter(project -> processes.find(project.process()).isPresent())
              .map(project -> read(project, last.getOrDefault(project.id(), 0L)).state())
              .toList();
      whole = new Whole(newest, states, Load.of(states, processes, studio));
    }
    return whole;
  }

  /** Those for which an update may be owed: all but what is closed for good. */
  List<Project> toWatch() {
    return all().stream().map(ProjectState::project).toList();
  }

  private Read read(Project project, long lastEntry) {
    Read known = read.get(project.id());
    if (known != null && known.lastEntry() == lastEntry) {
      return known;
    }
    var timeline = projects.timeline(project.id());
    var fresh =
        new Read(
            timeline.getLast().id(),
            ProjectState.of(project, processes.of(project), timeline),
            timeline);
    read.put(project.id(), fresh);
    return fresh;
  }

  Process process(Project project) {
    return processes.of(project);
  }

  /** What the studio has on its hands. */
  Load load() {
    return whole().load();
  }

  /** Who is written to about a project: whoever it was handed over to last. */
  Contact contact(Project project) {
    return life(project).stream()
        .map(TimelineEntry::event)
        .filter(ProjectEvent.HandedOver.class::isInstance)
        .map(ProjectEvent.HandedOver.class::cast)
        .reduce((_, later) -> later)
        .flatMap(handed -> projects.contact(handed.toContact()))
        .orElseGet(() -> projects.contactsOf(project.clientId()).getFirst());
  }

  String clientName(Project project) {
    return projects.clientById(project.clientId()).orElseThrow().name();
  }
}
