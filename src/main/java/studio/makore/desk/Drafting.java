package studio.makore.desk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.makore.mail.OutgoingMail;
import studio.makore.project.Contact;
import studio.makore.project.Owner;
import studio.makore.project.Processes;
import studio.makore.project.ProjectState;
import studio.makore.project.ProjectStore;
import studio.makore.project.Studio;
import studio.makore.reply.Answered;
import studio.makore.reply.Composer;
import studio.makore.reply.Draft;
import studio.makore.reply.DraftStore;
import studio.makore.reply.NewDraft;
import studio.makore.reply.Rendering;
import studio.makore.reply.TemplateName;
import studio.makore.reply.Templates;

/**
 * Makes drafts of what is known, shows them to the owner, and keeps them true until she decides.
 */
final class Drafting {
  /** Kept beside a draft's facts: the client's words that made it due. */
  private static final String EVIDENCE = "evidence";

  /** Kept beside a draft's facts: what the client sent along, one name a line. */
  private static final String ENCLOSED = "enclosed";

  private final Studio studio;
  private final Processes processes;
  private final Templates templates;
  private final Composer composer;
  private final ProjectStore projects;
  private final DraftStore drafts;
  private final Post post;
  private final Facts facts;

  Drafting(
      Studio studio,
      Processes processes,
      Templates templates,
      Composer composer,
      ProjectStore projects,
      DraftStore drafts,
      Post post) {
    this.studio = studio;
    this.processes = processes;
    this.templates = templates;
    this.composer = composer;
    this.projects = projects;
    this.drafts = drafts;
    this.post = post;
    this.facts = new Facts(studio);
  }

  /**
   * What makes a draft due.
   *
   * @param cause names it; there is never a second draft for one cause
   * @param answered the client's mail that is answered; empty when it came by another road
   * @param words the client's own words
   */
  record Due(
      TemplateName template,
      String cause,
      String causeMessageId,
      Optional<Answered> answered,
      String words,
      List<String> enclosed) {}

  /** Makes the draft and shows it to the owner; a cause that has one already gets no second. */
  String make(Due due, Contact contact, ProjectState state, LocalDate today) {
    if (waits(due.cause())) {
      return "the draft for it still waits for " + studio.owner().name();
    }
    if (drafts.byCause(due.cause()).isPresent()) {
      return "its draft was decided before";
    }
    var values = values(due.template(), state, contact, Optional.empty(), due.enclosed(), today);
    values.put(EVIDENCE, due.words());
    values.put(ENCLOSED, String.join("\n", due.enclosed()));
    Draft draft =
        drafts.add(
            new NewDraft(
                state.project().id(),
                contact.id(),
                due.template(),
                due.cause(),
                Optional.of(due.causeMessageId()),
                contact.address(),
                contact.language(),
                due.answered(),
                values,
                render(due.template(), contact, values)));
    return show(draft, studio.owner());
  }

  /** Whether the draft for that cause waits for the owner. */
  boolean waits(String cause) {
    return drafts.byCause(cause).filter(draft -> draft.status().open()).isPresent();
  }

  /** Sends the owner the draft, or the question for what it lacks. */
  String show(Draft draft, Owner owner) {
    OutgoingMail mail =
        composer.showDraft(
            owner,
            draft,
            client(draft),
            projects.project(draft.projectId()).orElseThrow().name(),
            draft.facts().getOrDefault(EVIDENCE, ""));
    drafts.shown(draft.id(), mail.messageId());
    post.send(mail, "show:" + draft.token());
    return draft.status() == Draft.Status.ASKING
        ? "asked " + owner.name() + " for " + String.join(", ", draft.missing())
        : "drafted " + draft.template() + " in " + draft.language() + ", shown to " + owner.name();
  }

  /** The draft with the day that the owner named; empty when it was decided meanwhile. */
  Optional<Draft> dated(Draft draft, LocalDate date, LocalDate today) {
    return revised(draft, Optional.of(date), today);
  }

  /** The draft with the owner's own words in place of ours; empty when it was decided meanwhile. */
  Optional<Draft> reworded(Draft draft, String text) {
    return drafts.revise(
        draft.id(), draft.facts(), templates.ownWords(draft.subject(), text, draft.language()));
  }

  /** Whether each fact that the draft tells is still so. */
  boolean stillTrue(Draft draft, LocalDate today) {
    var now = freshValues(draft, keptDate(draft, today), today);
    return draft.template().required().stream()
        .allMatch(fact ->
            Optional.ofNullable(now.get(fact))
                .equals(Optional.ofNullable(draft.facts().get(fact))));
  }

  /** The draft with the facts as they are now; empty when it was decided meanwhile. */
  Optional<Draft> anew(Draft draft, LocalDate today) {
    return revised(draft, keptDate(draft, today), today);
  }

  private Optional<Draft> revised(Draft draft, Optional<LocalDate> date, LocalDate today) {
    var values = freshValues(draft, date, today);
    var contact = projects.contact(draft.contactId()).orElseThrow();
    return drafts.revise(draft.id(), values, render(draft.template(), contact, values));
  }

  /**
   * The day that stays the owner's or the process's word even when asked again; the day of a status
   * answer is the promise's, which may have moved.
   */
  private static Optional<LocalDate> keptDate(Draft draft, LocalDate today) {
    return draft.facts().containsKey(Facts.DATED_BY_PROMISE)
        ? Optional.empty()
        : Optional.ofNullable(draft.facts().get(Facts.DUE))
            .map(LocalDate::parse)
            .filter(date -> !date.isBefore(today));
  }

  private Map<String, String> freshValues(Draft draft, Optional<LocalDate> date, LocalDate today) {
    var project = projects.project(draft.projectId()).orElseThrow();
    var state = ProjectState.of(project, processes.of(project), projects.timeline(project.id()));
    var enclosed =
        draft.facts().getOrDefault(ENCLOSED, "").lines().filter(name -> !name.isBlank()).toList();
    var values =
        values(
            draft.template(),
            state,
            projects.contact(draft.contactId()).orElseThrow(),
            date,
            enclosed,
            today);
    values.put(EVIDENCE, draft.facts().getOrDefault(EVIDENCE, ""));
    values.put(ENCLOSED, draft.facts().getOrDefault(ENCLOSED, ""));
    return values;
  }

  private Map<String, String> values(
      TemplateName template,
      ProjectState state,
      Contact contact,
      Optional<LocalDate> date,
      List<String> enclosed,
      LocalDate today) {
    return new HashMap<>(
        facts.of(template, state, processes.of(state.project()), contact, date, enclosed, today));
  }

  private Rendering render(TemplateName template, Contact contact, Map<String, String> values) {
    return templates.render(
        template, contact.language(), contact.gender(), studio.owner().gender(), values);
  }

  private String client(Draft draft) {
    var contact = projects.contact(draft.contactId()).orElseThrow();
    return projects.clientById(contact.clientId()).orElseThrow().name();
  }
}
