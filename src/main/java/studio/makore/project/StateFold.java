package studio.makore.project;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the events of a timeline one after the other, and says where that leaves the project. */
final class StateFold {
  private final Process process;
  private Optional<Instant> openedAt = Optional.empty();
  private String stage = "";
  private Instant stageSince = Instant.EPOCH;
  private Court court = Court.STUDIO;
  private Instant courtSince = Instant.EPOCH;
  private boolean paused;
  private boolean closed;
  private boolean adopted;
  private Optional<String> because = Optional.empty();
  private Optional<Instant> endedAt = Optional.empty();
  private Optional<Instant> approvedAt = Optional.empty();
  private Optional<Instant> lastNotArrived = Optional.empty();
  private Optional<Instant> lastWord = Optional.empty();
  private Optional<Instant> contractSigned = Optional.empty();
  private Optional<Instant> depositPaid = Optional.empty();
  private Optional<ProjectState.Call> call = Optional.empty();
  private Optional<Instant> callHeld = Optional.empty();
  private final LinkedHashMap<String, Promise> promises = new LinkedHashMap<>();
  private final List<Heard> heard = new ArrayList<>();
  private final HashSet<String> notArrived = new HashSet<>();
  private final List<Instant> questions = new ArrayList<>();
  private final List<Instant> payments = new ArrayList<>();
  private final List<ProjectState.Presentation> presentations = new ArrayList<>();
  private final List<ProjectState.Asked> asked = new ArrayList<>();
  private final List<ProjectState.ClientTurn> turns = new ArrayList<>();
  private final List<String> received = new ArrayList<>();
  private final List<ProjectState.Sent> updates = new ArrayList<>();
  private final List<ProjectState.Issued> pages = new ArrayList<>();
  private final List<ProjectState.Changed> changes = new ArrayList<>();
  private final List<ProjectState.Kept> kept = new ArrayList<>();
  private final List<Leg> legs = new ArrayList<>();

  private record Heard(Instant at, String messageId) {}

  StateFold(Process process) {
    this.process = process;
  }

  void take(TimelineEntry entry) {
    Instant at = entry.at();
    openedAt = openedAt.or(() -> Optional.of(at));
    switch (entry.event()) {
      case ProjectEvent.StageEntered(String key) -> enter(key, at);
      case ProjectEvent.CourtTurned(Court to) -> turn(to, at);
      case ProjectEvent.Promised(Court by, String what, LocalDate due) ->
          promises.put(what, new Promise(by, what, due, at, entry.by()));
      case ProjectEvent.PromiseKept(String what) -> keep(what, at);
      case ProjectEvent.ClientWrote(List<String> acts, String _) ->
          word(at, !acts.equals(List.of("THANKS")));
      case ProjectEvent.Phoned(String _, boolean asks) -> word(at, asks);
      case ProjectEvent.ClientHeard(String _, String messageId) ->
          heard.add(new Heard(at, messageId));
      case ProjectEvent.NotArrived(String messageId, String _, String _) -> {
        notArrived.add(messageId);
        lastNotArrived = Optional.of(at);
      }
      case ProjectEvent.Approved _ -> approvedAt = Optional.of(at);
      case ProjectEvent.MaterialsReceived(List<String> names) -> received.addAll(names);
      case ProjectEvent.Paused(String reason) -> rest(true, reason, at);
      case ProjectEvent.Resumed _ -> rest(false, "", at);
      case ProjectEvent.Closed(String reason) -> close(reason, at);
      case ProjectEvent.Adopted _ -> adopted = true;
      case ProjectEvent.Paid _ -> payments.add(at);
      case ProjectEvent.ContractSigned _ -> contractSigned = Optional.of(at);
      case ProjectEvent.DepositPaid _ -> depositPaid = Optional.of(at);
      case ProjectEvent.Presented(String in, int round) ->
          presentations.add(new ProjectState.Presentation(in, round, at));
      case ProjectEvent.CallSet(LocalDateTime start, int minutes) ->
          call = Optional.of(new ProjectState.Call(start, minutes, at));
      case ProjectEvent.CallHeld _ -> callHeld = Optional.of(at);
      case ProjectEvent.MaterialsAsked(List<String> items, LocalDate due) ->
          asked.add(new ProjectState.Asked(items, due, at, entry.by()));
      case ProjectEvent.UpdateSent(
              Update update,
              String cause,
              Optional<LocalDate> date,
              String messageId) ->
          updates.add(new ProjectState.Sent(update, cause, date, at, messageId));
      case ProjectEvent.DocumentIssued(int version, Map<String, LocalDate> dates, String _) ->
          pages.add(new ProjectState.Issued(version, dates, at));
      case ProjectEvent.ParametersChanged(String words, int workingDays) ->
          changes.add(new ProjectState.Changed(words, workingDays, at));
      case ProjectEvent.ChangesRequested _,
          ProjectEvent.Rejected _,
          ProjectEvent.HandedOver _,
          ProjectEvent.Noted _,
          ProjectEvent.Undone _ -> {}
    }
  }

