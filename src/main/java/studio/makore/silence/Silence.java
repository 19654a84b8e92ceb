package studio.makore.silence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import studio.makore.calendar.WorkingDays;
import studio.makore.project.Court;
import studio.makore.project.Process;
import studio.makore.project.ProjectState;
import studio.makore.project.Promise;
import studio.makore.project.Stage;

/**
 * The silence behind an inquiry, as the project's state shows it.
 *
 * @param days whole days since the client last heard from the studio, or since the stage began when
 *     the client never did
 * @param cause why the client had to ask
 * @param promise the promise that was broken, when one was
 * @param owed the update that would have prevented it
 * @param owedOn the day it should have gone out, in the studio's zone
 */
public record Silence(
    int days, Cause cause, Optional<Promise> promise, OwedUpdate owed, LocalDate owedOn) {

  /** Working days without a word after which even a dated promise feels like silence. */
  static final int MIDWAY_AFTER = 5;

  /** Reads the silence off a project's state at the moment a client asks. */
  public static Silence before(
      Instant asked, ProjectState state, Process process, WorkingDays workingDays, ZoneId zone) {
    return before(
        asked,
        new Told(
            state.stageSince(),
            state.lastHeard(),
            state.lastNotArrived(),
            state.court(),
            state.courtSince(),
            process.stage(state.stage()).map(Stage::workingDays).orElse(0),
            state.nextPromise(),
            Optional.empty(),
            state.approvedAt(),
            state.unansweredSince()),
        workingDays,
        zone);
  }

  /** Reads the silence off what a client had been told at the moment of asking. */
  public static Silence before(Instant asked, Told told, WorkingDays workingDays, ZoneId zone) {
    return new Reading(asked, told, workingDays, zone).silence();
  }

  /** The questions in their order: the first one that is answered by yes names the cause. */
  private record Reading(Instant asked, Told told, WorkingDays workingDays, ZoneId zone) {

    Silence silence() {
      if (told.notArrived().isPresent()) {
        return found(Cause.NOT_ARRIVED, OwedUpdate.SEND_AGAIN, day(told.notArrived().get()));
      }
      if (told.court() == Court.CLIENT) {
        return found(Cause.CLIENT_DELAY, OwedUpdate.CLIENT_REMINDER, reminderDay());
      }
      var broken = told.promised().filter(promise -> promise.due().isBefore(today()));
      if (broken.isPresent()) {
        return slipped(Cause.BROKEN_PROMISE, broken.get());
      }
      if (approvedWithoutAWord()) {
        return found(
            Cause.NO_FOLLOW_UP,
            OwedUpdate.APPROVAL_FOLLOW_UP,
            workingDays.onOrAfter(day(told.approvedAt().orElseThrow())));
      }
      if (unansweredForAWorkingDay()) {
        return found(
            Cause.UNANSWERED_MAIL,
            OwedUpdate.ANSWER,
            workingDays.plus(day(told.unansweredSince().orElseThrow()), 1));
      }
      if (told.promised().isEmpty()) {
        return found(
            Cause.NO_DATE_GIVEN, OwedUpdate.STAGE_START, workingDays.onOrAfter(day(told.since())));
      }
      if (told.movedFrom().isPresent()) {
        return slipped(Cause.PROMISE_MOVED, told.movedFrom().get());
      }
      if (workingDays.between(day(since()), today()) >= MIDWAY_AFTER) {
        return found(
            Cause.MIDWAY_SILENCE, OwedUpdate.MIDWAY, workingDays.plus(day(since()), MIDWAY_AFTER));
      }
      return found(Cause.ANXIOUS_THOUGH_INFORMED, OwedUpdate.NONE, today());
    }

    private Silence found(Cause cause, OwedUpdate owed, LocalDate owedOn) {
      return new Silence(days(), cause, Optional.empty(), owed, owedOn);
    }

    /** A day that did not hold is owed a word on the last working day before it. */
    private Silence slipped(Cause cause, Promise promise) {
      return new Silence(
          days(),
          cause,
          Optional.of(promise),
          OwedUpdate.DELAY_NOTICE,
          workingDays.minus(promise.due(), 1));
    }

    private boolean approvedWithoutAWord() {
      return told.approvedAt()
          .filter(at -> told.lastHeard().isEmpty() || told.lastHeard().get().isBefore(at))
          .isPresent();
    }

    private boolean unansweredForAWorkingDay() {
      return told.unansweredSince()
          .filter(at -> workingDays.between(day(at), today()) >= 1)
          .isPresent();
    }

    /** The client's own usual time; after that a reminder was due. */
    private LocalDate reminderDay() {
      return workingDays.plus(day(told.courtSince()), Math.max(1, told.clientDays()));
    }

    private Instant since() {
      return told.lastHeard().orElse(told.since());
    }

    private int days() {
      return (int) Math.max(0, Duration.between(since(), asked).toDays());
    }

    private LocalDate today() {
      return day(asked);
    }

    private LocalDate day(Instant at) {
      return LocalDate.ofInstant(at, zone);
    }
  }
}
