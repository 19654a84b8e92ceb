package studio.makore.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.makore.language.DateWords;
import studio.makore.language.Language;
import studio.makore.project.Contact;
import studio.makore.project.Court;
import studio.makore.project.Process;
import studio.makore.project.ProjectState;
import studio.makore.project.Promise;
import studio.makore.project.Stage;
import studio.makore.project.Studio;
import studio.makore.reply.TemplateName;

/**
 * The facts a client's template may name, each taken from the project's state, the process or the
 * owner's word. What none of them says stays out; nothing is made up.
 */
final class Facts {
  /** The day that is named, as ISO date, and what is promised for it: kept beside the words. */
  static final String DUE = "due";

  static final String WHAT = "what";

  /** Present when the day is that of a promise the client knows of. */
  static final String DATED_BY_PROMISE = "dated_by_promise";

  private final Studio studio;

  Facts(Studio studio) {
    this.studio = studio;
  }

  /**
   * @param ownersDate the day the owner gave in answer to a question
   * @param materials what the client sent along
   */
  Map<String, String> of(
      TemplateName template,
      ProjectState state,
      Process process,
      Contact contact,
      Optional<LocalDate> ownersDate,
      List<String> materials,
      LocalDate today) {
    Language language = contact.language();
    Stage stage = process.stage(state.stage()).orElseThrow();
    var facts = new LinkedHashMap<String, String>();
    facts.put("name", contact.name());
    facts.put("project", state.project().name());
    facts.put("studio", studio.name());
    facts.put("writer", studio.owner().name());
    facts.put("where", word(stage.names(), language));
    facts.put("waiting_for", word(stage.waitingFor(), language));
    facts.put("stage", word(approved(process, stage).results(), language));
    facts.put("materials", materials(materials, stage, process, language));
    String nextStep = word(nextStep(state, stage, process), language);
    facts.put("next_step", nextStep);
    ownersDate
        .or(() -> knownDate(template, state, stage, today))
        .filter(date -> !date.isBefore(today))
        .ifPresent(date -> {
          facts.put("next_date", DateWords.date(date, today, language));
          facts.put(DUE, date.toString());
          facts.put(WHAT, nextStep);
          if (ownersDate.isEmpty() && template == TemplateName.STATUS_ANSWER) {
            facts.put(DATED_BY_PROMISE, "yes");
          }
        });
    facts.values().removeIf(String::isBlank);
    return facts;
  }

  private Optional<LocalDate> knownDate(
      TemplateName template, ProjectState state, Stage stage, LocalDate today) {
    return switch (template) {
      case APPROVAL_RECEIVED, MATERIALS_RECEIVED ->
          stage.court() == Court.STUDIO
              ? Optional.of(studio.workingDays().plus(today, Math.max(1, stage.promisedDays())))
              : Optional.empty();
      case STATUS_ANSWER -> state.nextPromise(today).map(Promise::due);
      default -> Optional.empty();
    };
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

  /** The stage whose result the client has just approved: the one before the review before this. */
  private static Stage approved(Process process, Stage stage) {
    int made = process.stages().indexOf(stage) - 2;
    return made >= 0 ? process.stages().get(made) : process.first();
  }

  private static String materials(
      List<String> names, Stage stage, Process process, Language language) {
    if (!names.isEmpty()) {
      return String.join(", ", names);
    }
    int before = process.stages().indexOf(stage) - 1;
    return before < 0 ? "" : word(process.stages().get(before).waitingFor(), language);
  }

  /** The words in that language, or in the first one given where the file lacks it. */
  private static String word(Map<Language, String> words, Language language) {
    var inLanguage = words.get(language);
    if (inLanguage != null) {
      return inLanguage;
    }
    return words.values().stream().findFirst().orElse("");
  }
}
