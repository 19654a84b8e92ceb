package studio.makore.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.makore.language.DateWords;
import studio.makore.mail.Mail;
import studio.makore.project.Client;
import studio.makore.project.Contact;
import studio.makore.project.Court;
import studio.makore.project.Owner;
import studio.makore.project.Process;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectState;
import studio.makore.project.ProjectStore;
import studio.makore.project.Promise;
import studio.makore.project.Stage;
import studio.makore.project.Studio;
import studio.makore.reading.DateSource;
import studio.makore.reply.Asked;
import studio.makore.reply.Composer;
import studio.makore.reply.QuestionStore;
import studio.makore.reply.TemplateName;

/** Carries out an owner's orders of one line; each is one entry of the table. */
final class OwnerOrders {
  private final Studio studio;
  private final Portfolio portfolio;
  private final ProjectStore projects;
  private final QuestionStore questions;
  private final OrdersDone ordersDone;
  private final ClientMails clientMails;
  private final Handovers handovers;
  private final Drafting drafting;
  private final Chronicle chronicle;
  private final Adoptions adoptions;
  private final Openings openings;
  private final Composer composer;
  private final Post post;
  private final Map<Order, Doing> table = new EnumMap<>(Order.class);

  /** What an order does, or why it cannot be done. */
  private interface Doing {
    Fate does(Given given);
  }

