package studio.makore.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a client is owed when something has happened: a payment, an approval, a new stage, the end.
 */
record Landmarks(Standing standing) {
  /** A kickoff or a farewell that comes later than this is none. */
  private static final int WORTH_SENDING = 5;

  private ProjectState state() {
    return standing.state();
  }

  /** At once after the first payment, and only after the first (000.9). */
  Optional<Owed> kickoff() {
    if (!state().active() || state().adopted() || state().payments().isEmpty()) {
      return Optional.empty();
    }
    Instant paid = state().payments().getFirst();
    LocalDate day = standing.day(paid);
    if (state().toldSince(paid) || isStale(day)) {
      return Optional.empty();
    }
    var kickoff = standing.process().kickoff();
    LocalDate by = standing.workingDays().plus(day, 1);
    return switch (kickoff.with()) {
      case CALL ->
          standing
              .debt(Update.KICKOFF, Owed.CALL, day)
              .naming(standing.load().freeFor(standing.today(), kickoff), Court.STUDIO, by)
              .map(owed -> owed.at(kickoff.hour()));
      case WORK ->
          telling(Update.KICKOFF, "kickoff", day, standing.today(), by)
              .map(owed -> owed.at(kickoff.hour()));
    };
  }

  private boolean isStale(LocalDate day) {
    return standing.workingDays().between(day, standing.today()) > WORTH_SENDING;
  }

  /** A client who was late is back: an honest day around all that is promised to others. */
  Optional<Owed> reEntry() {
    if (state().paused()) {
      return woke().flatMap(at -> back(standing.day(at)));
    }
    return cameBackLate() ? back(standing.courtDay()) : Optional.empty();
  }

  /** When a client whose project rests because she was silent gave a sign of life. */
  private Optional<Instant> woke() {
    return state()
        .lastWord()
        .filter(_ -> state().because().equals(Optional.of(ProjectState.DORMANT)))
        .filter(at -> at.isAfter(state().legs().getLast().from()));
  }

  private boolean cameBackLate() {
    return standing.on(Update.RE_ENTRY)
        && standing.studiosTurn()
        && !state().toldSince(state().courtSince())
        && state().turns().stream()
            .reduce((_, later) -> later)
            .filter(turn -> turn.to().equals(state().courtSince()))
            .filter(turn -> Lateness.of(turn, standing) >= standing.number(Update.RE_ENTRY))
            .isPresent();
  }

  private Optional<Owed> back(LocalDate day) {
    return telling(
        Update.RE_ENTRY, "re-entry:" + day, day, day, standing.workingDays().plus(day, 1));
  }

  /** After every presentation; the day of what comes next is the owner's to say (000.13). */
  Optional<Owed> presentationFollowUp() {
    return state()
        .lastPresentation()
        .filter(_ -> state().active())
        .filter(shown -> !state().toldSince(shown.at()))
        .flatMap(shown ->
            standing
                .debt(
                    Update.PRESENTATION_FOLLOW_UP,
                    "presentation:%s:%d".formatted(shown.stage(), shown.round()),
                    standing.day(shown.at()))
                .promising(standing.day(shown.at())));
  }

  /** After the approval that ended the stage before this one (000.15). */
  Optional<Owed> approvalFollowUp() {
    return state()
        .approvedAt()
        .filter(_ -> standing.studiosTurn())
        .filter(at -> !state().toldSince(at))
        .filter(at ->
            state().turns().stream()
                .reduce((_, later) -> later)
                .filter(turn -> turn.to().equals(state().courtSince()))
                .filter(turn -> !at.isBefore(turn.from()))
                .isPresent())
        .flatMap(at -> {
          LocalDate day = standing.day(at);
          return telling(
              Update.APPROVAL_FOLLOW_UP,
              "approval:" + day,
              day,
              standing.courtDay(),
              standing.workingDays().plus(day, 1));
        });
  }

  /** What was finished ahead of its day (000.19). */
  Optional<Owed> earlyFinish() {
    return state().kept().stream()
        .reduce((_, later) -> later)
        .filter(_ -> state().active() && standing.on(Update.EARLY_FINISH))
        .filter(kept -> kept.at().equals(state().stageSince()))
        .filter(kept ->
            standing
                .process()
                .stage(kept.stage())
                .map(Stage::court)
                .equals(Optional.of(Court.STUDIO)))
        .filter(kept -> !state().toldSince(kept.at()))
        .filter(kept ->
            standing.workingDays().between(standing.stageDay(), kept.promise().due())
                >= standing.number(Update.EARLY_FINISH))
        .flatMap(kept ->
            telling(
                    Update.EARLY_FINISH,
                    "early:%s:%s".formatted(kept.stage(), kept.promise().due()),
                    standing.stageDay(),
                    standing.stageDay(),
                    standing.workingDays().plus(standing.stageDay(), 1))
                .map(owed -> owed.about(kept.promise())));
  }

