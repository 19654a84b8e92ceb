package studio.makore.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.makore.mail.AuthenticationResults;
import studio.makore.mail.Mail;
import studio.makore.project.Owner;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectStore;
import studio.makore.project.Studio;
import studio.makore.reading.Decision;
import studio.makore.reply.Asked;
import studio.makore.reply.Composer;
import studio.makore.reply.Draft;
import studio.makore.reply.DraftStore;
import studio.makore.reply.Question;
import studio.makore.reply.QuestionStore;
import studio.makore.reply.TemplateName;
import studio.makore.silence.Ledger;

/**
 * Takes an owner's answers to what Makore showed or asked. Whatever is not understood does nothing
 * and says so.
 */
final class OwnerAnswers {
  private final Studio studio;
  private final ProjectStore projects;
  private final Ledger ledger;
  private final DraftStore drafts;
  private final QuestionStore questions;
  private final DraftDecisions decisions;
  private final WhoseAnswers whoseAnswers;
  private final OwnerOrders orders;
  private final Adoptions adoptions;
  private final Rounds rounds;
  private final Rereading rereading;
  private final Composer composer;
  private final Post post;

  OwnerAnswers(
      Studio studio,
      ProjectStore projects,
      Ledger ledger,
      DraftStore drafts,
      QuestionStore questions,
      DraftDecisions decisions,
      WhoseAnswers whoseAnswers,
      OwnerOrders orders,
      Adoptions adoptions,
      Rounds rounds,
      Rereading rereading,
      Composer composer,
      Post post) {
    this.studio = studio;
    this.projects = projects;
    this.ledger = ledger;
    this.drafts = drafts;
    this.questions = questions;
    this.decisions = decisions;
    this.whoseAnswers = whoseAnswers;
    this.orders = orders;
    this.adoptions = adoptions;
    this.rounds = rounds;
    this.rereading = rereading;
    this.composer = composer;
    this.post = post;
  }