  /** An order lacks something; the message is a key of a phrase. */
  private static final class Lacking extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lacking(String phrase) {
      super(phrase);
    }
  }

  /** All that an order works on. */
  private record Given(
      Answer order, Project project, ProjectState state, Process process, String words) {
    Stage stage() {
      return process.stageOf(state);
    }

    Optional<DateSource.Named> named() {
      return order.dates().in(words).stream()
          .filter(named -> !named.date().isBefore(order.today()))
          .findFirst();
    }

    LocalDate day() {
      return named().map(DateSource.Named::date).orElseThrow(() -> new Lacking("lacks.day"));
    }

    String date(LocalDate day) {
      return DateWords.date(day, order.today(), order.owner().language());
    }
  }

  OwnerOrders(
      Studio studio,
      Portfolio portfolio,
      ProjectStore projects,
      QuestionStore questions,
      OrdersDone ordersDone,
      ClientMails clientMails,
      Handovers handovers,
      Drafting drafting,
      Chronicle chronicle,
      Adoptions adoptions,
      Openings openings,
      Composer composer,
      Post post) {
    this.studio = studio;
    this.portfolio = portfolio;
    this.projects = projects;
    this.questions = questions;
    this.ordersDone = ordersDone;
    this.clientMails = clientMails;
    this.handovers = handovers;
    this.drafting = drafting;
    this.chronicle = chronicle;
    this.adoptions = adoptions;
    this.openings = openings;
    this.composer = composer;
    this.post = post;
    fill();
  }

  private void fill() {
    table.put(Order.STATUS, this::status);
    table.put(Order.NOTE, g -> done(g, "did.note", List.of(new ProjectEvent.Noted(said(g)))));
    table.put(Order.PHONED, this::phoned);
    table.put(Order.CALL_HELD, this::callHeld);
    table.put(Order.CALL_SET, this::callSet);
    table.put(Order.PRESENTED, g -> done(g, "did.presented", presented(g)));
    table.put(Order.DEPOSIT, g -> done(g, "did.deposit", deposit(g)));
    table.put(
        Order.CONTRACT, g -> done(g, "did.contract", List.of(new ProjectEvent.ContractSigned())));
    table.put(Order.PAID, g -> done(g, "did.paid", List.of(paid(g)), paid(g).number()));
    table.put(Order.MATERIALS, g -> done(g, "did.materials", materials(g)));
    table.put(Order.KEPT, g -> done(g, "did.kept", List.of(kept(g))));
    table.put(Order.NEXT, g -> enter(g, g.process().after(g.stage())));
    table.put(Order.STAGE, g -> enter(g, Stages.named(g.words(), g.process())));
    table.put(Order.PROMISE, this::promise);
    table.put(Order.DELAY, this::delay);
    table.put(Order.PAUSE, g -> done(g, "did.paused", List.of(new ProjectEvent.Paused(g.words()))));
    table.put(Order.RESUME, g -> done(g, "did.resumed", List.of(new ProjectEvent.Resumed())));
    table.put(Order.CLOSE, g -> done(g, "did.closed", List.of(new ProjectEvent.Closed(g.words()))));
    table.put(Order.HAND_OVER, this::handOver);
    table.put(Order.CHANGE, this::change);
    table.put(Order.ADOPT, this::adopt);
  }

  /**
   * Reads a mail to the bot and does what it orders; empty when it orders nothing of one line.
   *
   * @param proven whether the mail server vouches for the owner: otherwise all but a question has
   *     to be confirmed by token
   */
  Optional<Fate> handle(String messageId, Mail mail, Owner owner, boolean proven, Instant now) {
    var order = new Answer(messageId, mail, owner, "", now, studio);
    return lines(mail)
        .map(line -> OrderLine.read(line, called()))
        .filter(read -> !(read instanceof OrderLine.Read.Nothing))
        .findFirst()
        .map(read ->
            switch (read) {
              case OrderLine.Read.Understood understood
                  when proven || understood.order() == Order.STATUS ->
                  doIt(order, understood);
              case OrderLine.Read.Understood understood -> confirm(order, understood);
              case OrderLine.Read.Whose(var choices) -> notUnderstood(order, whose(order, choices));
              case OrderLine.Read.Nothing _ -> throw new IllegalStateException("filtered above");
            });
  }

  private static Stream<String> lines(Mail mail) {
    return Stream.concat(
        mail.text().lines().filter(line -> !line.isBlank()).limit(1), Stream.of(mail.subject()));
  }

  /** The order that was confirmed, read again as it stands now. */
  Optional<Fate> confirmed(Answer answer, String line) {
    if (OwnerCommands.read(line) instanceof OwnerCommands.Command.Open(var order)
        && OwnerCommands.isOrderToOpen(line)) {
      return Optional.of(open(answer, order));
    }
    return OrderLine.read(line, called()) instanceof OrderLine.Read.Understood understood
        ? Optional.of(doIt(answer, understood))
        : Optional.empty();
  }

  /** Opens a project and says so. */
  Fate open(Answer answer, ProjectOrder order) {
    try {
      var project = openings.open(order, answer.now(), answer.messageId());
      return ordersDone.carryOut(
          answer,
          project,
          List.of(),
          "orders a new project",
          "did.opened",
          OwnerCommands.written(order, answer.owner().language()));
    } catch (IllegalArgumentException e) {
      return notUnderstood(answer, String.valueOf(e.getMessage()));
    }
  }

  private Fate doIt(Answer order, OrderLine.Read.Understood read) {
    var project = read.project();
    try {
      return java.util.Objects.requireNonNull(table.get(read.order()))
          .does(
              new Given(
                  order,
                  project,
                  portfolio.state(project),
                  portfolio.process(project),
                  read.words()));
    } catch (Lacking lacking) {
      return notUnderstood(
          order,
          order.phrases().say(String.valueOf(lacking.getMessage()), project.name())
              + "\n"
              + read.line());
    }
  }

  private Fate confirm(Answer order, OrderLine.Read.Understood read) {
    var question = questions.ask(new Asked.Command(read.line()));
    String understood =
        order.phrases().say("confirm." + read.order().key(), read.project().name(), read.words());
    post.send(
        composer.toOwner(
            order.owner(),
            TemplateName.CONFIRM_COMMAND,
            Map.of("command", understood.strip()),
            Optional.of(question.token()),
            Optional.of(order.mail())),
        "question:" + question.token());
    return new Fate(
        order.owner().name(),
        "orders",
        read.line(),
        Optional.of(read.project().name()),
        "asked her to confirm it");
  }

  /** Every project by its own name, its client's and its contacts'. */
  private List<OrderLine.Called> called() {
    var open = portfolio.all().stream().filter(state -> !state.closed() || hasNoOther(state));
    return open.map(ProjectState::project)
        .map(project ->
            new OrderLine.Called(
                project,
                Stream.of(
                        Stream.of(project.name()),
                        projects.clientById(project.clientId()).map(Client::name).stream(),
                        projects.contactsOf(project.clientId()).stream().map(Contact::name))
                    .flatMap(names -> names)
                    .toList()))
        .toList();
  }

  private boolean hasNoOther(ProjectState closed) {
    return projects.projectsOf(closed.project().clientId()).size() == 1;
  }

  private static String whose(Answer order, List<Project> choices) {
    return choices.isEmpty()
        ? order.phrases().say("lacks.project")
        : order
            .phrases()
            .say(
                "lacks.which",
                choices.stream().map(Project::name).collect(Collectors.joining(", ")));
  }

  Fate notUnderstood(Answer order, String words) {
    post.send(
        composer.toOwner(
            order.owner(),
            TemplateName.NOT_UNDERSTOOD,
            Map.of("words", words.isBlank() ? "—" : words),
            Optional.empty(),
            Optional.of(order.mail())),
        "not-understood:" + order.messageId());
    return new Fate(
        order.owner().name(),
        "writes",
        words,
        Optional.empty(),
        "not understood, nothing done; told her so");
  }

  private Fate done(Given given, String phrase, List<ProjectEvent> events, Object... values) {
    return ordersDone.carryOut(given.order(), given.project(), events, "orders", phrase, values);
  }

  private static String said(Given given) {
    if (given.words().isBlank()) {
      throw new Lacking("lacks.words");
    }
    return given.words();
  }

  private Fate status(Given given) {
    var owner = given.order().owner();
    post.send(
        composer.toOwner(
            owner,
            TemplateName.PROJECT_STATUS,
            Map.of(
                "project",
                given.project().name(),
                "life",
                String.join(
                    "\n", chronicle.of(given.project(), owner.language(), given.order().today()))),
            Optional.empty(),
            Optional.of(given.order().mail())),
        "status:" + given.order().messageId());
    return new Fate(
        owner.name(), "asks for", "", Optional.of(given.project().name()), "told her its life");
  }

  /** A question that came by telephone counts as one that came by mail (000.2). */
  private Fate phoned(Given given) {
    String folded = " " + OwnerCommands.folded(given.words()) + " ";
    boolean asks =
        folded.contains("?")
            || Phrases.everywhere("order.asks").stream().anyMatch(folded::contains);
    var event = new ProjectEvent.Phoned(given.words(), asks);
    projects.append(given.project().id(), given.order().now(), event, given.order().messageId());
    var answered =
        asks
            ? clientMails.askedElsewhere(
                given.project(), given.words(), given.order().messageId(), given.order().now())
            : List.<String>of();
    var fate = said(given, asks ? "did.phoned-asks" : "did.phoned", event);
    return new Fate(
        fate.who(),
        "tells of a call",
        given.words(),
        fate.project(),
        answered.isEmpty() ? "written down" : String.join("; ", answered));
  }

  private Fate said(Given given, String phrase, ProjectEvent written) {
    return ordersDone.written(given.order(), given.project(), written, phrase);
  }

  /** What was said on a call belongs in writing the same day (000.14). */
  private Fate callHeld(Given given) {
    String said = said(given);
    var project = given.project();
    var fate = done(given, "did.call-held", List.of(new ProjectEvent.CallHeld(said)));
    var occasion =
        new Drafting.Occasion(
            Optional.of(given.order().messageId()), Optional.empty(), "", false, List.of());
    drafting.makeAndShow(
        Drafting.Due.reply(
                TemplateName.CALL_SUMMARY,
                EveningNags.callCause(project, portfolio.state(project)),
                occasion)
            .given(Map.of("said", said)),
        portfolio.contact(project),
        project,
        given.order().today());
    return fate;
  }

  private Fate callSet(Given given) {
    var named = given.named().orElseThrow(() -> new Lacking("lacks.day"));
    var hour = named.time().orElseThrow(() -> new Lacking("lacks.hour"));
    LocalDateTime start = named.date().atTime(hour);
    int minutes = Math.max(30, given.process().kickoff().minutes());
    if (portfolio.load().without(given.project()).meets(start, minutes)) {
      throw new Lacking("lacks.free-hour");
    }
    return done(
        given,
        "did.call-set",
        List.of(new ProjectEvent.CallSet(start, minutes)),
        DateWords.dateTime(start, given.order().today(), given.order().owner().language()));
  }

  /** What was made goes to the client to look at; what was corrected is shown once more. */
  static List<ProjectEvent> presented(ProjectState state, Process process) {
    Stage stage = process.stageOf(state);
    var events = new ArrayList<ProjectEvent>();
    var review =
        stage.court() == Court.STUDIO
            ? process.after(stage).filter(next -> next.ends() == Stage.Ends.APPROVAL)
            : Optional.<Stage>empty();
    review.ifPresent(next -> events.add(new ProjectEvent.StageEntered(next.key())));
    String shownIn = review.orElse(stage).key();
    if (review.isEmpty()) {
      state
          .nextPromise()
          .map(Promise::what)
          .ifPresent(what -> events.add(new ProjectEvent.PromiseKept(what)));
      if (stage.court() == Court.CLIENT && state.court() == Court.STUDIO) {
        events.add(new ProjectEvent.CourtTurned(Court.CLIENT));
      }
    }
    long round =
        1 + state.presentations().stream().filter(shown -> shown.stage().equals(shownIn)).count();
    events.add(new ProjectEvent.Presented(shownIn, (int) round));
    return events;
  }

  private static List<ProjectEvent> presented(Given given) {
    return presented(given.state(), given.process());
  }

  private static ProjectEvent.Paid paid(Given given) {
    return new ProjectEvent.Paid(given.state().payments().size() + 1);
  }

  /** A deposit is a payment too, mostly the first. */
  private static List<ProjectEvent> deposit(Given given) {
    return given.state().payments().isEmpty()
        ? List.of(new ProjectEvent.DepositPaid(), paid(given))
        : List.of(new ProjectEvent.DepositPaid());
  }

  private static ProjectEvent kept(Given given) {
    return given
        .state()
        .nextPromise()
        .map(promise -> new ProjectEvent.PromiseKept(promise.what()))
        .orElseThrow(() -> new Lacking("lacks.promise"));
  }

  private static List<ProjectEvent> materials(Given given) {
    var all = given.state().missing(given.process()).stream().map(item -> item.key()).toList();
    var events = new ArrayList<ProjectEvent>();
    events.add(new ProjectEvent.MaterialsReceived(all));
    if (given.stage().ends() == Stage.Ends.MATERIALS) {
      given
          .process()
          .after(given.stage())
          .ifPresent(next -> events.add(new ProjectEvent.StageEntered(next.key())));
    }
    return events;
  }

  private Fate enter(Given given, Optional<Stage> stage) {
    var to = stage.orElseThrow(() -> new Lacking("lacks.stage"));
    var language = given.order().owner().language();
    return done(
        given,
        "did.stage",
        List.of(new ProjectEvent.StageEntered(to.key())),
        to.names().getOrDefault(language, to.key()));
  }

  /** The owner told the client herself; nothing more is owed for it. */
  private Fate promise(Given given) {
    LocalDate day = given.day();
    return done(
        given,
        "did.promised",
        List.of(new ProjectEvent.Promised(Court.STUDIO, result(given), day)),
        given.date(day));
  }

  private String result(Given given) {
    var language = portfolio.contact(given.project()).language();
    return Facts.nextStep(given.state(), given.stage(), given.process())
        .getOrDefault(language, given.stage().key());
  }

  /** Drafts the notice with the new day; nothing is promised before the client is told. */
  private Fate delay(Given given) {
    LocalDate day = given.day();
    var promise = given.state().nextPromise().orElseThrow(() -> new Lacking("lacks.promise"));
    var contact = portfolio.contact(given.project());
    var today = given.order().today();
    var language = contact.language();
    var facts = new java.util.HashMap<String, String>();
    facts.put("next_step", promise.what());
    facts.put("old_date", DateWords.date(promise.due(), today, language));
    facts.put("next_date", DateWords.date(day, today, language));
    facts.put(Sheet.DUE, day.toString());
    facts.put(Sheet.WHAT, promise.what());
    given
        .stage()
        .ifLate()
        .map(ifLate -> ifLate.studio().get(language))
        .ifPresent(remedy -> facts.put("remedy", remedy));
    var occasion =
        new Drafting.Occasion(
            Optional.of(given.order().messageId()), Optional.empty(), "", false, List.of());
    String drafted =
        drafting.makeAndShow(
            Drafting.Due.reply(
                    TemplateName.DELAY_NOTICE, "delay:" + given.order().messageId(), occasion)
                .given(facts),
            contact,
            given.project(),
            today);
    var fate = done(given, "did.delay", List.of(), given.date(day));
    return new Fate(fate.who(), "orders a delay notice", "", fate.project(), drafted);
  }

  private Fate handOver(Given given) {
    String address =
        Handovers.address(given.words()).orElseThrow(() -> new Lacking("lacks.address"));
    String name = given.words().substring(0, given.words().indexOf(address)).strip();
    name = name.replaceAll("[^\\p{L}\\p{M}\\s'-]+", "").strip();
    var from = portfolio.contact(given.project());
    if (projects.contact(address).filter(to -> to.clientId() != from.clientId()).isPresent()) {
      throw new Lacking("lacks.address");
    }
    var to = handovers.newContact(given.project(), name.isEmpty() ? address : name, address);
    handovers.handOver(given.project(), from, to, given.order().messageId(), given.order().now());
    return ordersDone.written(
        given.order(),
        given.project(),
        new ProjectEvent.HandedOver(from.id(), to.id()),
        "did.handed-over",
        to.name());
  }

  /** "Bakery change: two more pages, 3 days": the number of days is what it adds. */
  private Fate change(Given given) {
    String said = said(given);
    var days =
        java.util.regex.Pattern.compile("(?<!\\d)(\\d{1,3})(?!\\d)")
            .matcher(said)
            .results()
            .map(found -> Integer.parseInt(found.group(1)))
            .reduce((_, last) -> last)
            .orElseThrow(() -> new Lacking("lacks.days"));
    return done(
        given, "did.changed", List.of(new ProjectEvent.ParametersChanged(said, days)), days);
  }

  private Fate adopt(Given given) {
    var fate = done(given, "did.adopt", List.of(new ProjectEvent.Adopted()));
    adoptions.ask(given.project(), given.order().today());
    return fate;
  }
}
