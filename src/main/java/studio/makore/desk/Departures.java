package studio.makore.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.makore.calendar.SendWindow;
import studio.makore.mail.OutgoingMail;
import studio.makore.project.Court;
import studio.makore.project.Owner;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectState;
import studio.makore.project.ProjectStore;
import studio.makore.project.Studio;
import studio.makore.project.Update;
import studio.makore.reply.Composer;
import studio.makore.reply.Draft;
import studio.makore.reply.DraftStore;
import studio.makore.reply.Fact;
import studio.makore.reply.TemplateName;
import studio.makore.silence.Ledger;

/**
 * The only way by which a draft becomes a mail to a client: approved, inside the hours in which
 * clients are written to, and still true in the transaction that leaves it in the outbox.
 */
final class Departures {
  /** News that is not sent when nobody is there to answer (002.14). */
  private static final Set<TemplateName> BAD_NEWS =
      Set.of(TemplateName.DELAY_NOTICE, TemplateName.DORMANT_NOTICE, TemplateName.DORMANT_CLOSED);

  private final Studio studio;
  private final SendWindow window;
  private final Portfolio portfolio;
  private final ProjectStore projects;
  private final Ledger ledger;
  private final DraftStore drafts;
  private final HeldStore held;
  private final Drafting drafting;
  private final Composer composer;
  private final Post post;

  Departures(
      Studio studio,
      SendWindow window,
      Portfolio portfolio,
      ProjectStore projects,
      Ledger ledger,
      DraftStore drafts,
      HeldStore held,
      Drafting drafting,
      Composer composer,
      Post post) {
    this.studio = studio;
    this.window = window;
    this.portfolio = portfolio;
    this.projects = projects;
    this.ledger = ledger;
    this.drafts = drafts;
    this.held = held;
    this.drafting = drafting;
    this.composer = composer;
    this.post = post;
  }

  /** What became of a yes. */
  sealed interface Outcome {
    /** It is in the outbox. */
    record Left(Draft draft) implements Outcome {}

    /** It leaves at that hour, if it is still true then. */
    record Waits(Instant until, boolean badNews) implements Outcome {}

    /** Something changed, so it was drafted anew and shown. */
    record Changed(Draft draft) implements Outcome {}

    /** It is not owed any more, or was decided meanwhile. */
    record Overtaken() implements Outcome {}
  }

  /**
   * Takes an approval of exactly the text that this token stands for.
   *
   * @param owner who approved, or in whose name it goes by itself
   */
  Outcome approved(Draft draft, String token, String words, Owner owner, Instant now) {
    boolean badNews = BAD_NEWS.contains(draft.template());
    Instant leaves = badNews ? window.nextOpenForBadNews(now) : window.nextOpen(now);
    if (leaves.isAfter(now)) {
      held.keep(new HeldStore.Held(draft.id(), token, owner.address(), words, leaves));
      return new Outcome.Waits(leaves, badNews);
    }
    return leave(draft, token, words, owner, now);
  }

  /** Sends those whose hour has come; each is true or is not sent. */
  void release(HeldStore.Held waiting, Instant now) {
    held.forget(waiting.draftId());
    var draft = drafts.byId(waiting.draftId()).filter(each -> each.status().open());
    var owner = studio.owner(waiting.owner()).orElse(studio.owner());
    draft.ifPresent(open -> {
      switch (approved(open, waiting.token(), waiting.words(), owner, now)) {
        case Outcome.Changed(Draft changed) -> {
          tellStale(open, owner);
          drafting.show(changed, owner);
        }
        case Outcome.Overtaken _, Outcome.Left _, Outcome.Waits _ -> {}
      }
    });
  }

  private Outcome leave(Draft draft, String token, String words, Owner owner, Instant now) {
    var today = LocalDate.ofInstant(now, studio.zone());
    if (!drafting.stillTrue(draft, today)) {
      return drafting
          .anew(draft, today)
          .<Outcome>map(Outcome.Changed::new)
          .orElseGet(() -> {
            drafts.expire(draft.id(), "overtaken");
            return new Outcome.Overtaken();
          });
    }
    var owed = drafting.owed(draft, today);
    return drafts
        .approve(token, words)
        .<Outcome>map(approved -> {
          send(approved, owed, owner, now);
          return new Outcome.Left(approved);
        })
        .orElseGet(Outcome.Overtaken::new);
  }

  private void send(
      Draft draft, Optional<studio.makore.project.Owed> owed, Owner owner, Instant now) {
    OutgoingMail mail = composer.toClient(draft, owner);
    post.send(mail, "draft:" + draft.id());
    long project = draft.projectId();
    projects.rememberThread(mail.messageId(), project);
    record(project, new ProjectEvent.ClientHeard(mail.subject(), mail.messageId()), mail, now);
    events(draft, owed, mail).forEach(event -> record(project, event, mail, now));
    ledger.answered(project, now, mail.messageId());
    held.forget(draft.id());
  }

  private void record(long project, ProjectEvent event, OutgoingMail mail, Instant now) {
    projects.append(project, now, event, mail.messageId());
  }

  private List<ProjectEvent> events(
      Draft draft, Optional<studio.makore.project.Owed> owed, OutgoingMail mail) {
    var day = Optional.ofNullable(draft.facts().get(Sheet.DUE)).map(LocalDate::parse);
    String what = draft.facts().getOrDefault(Sheet.WHAT, "");
    if (owed.isPresent()) {
      var settled = owed.get().settled(day, what, mail.messageId());
      boolean wakes = owed.get().update() == Update.RE_ENTRY && state(draft).paused();
      return wakes ? join(new ProjectEvent.Resumed(), settled) : settled;
    }
    if (draft.template() == TemplateName.CALL_SET) {
      return callSet(draft).stream().toList();
    }
    return day.map(due -> new ProjectEvent.Promised(Court.STUDIO, what, due))
        .filter(promise -> isNew(promise, draft))
        .<List<ProjectEvent>>map(List::of)
        .orElse(List.of());
  }

  private static List<ProjectEvent> join(ProjectEvent first, List<ProjectEvent> others) {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(first), others.stream())
        .toList();
  }

  /** A call whose hour the client named herself is agreed on when she is told so. */
  private Optional<ProjectEvent> callSet(Draft draft) {
    var start = java.time.LocalDateTime.parse(draft.facts().get(Fact.CALL_START));
    var minutes = Integer.parseInt(draft.facts().get(Fact.CALL_MINUTES));
    return state(draft).call().filter(call -> call.start().equals(start)).isPresent()
        ? Optional.empty()
        : Optional.of(new ProjectEvent.CallSet(start, minutes));
  }

  private boolean isNew(ProjectEvent.Promised promise, Draft draft) {
    return state(draft).promises().stream()
        .noneMatch(open -> open.what().equals(promise.what()) && open.due().equals(promise.due()));
  }

  private ProjectState state(Draft draft) {
    return portfolio.state(project(draft));
  }

  private Project project(Draft draft) {
    return projects.project(draft.projectId()).orElseThrow();
  }

  /** Tells the owner that a draft was overtaken by what happened since she saw it. */
  void tellStale(Draft draft, Owner owner) {
    post.send(
        composer.toOwner(
            owner,
            TemplateName.STALE,
            Map.of(
                "client", portfolio.clientName(project(draft)),
                "project", project(draft).name()),
            Optional.empty(),
            Optional.empty()),
        "stale:" + draft.token());
  }
}
