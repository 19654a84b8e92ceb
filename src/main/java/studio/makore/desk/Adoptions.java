package studio.makore.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.makore.language.Language;
import studio.makore.project.Court;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.Stage;
import studio.makore.project.Studio;
import studio.makore.reply.Asked;
import studio.makore.reply.Composer;
import studio.makore.reply.QuestionStore;
import studio.makore.reply.TemplateName;

/**
 * Running projects that come under watch: the owner is asked once for each where it stands and
 * which date its client knows, and answers in one line.
 */
final class Adoptions {
  private final Studio studio;
  private final Portfolio portfolio;
  private final QuestionStore questions;
  private final OrdersDone ordersDone;
  private final Composer composer;
  private final Post post;

  Adoptions(
      Studio studio,
      Portfolio portfolio,
      QuestionStore questions,
      OrdersDone ordersDone,
      Composer composer,
      Post post) {
    this.studio = studio;
    this.portfolio = portfolio;
    this.questions = questions;
    this.ordersDone = ordersDone;
    this.composer = composer;
    this.post = post;
  }

  /** Asks where that is not known and was not asked before. */
  void ask(Project project, LocalDate today) {
    var state = portfolio.state(project);
    String cause = "adopt:" + project.id();
    if (!state.adopted()
        || !state.active()
        || state.knownDate(today).isPresent()
        || !state.updates().isEmpty()
        || post.has(cause)) {
      return;
    }
    var question = questions.ask(new Asked.Adopt(project.id()));
    var owner = studio.owner();
    post.send(
        composer.toOwner(
            owner,
            TemplateName.ADOPT_QUESTION,
            Map.of(
                "client",
                portfolio.clientName(project),
                "project",
                project.name(),
                "choices",
                choices(project, owner.language())),
            Optional.of(question.token()),
            Optional.empty()),
        cause);
  }

  private String choices(Project project, Language language) {
    return portfolio.process(project).stages().stream()
        .map(stage -> stage.key() + ": " + stage.names().getOrDefault(language, stage.key()))
        .collect(Collectors.joining("\n"));
  }

  /** "Build, 15 March"; empty when it names neither a stage nor a day. */
  Optional<Fate> take(Answer answer, Project project) {
    var stage = stage(answer.text(), project);
    var day =
        answer.dates().in(answer.text()).stream()
            .map(named -> named.date())
            .filter(date -> !date.isBefore(answer.today()))
            .findFirst();
    if (stage.isEmpty() && day.isEmpty()) {
      return Optional.empty();
    }
    questions.answer(answer.token());
    var events = new ArrayList<ProjectEvent>();
    var state = portfolio.state(project);
    stage
        .filter(named -> !named.key().equals(state.stage()))
        .ifPresent(named -> events.add(new ProjectEvent.StageEntered(named.key())));
    var now = stage.orElseGet(() -> portfolio.process(project).stageOf(state));
    day.ifPresent(date -> events.addAll(known(now, date, project)));
    return Optional.of(
        ordersDone.carryOut(
            answer, project, List.copyOf(events), "tells where it stands", "did.adopted"));
  }

  /** The day the client knows is the studio's or hers, by whose turn it is. */
  private List<ProjectEvent> known(Stage stage, LocalDate date, Project project) {
    var language = portfolio.contact(project).language();
    return stage.court() == Court.CLIENT
        ? List.of(
            new ProjectEvent.MaterialsAsked(
                stage.brings().stream().map(item -> item.key()).toList(), date))
        : List.of(
            new ProjectEvent.Promised(
                Court.STUDIO, stage.results().getOrDefault(language, stage.key()), date));
  }

  /** The stage that is named by its key or by its name in any language. */
  private Optional<Stage> stage(String text, Project project) {
    return Stages.named(text, portfolio.process(project));
  }
}
