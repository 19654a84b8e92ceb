package studio.makore.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import studio.makore.audit.Audit.Asked;
import studio.makore.audit.Audit.Named;
import studio.makore.audit.Audit.Outcome;
import studio.makore.audit.Audit.Unanswered;
import studio.makore.calendar.WorkingDays;
import studio.makore.project.Court;
import studio.makore.project.Promise;
import studio.makore.reading.Act;
import studio.makore.silence.Cause;
import studio.makore.silence.OwedUpdate;
import studio.makore.silence.Silence;
import studio.makore.silence.Told;

/** Walks through the mails of one likely project and writes down who had to ask, and why. */
final class ProjectHistory {
  /** Working days a mail may wait before it counts as unanswered. */
  private static final int PATIENCE = 2;

  /** Working days a client usually takes when it is the client's turn. */
  private static final int CLIENT_DAYS = 5;

  /** A mail of fewer words that says nothing about the project is only a nod. */
  private static final int FEW_WORDS = 14;

  private static final Set<Gesture> ASIDE_ONLY = Set.of(Gesture.ASIDE);

  private static final Set<Act> NEED_NO_ANSWER = Set.of(Act.THANKS, Act.OTHER);

  private static final Set<Act> GIVES_THE_TURN_BACK =
      Set.of(Act.APPROVAL, Act.CHANGE_REQUEST, Act.REJECTION, Act.MATERIALS);

  private final String client;
  private final String name;
  private final Surroundings around;
  private final List<Asked> asked = new ArrayList<>();
  private final List<Named> settled = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();
  private final List<Unanswered> unanswered = new ArrayList<>();

  private Instant since = Instant.EPOCH;
  private boolean begun;
  private boolean studioSpoke;
  private Optional<Instant> lastHeard = Optional.empty();
  private Optional<Instant> notArrived = Optional.empty();
  private Court court = Court.STUDIO;
  private Instant courtSince = Instant.EPOCH;
  private Optional<Open> movedFrom = Optional.empty();
  private Optional<Instant> approvedAt = Optional.empty();
  private Optional<Extract> waiting = Optional.empty();
  private Optional<Waiting> inquiry = Optional.empty();
  private String stage = "";

  /** What is known beside the project's own mails. */
  record Surroundings(
      Correspondence correspondence,
      Map<Long, Instant> returned,
      WorkingDays workingDays,
      ZoneOffset zone) {}

  private record Open(LocalDate said, SaidDay promise, Instant at) {}

  /** The place of an inquiry that waits for an answer. */
  private record Waiting(int index, String address) {}

  ProjectHistory(String client, String name, Surroundings around) {
    this.client = client;
    this.name = name;
    this.around = around;
  }

  void take(Extract mail) {
    if (!begun) {
      begun = true;
      since = mail.sent();
      courtSince = mail.sent();
    }
    if (around.correspondence.fromStudio(mail)) {
      studioWrote(mail);
    } else {
      clientWrote(mail);
    }
  }

  /** What the studio still owed when the mailbox ended. */
  void end(LocalDate last) {
    for (Open promise : open) {
      settled.add(
          named(
              promise,
              promise.promise.day().isBefore(last) ? Outcome.NOT_SEEN : Outcome.OPEN,
              Optional.empty()));
    }
    waiting
        .filter(mail -> around.workingDays.between(day(mail), last) > PATIENCE)
        .ifPresent(mail -> unanswered.add(unanswered(mail, Optional.empty())));
  }

  List<Asked> asked() {
    return asked;
  }

  List<Named> promises() {
    return settled;
  }

  List<Unanswered> unanswered() {
    return unanswered;
  }

  String stage() {
    return stage;
  }

  Court court() {
    return court;
  }

