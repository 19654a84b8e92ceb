package studio.makore.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionOperations;
import studio.makore.calendar.SendWindow;
import studio.makore.mail.Bounce;
import studio.makore.mail.Mail;
import studio.makore.mail.MailParser;
import studio.makore.project.Contact;
import studio.makore.project.Owner;
import studio.makore.project.Processes;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectStore;
import studio.makore.project.Studio;
import studio.makore.reading.Act;
import studio.makore.reading.Corrections;
import studio.makore.reading.MailContext;
import studio.makore.reading.Reader;
import studio.makore.reading.Retraining;
import studio.makore.reply.Composer;
import studio.makore.reply.DraftStore;
import studio.makore.reply.QuestionStore;
import studio.makore.reply.TemplateName;
import studio.makore.reply.Templates;
import studio.makore.reply.Tokens;
import studio.makore.silence.Ledger;

/**
 * Decides what becomes of each mail. Call {@link #handle} inside the transaction that also marks
 * the mail as done: all that it writes and leaves to be sent is kept with that mark, or not at all.
 */
public final class Desk {
  private final Studio studio;
  private final MailParser parser;
  private final Reader reader;
  private final ProjectStore projects;
  private final Ledger ledger;
  private final Composer composer;
  private final Post post;
  private final Clock clock;
  private final Matcher matcher;
  private final ClientMails clientMails;
  private final OwnerMails ownerMails;
  private final OwnerAnswers ownerAnswers;
  private final WhoseQuestions whose;
  private final Portfolio portfolio;
  private final Rounds rounds;
  private final Departures departures;
  private final HeldStore held;
  private final Adoptions adoptions;
  private final EveningNags nags;
  private final Morning morning;
  private volatile String lastRound = "";

  /**
   * What the desk works with; the stores share one data source.
   *
   * @param window the hours in which clients are written to
   */
  public record Tools(
      MailParser parser,
      Reader reader,
      Templates templates,
      Tokens tokens,
      Composer composer,
      ProjectStore projects,
      Ledger ledger,
      DraftStore drafts,
      QuestionStore questions,
      HeldStore held,
      Told told,
      Corrections corrections,
      Openings openings,
      SendWindow window) {}

  public Desk(Studio studio, Processes processes, Tools tools, Post post, Clock clock) {
    var projects = tools.projects();
    var drafts = tools.drafts();
    var composer = tools.composer();
    this.studio = studio;
    this.parser = tools.parser();
    this.reader = tools.reader();
    this.projects = projects;
    this.ledger = tools.ledger();
    this.composer = composer;
    this.held = tools.held();
    this.post = post;
    this.clock = clock;
    this.portfolio = new Portfolio(studio, processes, projects);
    this.matcher = new Matcher(studio, projects, portfolio);
    var chronicle = new Chronicle(studio, portfolio);
    var tellings = new Tellings(studio, portfolio, composer, tools.told(), post);
    var drafting =
        new Drafting(studio, portfolio, tools.templates(), composer, projects, drafts, post);
    this.departures =
        new Departures(
            studio,
            tools.window(),
            portfolio,
            projects,
            ledger,
            drafts,
            held,
            drafting,
            composer,
            post);
    this.rounds =
        new Rounds(
            studio,
            portfolio,
            drafts,
            drafting,
            departures,
            new ReEntries(studio, portfolio, chronicle, composer, post));
    var handovers = new Handovers(studio, portfolio, projects, drafting, chronicle, tellings);
    this.clientMails =
        new ClientMails(
            studio,
            portfolio,
            reader,
            projects,
            ledger,
            drafting,
            rounds,
            new SlotAnswers(studio, portfolio, projects, drafting, tellings),
            handovers,
            tellings);
    this.whose = new WhoseQuestions(tools.questions(), composer, post);
    var ordersDone = new OrdersDone(portfolio, projects, tools.questions(), rounds, composer, post);
    this.adoptions =
        new Adoptions(studio, portfolio, tools.questions(), ordersDone, composer, post);
    var orders =
        new OwnerOrders(
            studio,
            portfolio,
            projects,
            tools.questions(),
            ordersDone,
            clientMails,
            handovers,
            drafting,
            chronicle,
            adoptions,
            tools.openings(),
            composer,
            post);
    this.ownerMails =
        new OwnerMails(
            studio,
            portfolio,
            rounds,
            orders,
            projects,
            ledger,
            drafts,
            tools.questions(),
            tools.openings(),
            matcher,
            clientMails,
            whose,
            composer,
            post);
    this.ownerAnswers =
        new OwnerAnswers(
            studio,
            projects,
            ledger,
            drafts,
            tools.questions(),
            new DraftDecisions(studio, projects, drafts, drafting, departures),
            new WhoseAnswers(
                studio, portfolio, parser, projects, tools.questions(), clientMails, post),
            orders,
            adoptions,
            rounds,
            new Rereading(
                projects,
                ledger,
                drafts,
                tools.told(),
                reader,
                tools.corrections(),
                clientMails,
                composer,
                post),
            composer,
            post);
    this.nags = new EveningNags(studio, portfolio, drafts, drafting, composer, post);
    this.morning =
        new Morning(
            studio,
            portfolio,
            projects,
            drafts,
            tools.questions(),
            tools.templates(),
            composer,
            post);
  }