  private void enter(String key, Instant at) {
    var over = promises.values().stream().filter(promise -> promise.saidAt().isBefore(at)).toList();
    over.forEach(promise -> keep(promise.what(), at));
    endTurn(at);
    stage = key;
    stageSince = at;
    turn(process.stage(key).map(Stage::court).orElse(court), at);
    goOn(at);
  }

  private void keep(String what, Instant at) {
    Promise promise = promises.remove(what);
    if (promise != null && promise.by() == Court.STUDIO) {
      kept.add(new ProjectState.Kept(promise, stage, at));
    }
  }

  private void turn(Court to, Instant at) {
    if (court != to || courtSince.equals(Instant.EPOCH)) {
      endTurn(at);
      if (court == Court.CLIENT) {
        lapse(LocalDate.ofInstant(at, ZoneOffset.UTC));
      }
      court = to;
      courtSince = at;
      goOn(at);
    }
  }

  /**
   * A day of the studio's that passed while it waited for the client is nobody's promise any more.
   * The day is read in UTC: at worst a delay notice asks for the new one a day early.
   */
  private void lapse(LocalDate day) {
    promises
        .values()
        .removeIf(promise -> promise.by() == Court.STUDIO && promise.due().isBefore(day));
  }

  /** What the client was asked for in her turn is asked no more. */
  private void endTurn(Instant at) {
    if (court == Court.CLIENT && courtSince.isBefore(at)) {
      var due = asked.stream().map(ProjectState.Asked::due).min(LocalDate::compareTo);
      turns.add(new ProjectState.ClientTurn(stage, courtSince, at, due));
    }
    asked.clear();
  }

  private void word(Instant at, boolean asks) {
    lastWord = Optional.of(at);
    if (asks) {
      questions.add(at);
    }
  }

  private void rest(boolean rests, String reason, Instant at) {
    paused = rests;
    closed = false;
    endedAt = Optional.empty();
    because = rests ? Optional.of(reason) : Optional.empty();
    goOn(at);
  }

  private void close(String reason, Instant at) {
    closed = true;
    because = Optional.of(reason);
    endedAt = Optional.of(at);
    endLeg(at);
  }

  /** Begins another leg where something changed hands. */
  private void goOn(Instant at) {
    if (!legs.isEmpty()
        && legs.getLast().to().isEmpty()
        && legs.getLast().stage().equals(stage)
        && legs.getLast().court() == court
        && legs.getLast().resting() == paused) {
      return;
    }
    endLeg(at);
    legs.add(new Leg(stage, court, paused, at, Optional.empty()));
  }

  private void endLeg(Instant at) {
    if (!legs.isEmpty() && legs.getLast().to().isEmpty()) {
      Leg last = legs.removeLast();
      if (last.from().isBefore(at)) {
        legs.add(new Leg(last.stage(), last.court(), last.resting(), last.from(), Optional.of(at)));
      }
    }
  }

  ProjectState state(Project project) {
    var arrived = heard.stream().filter(mail -> !notArrived.contains(mail.messageId())).toList();
    var last = arrived.isEmpty() ? Optional.<Heard>empty() : Optional.of(arrived.getLast());
    var lastHeard = last.map(Heard::at);
    return new ProjectState(
        project,
        stage,
        stageSince,
        court,
        courtSince,
        List.copyOf(promises.values()),
        lastHeard,
        last.map(Heard::messageId),
        lastNotArrived.filter(at -> lastHeard.isEmpty() || lastHeard.get().isBefore(at)),
        questions.stream()
            .filter(at -> lastHeard.isEmpty() || at.isAfter(lastHeard.get()))
            .findFirst(),
        approvedAt,
        paused,
        closed,
        openedAt.orElse(stageSince),
        adopted,
        List.copyOf(payments),
        List.copyOf(presentations),
        call,
        callHeld,
        List.copyOf(asked),
        List.copyOf(turns),
        List.copyOf(received),
        lastWord,
        updates.stream().filter(sent -> !notArrived.contains(sent.messageId())).toList(),
        updates.stream()
            .filter(sent -> notArrived.contains(sent.messageId()))
            .map(ProjectState.Sent::cause)
            .toList(),
        java.util.Set.copyOf(notArrived),
        new ProjectState.Agreement(contractSigned, depositPaid, List.copyOf(pages)),
        List.copyOf(changes),
        List.copyOf(kept),
        List.copyOf(legs),
        because,
        endedAt);
  }
}
