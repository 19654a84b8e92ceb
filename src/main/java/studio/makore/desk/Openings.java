package studio.makore.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import studio.makore.language.Language;
import studio.makore.project.Court;
import studio.makore.project.Process;
import studio.makore.project.Processes;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectState;
import studio.makore.project.ProjectStore;
import studio.makore.project.Stage;

/** Opens projects, for the command line and for owners' mails alike. */
public final class Openings {
  private final Processes processes;
  private final Set<Language> languages;
  private final ProjectStore projects;

  /**
   * @param languages those the templates are written in
   */
  public Openings(Processes processes, Set<Language> languages, ProjectStore projects) {
    this.processes = processes;
    this.languages = languages;
    this.projects = projects;
  }

  /**
   * What is wrong with an order, as one sentence with what is allowed; empty when nothing is. Names
   * that are taken show only when it is opened.
   */
  public Optional<String> wrong(ProjectOrder order) {
    if (!languages.contains(order.language())) {
      return Optional.of(
          "there are no templates in the language \"%s\"; there are some in %s"
              .formatted(order.language(), languages));
    }
    if (!order.address().matches("[^@\\s]{1,64}@[^@\\s]{1,255}")) {
      return Optional.of("\"%s\" is not a mail address".formatted(order.address()));
    }
    var process = process(order);
    if (process.isEmpty()) {
      return Optional.of(
          "there is no process \"%s\"; templates/process.yml has %s"
              .formatted(order.process().orElse(""), String.join(", ", processes.keys())));
    }
    if (stage(order, process.get()).isEmpty()) {
      return Optional.of(
          "the process \"%s\" has no stage \"%s\"; it has %s"
              .formatted(
                  process.get().key(),
                  order.stage().orElse(""),
                  String.join(", ", process.get().stages().stream().map(Stage::key).toList())));
    }
    return Optional.empty();
  }

  /**
   * Opens the project, with its client and contact where they are new. Joins the caller's
   * transaction.
   *
   * @param by the Message-ID of the mail that ordered it, or who did
   * @throws IllegalArgumentException with the sentence of {@link #wrong}, or when the name or the
   *     address is taken
   */
  public Project open(ProjectOrder order, Instant now, String by) {
    wrong(order)
        .ifPresent(sentence -> {
          throw new IllegalArgumentException(sentence);
        });
    var process = process(order).orElseThrow();
    var stage = stage(order, process).orElseThrow();
    var client = projects.client(order.client());
    projects.addContact(client, order.contact(), order.address(), order.language(), order.gender());
    var project = projects.open(client, order.project(), process, stage, now, by);
    order
        .promised()
        .ifPresent(date ->
            projects.append(
                project.id(),
                now,
                new ProjectEvent.Promised(Court.STUDIO, result(stage, order.language()), date),
                by));
    return project;
  }

  /**
   * What the client is promised when a day is named now: the current stage's result, in her words.
   */
  public String result(Project project, ProjectState state) {
    var stage = processes.of(project).stage(state.stage()).orElseThrow();
    return result(stage, projects.contactsOf(project.clientId()).getFirst().language());
  }

  private static String result(Stage stage, Language language) {
    return stage.results().getOrDefault(language, stage.key());
  }

  private Optional<Process> process(ProjectOrder order) {
    return processes.find(order.process().orElse(processes.keys().iterator().next()));
  }

  private static Optional<Stage> stage(ProjectOrder order, Process process) {
    return order.stage().map(process::stage).orElse(Optional.of(process.first()));
  }
}
