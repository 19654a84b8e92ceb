package studio.makore.project;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import studio.makore.calendar.WorkingDays;

/**
 * What the studio has on its hands: the days it promised to each project, and its calls. What is
 * promised to one project is kept free for it, so that another that is late, and comes back in a
 * hurry, has to go around it.
 */
public final class Load {
  private final WorkingDays workingDays;
  private final int capacity;
  private final List<Booking> bookings;
  private final List<Call> calls;

  /** The days that one project's work takes, both ends included. */
  private record Booking(long project, LocalDate from, LocalDate to) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  private record Call(long project, LocalDateTime start, LocalDateTime end) {}

  private Load(WorkingDays workingDays, int capacity, List<Booking> bookings, List<Call> calls) {
    this.workingDays = workingDays;
    this.capacity = capacity;
    this.bookings = bookings;
    this.calls = calls;
  }

  /** Nothing at all, and no limit. */
  static Load none(WorkingDays workingDays) {
    return new Load(workingDays, Integer.MAX_VALUE, List.of(), List.of());
  }

  /**
   * The load of these projects.
   *
   * @param projects where each stands; those that rest or are closed take nothing
   */
  public static Load of(Collection<ProjectState> projects, Processes processes, Studio studio) {
    var bookings = new ArrayList<Booking>();
    var calls = new ArrayList<Call>();
    for (var state : projects) {
      if (state.active()) {
        var process = processes.of(state.project());
        bookings.addAll(bookings(state, process, studio.workingDays(), studio.zone()));
        calls.addAll(calls(state, process));
      }
    }
    return new Load(studio.workingDays(), processes.capacity(), bookings, calls);
  }

  private static List<Booking> bookings(
      ProjectState state, Process process, WorkingDays workingDays, ZoneId zone) {
    var booked = new ArrayList<Booking>();
    long project = state.project().id();
    Stage now = process.stageOf(state);
    if (state.court() == Court.STUDIO && now.ends() != Stage.Ends.NEVER) {
      state
          .nextPromise()
          .map(promise ->
              now.court() == Court.STUDIO
                  ? window(project, promise.due(), now, workingDays)
                  : new Booking(
                      project,
                      LocalDate.ofInstant(promise.saidAt(), zone).plusDays(1),
                      promise.due()))
          .ifPresent(booked::add);
    }
    int current = process.stages().indexOf(now);
    for (Stage stage : process.stages().subList(current + 1, process.stages().size())) {
      if (stage.court() == Court.STUDIO && stage.ends() != Stage.Ends.NEVER) {
        state
            .agreement()
            .lastPage()
            .flatMap(page -> page.date(stage.key()))
            .map(due -> window(project, due, stage, workingDays))
            .ifPresent(booked::add);
      }
    }
    return booked;
  }

  private static Booking window(long project, LocalDate due, Stage stage, WorkingDays workingDays) {
    return new Booking(project, workingDays.minus(due, Math.max(1, stage.promisedDays()) - 1), due);
  }

  private static List<Call> calls(ProjectState state, Process process) {
    var agreed = state.call().stream().map(call -> call(state, call.start(), call.minutes()));
    var proposed =
        process.kickoff().with() == Kickoff.With.CALL
            ? state.updates().stream()
                .filter(sent -> sent.cause().startsWith(Owed.CALL))
                .flatMap(sent -> sent.date().stream())
                .map(day ->
                    call(state, day.atTime(process.kickoff().hour()), process.kickoff().minutes()))
            : Stream.<Call>empty();
    return Stream.concat(agreed, proposed).toList();
  }

  private static Call call(ProjectState state, LocalDateTime start, int minutes) {
    return new Call(state.project().id(), start, start.plusMinutes(minutes));
  }

  /** The load of all the others. */
  public Load without(Project project) {
    return new Load(
        workingDays,
        capacity,
        bookings.stream().filter(booking -> booking.project() != project.id()).toList(),
        calls.stream().filter(call -> call.project() != project.id()).toList());
  }

  /** How many projects are worked on that day. */
  public int on(LocalDate day) {
    return (int)
        bookings.stream()
            .filter(booking -> booking.holds(day))
            .map(Booking::project)
            .distinct()
            .count();
  }

  /**
   * The first day by which so many working days in a row fit in after {@code from}, each with a
   * place left.
   */
  public LocalDate end(LocalDate from, int days) {
    int length = Math.max(1, days);
    LocalDate end = workingDays.plus(from, length);
    for (LocalDate day = end; !day.isBefore(workingDays.minus(end, length - 1)); ) {
      if (on(day) >= capacity) {
        end = workingDays.plus(day, length);
        day = end;
      } else {
        day = workingDays.minus(day, 1);
      }
    }
    return end;
  }

  /** The first day after {@code from} on which a call at that hour meets no other. */
  public LocalDate freeFor(LocalDate from, Kickoff kickoff) {
    LocalDate day = workingDays.plus(from, 1);
    while (meets(day.atTime(kickoff.hour()), kickoff.minutes())) {
      day = workingDays.plus(day, 1);
    }
    return day;
  }

  /** Whether a call then would meet another one. */
  public boolean meets(LocalDateTime start, int minutes) {
    return calls.stream()
        .anyMatch(call ->
            call.start().isBefore(start.plusMinutes(minutes)) && start.isBefore(call.end()));
  }
}
