package studio.makore.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectState;
import studio.makore.project.Studio;
import studio.makore.reply.Composer;
import studio.makore.reply.Draft;
import studio.makore.reply.DraftStore;
import studio.makore.reply.TemplateName;

/**
 * Before the day ends: what was presented or said today, and has no date in writing yet
 * (000.13–14).
 */
final class EveningNags {
  /** Late enough to have had the day, early enough to write one line before it ends. */
  static final LocalTime HOUR = LocalTime.of(17, 0);

  private final Studio studio;
  private final Portfolio portfolio;
  private final DraftStore drafts;
  private final Drafting drafting;
  private final Composer composer;
  private final Post post;

  EveningNags(
      Studio studio,
      Portfolio portfolio,
      DraftStore drafts,
      Drafting drafting,
      Composer composer,
      Post post) {
    this.studio = studio;
    this.portfolio = portfolio;
    this.drafts = drafts;
    this.drafting = drafting;
    this.composer = composer;
    this.post = post;
  }

  /** Names the draft that puts the last call in writing. */
  static String callCause(Project project, ProjectState state) {
    return "call-summary:%d:%s".formatted(project.id(), state.callHeld().orElseThrow());
  }

  /** Nags where the hour has come; once for each presentation and call. */
  void of(Project project, Instant now) {
    var here = now.atZone(studio.zone());
    if (here.toLocalTime().isBefore(HOUR)) {
      return;
    }
    var today = here.toLocalDate();
    var state = portfolio.state(project);
    presented(project, state, today);
    state
        .callNotWritten()
        .filter(held -> LocalDate.ofInstant(held, studio.zone()).equals(today))
        .ifPresent(_ -> called(project, state, today));
  }

  private void presented(Project project, ProjectState state, LocalDate today) {
    state
        .lastPresentation()
        .filter(shown -> LocalDate.ofInstant(shown.at(), studio.zone()).equals(today))
        .filter(shown -> !state.toldSince(shown.at()))
        .flatMap(_ -> open(project, TemplateName.PRESENTATION_FOLLOW_UP))
        .ifPresent(draft ->
            nag(
                draft,
                TemplateName.PRESENTATION_NAG,
                Map.of(
                    "client", portfolio.clientName(project),
                    "project", project.name(),
                    "stage", stage(project, state))));
  }

  private String stage(Project project, ProjectState state) {
    var process = portfolio.process(project);
    var shown = Facts.shown(process, process.stageOf(state));
    return shown.results().getOrDefault(studio.owner().language(), shown.key());
  }

  private void called(Project project, ProjectState state, LocalDate today) {
    String said =
        portfolio.life(project).stream()
            .map(entry -> entry.event())
            .filter(ProjectEvent.CallHeld.class::isInstance)
            .map(event -> ((ProjectEvent.CallHeld) event).words())
            .reduce((_, last) -> last)
            .orElse("");
    String cause = callCause(project, state);
    if (drafts.byCause(cause).isEmpty()) {
      drafting.make(
          Drafting.Due.reply(TemplateName.CALL_SUMMARY, cause, Drafting.Occasion.TIME)
              .given(Map.of("said", said)),
          portfolio.contact(project),
          project,
          today);
    }
    drafts
        .byCause(cause)
        .filter(draft -> draft.status().open())
        .ifPresent(draft ->
            nag(
                draft,
                TemplateName.CALL_NOT_WRITTEN,
                Map.of(
                    "client", portfolio.clientName(project),
                    "project", project.name(),
                    "evidence", said)));
  }

  private Optional<Draft> open(Project project, TemplateName template) {
    return drafts.open(project.id()).stream()
        .filter(draft -> draft.template() == template)
        .findFirst();
  }

  /** Its answer is the draft's own: the date that it lacks. */
  private void nag(Draft draft, TemplateName template, Map<String, String> facts) {
    String cause = "nag:" + draft.id();
    if (!post.has(cause)) {
      var mail =
          composer.toOwner(
              studio.owner(), template, facts, Optional.of(draft.token()), Optional.empty());
      drafts.shown(draft.id(), mail.messageId());
      post.send(mail, cause);
    }
  }
}
