package studio.makore.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.makore.project.Contact;
import studio.makore.project.Owed;
import studio.makore.project.Project;
import studio.makore.project.Studio;
import studio.makore.project.Update;
import studio.makore.project.UpdateRule;
import studio.makore.project.UpdatesOwed;
import studio.makore.reply.Draft;
import studio.makore.reply.DraftStore;
import studio.makore.reply.TemplateName;

/**
 * Looks at one project and sees to it that each update that is owed has one draft, and that no
 * draft waits for what is not owed any more. Joins the caller's transaction.
 */
final class Rounds {
  /** Updates that matter on the day itself; all others wait for the owner's morning. */
  private static final Set<Update> AT_ONCE =
      EnumSet.of(
          Update.KICKOFF,
          Update.PRESENTATION_FOLLOW_UP,
          Update.APPROVAL_FOLLOW_UP,
          Update.RE_ENTRY);

  private final Studio studio;
  private final Portfolio portfolio;
  private final DraftStore drafts;
  private final Drafting drafting;
  private final Departures departures;
  private final ReEntries reEntries;

  Rounds(
      Studio studio,
      Portfolio portfolio,
      DraftStore drafts,
      Drafting drafting,
      Departures departures,
      ReEntries reEntries) {
    this.studio = studio;
    this.portfolio = portfolio;
    this.drafts = drafts;
    this.drafting = drafting;
    this.departures = departures;
    this.reEntries = reEntries;
  }

  /**
   * Does a project's round.
   *
   * @return what was done, one readable line each
   */
  List<String> of(Project project, Drafting.Occasion occasion, Instant now) {
    var today = LocalDate.ofInstant(now, studio.zone());
    var owed =
        UpdatesOwed.on(
            today, portfolio.state(project), portfolio.process(project), studio, portfolio.load());
    var open = withdraw(project, owed);
    var done = new ArrayList<String>();
    for (Owed update : owed) {
      if (!update.update().namesDay() || open.stream().noneMatch(Rounds::isReply)) {
        draft(project, update, occasion, now).ifPresent(done::add);
      }
    }
    return done;
  }

  /** What is owed no more is not waited for; the drafts that stay open. */
  private List<Draft> withdraw(Project project, List<Owed> owed) {
    var stay = new ArrayList<Draft>();
    for (Draft draft : drafts.open(project.id())) {
      var cause = Drafting.owedCause(draft);
      if (cause.isEmpty() || owed.stream().anyMatch(each -> each.cause().equals(cause.get()))) {
        stay.add(draft);
      } else {
        drafts.expire(draft.id(), "not owed any more");
      }
    }
    return stay;
  }

  /** A reply that waits for the owner's word will tell the client a day; two mails would be one. */
  private static boolean isReply(Draft draft) {
    return Drafting.owedCause(draft).isEmpty()
        && draft.template().placeholders().contains("next_date");
  }

  private Optional<String> draft(
      Project project, Owed owed, Drafting.Occasion occasion, Instant now) {
    var today = LocalDate.ofInstant(now, studio.zone());
    var process = portfolio.process(project);
    TemplateName template = UpdateFacts.template(owed, process, occasion.brought());
    Contact contact = portfolio.contact(project);
    var answers = owed.update().namesDay() ? occasion : Drafting.Occasion.TIME;
    var due = Drafting.Due.update(template, owed, cause(project, owed), answers);
    return drafting
        .make(due, contact, project, today)
        .map(draft -> {
          if (owed.update() == Update.RE_ENTRY) {
            reEntries.brief(project, draft.cause(), today);
          }
          return process.rule(owed.update()).mode() == UpdateRule.Mode.AUTOMATIC
              ? byItself(draft, now)
              : ask(draft, owed, answers);
        });
  }

  /** A draft that was overtaken and is owed again gets a successor. */
  private String cause(Project project, Owed owed) {
    String base = "owed:%d:%s".formatted(project.id(), owed.cause());
    String cause = base;
    for (int n = 2; isStale(cause); n++) {
      cause = base + " anew " + n;
    }
    return cause;
  }

  private boolean isStale(String cause) {
    return drafts.byCause(cause).filter(draft -> draft.status() == Draft.Status.STALE).isPresent();
  }

  private String byItself(Draft draft, Instant now) {
    if (draft.status() == Draft.Status.ASKING) {
      return drafting.show(draft, studio.owner());
    }
    return switch (departures.approved(draft, draft.token(), "by itself", studio.owner(), now)) {
      case Departures.Outcome.Left _ -> draft.template() + " sent by itself to " + draft.to();
      case Departures.Outcome.Waits(Instant until, _) ->
          draft.template() + " goes by itself at " + until;
      case Departures.Outcome.Changed _, Departures.Outcome.Overtaken _ ->
          draft.template() + " not sent";
    };
  }

  private String ask(Draft draft, Owed owed, Drafting.Occasion occasion) {
    return AT_ONCE.contains(owed.update()) || occasion.isClientsMail()
        ? drafting.show(draft, studio.owner())
        : "drafted " + draft.template() + " for the morning";
  }
}