  Fate handle(String messageId, Mail mail, Owner owner, String token, Instant now) {
    var answer = new Answer(messageId, mail, owner, token, now, studio);
    if (!proven(answer)) {
      return refuse(answer, answer.phrases().say("answer.unproven"));
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
    return refuse(answer, answer.phrases().say("answer.unknown"));
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
    Decision decision = answer.decision();
    var result = decisions.decide(answer, draft, answer.token(), decision);
    if (decision instanceof Decision.Unclear && draft.status().open()) {
      refuse(answer, answer.text());
    } else if (result.matters()) {
      tell(answer, result.told());
    }
    follow(draft, answer.now());
    return new Fate(
        answer.owner().name(),
        result.does(),
        answer.text(),
        projects.project(draft.projectId()).map(Project::name),
        result.done());
  }

  /** What was decided may leave another update owed, or none. */
  private void follow(Draft draft, Instant now) {
    projects
        .project(draft.projectId())
        .ifPresent(project -> rounds.of(project, Drafting.Occasion.TIME, now));
  }

  private Fate answered(Answer answer, Question question) {
    if (question.asked() instanceof Asked.Morning morning) {
      return batch(answer, morning);
    }
    if (question.answeredAt().isPresent()) {
      return Fate.of(answer.owner().name(), "answers again", "answered before, nothing done");
    }
    return switch (question.asked()) {
      case Asked.Command(String text) -> confirmed(answer, text);
      case Asked.Whose whose ->
          whoseAnswers.take(answer, whose).orElseGet(() -> refuse(answer, answer.text()));
      case Asked.Done done -> undo(answer, done);
      case Asked.Adopt(long projectId) ->
          adoptions
              .take(answer, projects.project(projectId).orElseThrow())
              .orElseGet(() -> refuse(answer, answer.text()));
      case Asked.Morning morning -> batch(answer, morning);
    };
  }

  /** All of it is understood, or nothing of it counts. */
  private Fate batch(Answer answer, Asked.Morning morning) {
    var read = Batch.read(answer.text(), morning.items().size(), answer.dates());
    if (read.isEmpty()) {
      return refuse(answer, answer.text());
    }
    var told = new ArrayList<String>();
    var done = new ArrayList<String>();
    var decided = new ArrayList<Draft>();
    read.get()
        .forEach((number, decision) -> {
          var item = morning.items().get(number - 1);
          var draft = drafts.byId(item.draftId()).orElseThrow();
          var result = decisions.decide(answer, draft, item.token(), decision);
          String name = projects.project(draft.projectId()).orElseThrow().name();
          told.add("%d. %s: %s".formatted(number, name, result.told()));
          done.add("%d %s".formatted(number, result.done()));
          decided.add(draft);
        });
    tell(answer, String.join("\n", told));
    decided.forEach(draft -> follow(draft, answer.now()));
    return new Fate(
        answer.owner().name(),
        "answers the morning mail",
        answer.text(),
        Optional.empty(),
        String.join("; ", done));
  }

  private Fate confirmed(Answer answer, String written) {
    return switch (answer.decision()) {
      case Decision.Send _ -> {
        questions.answer(answer.token());
        yield orders.confirmed(answer, written).orElseGet(() -> refuse(answer, written));
      }
      case Decision.Discard _ -> {
        questions.answer(answer.token());
        yield Fate.of(answer.owner().name(), "says no to the order", "dropped, nothing done");
      }
      default -> refuse(answer, answer.text());
    };
  }

  /** What the order did counts no more. */
  private Fate undo(Answer answer, Asked.Done done) {
    String words = OwnerCommands.folded(answer.text()).replaceAll("[.!]+$", "");
    if (!Phrases.everywhere("order.undo").contains(words)) {
      return refuse(answer, answer.text());
    }
    questions.answer(answer.token());
    var project = projects.project(done.projectId()).orElseThrow();
    for (long entry : done.entries()) {
      projects.append(
          project.id(), answer.now(), new ProjectEvent.Undone(entry), answer.messageId());
    }
    withdraw(project, done);
    tell(answer, answer.phrases().say("did.undone", project.name()));
    rounds.of(project, Drafting.Occasion.TIME, answer.now());
    return new Fate(
        answer.owner().name(),
        "takes it back",
        answer.text(),
        Optional.of(project.name()),
        "undone: "
            + done.entries().stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  /** What followed from it in other books: the inquiry it told of, the drafts it made due. */
  private void withdraw(Project project, Asked.Done done) {
    projects.timeline(project.id()).stream()
        .filter(entry -> done.entries().contains(entry.id()))
        .map(entry -> entry.by())
        .distinct()
        .forEach(by -> {
          if (asked(project, by)) {
            ledger.withdraw(by, project.id(), whoseAnswers.writtenTo(project).id());
          }
          drafts.open(project.id()).stream()
              .filter(draft -> draft.causeMessageId().equals(Optional.of(by)))
              .forEach(draft -> drafts.expire(draft.id(), "the order was taken back"));
        });
  }

  private boolean asked(Project project, String by) {
    return projects.timeline(project.id()).stream()
        .anyMatch(entry ->
            entry.by().equals(by)
                && entry.event() instanceof ProjectEvent.Phoned phoned
                && phoned.asks());
  }

  private Fate corrected(Answer answer, Rereading.Objected objected) {
    var project = projects.threadProject(List.of(objected.wrote())).flatMap(projects::project);
    var found = project.flatMap(known -> whoseAnswers.found(objected.wrote(), known));
    return found.isEmpty()
        ? refuse(answer, answer.phrases().say("answer.unknown"))
        : rereading.correct(objected, found.get());
  }

  private void tell(Answer answer, String done) {
    post.send(
        composer.toOwner(
            answer.owner(),
            TemplateName.COMMAND_DONE,
            Map.of("done", done),
            Optional.empty(),
            Optional.of(answer.mail())),
        "done:" + answer.messageId());
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
}
