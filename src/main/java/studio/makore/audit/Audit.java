package studio.makore.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.makore.language.Language;
import studio.makore.silence.Cause;
import studio.makore.silence.OwedUpdate;

/**
 * What a past mailbox shows. All days are those of the studio's clock.
 *
 * @param studio the address that most of the studio's mails came from, {@code ""} when none was
 *     found
 * @param addresses all addresses taken for the studio's
 * @param language the one most of the studio's mails are in
 * @param first the day of the first mail of the correspondence with clients
 * @param last the day of the last one
 * @param mails how many were in the mailbox, each counted once
 * @param fromClients how many clients wrote
 * @param toClients how many the studio wrote to clients
 * @param projects the likely ones, with at least one mail each
 * @param asked every inquiry, oldest first
 * @param promises every day that the studio named to a client, oldest first
 * @param unanswered clients' mails that waited more than two working days for any answer
 * @param unknown what the audit could not know
 */
public record Audit(
    String studio,
    Set<String> addresses,
    Language language,
    LocalDate first,
    LocalDate last,
    int mails,
    int fromClients,
    int toClients,
    List<LikelyProject> projects,
    List<Asked> asked,
    List<Named> promises,
    List<Unanswered> unanswered,
    Set<Gap> unknown) {

  private static final int MOST_UPDATES = 5;

  /** Why an audit says less than it could. */
  public enum Gap {
    /** None of the studio's own mails are here. */
    NO_SENT,
    /** There are far fewer of the studio's mails than of its clients'. */
    FEW_SENT,
    /** No correspondence with clients was found. */
    NO_CLIENTS,
    /** Some mails name no day on which they were written. */
    UNDATED,
    /** What was said by telephone, in meetings and by other messengers is never here. */
    SPOKEN,
    /** The studio's holidays are not known. */
    HOLIDAYS
  }

  /**
   * Threads that belong together.
   *
   * @param stage the key of the last stage that was spoken of, {@code ""} when none was
   * @param court whose turn it was in the end: {@code STUDIO} or {@code CLIENT}
   * @param open the studio's promise that was open in the end
   */
  public record LikelyProject(
      String client,
      String address,
      String contact,
      Language language,
      String name,
      String stage,
      String court,
      LocalDate first,
      LocalDate last,
      int mails,
      Optional<Named> open) {}

  /**
   * An inquiry: a client who had to ask.
   *
   * @param stage the key of the stage that was spoken of, {@code ""} when none was
   * @param at of the first question
   * @param times how often it was asked before an answer
   * @param words the client's own
   * @param language of those words
   * @param silentDays whole days since something true about the project was last heard
   * @param owed the update that would have prevented it
   * @param owedOn the day on which it should have gone out
   * @param shown the day that the cause shows in, such as that of the approval or of the mail that
   *     came back
   * @param promise the one that did not hold
   * @param upset whether the question was also a complaint
   */
  public record Asked(
      String client,
      String contact,
      String project,
      String stage,
      String subject,
      OffsetDateTime at,
      OffsetDateTime lastAsked,
      int times,
      String words,
      Language language,
      int silentDays,
      Cause cause,
      OwedUpdate owed,
      LocalDate owedOn,
      Optional<LocalDate> shown,
      Optional<Named> promise,
      boolean upset,
      Optional<LocalDate> answered) {}

  /** What became of a day that was named. */
  public enum Outcome {
    KEPT,
    KEPT_LATE,
    /** Another day was named before it had passed. */
    MOVED,
    /** Another day was named only after it had passed. */
    MOVED_AFTER,
    /** Nothing in the mail shows that it was kept. */
    NOT_SEEN,
    /** Its day had not come when the mailbox ended. */
    OPEN
  }

  /**
   * A day that the studio named to a client.
   *
   * @param settled when it was kept or moved
   */
  public record Named(
      String client,
      String project,
      LocalDate said,
      LocalDate due,
      String words,
      Outcome outcome,
      Optional<LocalDate> settled) {}

  /** A client's mail that waited. */
  public record Unanswered(
      String client, String project, String subject, LocalDate on, Optional<LocalDate> answered) {}

  /** Questions counted together; {@code key} says by what. */
  public record Count<K>(K key, int times, int inquiries) {}

  /**
   * An update that would have spared questions.
   *
   * @param days some of those on which it should have gone out, newest first
   */
  public record Spared(OwedUpdate update, int times, int inquiries, List<Asked> examples) {}

  /** How many times clients had to ask. */
  public int timesAsked() {
    return asked.stream().mapToInt(Asked::times).sum();
  }

  /** How many of those times the silence before was the studio's to break. */
  public int timesBySilence() {
    return asked.stream().filter(one -> one.cause().miss()).mapToInt(Asked::times).sum();
  }

  /** Every month of the period, also those in which nobody asked. */
  public List<Count<YearMonth>> byMonth() {
    var months = new TreeMap<YearMonth, List<Asked>>();
    if (!asked.isEmpty()) {
      for (var month = YearMonth.from(first);
          !month.isAfter(YearMonth.from(last));
          month = month.plusMonths(1)) {
        months.put(month, new ArrayList<>());
      }
      asked.forEach(
          one -> months.computeIfAbsent(YearMonth.from(one.at()), _ -> new ArrayList<>()).add(one));
    }
    return months.entrySet().stream()
        .map(month -> count(month.getKey(), month.getValue()))
        .toList();
  }

  /** Those who had to ask most come first. */
  public List<Count<String>> byClient() {
    return by(Asked::client);
  }

  /** By the stage's key. */
  public List<Count<String>> byStage() {
    return by(Asked::stage);
  }

  public List<Count<Cause>> byCause() {
    return by(Asked::cause);
  }

  /** Up to five updates, those that would have spared most questions first. */
  public List<Spared> updates() {
    return by(Asked::owed).stream()
        .filter(count -> count.key() != OwedUpdate.NONE)
        .limit(MOST_UPDATES)
        .map(count ->
            new Spared(count.key(), count.times(), count.inquiries(), examples(count.key())))
        .toList();
  }

  private List<Asked> examples(OwedUpdate update) {
    return asked.stream()
        .filter(one -> one.owed() == update)
        .sorted(Comparator.comparingInt(Asked::silentDays).reversed())
        .limit(2)
        .toList();
  }

  /** The promises of which nothing shows that they held. */
  public List<Named> broken() {
    return promises.stream()
        .filter(
            named -> named.outcome() == Outcome.NOT_SEEN || named.outcome() == Outcome.MOVED_AFTER)
        .toList();
  }

  private <K extends Comparable<? super K>> List<Count<K>> by(Function<Asked, K> key) {
    Map<K, List<Asked>> groups = asked.stream().collect(Collectors.groupingBy(key));
    return groups.entrySet().stream()
        .map(group -> count(group.getKey(), group.getValue()))
        .sorted(
            Comparator.comparingInt((Count<K> count) -> count.times())
                .reversed()
                .thenComparing(Count::key))
        .toList();
  }

  private static <K> Count<K> count(K key, List<Asked> asked) {
    return new Count<>(key, asked.stream().mapToInt(Asked::times).sum(), asked.size());
  }
}
