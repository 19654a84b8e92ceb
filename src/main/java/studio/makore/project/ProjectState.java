package studio.makore.project;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
 *     than thank, or phoned and asked
 * @param approvedAt when the client last approved something
 * @param openedAt when the project was opened, or Makore took it over
 * @param adopted whether it ran before Makore came
 * @param payments when the client paid, the first payment first
 * @param presentations what was presented, the first one first
 * @param call the call that was last agreed on
 * @param callHeld when a call was last held
 * @param asked what the client was asked for since it is her turn
 * @param turns the client's turns that are over
 * @param received the names of all that she brought
 * @param lastWord when the client last wrote or phoned, whatever she said
 * @param updates the updates that were sent and arrived
 * @param lostCauses the causes of those that did not arrive
 * @param notArrived the Message-IDs of the mails that did not arrive
 * @param agreement contract, deposit and the pages "How we work together"
 * @param parameterChanges what was agreed on anew on the way
 * @param kept the studio's promises that were kept or overtaken by a new stage, and when
 * @param legs the whole way without a gap, the first leg first
 * @param because why it rests or is closed, in the words that were given
 * @param endedAt when it was closed
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
    boolean closed,
    Instant openedAt,
    boolean adopted,
    List<Instant> payments,
    List<Presentation> presentations,
    Optional<Call> call,
    Optional<Instant> callHeld,
    List<Asked> asked,
    List<ClientTurn> turns,
    List<String> received,
    Optional<Instant> lastWord,
    List<Sent> updates,
    List<String> lostCauses,
    Set<String> notArrived,
    Agreement agreement,
    List<Changed> parameterChanges,
    List<Kept> kept,
    List<Leg> legs,
    Optional<String> because,
    Optional<Instant> endedAt) {

  /** Why a project rests or ends when its client was silent for too long. */
  public static final String DORMANT = "dormant";

  /** The n-th presentation in a stage. */
  public record Presentation(String stage, int round, Instant at) {}

  /** A call that was agreed on, in the studio's zone. */
  public record Call(LocalDateTime start, int minutes, Instant setAt) {}

  /** What the client was asked for, and the last day she was told. */
  public record Asked(List<String> items, LocalDate due, Instant at, String source) {}

  /**
   * A turn of the client's.
   *
   * @param due the last day she was told; empty when she was told none
   */
  public record ClientTurn(String stage, Instant from, Instant to, Optional<LocalDate> due) {}

  /** An update that arrived. */
  public record Sent(
      Update update, String cause, Optional<LocalDate> date, Instant at, String messageId) {

    private Stream<LocalDate> dates() {
      return date.stream();
    }
  }

  /** A promise that is no longer open, and when it was kept. */
  public record Kept(Promise promise, String stage, Instant at) {}

  /** Something agreed on anew, and the working days it adds. */
  public record Changed(String words, int workingDays, Instant at) {}

  /** A page "How we work together" that went out. */
  public record Issued(int version, Map<String, LocalDate> dates, Instant at) {

    /** The last day of a stage, where the page names it. */
    public Optional<LocalDate> date(String stage) {
      return Optional.ofNullable(dates.get(stage));
    }
  }

  /** What was agreed on in writing. */
  public record Agreement(
      Optional<Instant> contractSigned, Optional<Instant> depositPaid, List<Issued> pages) {

    /** When both the contract was signed and the deposit was paid; either alone is nothing. */
    public Optional<Instant> completeSince() {
      return contractSigned.flatMap(
          signed -> depositPaid.map(paid -> paid.isAfter(signed) ? paid : signed));
    }

    /** The page that was last issued. */
    public Optional<Issued> lastPage() {
      return pages.isEmpty() ? Optional.empty() : Optional.of(pages.getLast());
    }
  }

  /** The state after these events. The first one must be a stage entered. */
  public static ProjectState of(Project project, Process process, List<TimelineEntry> timeline) {
    var fold = new StateFold(process);
    TimelineEntry.standing(timeline).forEach(fold::take);
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

  /**
   * The earliest day from today on that the client knows of: what the studio or she promised, what
   * she was asked for, an agreed call, or a day that an update named. Empty when the project is in
   * the air. A day told in a mail that did not arrive is not known.
   */
  public Optional<LocalDate> knownDate(LocalDate today) {
    var promised =
        promises.stream()
            .filter(promise -> !notArrived.contains(promise.source()))
            .map(Promise::due);
    var called =
        call.stream()
            .filter(set -> callHeld.isEmpty() || callHeld.get().isBefore(set.setAt()))
            .map(set -> set.start().toLocalDate());
    return Stream.of(promised, called, lastDays(), proposedCalls())
        .flatMap(days -> days)
        .filter(day -> !day.isBefore(today))
        .min(Comparator.naturalOrder());
  }

  /** The last days that the client was told while it is her turn. */
  private Stream<LocalDate> lastDays() {
    if (court != Court.CLIENT) {
      return Stream.empty();
    }
    var told =
        updates.stream().filter(sent -> !sent.at().isBefore(courtSince)).flatMap(Sent::dates);
    return Stream.concat(told, lastDaysAsked());
  }

  private Stream<LocalDate> lastDaysAsked() {
    return asked.stream().filter(ask -> !notArrived.contains(ask.source())).map(Asked::due);
  }

  /** A call that the kickoff proposed counts until the day on which one is held. */
  private Stream<LocalDate> proposedCalls() {
    return updates.stream()
        .filter(sent -> sent.cause().startsWith(Owed.CALL) && callHeld.isEmpty())
        .flatMap(Sent::dates);
  }

  /** The update of that cause, where it was sent and arrived. */
  public Optional<Sent> sent(String cause) {
    return updates.stream().filter(sent -> sent.cause().equals(cause)).findFirst();
  }

  /** How many mails with an update of that cause did not arrive. */
  long lost(String cause) {
    return lostCauses.stream()
        .filter(lost -> lost.equals(cause) || lost.startsWith(cause + " again "))
        .count();
  }

  /** The last day that the client was told for a turn of hers. */
  Optional<LocalDate> lastDayOf(Leg leg) {
    var over =
        turns.stream()
            .filter(turn -> !leg.from().isBefore(turn.from()) && leg.from().isBefore(turn.to()))
            .findFirst();
    return over.isPresent()
        ? over.flatMap(ClientTurn::due)
        : asked.stream().map(Asked::due).min(Comparator.naturalOrder());
  }

  /** What the client still has to bring in the current stage. */
  public List<Item> missing(Process process) {
    return process.stageOf(this).brings().stream().filter(item -> !came(item)).toList();
  }

  private boolean came(Item item) {
    return received.stream()
        .anyMatch(
            name -> name.toLowerCase(Locale.ROOT).contains(item.key().toLowerCase(Locale.ROOT)));
  }

  /**
   * Whether the client was told a day at that moment or later: promised one, asked for something by
   * one, invited to a call, or sent an update that names one.
   */
  public boolean toldSince(Instant moment) {
    var said =
        Stream.of(
            promises.stream()
                .filter(promise -> !notArrived.contains(promise.source()))
                .map(Promise::saidAt),
            asked.stream().filter(ask -> !notArrived.contains(ask.source())).map(Asked::at),
            call.stream().map(Call::setAt),
            updates.stream().filter(sent -> sent.date().isPresent()).map(Sent::at));
    return said.flatMap(moments -> moments).anyMatch(at -> !at.isBefore(moment));
  }

  /** When a call was held of which the client has nothing in writing yet. */
  public Optional<Instant> callNotWritten() {
    return callHeld.filter(held -> lastHeard.isEmpty() || lastHeard.get().isBefore(held));
  }

  /** The last presentation since the current stage was entered. */
  public Optional<Presentation> lastPresentation() {
    return presentations.stream()
        .filter(shown -> shown.stage().equals(stage) && !shown.at().isBefore(stageSince))
        .reduce((_, later) -> later);
  }
}
