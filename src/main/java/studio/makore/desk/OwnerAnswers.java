package studio.makore.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.makore.language.Gender;
import studio.makore.language.Languages;
import studio.makore.mail.Address;
import studio.makore.mail.AuthenticationResults;
import studio.makore.mail.Forwarded;
import studio.makore.mail.Mail;
import studio.makore.mail.MailParser;
import studio.makore.mail.OutgoingMail;
import studio.makore.project.Contact;
import studio.makore.project.Court;
import studio.makore.project.Owner;
import studio.makore.project.Processes;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectState;
import studio.makore.project.ProjectStore;
import studio.makore.project.Studio;
import studio.makore.reading.DateSource;
import studio.makore.reading.Decision;
import studio.makore.reading.Decisions;
import studio.makore.reply.Asked;
import studio.makore.reply.Composer;
import studio.makore.reply.Draft;
import studio.makore.reply.DraftStore;
import studio.makore.reply.Question;
import studio.makore.reply.QuestionStore;
import studio.makore.reply.TemplateName;
import studio.makore.silence.Ledger;

/**
 * Takes an owner's answers to what Makore showed or asked. Only a yes to exactly the text that was
 * shown sends anything; whatever is not understood sends nothing and says so.
 */
final class OwnerAnswers {
  private static final String NUMBERED = "inbound:";

  private final Studio studio;
  private final Processes processes;
  private final MailParser parser;
  private final ProjectStore projects;
  private final Ledger ledger;
  private final DraftStore drafts;
  private final QuestionStore questions;
  private final Drafting drafting;
  private final ClientMails clientMails;
  private final OwnerMails ownerMails;
  private final Rereading rereading;
  private final Composer composer;
  private final Post post;

  OwnerAnswers(
      Studio studio,
      Processes processes,
      MailParser parser,
      ProjectStore projects,
      Ledger ledger,
      DraftStore drafts,
      QuestionStore questions,
      Drafting drafting,
      ClientMails clientMails,
      OwnerMails ownerMails,
      Rereading rereading,
      Composer composer,
      Post post) {
    this.studio = studio;
    this.processes = processes;
    this.parser = parser;
    this.projects = projects;
    this.ledger = ledger;
    this.drafts = drafts;
    this.questions = questions;
    this.drafting = drafting;
    this.clientMails = clientMails;
    this.ownerMails = ownerMails;
    this.rereading = rereading;
    this.composer = composer;
    this.post = post;
  }

  /** An answer as it came in. */
  private record Answer(String messageId, Mail mail, Owner owner, String token, Instant now) {
    String text() {
      return mail.text();
    }
  }

  Fate handle(String messageId, Mail mail, Owner owner, String token, Instant now) {
    var answer = new Answer(messageId, mail, owner, token, now);
    if (!proven(answer)) {
      return refuse(answer, Phrases.in(owner.language()).say("answer.unproven"));
    }
    var objected = rereading.objected(messageId, mail, owner, token, now);
    if (objected.isPresent()) {
      return corrected(answer, objected.get());
    }
    var draft = drafts.byToken(token);
    if (draft.isPresent()) {
      return decide(answer, draft.get());
    }
    var question = questions.byToken(token);
    if (question.isPresent()) {
      return answered(answer, question.get());
    }
    return refuse(answer, Phrases.in(owner.language()).say("answer.unknown"));
  }

  /** The mail server vouches for the author, where the studio's does such a thing. */
  private boolean proven(Answer answer) {
    String address = answer.owner().address();
    return studio
        .authservId()
        .map(id ->
            AuthenticationResults.passes(
                answer.mail(), id, address.substring(address.indexOf('@') + 1)))
        .orElse(true);
  }

  private Fate decide(Answer answer, Draft draft) {
    if (!draft.status().open()) {
      return fate(
          answer,
          draft,
          "answers too late",
          "the draft is %s already; nothing sent".formatted(word(draft.status())));
    }
    return switch (decision(answer)) {
      case Decision.Send _ -> send(answer, draft);
      case Decision.Discard _ -> {
        drafts.discard(answer.token(), answer.text());
        yield fate(answer, draft, "says no to the draft", "discarded, nothing sent");
      }
      case Decision.Date(LocalDate date, _) -> date(answer, draft, date);
      case Decision.Replace(String text) ->
          shownAgain(answer, draft, "words it anew", drafting.reworded(draft, text));
      case Decision.Later _ ->
          fate(answer, draft, "says later", "the draft goes on waiting, nothing sent");
      case Decision.Unclear _ -> {
        refuse(answer, answer.text());
        yield fate(answer, draft, "answers", "not understood, nothing sent; told her so");
      }
    };
  }

