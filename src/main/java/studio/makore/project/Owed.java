package studio.makore.project;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One update that one project's client is owed. Days and hours are in the studio's zone.
 *
 * @param cause the same for as long as it is the same debt, so that it is never drafted twice. A
 *     draft whose cause is owed no longer is to be withdrawn
 * @param on the day it should go out
 * @param by the last day on which it is in time; after that it is late, and owed all the same
 * @param date the day it must name, where the process can compute it; empty when only the owner can
 *     say, or when the update names none ({@link Update#namesDay})
 * @param hour the hour that belongs to the date, where there is one
 * @param whose who has to keep that date
 * @param promise the promise it is about: the one to be moved, confirmed or announced
 * @param asks what the client is asked for, item by item
 * @param plan the days of each stage, for the page "How we work together" with days
 */
public record Owed(
    Update update,
    String cause,
    LocalDate on,
    LocalDate by,
    Optional<LocalDate> date,
    Optional<LocalTime> hour,
    Court whose,
    Optional<Promise> promise,
    List<Ask> asks,
    Optional<Plan> plan) {

  /** How the cause of a kickoff begins that proposes a call. */
  static final String CALL = "kickoff call";

  /** One item and the last day for it. */
  public record Ask(Item item, LocalDate due) {}

  /** Whether it cannot go out before an owner has said the day. */
  public boolean lacksDay() {
    return update.namesDay() && date.isEmpty();
  }

  /**
   * What is to be written on the timeline, beside that the client was heard, in the transaction
   * that leaves the mail in the outbox.
   *
   * @param said the day that the mail names: this one's, or the owner's own
   * @param what what is promised for that day, in the client's language
   */
  public List<ProjectEvent> settled(Optional<LocalDate> said, String what, String messageId) {
    var events = new ArrayList<ProjectEvent>();
    events.add(new ProjectEvent.UpdateSent(update, cause, said, messageId));
    switch (update) {
      case DORMANT_NOTICE -> events.add(new ProjectEvent.Paused(ProjectState.DORMANT));
      case DORMANT_CLOSED -> events.add(new ProjectEvent.Closed(ProjectState.DORMANT));
      case WORKING_TOGETHER ->
          events.add(
              new ProjectEvent.DocumentIssued(
                  version(), plan.map(Plan::dates).orElse(java.util.Map.of()), messageId));
      case CLIENT_REMINDER, AFTER_END, MIDWAY -> {}
      case KICKOFF,
          STAGE_START,
          PRESENTATION_FOLLOW_UP,
          APPROVAL_FOLLOW_UP,
          DELAY_NOTICE,
          EARLY_FINISH,
          MATERIALS_REQUEST,
          RE_ENTRY ->
          said.filter(_ -> !proposesCall()).ifPresent(day -> events.addAll(told(day, what)));
    }
    return List.copyOf(events);
  }

  private List<ProjectEvent> told(LocalDate day, String what) {
    if (whose == Court.STUDIO) {
      String name =
          promise.filter(_ -> update == Update.DELAY_NOTICE).map(Promise::what).orElse(what);
      return List.of(new ProjectEvent.Promised(Court.STUDIO, name, day));
    }
    if (asks.isEmpty()) {
      return List.of(new ProjectEvent.MaterialsAsked(List.of(), day));
    }
    boolean asComputed = date.equals(Optional.of(day));
    var byDay = new TreeMap<LocalDate, List<String>>();
    for (Ask ask : asks) {
      byDay
          .computeIfAbsent(asComputed ? ask.due() : day, _ -> new ArrayList<>())
          .add(ask.item().key());
    }
    return byDay.entrySet().stream()
        .<ProjectEvent>map(
            entry -> new ProjectEvent.MaterialsAsked(List.copyOf(entry.getValue()), entry.getKey()))
        .toList();
  }

  /** Whether the day is that of a call, which is agreed on only when the client says so. */
  public boolean proposesCall() {
    return cause.startsWith(CALL);
  }

  /** The proposed call's beginning. */
  public Optional<LocalDateTime> callStart() {
    return proposesCall() ? date.flatMap(day -> hour.map(day::atTime)) : Optional.empty();
  }

  /** The version of the page "How we work together": 0 without days, then counted from 1. */
  public int version() {
    return plan.isEmpty() ? 0 : Integer.parseInt(cause.substring(cause.lastIndexOf(':') + 1));
  }

  Owed at(LocalTime time) {
    return new Owed(update, cause, on, by, date, Optional.of(time), whose, promise, asks, plan);
  }

  Owed about(Promise about) {
    return new Owed(update, cause, on, by, date, hour, whose, Optional.of(about), asks, plan);
  }

  Owed with(Plan days) {
    return new Owed(update, cause, on, by, date, hour, whose, promise, asks, Optional.of(days));
  }
}
