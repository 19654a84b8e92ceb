package studio.makore.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import studio.makore.project.LifeStory;
import studio.makore.project.Load;
import studio.makore.project.Processes;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectState;
import studio.makore.project.ProjectStore;
import studio.makore.project.StageCourse;

@Command(
    name = "project",
    description = "Projects: list, show, open, move on, promise, take over, export.")
final class ProjectCommand {
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

  @Command(name = "show", description = "One project's life, in the first owner's language.")
  int show(
      @Mixin StudioOption studio,
      @Parameters(paramLabel = "NAME", description = "The project's name.") String name) {
    try (var rooms = studio.open()) {
      var project = project(rooms, name);
      var owned = rooms.getBean(Settings.class).studio();
      var processes = rooms.getBean(Processes.class);
      System.out.print(
          LifeStory.of(
              today(rooms),
              state(rooms, project),
              processes.of(project),
              rooms.getBean(ProjectStore.class).timeline(project.id()),
              owned,
              Load.of(states(rooms), processes, owned),
              owned.owner().language()));
      return 0;
    }
  }

  private static LocalDate today(ApplicationContext rooms) {
    return LocalDate.ofInstant(
        rooms.getBean(Clock.class).instant(), rooms.getBean(Settings.class).studio().zone());
  }

  private static List<ProjectState> states(ApplicationContext rooms) {
    return rooms.getBean(ProjectStore.class).projects().stream()
        .map(project -> state(rooms, project))
        .toList();
  }

  @Command(name = "export", description = "Every open project as CSV, in the form import reads.")
  int export(@Mixin StudioOption studio) throws IOException {
    try (var rooms = studio.open()) {
      var store = rooms.getBean(ProjectStore.class);
      ProjectSheet.header(System.out);
      for (var state : states(rooms)) {
        if (!state.closed()) {
          long client = state.project().clientId();
          ProjectSheet.write(
              state,
              store.clientById(client).orElseThrow().name(),
              store.contactsOf(client).getFirst(),
              System.out);
        }
      }
      return 0;
    }
  }

  @Command(
      name = "import",
      description = "Takes over running projects from a CSV file; nothing of their past is mailed.")
  int adopt(
      @Mixin StudioOption studio,
      @Parameters(paramLabel = "FILE", description = "Columns as export writes them.") Path file)
      throws IOException {
    try (var rooms = studio.open();
        var sheet = Files.newBufferedReader(file)) {
      var rows = ProjectSheet.read(sheet);
      inTransaction(rooms, () -> rows.forEach(row -> adopt(rooms, row)));
      System.out.println("Took over " + rows.size() + " projects.");
      return 0;
    } catch (NoSuchFileException e) {
      throw new Failure(file + ": there is no such file");
    }
  }

  private static void adopt(ApplicationContext rooms, ProjectSheet.Row row) {
    Instant now = rooms.getBean(Clock.class).instant();
    try {
      var project = rooms.getBean(Openings.class).open(row.order(), now, "owner");
      rooms
          .getBean(ProjectStore.class)
          .append(project.id(), now, new ProjectEvent.Adopted(), "owner");
    } catch (IllegalArgumentException e) {
      throw new Failure("line %d: %s".formatted(row.line(), e.getMessage()));
    }
  }

  @Command(
      name = "durations",
      description = "Each stage of every project as CSV: planned, promised, taken, and whose days.")
  int durations(@Mixin StudioOption studio) throws IOException {
    try (var rooms = studio.open()) {
      var owned = rooms.getBean(Settings.class).studio();
      ProjectSheet.durationsHeader(System.out);
      for (var state : states(rooms)) {
        var process = rooms.getBean(Processes.class).of(state.project());
        for (var course : StageCourse.of(today(rooms), state, process, owned)) {
          ProjectSheet.write(state, course, System.out);
        }
      }
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