  private void clientWrote(Extract mail) {
    if (!mail.inquiry().isEmpty()) {
      ask(mail);
    }
    stage = mail.studio().stage().isEmpty() ? stage : mail.studio().stage();
    LocalDate today = day(mail);
    boolean reacts =
        mail.does(Act.APPROVAL) || mail.does(Act.CHANGE_REQUEST) || mail.does(Act.REJECTION);
    if (reacts) {
      // who reacts to a thing has got it, by whatever way
      keep(today, promise -> !promise.promise.day().isAfter(today));
    }
    if (mail.does(Act.APPROVAL) && !mail.does(Act.CHANGE_REQUEST)) {
      approvedAt = Optional.of(mail.sent());
    }
    if (mail.does(Act.CLIENT_DELAY)) {
      turn(Court.CLIENT, mail.sent());
    } else if (mail.acts().stream().anyMatch(GIVES_THE_TURN_BACK::contains)) {
      turn(Court.STUDIO, mail.sent());
    }
    if (waiting.isEmpty() && !NEED_NO_ANSWER.containsAll(mail.acts())) {
      waiting = Optional.of(mail);
    }
  }

  private void ask(Extract mail) {
    var before = inquiry.filter(one -> one.address.equals(mail.from().address()));
    if (before.isPresent()) {
      int index = before.get().index;
      asked.set(index, again(asked.get(index), mail));
      return;
    }
    inquiry = Optional.of(new Waiting(asked.size(), mail.from().address()));
    asked.add(asked(mail));
  }

  private Asked again(Asked first, Extract mail) {
    return new Asked(
        first.client(),
        first.contact(),
        first.project(),
        first.stage(),
        first.subject(),
        first.at(),
        time(mail),
        first.times() + 1,
        first.words(),
        first.language(),
        first.silentDays(),
        first.cause(),
        first.owed(),
        first.owedOn(),
        first.shown(),
        first.promise(),
        first.upset() || mail.does(Act.COMPLAINT),
        first.answered());
  }

  private Asked asked(Extract mail) {
    var told = told();
    var silence = Silence.before(mail.sent(), told, around.workingDays, around.zone);
    if (!isKnown()) {
      silence =
          new Silence(silence.days(), Cause.UNKNOWN, Optional.empty(), OwedUpdate.NONE, day(mail));
    }
    String asksAbout = mail.studio().stage();
    return new Asked(
        client,
        mail.from().name().isBlank() ? mail.from().address() : mail.from().name(),
        name,
        asksAbout.isEmpty() ? stage : asksAbout,
        mail.subject(),
        time(mail),
        time(mail),
        1,
        mail.inquiry(),
        mail.language(),
        silence.days(),
        silence.cause(),
        silence.owed(),
        silence.owedOn(),
        shown(silence.cause(), told),
        silence.promise().map(promise -> named(promise)),
        mail.does(Act.COMPLAINT),
        Optional.empty());
  }

  /** Without a mail of the studio's before it, only a mail that waited shows a silence. */
  private boolean isKnown() {
    return around.correspondence.sentKnown() && (studioSpoke || waiting.isPresent());
  }

  private Told told() {
    return new Told(
        since,
        lastHeard,
        notArrived,
        court,
        courtSince,
        CLIENT_DAYS,
        open.stream()
            .min(Comparator.comparing((Open promise) -> promise.promise.day()))
            .map(ProjectHistory::promise),
        movedFrom.map(ProjectHistory::promise),
        approvedAt,
        waiting.map(Extract::sent));
  }

  private Optional<LocalDate> shown(Cause cause, Told told) {
    return switch (cause) {
      case NOT_ARRIVED -> told.notArrived().map(this::day);
      case CLIENT_DELAY -> Optional.of(day(told.courtSince()));
      case BROKEN_PROMISE -> told.promised().map(Promise::due);
      case PROMISE_MOVED -> told.movedFrom().map(Promise::due);
      case NO_FOLLOW_UP -> told.approvedAt().map(this::day);
      case UNANSWERED_MAIL -> told.unansweredSince().map(this::day);
      case NO_DATE_GIVEN, MIDWAY_SILENCE, ANXIOUS_THOUGH_INFORMED ->
          told.lastHeard().map(this::day);
      case UNKNOWN -> Optional.empty();
    };
  }