  private Decision decision(Answer answer) {
    var sent =
        answer
            .mail()
            .date()
            .orElse(answer.now().atZone(studio.zone()).toOffsetDateTime())
            .atZoneSameInstant(studio.zone())
            .toOffsetDateTime();
    return Decisions.read(answer.text(), DateSource.sent(sent, studio.workingDays()));
  }

  private Fate send(Answer answer, Draft draft) {
    var today = today(answer);
    if (draft.status() == Draft.Status.ASKING) {
      drafting.show(draft, answer.owner());
      return fate(
          answer,
          draft,
          "says yes",
          "a fact is still missing, nothing sent; asked again for "
              + String.join(", ", draft.missing()));
    }
    if (!draft.token().equals(answer.token())) {
      return shownAgain(answer, draft, "says yes to an older text", Optional.of(draft));
    }
    if (!drafting.stillTrue(draft, today)) {
      tellStale(answer, draft);
      return shownAgain(
          answer, draft, "says yes, but the facts have changed", drafting.anew(draft, today));
    }
    return drafts
        .approve(answer.token(), answer.text())
        .map(approved -> sent(answer, approved))
        .orElseGet(() -> fate(answer, draft, "says yes", "decided already, nothing sent"));
  }

  private Fate sent(Answer answer, Draft draft) {
    OutgoingMail mail = composer.toClient(draft, studio.owner());
    post.send(mail, "draft:" + draft.id());
    long project = draft.projectId();
    projects.rememberThread(mail.messageId(), project);
    projects.append(
        project,
        answer.now(),
        new ProjectEvent.ClientHeard(mail.subject(), mail.messageId()),
        mail.messageId());
    promised(draft)
        .filter(promise -> isNew(promise, draft))
        .ifPresent(promise -> projects.append(project, answer.now(), promise, mail.messageId()));
    ledger.answered(project, answer.now(), mail.messageId());
    return fate(
        answer,
        draft,
        "says yes to the draft",
        "sent to " + draft.to() + " in " + draft.language());
  }

  /** The day that the mail names is promised from now on. */
  private static Optional<ProjectEvent.Promised> promised(Draft draft) {
    return Optional.ofNullable(draft.facts().get(Facts.DUE))
        .map(LocalDate::parse)
        .map(due ->
            new ProjectEvent.Promised(
                Court.STUDIO, draft.facts().getOrDefault(Facts.WHAT, ""), due));
  }

  private boolean isNew(ProjectEvent.Promised promise, Draft draft) {
    var project = projects.project(draft.projectId()).orElseThrow();
    return ProjectState.of(project, processes.of(project), projects.timeline(project.id()))
        .promises()
        .stream()
        .noneMatch(open -> open.what().equals(promise.what()) && open.due().equals(promise.due()));
  }

  private Fate date(Answer answer, Draft draft, LocalDate date) {
    var today = today(answer);
    if (date.isBefore(today)) {
      refuse(answer, Phrases.in(answer.owner().language()).say("answer.past-date", date));
      return fate(answer, draft, "names a past day", "nothing sent; told her so");
    }
    if (!draft.template().placeholders().contains("next_date")) {
      refuse(answer, answer.text());
      return fate(answer, draft, "names a day", "the draft has no place for it, nothing sent");
    }
    return shownAgain(answer, draft, "names " + date, drafting.dated(draft, date, today));
  }

  private Fate shownAgain(Answer answer, Draft draft, String does, Optional<Draft> revised) {
    return fate(
        answer,
        draft,
        does,
        revised
            .map(now -> drafting.show(now, answer.owner()) + ", nothing sent yet")
            .orElse("decided meanwhile, nothing sent"));
  }

  private void tellStale(Answer answer, Draft draft) {
    var contact = projects.contact(draft.contactId()).orElseThrow();
    post.send(
        composer.toOwner(
            answer.owner(),
            TemplateName.STALE,
            Map.of(
                "client", projects.clientById(contact.clientId()).orElseThrow().name(),
                "project", projects.project(draft.projectId()).orElseThrow().name()),
            Optional.empty(),
            Optional.of(answer.mail())),
        "stale:" + answer.messageId());
  }

  private Fate answered(Answer answer, Question question) {
    if (question.answeredAt().isPresent()) {
      return Fate.of(answer.owner().name(), "answers again", "answered before, nothing done");
    }
    return switch (question.asked()) {
      case Asked.Command(String text) -> confirmed(answer, text);
      case Asked.Whose whose -> told(answer, whose);
    };
  }