  /**
   * Does what the time of day has made due: sends what waited for its hour, drafts the updates that
   * are owed, nags in the evening, writes the owner's morning mail. To be called every minute or
   * so; where nothing has changed since the last call it asks the database two short questions.
   *
   * @param transactions each project's round is one of its own, and fails alone
   * @return what was done, one readable line each
   */
  public List<String> round(TransactionOperations transactions) {
    Instant now = clock.instant();
    var done = new ArrayList<String>();
    for (var waiting : held.due(now)) {
      transactions.executeWithoutResult(_ -> departures.release(waiting, now));
      done.add("draft %d, which waited for its hour".formatted(waiting.draftId()));
    }
    String moment = hour(now) + " " + projects.lastEntry();
    if (!moment.equals(lastRound)) {
      for (Project project : portfolio.toWatch()) {
        transactions.executeWithoutResult(_ -> done.addAll(round(project, now)));
      }
      transactions.executeWithoutResult(_ -> morning.send(now));
      lastRound = hour(now) + " " + projects.lastEntry();
    }
    return done;
  }

  private List<String> round(Project project, Instant now) {
    var done =
        rounds.of(project, Drafting.Occasion.TIME, now).stream()
            .map(line -> project.name() + ": " + line)
            .toList();
    nags.of(project, now);
    adoptions.ask(project, LocalDate.ofInstant(now, studio.zone()));
    return done;
  }

  /** The day, and how many of its hours that matter have come. */
  private String hour(Instant now) {
    var here = now.atZone(studio.zone());
    long passed =
        Stream.of(Morning.HOUR, EveningNags.HOUR)
            .filter(hour -> !here.toLocalTime().isBefore(hour))
            .count();
    return here.toLocalDate() + " " + passed;
  }

  /**
   * Handles a mail that came in.
   *
   * @return its fate, as one readable line
   */
  public String handle(long inboundId, byte[] raw) {
    return fate(inboundId, parser.parse(raw)).toString();
  }

  private Fate fate(long inboundId, Mail mail) {
    String messageId = mail.messageId().orElse("inbound:" + inboundId);
    Instant now = clock.instant();
    if (mail.messageId().filter(post::cameBack).isPresent()) {
      return Fate.of("Makore", "gets its own copy", "the mail server took it");
    }
    Sender sender = matcher.sender(mail);
    return switch (mail.kind()) {
      case BOUNCE -> bounced(messageId, mail, now);
      case AUTO_REPLY, NOTICE, RECEIPT, CALENDAR -> automatic(sender, mail);
      case LIST ->
          sender instanceof Sender.Unknown
              ? automatic(sender, mail)
              : written(inboundId, messageId, mail, sender, now);
      case PERSON -> written(inboundId, messageId, mail, sender, now);
    };
  }

  private Fate written(long inboundId, String messageId, Mail mail, Sender sender, Instant now) {
    return switch (sender) {
      case Sender.Ours(Owner owner) ->
          Tokens.find(mail)
              .map(token -> ownerAnswers.handle(messageId, mail, owner, token, now))
              .orElseGet(() -> ownerMails.handle(inboundId, messageId, mail, owner, now));
      case Sender.Theirs(Contact contact) -> fromClient(inboundId, messageId, mail, contact, now);
      case Sender.Unknown _ -> fromStranger(inboundId, messageId, mail);
    };
  }

  private Fate fromClient(
      long inboundId, String messageId, Mail mail, Contact contact, Instant now) {
    return switch (matcher.project(mail, contact)) {
      case Match.Sure(Project project, _) ->
          clientMails.handle(ClientMails.Words.of(messageId, mail), contact, project, now);
      case Match.Unsure(List<Project> choices) ->
          whose.ask(inboundId, messageId, mail, choices, studio.owner());
    };
  }

