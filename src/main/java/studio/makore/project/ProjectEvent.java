package studio.makore.project;

import java.time.LocalDate;
import java.util.List;

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
}
