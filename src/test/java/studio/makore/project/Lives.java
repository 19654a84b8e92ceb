package studio.makore.project;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import studio.makore.calendar.Holidays;
import studio.makore.calendar.WorkingDays;
import studio.makore.language.Gender;
import studio.makore.language.Language;

/**
 * Lives of projects, played from a seed day by day: clients pay, deliver, are late, vanish and come
 * back; the studio finishes early and late. Each working morning the owner lets every update go out
 * that is owed, and names the days that only she can name.
 */
final class Lives {
  static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
  static final Set<Language> LANGUAGES = Set.of(Language.HEBREW, Language.ARABIC, Language.ENGLISH);
  static final Studio STUDIO =
      new Studio(
          "Northlight",
          "hello@northlight.example",
          "bot@northlight.example",
          false,
          ZONE,
          WorkingDays.of(
              EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)),
              Holidays.of(List.of("IL"), Set.of())),
          List.of(new Owner("Noa", "noa@northlight.example", Language.HEBREW, Gender.FEMININE)),
          Optional.empty());

  final Processes processes;
  final List<SentUpdate> sent = new ArrayList<>();
  private final List<Life> lives = new ArrayList<>();
  private final long seed;
  LocalDate today;
  private int minutes;
  private long entries;

  /** One project, its luck, and the day on which the studio will really be done with its stage. */
  private static final class Life {
    final Project project;
    final Random fate;
    final List<TimelineEntry> timeline = new ArrayList<>();
    LocalDate finish;
    Optional<ProjectState> state = Optional.empty();

    Life(Project project, Random fate, LocalDate finish) {
      this.project = project;
      this.fate = fate;
      this.finish = finish;
    }
  }

  /** An update as it went out. */
  record SentUpdate(Project project, Owed owed, Optional<LocalDate> said, LocalDate day) {}

  Lives(Processes processes, long seed, LocalDate first) {
    this.processes = processes;
    this.seed = seed;
    this.today = first;
  }

  Project open(String process) {
    long id = lives.size() + 1;
    var project = new Project(id, id, "Project " + id, process);
    lives.add(new Life(project, new Random(seed * 1000 + id), today.plusDays(5)));
    happens(project, new ProjectEvent.StageEntered(processes.of(project).first().key()));
    return project;
  }

  void happens(Project project, ProjectEvent event) {
    happens(project, event, "owner");
  }

  private void happens(Project project, ProjectEvent event, String by) {
    life(project).state = Optional.empty();
    timeline(project).add(new TimelineEntry(++entries, now(), event, by));
  }

  List<TimelineEntry> timeline(Project project) {
    return life(project).timeline;
  }

  private Life life(Project project) {
    return lives.get((int) project.id() - 1);
  }

  private Instant now() {
    return today.atTime(LocalTime.of(9, 0).plusSeconds(minutes++)).atZone(ZONE).toInstant();
  }

  ProjectState state(Project project) {
    var life = life(project);
    if (life.state.isEmpty()) {
      life.state = Optional.of(ProjectState.of(project, processes.of(project), life.timeline));
    }
    return life.state.orElseThrow();
  }

  List<ProjectState> states() {
    return lives.stream().map(life -> state(life.project)).toList();
  }

  Load load() {
    return Load.of(states(), processes, STUDIO);
  }

  boolean workingDay() {
    return STUDIO.workingDays().isWorking(today);
  }

  /** What the clients and the studio do today, and then the morning's updates. */
  void play() {
    minutes = 0;
    for (var life : lives) {
      live(life.project, life.fate);
    }
    if (workingDay()) {
      round();
    }
  }

  void next() {
    today = today.plusDays(1);
  }

  private void live(Project project, Random fate) {
    var state = state(project);
    var process = processes.of(project);
    if (state.closed()) {
      return;
    }
    if (state.payments().isEmpty() && fate.nextInt(4) == 0) {
      happens(project, new ProjectEvent.Paid(1));
      happens(project, new ProjectEvent.DepositPaid());
    }
    if (state.agreement().contractSigned().isEmpty() && fate.nextInt(4) == 0) {
      happens(project, new ProjectEvent.ContractSigned());
    }
    if (state.paused()) {
      if (fate.nextInt(40) == 0) {
        happens(project, new ProjectEvent.ClientWrote(List.of("QUESTION"), "I am back"));
        happens(project, new ProjectEvent.Resumed());
      }
      return;
    }
    if (state.court() == Court.CLIENT) {
      clientActs(project, state, process, fate);
    } else if (workingDay()) {
      studioActs(project, state, process, fate);
    }
  }

  private void clientActs(Project project, ProjectState state, Process process, Random fate) {
    if (fate.nextInt(process.stageOf(state).promisedDays() + 4) != 0) {
      return;
    }
    if (fate.nextInt(12) == 0) {
      happens(project, new ProjectEvent.ClientWrote(List.of("THANKS"), "thanks, soon"));
      return;
    }
    var stage = process.stageOf(state);
    if (stage.ends() == Stage.Ends.MATERIALS) {
      var missing = state.missing(process);
      var item = missing.isEmpty() ? "all" : missing.getFirst().key();
      happens(project, new ProjectEvent.ClientWrote(List.of("MATERIALS"), item));
      happens(project, new ProjectEvent.MaterialsReceived(List.of(item + ".zip")));
      if (missing.size() <= 1) {
        enterNext(project, process, stage, fate);
      }
    } else if (fate.nextInt(3) == 0) {
      happens(project, new ProjectEvent.ClientWrote(List.of("CHANGE_REQUEST"), "bigger"));
      happens(project, new ProjectEvent.ChangesRequested(stage.key(), "bigger"));
      happens(project, new ProjectEvent.CourtTurned(Court.STUDIO));
      life(project).finish = STUDIO.workingDays().plus(today, 1 + fate.nextInt(5));
    } else {
      happens(project, new ProjectEvent.ClientWrote(List.of("APPROVAL"), "great"));
      happens(project, new ProjectEvent.Approved(stage.key(), "great"));
      enterNext(project, process, stage, fate);
    }
  }

  private void enterNext(Project project, Process process, Stage stage, Random fate) {
    var next = process.after(stage);
    if (next.isEmpty()) {
      happens(project, new ProjectEvent.Closed("done"));
      return;
    }
    happens(project, new ProjectEvent.StageEntered(next.get().key()));
    int days = Math.max(1, next.get().workingDays() + fate.nextInt(7) - 2);
    life(project).finish = STUDIO.workingDays().plus(today, days);
  }

  private void studioActs(Project project, ProjectState state, Process process, Random fate) {
    if (today.isBefore(life(project).finish)) {
      return;
    }
    var stage = process.stageOf(state);
    if (stage.ends() == Stage.Ends.NEVER) {
      state
          .nextPromise()
          .ifPresent(promise -> happens(project, new ProjectEvent.PromiseKept(promise.what())));
      life(project).finish = STUDIO.workingDays().plus(today, 20 + fate.nextInt(4));
    } else if (stage.court() == Court.CLIENT) {
      state
          .nextPromise()
          .ifPresent(promise -> happens(project, new ProjectEvent.PromiseKept(promise.what())));
      happens(project, new ProjectEvent.CourtTurned(Court.CLIENT));
      happens(project, new ProjectEvent.Presented(stage.key(), state.presentations().size() + 1));
    } else {
      enterNext(project, process, stage, fate);
    }
  }

  /** The owner lets go out what is owed, and answers what waits for an answer. */
  private void round() {
    for (var life : lives) {
      var project = life.project;
      var process = processes.of(project);
      if (state(project).unansweredSince().isPresent() && state(project).active()) {
        happens(project, new ProjectEvent.ClientHeard("Re", "<re" + entries + "@x.example>"));
      }
      for (int again = 0; again < 3; again++) {
        var state = state(project);
        UpdatesOwed.on(today, state, process, STUDIO, load()).stream()
            .filter(owed -> holdsNot(project, owed))
            .findFirst()
            .ifPresent(owed -> send(project, owed));
      }
    }
  }

  /** A question whether a day will hold is answered by sending only when it will not. */
  private boolean holdsNot(Project project, Owed owed) {
    return owed.update() != Update.DELAY_NOTICE
        || life(project).finish.isAfter(owed.promise().orElseThrow().due());
  }

  private void send(Project project, Owed owed) {
    Optional<LocalDate> said = owed.lacksDay() ? Optional.of(ownersDay(project)) : owed.date();
    String messageId = "<u" + entries + "@x.example>";
    happens(project, new ProjectEvent.ClientHeard("update", messageId), messageId);
    owed.settled(said, "result of " + state(project).stage(), messageId)
        .forEach(event -> happens(project, event, messageId));
    sent.add(new SentUpdate(project, owed, said, today));
  }

  private LocalDate ownersDay(Project project) {
    LocalDate finish = life(project).finish;
    LocalDate from = finish.isAfter(today) ? finish : today;
    return STUDIO.workingDays().plus(from, 1);
  }
}
