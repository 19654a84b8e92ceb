package studio.makore.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.makore.mail.Address;
import studio.makore.mail.AuthenticationResults;
import studio.makore.mail.Forwarded;
import studio.makore.mail.Mail;
import studio.makore.project.Contact;
import studio.makore.project.Court;
import studio.makore.project.Owner;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectStore;
import studio.makore.project.Stage;
import studio.makore.project.Studio;
import studio.makore.reading.Promises;
import studio.makore.reading.Speaker;
import studio.makore.reply.Asked;
import studio.makore.reply.Composer;
import studio.makore.reply.DraftStore;
import studio.makore.reply.QuestionStore;
import studio.makore.reply.TemplateName;
import studio.makore.silence.Ledger;

/**
 * What an owner sends without a token: a mail to a client with the bot in copy, a forwarded
 * question, or an order to the bot.
 */
final class OwnerMails {
  private final Studio studio;
  private final Portfolio portfolio;
  private final Rounds rounds;
  private final OwnerOrders orders;
  private final ProjectStore projects;
  private final Ledger ledger;
  private final DraftStore drafts;
  private final QuestionStore questions;
  private final Openings openings;
  private final Matcher matcher;
  private final ClientMails clientMails;
  private final WhoseQuestions whose;
  private final Composer composer;
  private final Post post;

  OwnerMails(
      Studio studio,
      Portfolio portfolio,
      Rounds rounds,
      OwnerOrders orders,
      ProjectStore projects,
      Ledger ledger,
      DraftStore drafts,
      QuestionStore questions,
      Openings openings,
      Matcher matcher,
      ClientMails clientMails,
      WhoseQuestions whose,
      Composer composer,
      Post post) {
    this.studio = studio;
    this.portfolio = portfolio;
    this.rounds = rounds;
    this.orders = orders;
    this.projects = projects;
    this.ledger = ledger;
    this.drafts = drafts;
    this.questions = questions;
    this.openings = openings;
    this.matcher = matcher;
    this.clientMails = clientMails;
    this.whose = whose;
    this.composer = composer;
    this.post = post;
  }

  Fate handle(long inboundId, String messageId, Mail mail, Owner owner, Instant now) {
    var clients =
        Stream.concat(mail.to().stream(), mail.cc().stream())
            .flatMap(address -> projects.contact(address.address()).stream())
            .toList();
    if (!clients.isEmpty()) {
      return wroteToClient(messageId, mail, owner, clients.getFirst(), now);
    }
    if (mail.forwarded().isPresent()) {
      return forwarded(inboundId, messageId, mail, owner, mail.forwarded().get(), now);
    }
    if (isForBot(mail)) {
      return ordered(messageId, mail, owner, now);
    }
    return Fate.of(owner.name(), "writes to others", "not for Makore, left alone");
  }

  private boolean isForBot(Mail mail) {
    return Stream.concat(mail.to().stream(), mail.cc().stream())
        .map(Address::address)
        .anyMatch(studio.botAddress()::equalsIgnoreCase);
  }

  /** The client hears from the studio: the clock of silence starts again. */
  private Fate wroteToClient(
      String messageId, Mail mail, Owner owner, Contact contact, Instant now) {
    if (!proven(mail, owner)) {
      return unproven(owner);
    }
    return switch (matcher.project(mail, contact)) {
      case Match.Unsure _ ->
          new Fate(
              owner.name(),
              "writes to " + contact.name(),
              "",
              Optional.empty(),
              "fits several projects, so it counts for none; name the project in the subject");
      case Match.Sure(Project project, _) -> heard(messageId, mail, owner, contact, project, now);
    };
  }

  private Fate heard(
      String messageId, Mail mail, Owner owner, Contact contact, Project project, Instant now) {
    projects.rememberThread(messageId, project.id());
    projects.append(
        project.id(), now, new ProjectEvent.ClientHeard(mail.subject(), messageId), messageId);
    ledger.answered(project.id(), now, messageId);
    int overtaken = overtake(project, owner);
    boolean presented = presents(mail, project);
    if (presented) {
      OwnerOrders.presented(portfolio.state(project), portfolio.process(project))
          .forEach(event -> projects.append(project.id(), now, event, messageId));
    }
    var promised = promised(mail, project, contact, now);
    promised.ifPresent(event -> projects.append(project.id(), now, event, messageId));
    rounds.of(project, Drafting.Occasion.TIME, now);
    return new Fate(
        owner.name(),
        (presented ? "presents to " : "updates ") + contact.name(),
        mail.subject(),
        Optional.of(project.name()),
        "the clock of silence starts again"
            + promised.map(event -> ", promised for " + event.due()).orElse(", no date in it")
            + (overtaken > 0 ? ", the waiting draft is not needed any more" : ""));
  }

  private int overtake(Project project, Owner owner) {
    var open = drafts.open(project.id());
    open.forEach(draft -> drafts.expire(draft.id(), owner.name() + " wrote to the client herself"));
    return open.size();
  }