  private Fate confirmed(Answer answer, String written) {
    return switch (decision(answer)) {
      case Decision.Send _ -> {
        questions.answer(answer.token());
        yield OwnerCommands.read(written) instanceof OwnerCommands.Command.Open(var order)
            ? ownerMails.carryOut(
                answer.messageId(), answer.mail(), answer.owner(), order, answer.now())
            : refuse(answer, written);
      }
      case Decision.Discard _ -> {
        questions.answer(answer.token());
        yield Fate.of(answer.owner().name(), "says no to the order", "dropped, nothing done");
      }
      default -> refuse(answer, answer.text());
    };
  }

  private Fate told(Answer answer, Asked.Whose whose) {
    var chosen = WhoseQuestions.chosen(whose, answer.text());
    if (chosen.isPresent()) {
      questions.answer(answer.token());
      return takeUp(answer, whose.inboundId(), chosen.get().projectId());
    }
    if (decision(answer) instanceof Decision.Discard) {
      questions.answer(answer.token());
      return Fate.of(answer.owner().name(), "says it is no project's", "left alone");
    }
    return refuse(answer, answer.text());
  }

  private Fate corrected(Answer answer, Rereading.Objected objected) {
    var raw = raw(objected.wrote());
    var project = projects.threadProject(List.of(objected.wrote())).flatMap(projects::project);
    if (raw.isEmpty() || project.isEmpty()) {
      return refuse(answer, Phrases.in(answer.owner().language()).say("answer.unknown"));
    }
    return rereading.correct(
        objected, found(parser.parse(raw.get()), objected.wrote(), project.get()));
  }

  /** A mail without a Message-ID is named by its number. */
  private Optional<byte[]> raw(String messageId) {
    return messageId.startsWith(NUMBERED)
        ? post.inbound(Long.parseLong(messageId.substring(NUMBERED.length())))
        : post.inbound(messageId);
  }

  /** Handles the mail that waited, as the chosen project's. */
  private Fate takeUp(Answer answer, long inboundId, long projectId) {
    Mail mail =
        parser.parse(
            post.inbound(inboundId)
                .orElseThrow(() ->
                    new IllegalStateException("mail " + inboundId + " is not kept any more")));
    var found =
        found(
            mail,
            mail.messageId().orElse(NUMBERED + inboundId),
            projects.project(projectId).orElseThrow());
    return clientMails.handle(found.words(), found.contact(), found.project(), answer.now());
  }

  private Rereading.Found found(Mail mail, String messageId, Project project) {
    boolean ownersForward =
        mail.forwarded().isPresent()
            && mail.author().flatMap(from -> studio.owner(from.address())).isPresent();
    var words =
        ownersForward
            ? ClientMails.Words.forwarded(messageId, mail.forwarded().orElseThrow())
            : ClientMails.Words.of(messageId, mail);
    Optional<Address> writer =
        ownersForward ? mail.forwarded().flatMap(Forwarded::from) : mail.author();
    return new Rereading.Found(words, contact(writer, words, project), project);
  }

  /** The person who wrote it, made a contact of the project's client where she is new. */
  private Contact contact(Optional<Address> writer, ClientMails.Words words, Project project) {
    var address = writer.filter(from -> from.address().contains("@"));
    var known = address.flatMap(from -> projects.contact(from.address()));
    if (known.isPresent()) {
      return known.get();
    }
    var client = projects.clientById(project.clientId()).orElseThrow();
    if (address.isEmpty()) {
      return projects.contactsOf(client.id()).getFirst();
    }
    Address from = address.get();
    return projects.addContact(
        client,
        from.name().isBlank() ? from.address() : from.name(),
        from.address(),
        Languages.of(words.text()),
        Gender.PLURAL);
  }

  private Fate refuse(Answer answer, String words) {
    post.send(
        composer.toOwner(
            answer.owner(),
            TemplateName.NOT_UNDERSTOOD,
            Map.of("words", words.isBlank() ? "—" : words),
            Optional.empty(),
            Optional.of(answer.mail())),
        "not-understood:" + answer.messageId());
    return new Fate(
        answer.owner().name(),
        "answers",
        answer.text(),
        Optional.empty(),
        "not understood, nothing done; told her so");
  }

  private Fate fate(Answer answer, Draft draft, String does, String done) {
    return new Fate(
        answer.owner().name(),
        does,
        answer.text(),
        projects.project(draft.projectId()).map(Project::name),
        done);
  }

  private static String word(Draft.Status status) {
    return status.name().toLowerCase(java.util.Locale.ROOT);
  }

  private LocalDate today(Answer answer) {
    return LocalDate.ofInstant(answer.now(), studio.zone());
  }
}