  private void studioWrote(Extract mail) {
    Optional<Instant> cameBack =
        Optional.ofNullable(mail.id() == 0 ? null : around.returned.get(mail.id()));
    studioSpoke = true;
    if (cameBack.isPresent()) {
      notArrived = cameBack;
      return;
    }
    LocalDate today = day(mail);
    notArrived = Optional.empty();
    waiting
        .filter(mine -> around.workingDays.between(day(mine), today) > PATIENCE)
        .ifPresent(mine -> unanswered.add(unanswered(mine, Optional.of(today))));
    waiting = Optional.empty();
    inquiry.ifPresent(one -> asked.set(one.index, answered(asked.get(one.index), today)));
    inquiry = Optional.empty();
    if (isOnlyANod(mail)) {
      return;
    }
    lastHeard = Optional.of(mail.sent());
    stage = mail.studio().stage().isEmpty() ? stage : mail.studio().stage();
    if (mail.does(Gesture.PRESENTS) || mail.does(Gesture.DELIVERS)) {
      keep(today, _ -> true);
    }
    promise(mail, today);
    turn(mail);
  }

  private static boolean isOnlyANod(Extract mail) {
    var gestures = mail.studio().gestures();
    boolean saysNothing = gestures.isEmpty() || gestures.equals(ASIDE_ONLY);
    return saysNothing
        && mail.studio().promises().isEmpty()
        && (mail.length() < FEW_WORDS || !gestures.isEmpty());
  }

  private void keep(LocalDate today, Predicate<Open> which) {
    var kept = open.stream().filter(which).toList();
    for (Open promise : kept) {
      boolean late = promise.promise.day().isBefore(today);
      settled.add(named(promise, late ? Outcome.KEPT_LATE : Outcome.KEPT, Optional.of(today)));
    }
    open.removeAll(kept);
    if (!kept.isEmpty()) {
      movedFrom = Optional.empty();
    }
  }

  /** A new day takes the place of the old one; so does the word that the old one will not hold. */
  private void promise(Extract mail, LocalDate today) {
    if (mail.studio().promises().isEmpty() && !mail.does(Gesture.DELAYS)) {
      return;
    }
    for (Open before : open) {
      boolean passed = before.promise.day().isBefore(today);
      settled.add(named(before, passed ? Outcome.MOVED_AFTER : Outcome.MOVED, Optional.of(today)));
      if (passed && movedFrom.isEmpty()) {
        movedFrom = Optional.of(before);
      }
    }
    open.clear();
    mail.studio().promises().forEach(said -> open.add(new Open(today, said, mail.sent())));
  }

  private void turn(Extract mail) {
    if (mail.does(Gesture.PRESENTS)) {
      turn(Court.CLIENT, mail.sent());
    } else if (!mail.studio().promises().isEmpty()) {
      turn(Court.STUDIO, mail.sent());
    } else if (mail.does(Gesture.ASKS)) {
      turn(Court.CLIENT, mail.sent());
    }
  }

  private void turn(Court to, Instant at) {
    if (court != to) {
      court = to;
      courtSince = at;
      since = at;
    }
  }

  private static Asked answered(Asked one, LocalDate on) {
    return new Asked(
        one.client(),
        one.contact(),
        one.project(),
        one.stage(),
        one.subject(),
        one.at(),
        one.lastAsked(),
        one.times(),
        one.words(),
        one.language(),
        one.silentDays(),
        one.cause(),
        one.owed(),
        one.owedOn(),
        one.shown(),
        one.promise(),
        one.upset(),
        Optional.of(on));
  }

  private Unanswered unanswered(Extract mail, Optional<LocalDate> answered) {
    return new Unanswered(client, name, mail.subject(), day(mail), answered);
  }

  private Named named(Open promise, Outcome outcome, Optional<LocalDate> when) {
    return new Named(
        client, name, promise.said, promise.promise.day(), promise.promise.words(), outcome, when);
  }

  private Named named(Promise promise) {
    boolean moved = open.stream().noneMatch(one -> one.promise.day().equals(promise.due()));
    return new Named(
        client,
        name,
        day(promise.saidAt()),
        promise.due(),
        promise.what(),
        moved ? Outcome.MOVED_AFTER : Outcome.NOT_SEEN,
        moved ? lastHeard.map(this::day) : Optional.empty());
  }

  private static Promise promise(Open open) {
    return new Promise(Court.STUDIO, open.promise.words(), open.promise.day(), open.at, "");
  }

  private OffsetDateTime time(Extract mail) {
    return mail.sent().atOffset(around.zone);
  }

  private LocalDate day(Extract mail) {
    return day(mail.sent());
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, around.zone);
  }
}
