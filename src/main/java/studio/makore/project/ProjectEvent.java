package studio.makore.project;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something that happened in a project's life. Written down once and never changed. */
public sealed interface ProjectEvent {

  /** The project entered a stage; its first such event opens the project. */
  record StageEntered(String stage) implements ProjectEvent {}

  /** The ball went to the other side without a new stage, as when corrections are asked for. */
  record CourtTurned(Court court) implements ProjectEvent {}

  /**
   * Something dated that was said to the other side. A later promise of the same {@code what} takes
   * the place of the earlier one.
   *
   * @param by who promised
   * @param due the day, in the studio's zone
   */
  record Promised(Court by, String what, LocalDate due) implements ProjectEvent {}

  /** The open promise of that name was kept. */
  record PromiseKept(String what) implements ProjectEvent {}

  /** A mail of the client's came in. */
  record ClientWrote(List<String> acts, String words) implements ProjectEvent {}

  /** The client was written to by the studio. */
  record ClientHeard(String subject, String messageId) implements ProjectEvent {}

  /** A mail that the client was thought to have heard never arrived. */
  record NotArrived(String messageId, String recipient, String reason) implements ProjectEvent {}

  /** The client approved what was presented, in these words: the evidence is kept. */
  record Approved(String stage, String words) implements ProjectEvent {}

  /** The client asked for corrections, in these words. */
  record ChangesRequested(String stage, String words) implements ProjectEvent {}

  /** The client delivered what was waited for. */
  record MaterialsReceived(List<String> names) implements ProjectEvent {}

  /** The client refused what was presented, in these words. */
  record Rejected(String stage, String words) implements ProjectEvent {}

  /** The project rests; nothing is owed while it does. */
  record Paused(String reason) implements ProjectEvent {}

  /** The rest is over. */
  record Resumed() implements ProjectEvent {}

  /** The engagement is over. */
  record Closed(String reason) implements ProjectEvent {}

  /** The project ran before Makore came; what it should have been told at its start is not owed. */
  record Adopted() implements ProjectEvent {}

  /** The client paid for the n-th time, counted from 1. */
  record Paid(int number) implements ProjectEvent {}

  /** The contract came back signed. */
  record ContractSigned() implements ProjectEvent {}

  /** The deposit is there. */
  record DepositPaid() implements ProjectEvent {}

  /** Work was presented to the client, for the n-th time in that stage. */
  record Presented(String stage, int round) implements ProjectEvent {}

  /** A call was agreed on, in the studio's zone. */
  record CallSet(LocalDateTime start, int minutes) implements ProjectEvent {}

  /** A call was held, and this was said. */
  record CallHeld(String words) implements ProjectEvent {}

  /**
   * The client phoned, or wrote by a way that Makore does not read.
   *
   * @param asks whether she asked when
   */
  record Phoned(String words, boolean asks) implements ProjectEvent {}

  /**
   * The client was asked for what is to be brought.
   *
   * @param items their keys in the process; none where the stage waits for the client's word
   * @param due the last day, which the client was told
   */
  record MaterialsAsked(List<String> items, LocalDate due) implements ProjectEvent {}

  /**
   * An update that was owed went out.
   *
   * @param cause that of the {@link Owed}
   * @param date the day that it named
   */
  record UpdateSent(Update update, String cause, Optional<LocalDate> date, String messageId)
      implements ProjectEvent {}

  /**
   * The page "How we work together" went out.
   *
   * @param version 0 for the one without days, then counted from 1
   * @param dates the last day of each stage, by its key
   */
  record DocumentIssued(int version, Map<String, LocalDate> dates, String messageId)
      implements ProjectEvent {}

  /**
   * What was agreed on is another thing now, in the client's words.
   *
   * @param workingDays what it adds to the current stage
   */
  record ParametersChanged(String words, int workingDays) implements ProjectEvent {}

  /** Another person at the client's takes over. */
  record HandedOver(long fromContact, long toContact) implements ProjectEvent {}

  /** A private note of the owner's; never part of a mail to the client. */
  record Noted(String words) implements ProjectEvent {}

  /** An earlier entry of this timeline was a mistake, and counts no more. */
  record Undone(long entry) implements ProjectEvent {}
}