  /** A file with a word for what is shown, where the client is to look at what was made. */
  private boolean presents(Mail mail, Project project) {
    var state = portfolio.state(project);
    var process = portfolio.process(project);
    boolean toBeShown =
        state.active()
            && state.court() == Court.STUDIO
            && (process.stageOf(state).ends() == Stage.Ends.APPROVAL
                || process
                    .after(process.stageOf(state))
                    .filter(next -> next.ends() == Stage.Ends.APPROVAL)
                    .isPresent());
    if (!toBeShown || mail.attachments().isEmpty()) {
      return false;
    }
    String said =
        OwnerCommands.folded(
            mail.subject()
                + " "
                + mail.text()
                + " "
                + mail.attachments().stream().map(file -> file.name()).toList());
    return Phrases.everywhere("shown.words").stream().anyMatch(said::contains);
  }

  /** The first promise in the mail that is still to come, for the next step. */
  private Optional<ProjectEvent.Promised> promised(
      Mail mail, Project project, Contact contact, Instant now) {
    var process = portfolio.process(project);
    var state = portfolio.state(project);
    if (state.court() != Court.STUDIO && state.lastPresentation().isEmpty()) {
      return Optional.empty();
    }
    var today = LocalDate.ofInstant(now, studio.zone());
    var sent = mail.date().orElse(now.atZone(studio.zone()).toOffsetDateTime());
    return Promises.find(mail.text(), Speaker.STUDIO, sent, studio.workingDays()).stream()
        .map(said -> said.end().orElse(said.start()).date())
        .filter(day -> day.isAfter(today))
        .findFirst()
        .map(day ->
            new ProjectEvent.Promised(
                Court.STUDIO,
                Facts.nextStep(state, process.stageOf(state), process)
                    .getOrDefault(contact.language(), state.stage()),
                day));
  }

  private Fate forwarded(
      long inboundId, String messageId, Mail mail, Owner owner, Forwarded inner, Instant now) {
    var contact = writer(inner);
    if (contact.isEmpty()) {
      return whose.ask(inboundId, messageId, mail, matcher.open(), owner);
    }
    return switch (matcher.project(mail, contact.get())) {
      case Match.Unsure(List<Project> choices) ->
          whose.ask(inboundId, messageId, mail, choices, owner);
      case Match.Sure(Project project, _) ->
          clientMails.handle(
              ClientMails.Words.forwarded(messageId, inner), contact.get(), project, now);
    };
  }

  private Optional<Contact> writer(Forwarded inner) {
    return inner
        .from()
        .flatMap(from ->
            projects
                .contact(from.address())
                .or(() -> {
                  var named = projects.contactsNamed(from.name());
                  return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
                }));
  }

  private Fate ordered(String messageId, Mail mail, Owner owner, Instant now) {
    var answer = new Answer(messageId, mail, owner, "", now, studio);
    return switch (OwnerCommands.read(mail, owner.language())) {
      case OwnerCommands.Command.Open(ProjectOrder order) -> open(answer, order);
      case OwnerCommands.Command.Incomplete(String what) ->
          orders.notUnderstood(answer, answer.phrases().say("order.incomplete", what));
      case OwnerCommands.Command.Unknown _ ->
          orders
              .handle(messageId, mail, owner, vouchedFor(mail, owner), now)
              .orElseGet(() -> orders.notUnderstood(answer, mail.subject() + "\n" + mail.text()));
    };
  }

  private Fate open(Answer answer, ProjectOrder order) {
    var wrong = openings.wrong(order);
    if (wrong.isPresent()) {
      return orders.notUnderstood(answer, wrong.get());
    }
    if (vouchedFor(answer.mail(), answer.owner())) {
      return orders.open(answer, order);
    }
    String written = OwnerCommands.written(order, answer.owner().language());
    var question = questions.ask(new Asked.Command(written));
    post.send(
        composer.toOwner(
            answer.owner(),
            TemplateName.CONFIRM_COMMAND,
            Map.of("command", written),
            Optional.of(question.token()),
            Optional.of(answer.mail())),
        "question:" + question.token());
    return Fate.of(answer.owner().name(), "orders a new project", "asked her to confirm it");
  }

  /** Whether the studio has a mail server that vouches, and it vouches for this mail. */
  private boolean vouchedFor(Mail mail, Owner owner) {
    return studio.authservId().isPresent() && proven(mail, owner);
  }

  private static Fate unproven(Owner owner) {
    return Fate.of(
        "Somebody who says to be " + owner.name(),
        "writes",
        "the mail server does not vouch for it, left alone");
  }

  /** Whether the studio's mail server vouches for the author, where it does such a thing. */
  private boolean proven(Mail mail, Owner owner) {
    return studio
        .authservId()
        .map(id ->
            AuthenticationResults.passes(
                mail, id, owner.address().substring(owner.address().indexOf('@') + 1)))
        .orElse(true);
  }
}
