package studio.makore.desk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.makore.mail.OutgoingMail;
import studio.makore.project.Contact;
import studio.makore.project.Owed;
import studio.makore.project.Owner;
import studio.makore.project.Project;
import studio.makore.project.ProjectState;
import studio.makore.project.ProjectStore;
import studio.makore.project.Studio;
import studio.makore.project.UpdatesOwed;
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

  /** Kept beside a draft's facts: the cause of the update that is owed. */
  private static final String OWED = "owed";

  /** Kept beside a draft's facts: those that the occasion gave and nothing else can tell again. */
  private static final String GIVEN = "given:";

  private final Studio studio;
  private final Portfolio portfolio;
  private final Templates templates;
  private final Composer composer;
  private final ProjectStore projects;
  private final DraftStore drafts;
  private final Post post;
  private final Facts facts;
  private final UpdateFacts updateFacts;
  private final Sources sources;

  Drafting(
      Studio studio,
      Portfolio portfolio,
      Templates templates,
      Composer composer,
      ProjectStore projects,
      DraftStore drafts,
      Post post) {
    this.studio = studio;
    this.portfolio = portfolio;
    this.templates = templates;
    this.composer = composer;
    this.projects = projects;
    this.drafts = drafts;
    this.post = post;
    this.facts = new Facts(studio);
    this.updateFacts = new UpdateFacts(facts, new Pages(studio));
    this.sources = new Sources(templates, studio);
  }

  /**
   * What makes a draft due.
   *
   * @param owed the update that it pays; empty for a reply
   * @param cause names it; there is never a second draft for one cause
   * @param answered the client's mail that is answered; empty when there is none
   * @param words the client's own words, or what happened
   * @param enclosed what the client sent along
   * @param given facts that only this occasion knows
   */
  record Due(
      TemplateName template,
      Optional<Owed> owed,
      String cause,
      Optional<String> causeMessageId,
      Optional<Answered> answered,
      String words,
      List<String> enclosed,
      Map<String, String> given) {

    /** A reply to a client's mail. */
    static Due reply(TemplateName template, String cause, Occasion occasion) {
      return new Due(
          template,
          Optional.empty(),
          cause,
          occasion.messageId(),
          occasion.answered(),
          occasion.words(),
          occasion.enclosed(),
          Map.of());
    }

    /** An update that is owed. */
    static Due update(TemplateName template, Owed owed, String cause, Occasion occasion) {
      return new Due(
          template,
          Optional.of(owed),
          cause,
          occasion.messageId(),
          occasion.answered(),
          occasion.words(),
          occasion.enclosed(),
          Map.of());
    }

    Due given(Map<String, String> facts) {
      return new Due(
          template, owed, cause, causeMessageId, answered, words, enclosed, Map.copyOf(facts));
    }
  }

  /**
   * What happened just now and may make an update due.
   *
   * @param messageId of the mail by which it came
   * @param answered the client's mail that an update made for it answers
   * @param brought whether it was the client's materials
   * @param enclosed what came along, by name
   */
  record Occasion(
      Optional<String> messageId,
      Optional<Answered> answered,
      String words,
      boolean brought,
      List<String> enclosed) {
    /** Nothing but the passing of time. */
    static final Occasion TIME =
        new Occasion(Optional.empty(), Optional.empty(), "", false, List.of());

    boolean isClientsMail() {
      return answered.isPresent() || !words.isEmpty();
    }
  }

  /** Makes the draft; a cause that has one already gets no second, and this is empty. */
  Optional<Draft> make(Due due, Contact contact, Project project, LocalDate today) {
    if (drafts.byCause(due.cause()).isPresent()) {
      return Optional.empty();
    }
    var values =
        values(
            due.template(),
            due.owed(),
            portfolio.state(project),
            contact,
            Optional.empty(),
            due.enclosed(),
            today);
    due.given()
        .forEach((fact, value) -> {
          values.put(fact, value);
          values.put(GIVEN + fact, value);
        });
    values.put(EVIDENCE, due.words());
    values.put(ENCLOSED, String.join("\n", due.enclosed()));
    due.owed().ifPresent(owed -> values.put(OWED, owed.cause()));
    return Optional.of(
        drafts.add(
            new NewDraft(
                project.id(),
                contact.id(),
                due.template(),
                due.cause(),
                due.causeMessageId(),
                contact.address(),
                contact.language(),
                due.answered(),
                values,
                render(due.template(), contact, values))));
  }

  /** Makes the draft and shows it to the owner at once. */
  String makeAndShow(Due due, Contact contact, Project project, LocalDate today) {
    if (waits(due.cause())) {
      return "the draft for it still waits for " + studio.owner().name();
    }
    return make(due, contact, project, today)
        .map(draft -> show(draft, studio.owner()))
        .orElse("its draft was decided before");
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
            portfolio.clientName(project(draft)),
            project(draft).name(),
            draft.facts().getOrDefault(EVIDENCE, ""),
            sources.told(draft, owner.language()));
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

  /** The cause of the update that a draft pays; empty for a reply. */
  static Optional<String> owedCause(Draft draft) {
    return Optional.ofNullable(draft.facts().get(OWED));
  }

  /** The update that a draft pays, if it is owed on that day. */
  Optional<Owed> owed(Draft draft, LocalDate day) {
    var project = project(draft);
    return owedCause(draft)
        .flatMap(cause ->
            UpdatesOwed.on(
                    day,
                    portfolio.state(project),
                    portfolio.process(project),
                    studio,
                    portfolio.load())
                .stream()
                .filter(owed -> owed.cause().equals(cause))
                .findFirst());
  }

  /**
   * Whether each fact that the draft tells is still so, and what it tells is still owed. Facts that
   * only follow from the day of drafting are compared as of that day: time alone makes nothing
   * untrue but a day that has passed.
   */
  boolean stillTrue(Draft draft, LocalDate today) {
    if (owedCause(draft).isPresent() && owed(draft, today).isEmpty()) {
      return false;
    }
    var told = Optional.ofNullable(draft.facts().get(Sheet.DUE)).map(LocalDate::parse);
    boolean past = told.filter(day -> day.isBefore(today)).isPresent();
    if (past) {
      return false;
    }
    LocalDate asOf = LocalDate.parse(draft.facts().getOrDefault(Sheet.AS_OF, today.toString()));
    return freshValues(draft, keptDate(draft, today), asOf)
        .filter(now ->
            draft.template().required().stream()
                .allMatch(fact ->
                    Optional.ofNullable(now.get(fact))
                        .equals(Optional.ofNullable(draft.facts().get(fact)))))
        .isPresent();
  }

  /**
   * The draft with the facts as they are now; empty when it was decided meanwhile or is not owed
   * any more.
   */
  Optional<Draft> anew(Draft draft, LocalDate today) {
    return revised(draft, keptDate(draft, today), today);
  }

  private Optional<Draft> revised(Draft draft, Optional<LocalDate> date, LocalDate today) {
    return freshValues(draft, date, today)
        .flatMap(values ->
            drafts.revise(
                draft.id(),
                values,
                render(
                    draft.template(), projects.contact(draft.contactId()).orElseThrow(), values)));
  }

  /** The day that stays the owner's word even when asked again. */
  private static Optional<LocalDate> keptDate(Draft draft, LocalDate today) {
    return Optional.ofNullable(draft.facts().get(Sheet.DUE))
        .filter(_ -> Sheet.isOwnersDay(draft.facts()))
        .map(LocalDate::parse)
        .filter(date -> !date.isBefore(today));
  }

  /** Empty when what it tells is not owed any more. */
  private Optional<Map<String, String>> freshValues(
      Draft draft, Optional<LocalDate> date, LocalDate today) {
    var owed = owed(draft, today);
    if (owedCause(draft).isPresent() && owed.isEmpty()) {
      return Optional.empty();
    }
    var enclosed =
        draft.facts().getOrDefault(ENCLOSED, "").lines().filter(name -> !name.isBlank()).toList();
    var values =
        values(
            draft.template(),
            owed,
            portfolio.state(project(draft)),
            projects.contact(draft.contactId()).orElseThrow(),
            date,
            enclosed,
            today);
    draft
        .facts()
        .forEach((fact, value) -> {
          if (fact.startsWith(GIVEN)) {
            values.put(fact, value);
            values.put(fact.substring(GIVEN.length()), value);
          }
        });
    for (String kept : List.of(EVIDENCE, ENCLOSED, OWED)) {
      Optional.ofNullable(draft.facts().get(kept)).ifPresent(value -> values.put(kept, value));
    }
    return Optional.of(values);
  }

  private Map<String, String> values(
      TemplateName template,
      Optional<Owed> owed,
      ProjectState state,
      Contact contact,
      Optional<LocalDate> date,
      List<String> enclosed,
      LocalDate today) {
    var process = portfolio.process(state.project());
    return new HashMap<>(
        owed.map(update ->
                updateFacts.of(update, template, state, process, contact, date, enclosed, today))
            .orElseGet(() -> facts.ofReply(template, state, process, contact, date, today)));
  }

  private Rendering render(TemplateName template, Contact contact, Map<String, String> values) {
    return templates.render(
        template, contact.language(), contact.gender(), studio.owner().gender(), values);
  }

  private Project project(Draft draft) {
    return projects.project(draft.projectId()).orElseThrow();
  }
}
