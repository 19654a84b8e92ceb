package studio.makore.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Where a project stands, computed from its timeline and nothing else.
 *
 * @param stage the key of the current stage
 * @param stageSince when it was entered
 * @param court whose turn it is now
 * @param courtSince since when it is
 * @param promises the open ones, in the order in which they were said
 * @param lastHeard when the client last heard from the studio in a mail that arrived
 * @param lastHeardMail the Message-ID of that mail
 * @param lastNotArrived when the studio last learned that a mail had not arrived, if the client has
 *     heard nothing since
 * @param unansweredSince when the client wrote the first mail after {@code lastHeard} that did more
 *     than thank
 * @param approvedAt when the client last approved something
 */
public record ProjectState(
    Project project,
    String stage,
    Instant stageSince,
    Court court,
    Instant courtSince,
    List<Promise> promises,
    Optional<Instant> lastHeard,
    Optional<String> lastHeardMail,
    Optional<Instant> lastNotArrived,
    Optional<Instant> unansweredSince,
    Optional<Instant> approvedAt,
    boolean paused,
    boolean closed) {

  /** The state after these events. The first one must be a stage entered. */
  public static ProjectState of(Project project, Process process, List<TimelineEntry> timeline) {
    var fold = new Fold(process);
    timeline.forEach(fold::take);
    return fold.state(project);
  }

  /** Whether it is being worked on: neither paused nor closed. */
  public boolean active() {
    return !paused && !closed;
  }

  /** The studio's open promise with the earliest day. */
  public Optional<Promise> nextPromise() {
    return promises.stream()
        .filter(promise -> promise.by() == Court.STUDIO)
        .min(Comparator.comparing(Promise::due));
  }

  /** The studio's open promise with the earliest day that is not past. */
  public Optional<Promise> nextPromise(LocalDate today) {
    return promises.stream()
        .filter(promise -> promise.by() == Court.STUDIO && !promise.due().isBefore(today))
        .min(Comparator.comparing(Promise::due));
  }

  /** The studio's oldest open promise whose day is past. */
  public Optional<Promise> brokenPromise(LocalDate today) {
    return nextPromise().filter(promise -> promise.due().isBefore(today));
  }

  /** Takes the events one after the other. */
  private static final class Fold {
    private final Process process;
    private final LinkedHashMap<String, Promise> promises = new LinkedHashMap<>();
    private final List<Heard> heard = new ArrayList<>();
    private final HashSet<String> notArrived = new HashSet<>();
    private Optional<Instant> lastNotArrived = Optional.empty();
    private final List<Instant> clientMails = new ArrayList<>();
    private Optional<Instant> approvedAt = Optional.empty();
    private String stage = "";
    private Instant stageSince = Instant.EPOCH;
    private Court court = Court.STUDIO;
    private Instant courtSince = Instant.EPOCH;
    private boolean paused;
    private boolean closed;

    private record Heard(Instant at, String messageId) {}

    Fold(Process process) {
      this.process = process;
    }

    void take(TimelineEntry entry) {
      Instant at = entry.at();
      switch (entry.event()) {
        case ProjectEvent.StageEntered(String key) -> {
          stage = key;
          stageSince = at;
          turn(process.stage(key).map(Stage::court).orElse(court), at);
          promises.values().removeIf(promise -> promise.saidAt().isBefore(at));
        }
        case ProjectEvent.CourtTurned(Court to) -> turn(to, at);
        case ProjectEvent.Promised(Court by, String what, LocalDate due) ->
            promises.put(what, new Promise(by, what, due, at, entry.by()));
        case ProjectEvent.PromiseKept(String what) -> promises.remove(what);
        case ProjectEvent.ClientWrote(List<String> acts, String _) -> {
          if (!acts.equals(List.of("THANKS"))) {
            clientMails.add(at);
          }
        }
        case ProjectEvent.ClientHeard(String _, String messageId) ->
            heard.add(new Heard(at, messageId));
        case ProjectEvent.NotArrived(String messageId, String _, String _) -> {
          notArrived.add(messageId);
          lastNotArrived = Optional.of(at);
        }
        case ProjectEvent.Approved _ -> approvedAt = Optional.of(at);
        case ProjectEvent.ChangesRequested _,
            ProjectEvent.MaterialsReceived _,
            ProjectEvent.Rejected _ -> {}
        case ProjectEvent.Paused _ -> paused = true;
        case ProjectEvent.Resumed _ -> paused = false;
        case ProjectEvent.Closed _ -> closed = true;
      }
    }

    private void turn(Court to, Instant at) {
      if (court != to || courtSince.equals(Instant.EPOCH)) {
        court = to;
        courtSince = at;
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
          clientMails.stream()
              .filter(at -> lastHeard.isEmpty() || at.isAfter(lastHeard.get()))
              .findFirst(),
          approvedAt,
          paused,
          closed);
    }
  }
}
