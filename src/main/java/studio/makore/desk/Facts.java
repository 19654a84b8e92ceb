package studio.makore.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.makore.language.Language;
import studio.makore.project.Contact;
import studio.makore.project.Court;
import studio.makore.project.Process;
import studio.makore.project.ProjectState;
import studio.makore.project.Stage;
import studio.makore.project.Studio;
import studio.makore.reply.TemplateName;

/**
 * The facts a reply to a client may name, each taken from the project's state, the process or the
 * owner's word. What none of them says stays out; nothing is made up.
 */
final class Facts {
  /** Present when the day is that of a promise the client knows of. */
  static final String DATED_BY_PROMISE = "dated_by_promise";

  private final Studio studio;

  Facts(Studio studio) {
    this.studio = studio;
  }

  /** What every mail to a client names. */
  Sheet sheet(ProjectState state, Contact contact, LocalDate today) {
    return new Sheet(contact.language(), today)
        .put("name", contact.name())
        .put("project", state.project().name())
        .put("studio", studio.name())
        .put("writer", studio.owner().name());
  }

  /**
   * @param ownersDate the day the owner gave in answer to a question
   */
  Map<String, String> ofReply(
      TemplateName template,
      ProjectState state,
      Process process,
      Contact contact,
      Optional<LocalDate> ownersDate,
      LocalDate today) {
    var sheet = sheet(state, contact, today);
    Stage stage = process.stageOf(state);
    sheet.put("where", stage.names()).put("waiting_for", stage.waitingFor());
    String nextStep = sheet.word(nextStep(state, stage, process));
    sheet.put("next_step", nextStep, Sheet.Source.PROCESS);
    var promised =
        template == TemplateName.CHANGES_RECEIVED
            ? Optional.<LocalDate>empty()
            : state.nextPromise(today).map(promise -> promise.due());
    ownersDate
        .filter(date -> !date.isBefore(today))
        .ifPresentOrElse(
            date -> sheet.day("next_date", date, nextStep, Court.STUDIO, Sheet.Source.OWNER),
            () ->
                promised.ifPresent(date ->
                    sheet
                        .day("next_date", date, nextStep, Court.STUDIO, Sheet.Source.PROMISE)
                        .put(DATED_BY_PROMISE, "yes")));
    return sheet.facts();
  }

  /**
   * What the client gets next: what the studio is working on, or what follows the client's part.
   */
  static Map<Language, String> nextStep(ProjectState state, Stage stage, Process process) {
    if (state.court() == Court.CLIENT) {
      return process.after(stage).map(Stage::names).orElse(stage.results());
    }
    return stage.ends() == Stage.Ends.APPROVAL ? stage.revisions() : stage.results();
  }

  /** The stage whose result the client has just approved or seen. */
  static Stage shown(Process process, Stage stage) {
    int made = process.stages().indexOf(stage) - (stage.court() == Court.STUDIO ? 2 : 1);
    return made >= 0 ? process.stages().get(made) : process.first();
  }

  /** The names of what came in, or of all that was waited for in the stage before. */
  static String materials(List<String> names, Stage stage, Process process, Sheet sheet) {
    if (!names.isEmpty()) {
      return String.join(", ", names);
    }
    int before = process.stages().indexOf(stage) - 1;
    return before < 0 ? "" : sheet.word(process.stages().get(before).waitingFor());
  }
}
