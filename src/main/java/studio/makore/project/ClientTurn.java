package studio.makore.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a client is owed while it is her turn: the request, the chase, and the end of the chase. */
record ClientTurn(Standing standing) {

  private ProjectState state() {
    return standing.state();
  }

  /** What is to be brought and by when, on the day it becomes her turn (004.8). */
  Optional<Owed> materialsRequest() {
    if (!standing.clientsTurn() || state().toldSince(state().courtSince())) {
      return Optional.empty();
    }
    LocalDate day = standing.courtDay();
    return ask(
        standing,
        standing.debt(
            Update.MATERIALS_REQUEST, "materials:%s:%s".formatted(state().stage(), day), day),
        day,
        standing.workingDays().plus(day, 1));
  }

  /** Asks for all that is still missing, each item by its own day. */
  static Optional<Owed> ask(Standing standing, Standing.Debt debt, LocalDate from, LocalDate by) {
    LocalDate start =
        from.isBefore(standing.today()) && debt.update() != Update.RE_ENTRY
            ? from
            : standing.today();
    var asks =
        standing.state().missing(standing.process()).stream()
            .map(item ->
                new Owed.Ask(
                    item, standing.workingDays().plus(start, Math.max(1, item.workingDays()))))
            .toList();
    return debt.asking(standing.dates().end(standing.stage(), start), asks, by);
  }

  /** The next step of the chase; none while a mail of hers waits for an answer (003.2). */
  Optional<Owed> reminder() {
    if (!chased() || !standing.on(Update.CLIENT_REMINDER)) {
      return Optional.empty();
    }
    var steps = standing.process().rule(Update.CLIENT_REMINDER).days();
    LocalDate base = base();
    int done = reminders().size();
    if (done == steps.size()) {
      return Optional.empty();
    }
    LocalDate on = afterLastReminder(standing.workingDays().plus(base, steps.get(done)));
    return standing
        .debt(Update.CLIENT_REMINDER, "reminder:%s:%d".formatted(base, done + 1), on)
        .asking(nextLastDay(base, on, done + 1, steps), asks(), standing.workingDays().plus(on, 1));
  }

  private boolean chased() {
    boolean allCame =
        !standing.stage().brings().isEmpty() && state().missing(standing.process()).isEmpty();
    return standing.clientsTurn() && state().unansweredSince().isEmpty() && !allCame;
  }

  /**
   * The day from which the chase is counted: the last day she was told or said herself, but not
   * before she last gave a sign of life.
   */
  LocalDate base() {
    var word = state().lastWord().filter(at -> !at.isBefore(state().courtSince()));
    var herOwn =
        state().promises().stream()
            .filter(promise -> promise.by() == Court.CLIENT)
            .map(Promise::due);
    return Stream.of(Stream.of(lastDay()), word.map(standing::day).stream(), herOwn)
        .flatMap(days -> days)
        .max(LocalDate::compareTo)
        .orElseThrow();
  }

  /** The first last day of what is still missing; her usual time where she was told none. */
  LocalDate lastDay() {
    var missing = state().missing(standing.process()).stream().map(Item::key).toList();
    return state().asked().stream()
        .filter(ask -> ask.items().isEmpty() || ask.items().stream().anyMatch(missing::contains))
        .map(ProjectState.Asked::due)
        .min(LocalDate::compareTo)
        .orElseGet(() -> standing.dates().end(standing.stage(), standing.courtDay()));
  }

  /** The steps of the chase since her turn began or she last gave a sign of life. */
  private List<ProjectState.Sent> reminders() {
    return state().updates().stream()
        .filter(sent -> sent.update() == Update.CLIENT_REMINDER)
        .filter(sent -> !sent.at().isBefore(state().courtSince()))
        .filter(sent -> state().lastWord().filter(at -> at.isAfter(sent.at())).isEmpty())
        .toList();
  }

  /** The day that was told in the last step has to pass first. */
  private LocalDate afterLastReminder(LocalDate day) {
    var told = reminders().stream().flatMap(sent -> sent.date().stream()).max(LocalDate::compareTo);
    return told.map(last -> standing.workingDays().plus(last, 1))
        .filter(next -> next.isAfter(day))
        .orElse(day);
  }

  /** The last working day before the next step, or before the project rests. */
  private LocalDate nextLastDay(LocalDate base, LocalDate on, int next, List<Integer> steps) {
    var after =
        next < steps.size()
            ? Optional.of(steps.get(next))
            : Optional.of(Update.DORMANT_NOTICE).filter(standing::on).map(standing::number);
    LocalDate start = on.isAfter(standing.today()) ? on : standing.today();
    LocalDate soonest = standing.workingDays().plus(start, 2);
    return after
        .map(days -> standing.workingDays().minus(standing.workingDays().plus(base, days), 1))
        .filter(day -> day.isAfter(soonest))
        .orElse(soonest);
  }

  private List<Owed.Ask> asks() {
    return state().missing(standing.process()).stream()
        .map(item -> new Owed.Ask(item, standing.today()))
        .toList();
  }

  /**
   * The chase was in vain: the project rests, and the day is named on which it is closed (003.9).
   */
  Optional<Owed> dormantNotice() {
    if (!chased() || !standing.on(Update.DORMANT_NOTICE) || !chaseIsOver()) {
      return Optional.empty();
    }
    LocalDate base = base();
    LocalDate on =
        afterLastReminder(
            standing.workingDays().plus(base, standing.number(Update.DORMANT_NOTICE)));
    LocalDate start = on.isAfter(standing.today()) ? on : standing.today();
    var debt = standing.debt(Update.DORMANT_NOTICE, "dormant:" + base, on);
    LocalDate by = standing.workingDays().plus(on, 2);
    return standing.on(Update.DORMANT_CLOSED)
        ? debt.asking(
            standing.workingDays().plus(start, standing.number(Update.DORMANT_CLOSED)), asks(), by)
        : debt.open(by);
  }

  private boolean chaseIsOver() {
    var rule = standing.process().rule(Update.CLIENT_REMINDER);
    return !rule.on() || reminders().size() == rule.days().size();
  }

  /** She was told the day on which it is closed, and gave no sign of life. */
  Optional<Owed> dormantClosed() {
    if (!state().paused() || !state().because().equals(Optional.of(ProjectState.DORMANT))) {
      return Optional.empty();
    }
    return state().updates().stream()
        .filter(sent -> sent.update() == Update.DORMANT_NOTICE)
        .reduce((_, later) -> later)
        .filter(sent -> state().lastWord().filter(at -> at.isAfter(sent.at())).isEmpty())
        .flatMap(sent -> sent.date())
        .flatMap(day ->
            standing
                .debt(
                    Update.DORMANT_CLOSED,
                    "dormant-closed:" + day,
                    standing.workingDays().plus(day, 1))
                .open(standing.workingDays().plus(day, 3)));
  }
}
