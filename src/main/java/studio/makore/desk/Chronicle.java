package studio.makore.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.makore.language.DateWords;
import studio.makore.language.Language;
import studio.makore.project.Court;
import studio.makore.project.Item;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectState;
import studio.makore.project.Studio;
import studio.makore.project.TimelineEntry;

/** A project on one page, for an owner, in her language. */
final class Chronicle {
  /** So much of the past is told, the newest of it. */
  private static final int NEWEST = 12;

  private final Studio studio;
  private final Portfolio portfolio;

  Chronicle(Studio studio, Portfolio portfolio) {
    this.studio = studio;
    this.portfolio = portfolio;
  }

  /** One line each: where it stands, what is open, what happened. */
  List<String> of(Project project, Language language, LocalDate today) {
    var told = new Telling(Phrases.in(language), language, today, portfolio.state(project));
    var lines = new ArrayList<String>();
    lines.add(told.standing());
    lines.add(told.known());
    lines.addAll(told.open());
    var past =
        portfolio.life(project).stream().flatMap(entry -> told.event(entry).stream()).toList();
    lines.addAll(past.subList(Math.max(0, past.size() - NEWEST), past.size()));
    return lines;
  }

  /** What was agreed on so far, for a contact who is new: promises and approvals, never notes. */
  List<String> agreements(Project project, Language language, LocalDate today) {
    var told = new Telling(Phrases.in(language), language, today, portfolio.state(project));
    return Stream.concat(
            portfolio.life(project).stream()
                .filter(entry ->
                    entry.event() instanceof ProjectEvent.Approved
                        || entry.event() instanceof ProjectEvent.ContractSigned)
                .flatMap(entry -> told.event(entry).stream()),
            told.open().stream())
        .toList();
  }

  private final class Telling {
    private final Phrases phrases;
    private final Language language;
    private final LocalDate today;
    private final ProjectState state;

    Telling(Phrases phrases, Language language, LocalDate today, ProjectState state) {
      this.phrases = phrases;
      this.language = language;
      this.today = today;
      this.state = state;
    }

    String standing() {
      var stage = portfolio.process(state.project()).stageOf(state);
      String name = stage.names().getOrDefault(language, stage.key());
      String court = state.court() == Court.CLIENT ? "life.court.client" : "life.court.studio";
      String where =
          state.closed()
              ? phrases.say("life.closed")
              : state.paused() ? phrases.say("life.paused") : name;
      return phrases.say("life.stands", where, phrases.say(court), day(state.courtSince()));
    }

    String known() {
      return state
          .knownDate(today)
          .map(date -> phrases.say("life.known", date(date)))
          .orElse(phrases.say("life.unknown"));
    }

    List<String> open() {
      var promises =
          state.promises().stream()
              .map(promise ->
                  phrases.say(
                      promise.due().isBefore(today) ? "life.promise-late" : "life.promise",
                      promise.what(),
                      date(promise.due())));
      var missing =
          state.court() == Court.CLIENT
              ? portfolio.process(state.project()).stageOf(state).brings().stream()
                  .filter(state.missing(portfolio.process(state.project()))::contains)
                  .map(this::missing)
              : Stream.<String>empty();
      return Stream.concat(promises, missing).toList();
    }

    private String missing(Item item) {
      return phrases.say("life.missing", item.names().getOrDefault(language, item.key()));
    }

    /** What an event was, where it is worth a line; private notes are none of it. */
    Optional<String> event(TimelineEntry entry) {
      return switch (entry.event()) {
        case ProjectEvent.StageEntered(String stage) -> line(entry, "life.stage", stage(stage));
        case ProjectEvent.Promised(Court _, String what, LocalDate due) ->
            line(entry, "life.promised", what + ", " + date(due));
        case ProjectEvent.Approved(String _, String words) ->
            line(entry, "life.approved", quoted(words));
        case ProjectEvent.ChangesRequested(String _, String words) ->
            line(entry, "life.changes", quoted(words));
        case ProjectEvent.Rejected(String _, String words) ->
            line(entry, "life.rejected", quoted(words));
        case ProjectEvent.ClientWrote(List<String> _, String words) ->
            words.isBlank() ? Optional.empty() : line(entry, "life.wrote", quoted(words));
        case ProjectEvent.Phoned(String words, boolean _) ->
            line(entry, "life.phoned", quoted(words));
        case ProjectEvent.ClientHeard(String subject, String _) ->
            line(entry, "life.heard", quoted(subject));
        case ProjectEvent.CallHeld(String words) -> line(entry, "life.call-held", quoted(words));
        case ProjectEvent.MaterialsReceived(List<String> names) ->
            line(entry, "life.materials", String.join(", ", names));
        case ProjectEvent.Paid(int number) -> line(entry, "life.paid", String.valueOf(number));
        case ProjectEvent.ContractSigned _ -> line(entry, "life.contract", "");
        case ProjectEvent.DepositPaid _ -> line(entry, "life.deposit", "");
        case ProjectEvent.Presented(String stage, int round) ->
            line(entry, "life.presented", stage(stage) + " " + round);
        case ProjectEvent.NotArrived(String _, String recipient, String _) ->
            line(entry, "life.not-arrived", recipient);
        case ProjectEvent.Paused _ -> line(entry, "life.was-paused", "");
        case ProjectEvent.Resumed _ -> line(entry, "life.was-resumed", "");
        case ProjectEvent.Closed _ -> line(entry, "life.was-closed", "");
        case ProjectEvent.CourtTurned _,
            ProjectEvent.PromiseKept _,
            ProjectEvent.Adopted _,
            ProjectEvent.CallSet _,
            ProjectEvent.MaterialsAsked _,
            ProjectEvent.UpdateSent _,
            ProjectEvent.DocumentIssued _,
            ProjectEvent.ParametersChanged _,
            ProjectEvent.HandedOver _,
            ProjectEvent.Noted _,
            ProjectEvent.Undone _ ->
            Optional.empty();
      };
    }

    private Optional<String> line(TimelineEntry entry, String phrase, String what) {
      return Optional.of(day(entry.at()) + ": " + phrases.say(phrase, what).strip());
    }

    private String stage(String key) {
      return portfolio
          .process(state.project())
          .stage(key)
          .map(stage -> stage.names().getOrDefault(language, key))
          .orElse(key);
    }

    private static String quoted(String words) {
      String line = words.replaceAll("\\s+", " ").strip();
      return "\"" + (line.length() > 120 ? line.substring(0, 120) + "…" : line) + "\"";
    }

    private String day(Instant at) {
      return date(LocalDate.ofInstant(at, studio.zone()));
    }

    private String date(LocalDate date) {
      return DateWords.date(date, today, language);
    }
  }
}