  /**
   * A stranger's mail that surely has nothing to do with a project is no reason to ask the owner.
   */
  private Fate fromStranger(long inboundId, String messageId, Mail mail) {
    var reading =
        reader.read(mail.subject(), mail.text(), new MailContext(!mail.attachments().isEmpty()));
    String who = mail.author().map(Object::toString).orElse("Nobody");
    if (!reading.unsure() && reading.has(Act.OTHER)) {
      return new Fate(
          who,
          "a stranger, writes",
          reading.evidence(Act.OTHER).orElse(""),
          Optional.empty(),
          "it is about no project, left alone");
    }
    return whose.ask(inboundId, messageId, mail, matcher.open(), studio.owner());
  }

  private static Fate automatic(Sender sender, Mail mail) {
    String who =
        switch (sender) {
          case Sender.Ours(Owner owner) -> owner.name();
          case Sender.Theirs(Contact contact) -> contact.name();
          case Sender.Unknown(var address) -> address.toString();
        };
    String does =
        switch (mail.kind()) {
          case AUTO_REPLY -> "is away, says an automatic reply";
          case NOTICE -> "is a mail filter, tells what it held back";
          case RECEIPT -> "sends a read receipt";
          case CALENDAR -> "sends a calendar entry";
          default -> "writes to a list";
        };
    return new Fate(who, does, mail.subject(), Optional.empty(), "never answered, left alone");
  }

  private Fate bounced(String messageId, Mail mail, Instant now) {
    var bounce = mail.bounce();
    var original = bounce.flatMap(Bounce::originalMessageId);
    var project =
        original.flatMap(id -> projects.threadProject(List.of(id))).flatMap(projects::project);
    if (bounce.isEmpty() || project.isEmpty()) {
      return Fate.of("A mail server", "returns a mail", "not one of Makore's, left alone");
    }
    String who = "The mail to " + bounce.get().recipient();
    if (!bounce.get().permanent()) {
      return new Fate(
          who, "is late", bounce.get().reason(), project.map(Project::name), "still on its way");
    }
    notArrived(
        project.get(),
        original.orElseThrow(),
        bounce.get().recipient(),
        bounce.get().reason(),
        messageId,
        now);
    return new Fate(
        who,
        "came back",
        bounce.get().reason(),
        project.map(Project::name),
        "the client never got it; told " + studio.owner().name());
  }

  private void notArrived(
      Project project, String original, String recipient, String reason, String by, Instant now) {
    projects.append(
        project.id(), now, new ProjectEvent.NotArrived(original, recipient, reason), by);
    ledger.notArrived(original);
    post.send(
        composer.toOwner(
            studio.owner(),
            TemplateName.BOUNCED,
            Map.of(
                "client",
                client(project),
                "project",
                project.name(),
                "recipient",
                recipient.isBlank() ? "?" : recipient,
                "reason",
                reason.isBlank() ? "?" : reason),
            Optional.empty(),
            Optional.empty()),
        "bounced:" + original);
  }

  /**
   * Takes note that a mail left with {@link Post#send} could not be sent and will not be tried
   * again, and tells the owner; once, however often it is called. Joins the caller's transaction.
   */
  public void notSent(String messageId, String reason) {
    projects
        .threadProject(List.of(messageId))
        .flatMap(projects::project)
        .filter(project -> !isKnownNotToArrive(messageId, project))
        .ifPresent(project -> {
          projects.append(
              project.id(),
              clock.instant(),
              new ProjectEvent.NotArrived(messageId, "", reason),
              messageId);
          ledger.notArrived(messageId);
          post.send(
              composer.toOwner(
                  studio.owner(),
                  TemplateName.SENT_FAILED,
                  Map.of("client", client(project), "reason", reason),
                  Optional.empty(),
                  Optional.empty()),
              "not-sent:" + messageId);
        });
  }

  private boolean isKnownNotToArrive(String messageId, Project project) {
    return projects.timeline(project.id()).stream()
        .anyMatch(entry ->
            entry.event() instanceof ProjectEvent.NotArrived known
                && known.messageId().equals(messageId));
  }

  /**
   * Tells the owner what came of training a model with her corrections. Joins the caller's
   * transaction.
   *
   * @param upTo names the last of the corrections
   */
  public void retrained(Retraining.Outcome outcome, long upTo) {
    var owner = studio.owner();
    post.send(
        composer.toOwner(
            owner,
            TemplateName.COMMAND_DONE,
            Map.of(
                "done",
                Phrases.in(owner.language())
                    .say(
                        outcome.taken() ? "retraining.taken" : "retraining.kept",
                        outcome.language().locale().getDisplayLanguage(owner.language().locale()),
                        percent(outcome.before()),
                        percent(outcome.after()))),
            Optional.empty(),
            Optional.empty()),
        "retrained:" + outcome.language() + ":" + upTo);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private String client(Project project) {
    return projects.clientById(project.clientId()).orElseThrow().name();
  }
}
