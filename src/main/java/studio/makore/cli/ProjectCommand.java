package studio.makore.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.makore.desk.Openings;
import studio.makore.desk.ProjectOrder;
import studio.makore.language.Gender;
import studio.makore.language.Language;
import studio.makore.project.Court;
import studio.makore.project.Processes;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectState;
import studio.makore.project.ProjectStore;
import studio.makore.project.Promise;

@Command(name = "project", description = "Projects: list, show, open, move to a stage, promise.")
final class ProjectCommand {
  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @Command(name = "list", description = "Every project: where it stands and the next date.")
  int list(@Mixin StudioOption studio) {
    try (var rooms = studio.open()) {
      for (Project project : rooms.getBean(ProjectStore.class).projects()) {
        var state = state(rooms, project);
        System.out.printf(
            "%-30s  %-15s  court: %-6s  %s%n",
            project.name(), stage(state), state.court(), nextDate(state));
      }
      return 0;
    }
  }

  private static String stage(ProjectState state) {
    return state.closed() ? "closed" : state.paused() ? "paused" : state.stage();
  }

  private static String nextDate(ProjectState state) {
    return state
        .nextPromise()
        .map(promise -> "promised: " + promise.due())
        .orElse("no date promised");
  }

  @Command(name = "show", description = "One project's life.")
  int show(
      @Mixin StudioOption studio,
      @Parameters(paramLabel = "NAME", description = "The project's name.") String name) {
    try (var rooms = studio.open()) {
      var project = project(rooms, name);
      var state = state(rooms, project);
      var zone = rooms.getBean(Settings.class).studio().zone();
      System.out.printf(
          "%s, stage %s since %s, court: %s since %s%n",
          project.name(),
          stage(state),
          AT.format(state.stageSince().atZone(zone)),
          state.court(),
          AT.format(state.courtSince().atZone(zone)));
      for (Promise promise : state.promises()) {
        System.out.printf(
            "  promised by %s for %s: %s%n", promise.by(), promise.due(), promise.what());
      }
      rooms
          .getBean(ProjectStore.class)
          .timeline(project.id())
          .forEach(entry ->
              System.out.printf("  %s  %s%n", AT.format(entry.at().atZone(zone)), entry.event()));
      return 0;
    }
  }

  @Command(name = "open", description = "Opens a project, with its client and contact.")
  int open(
      @Mixin StudioOption studio,
      @Parameters(paramLabel = "NAME", description = "The project's name.") String name,
      @Option(names = "--client", required = true, description = "The customer's name.")
          String client,
      @Option(names = "--contact", required = true, description = "The person there, as greeted.")
          String contact,
      @Option(names = "--address", required = true, description = "Her mail address.")
          String address,
      @Option(names = "--language", required = true, description = "he, ar or en.") String language,
      @Option(names = "--gender", defaultValue = "PLURAL", description = "${COMPLETION-CANDIDATES}")
          Gender gender,
      @Option(names = "--process", description = "A key of templates/process.yml.")
          @Nullable String process,
      @Option(names = "--stage", description = "The stage it is in now.") @Nullable String stage,
      @Option(names = "--promised", description = "The day the client was told (2026-03-15).")
          @Nullable LocalDate promised) {
    try (var rooms = studio.open()) {
      var order =
          new ProjectOrder(
              client,
              contact,
              address,
              new Language(language),
              gender,
              name,
              Optional.ofNullable(process),
              Optional.ofNullable(stage),
              Optional.ofNullable(promised));
      inTransaction(
          rooms,
          () -> rooms.getBean(Openings.class).open(order, Clock.systemUTC().instant(), "owner"));
      System.out.println("Opened " + name + ".");
      return 0;
    }
  }

  @Command(name = "stage", description = "Moves a project to a stage.")
  int stage(
      @Mixin StudioOption studio,
      @Parameters(paramLabel = "NAME", description = "The project's name.") String name,
      @Parameters(paramLabel = "STAGE", description = "The stage's key.") String stage) {
    try (var rooms = studio.open()) {
      var project = project(rooms, name);
      var process = rooms.getBean(Processes.class).of(project);
      if (process.stage(stage).isEmpty()) {
        throw new Failure(
            "the process %s has no stage \"%s\"; it has %s"
                .formatted(
                    process.key(),
                    stage,
                    String.join(", ", process.stages().stream().map(each -> each.key()).toList())));
      }
      append(rooms, project, new ProjectEvent.StageEntered(stage));
      System.out.println(name + " is now in " + stage + ".");
      return 0;
    }
  }

  @Command(name = "promise", description = "Writes down a day the client was told.")
  int promise(
      @Mixin StudioOption studio,
      @Parameters(paramLabel = "NAME", description = "The project's name.") String name,
      @Parameters(paramLabel = "DAY", description = "Such as 2026-03-15.") LocalDate day,
      @Option(
              names = "--what",
              description = "What was promised; the stage's result when not given.")
          @Nullable String what) {
    try (var rooms = studio.open()) {
      var project = project(rooms, name);
      var state = state(rooms, project);
      String promised =
          Optional.ofNullable(what)
              .orElseGet(() -> rooms.getBean(Openings.class).result(project, state));
      append(rooms, project, new ProjectEvent.Promised(Court.STUDIO, promised, day));
      System.out.println("Written down: " + promised + ", " + day + ".");
      return 0;
    }
  }

  private static Project project(ApplicationContext rooms, String name) {
    var store = rooms.getBean(ProjectStore.class);
    return store
        .project(name)
        .orElseThrow(() ->
            new Failure(
                "there is no project \"%s\"; there %s".formatted(name, there(store.projects()))));
  }

  private static String there(List<Project> projects) {
    return projects.isEmpty()
        ? "is none yet: open one by ./makore project open"
        : "are " + String.join(", ", projects.stream().map(Project::name).toList());
  }

  private static ProjectState state(ApplicationContext rooms, Project project) {
    return ProjectState.of(
        project,
        rooms.getBean(Processes.class).of(project),
        rooms.getBean(ProjectStore.class).timeline(project.id()));
  }

  private static void append(ApplicationContext rooms, Project project, ProjectEvent event) {
    inTransaction(
        rooms,
        () ->
            rooms
                .getBean(ProjectStore.class)
                .append(project.id(), Clock.systemUTC().instant(), event, "owner"));
  }

  private static void inTransaction(ApplicationContext rooms, Runnable work) {
    try {
      rooms.getBean(TransactionTemplate.class).executeWithoutResult(_ -> work.run());
    } catch (IllegalArgumentException e) {
      throw new Failure(String.valueOf(e.getMessage()));
    }
  }
}