  /** When the client knows of no day: on entering a stage, or after a promise in it was kept. */
  Optional<Owed> stageStart() {
    boolean toldNothing =
        standing.studiosTurn()
            ? state().knownDate(standing.today()).isEmpty() && state().nextPromise().isEmpty()
            : standing.clientsTurn() && !state().toldSince(state().courtSince());
    if (!toldNothing) {
      return Optional.empty();
    }
    LocalDate since = standing.day(begins());
    return telling(
        Update.STAGE_START,
        "stage-start:%s:%s".formatted(state().stage(), since),
        since,
        since,
        standing.workingDays().plus(since, 1));
  }

  /** When the work on the next promise begins: in the last stage, once the one before was kept. */
  private Instant begins() {
    return state().kept().stream()
        .map(ProjectState.Kept::at)
        .filter(at -> at.isAfter(state().courtSince()))
        .reduce((_, later) -> later)
        .orElse(
            state().courtSince().isAfter(state().stageSince())
                ? state().courtSince()
                : state().stageSince());
  }

  /** Tells the day of the current stage, whoever's it is. */
  private Optional<Owed> telling(
      Update update, String cause, LocalDate on, LocalDate from, LocalDate by) {
    var debt = standing.debt(update, cause, on);
    return state().court() == Court.CLIENT
        ? ClientTurn.ask(standing, debt, from, by)
        : studioDay(from)
            .map(day -> debt.naming(day, Court.STUDIO, by))
            .orElseGet(() -> debt.open(by));
  }

  /** The day of the studio's own part; corrections take as long as only the owner can say. */
  private Optional<LocalDate> studioDay(LocalDate from) {
    return standing.stage().court() == Court.STUDIO
        ? Optional.of(standing.dates().end(standing.stage(), from))
        : Optional.empty();
  }

  /**
   * The page "How we work together": without days once the project is opened, with days once it is
   * signed for and the deposit is there, and again when they have moved.
   */
  Optional<Owed> workingTogether() {
    if (state().closed() || state().adopted() || !openedUnderIt()) {
      return Optional.empty();
    }
    var last = state().agreement().lastPage();
    var complete = state().agreement().completeSince();
    if (complete.isEmpty()) {
      LocalDate opened = standing.day(state().openedAt());
      return last.isPresent()
          ? Optional.empty()
          : standing
              .debt(Update.WORKING_TOGETHER, "working-together:undated", opened)
              .open(standing.workingDays().plus(opened, 2));
    }
    int version = last.map(ProjectState.Issued::version).orElse(0) + 1;
    return datedSince(last, complete.get())
        .filter(_ -> state().active())
        .flatMap(at -> {
          LocalDate day = standing.day(at);
          return standing
              .debt(Update.WORKING_TOGETHER, "working-together:" + version, day)
              .open(standing.workingDays().plus(day, 2))
              .map(owed ->
                  owed.with(
                      Plan.of(
                          standing.today(),
                          state(),
                          standing.process(),
                          standing.studio(),
                          standing.load())));
        });
  }

  private boolean openedUnderIt() {
    return standing
        .process()
        .workingTogetherSince()
        .filter(since -> !standing.day(state().openedAt()).isBefore(since))
        .isPresent();
  }

  /** Since when a page with other days than the last one is due. */
  private Optional<Instant> datedSince(Optional<ProjectState.Issued> last, Instant complete) {
    if (last.filter(page -> page.version() > 0).isEmpty()) {
      return Optional.of(complete);
    }
    var page = last.get();
    var changed =
        state().parameterChanges().stream()
            .map(ProjectState.Changed::at)
            .filter(at -> at.isAfter(page.at()))
            .reduce((_, later) -> later);
    return changed.or(() -> movedSince(page));
  }

  private Optional<Instant> movedSince(ProjectState.Issued page) {
    var told = Plan.toldEnd(state()).filter(day -> !day.isBefore(standing.today()));
    var agreed = page.date(state().stage());
    boolean moved =
        standing.stage().ends() != Stage.Ends.NEVER
            && told.isPresent()
            && agreed.isPresent()
            && !told.equals(agreed);
    return moved ? Optional.of(toldAt()) : Optional.empty();
  }

  private Instant toldAt() {
    return state().court() == Court.STUDIO
        ? state().nextPromise().map(Promise::saidAt).orElse(state().courtSince())
        : state().asked().stream()
            .map(ProjectState.Asked::at)
            .max(Instant::compareTo)
            .orElse(state().courtSince());
  }

  /**
   * Some time after the work is done: when it was closed after its last stage, or goes on in care.
   */
  Optional<Owed> afterEnd() {
    if (!standing.on(Update.AFTER_END)) {
      return Optional.empty();
    }
    return ended()
        .map(standing::day)
        .map(day -> standing.workingDays().plus(day, standing.number(Update.AFTER_END)))
        .filter(on -> !isStale(on))
        .flatMap(on ->
            standing
                .debt(Update.AFTER_END, "after-end", on)
                .open(standing.workingDays().plus(on, 2)));
  }

  private Optional<Instant> ended() {
    if (standing.process().after(standing.stage()).isPresent()) {
      return Optional.empty();
    }
    boolean goesOn = standing.stage().ends() == Stage.Ends.NEVER;
    boolean beganHere = state().legs().getFirst().stage().equals(state().stage());
    return goesOn && !beganHere ? Optional.of(state().stageSince()) : state().endedAt();
  }
}
