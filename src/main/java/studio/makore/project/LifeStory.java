package studio.makore.project;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import studio.makore.language.Bidi;
import studio.makore.language.DateWords;
import studio.makore.language.Language;

/**
 * A project's life at a glance, for an owner in her language: whose turn it is, the next day the
 * client knows, what is owed and comes, promises kept and broken, and all that happened.
 */
public final class LifeStory {
  private final LocalDate today;
  private final ProjectState state;
  private final Process process;
  private final List<TimelineEntry> timeline;
  private final Studio studio;
  private final Load load;
  private final Language language;
  private final Properties words;
  private final List<String> lines = new ArrayList<>();

  private LifeStory(
      LocalDate today,
      ProjectState state,
      Process process,
      List<TimelineEntry> timeline,
      Studio studio,
      Load load,
      Language language) {
    this.today = today;
    this.state = state;
    this.process = process;
    this.timeline = TimelineEntry.standing(timeline);
    this.studio = studio;
    this.load = load;
    this.language = language;
    this.words = words(language);
  }

  /**
   * Writes it as plain text.
   *
   * @param load of all of the studio's projects
   */
  public static String of(
      LocalDate today,
      ProjectState state,
      Process process,
      List<TimelineEntry> timeline,
      Studio studio,
      Load load,
      Language language) {
    return new LifeStory(today, state, process, timeline, studio, load, language).write();
  }

  private String write() {
    now();
    updates();
    promises();
    history();
    return String.join("\n", lines) + "\n";
  }

  private void now() {
    line("title", state.project().name(), stageName());
    line(turn(), date(state.courtSince()), String.valueOf(workingDaysSince(state.courtSince())));
    state
        .knownDate(today)
        .ifPresentOrElse(
            day -> line("known", date(day)),
            () -> {
              if (state.active()) {
                line("in-the-air");
              }
            });
    var missing = state.court() == Court.CLIENT ? state.missing(process) : List.<Item>of();
    if (!missing.isEmpty()) {
      line("missing", String.join(", ", missing.stream().map(item -> in(item.names())).toList()));
    }
    var days = BookedDays.of(today, state, process, studio);
    line(
        "days",
        String.valueOf(days.total()),
        String.valueOf(days.studio() + days.studioLate()),
        String.valueOf(days.studioLate()),
        String.valueOf(days.client() + days.clientLate()),
        String.valueOf(days.clientLate()),
        String.valueOf(days.resting()));
  }

  private String turn() {
    if (state.closed()) {
      return "turn.closed";
    }
    return state.paused() ? "turn.resting" : "turn." + key(state.court());
  }

  private void updates() {
    var owed = UpdatesOwed.on(today, state, process, studio, load);
    var coming = UpdatesOwed.coming(today, state, process, studio, load);
    if (owed.isEmpty() && coming.isEmpty()) {
      return;
    }
    heading("heading.updates");
    owed.forEach(each -> item("owed", update(each.update()), date(each.on())));
    coming.forEach(each -> item("coming", update(each.update()), date(each.on())));
  }

  private void promises() {
    var courses = PromiseCourse.of(today, timeline, state, studio.zone());
    if (courses.isEmpty()) {
      return;
    }
    heading("heading.promises");
    for (var course : courses) {
      item(
          "promise." + key(course.outcome()),
          course.what(),
          date(course.due()),
          course.end().map(this::date).orElse(""));
    }
  }

  private void history() {
    heading("heading.history");
    for (var entry : timeline) {
      lines.add("  %s  %s".formatted(date(entry.at()), happened(entry.event())));
    }
  }

  private String happened(ProjectEvent event) {
    return switch (event) {
      case ProjectEvent.StageEntered(String key) -> say("event.stage", stageName(key));
      case ProjectEvent.CourtTurned(Court to) -> say("event.court." + key(to));
      case ProjectEvent.Promised(Court by, String what, LocalDate due) ->
          say("event.promised." + key(by), what, date(due));
      case ProjectEvent.PromiseKept(String what) -> say("event.kept", what);
      case ProjectEvent.ClientWrote(List<String> _, String said) -> say("event.wrote", said);
      case ProjectEvent.ClientHeard(String subject, String _) -> say("event.heard", subject);
      case ProjectEvent.NotArrived(String _, String recipient, String _) ->
          say("event.not-arrived", recipient);
      case ProjectEvent.Approved(String _, String said) -> say("event.approved", said);
      case ProjectEvent.ChangesRequested(String _, String said) -> say("event.changes", said);
      case ProjectEvent.MaterialsReceived(List<String> names) ->
          say("event.received", String.join(", ", names));
      case ProjectEvent.Rejected(String _, String said) -> say("event.rejected", said);
      case ProjectEvent.Paused(String reason) -> say("event.paused", reason(reason));
      case ProjectEvent.Resumed _ -> say("event.resumed");
      case ProjectEvent.Closed(String reason) -> say("event.closed", reason(reason));
      case ProjectEvent.Adopted _ -> say("event.adopted");
      case ProjectEvent.Paid(int number) -> say("event.paid", String.valueOf(number));
      case ProjectEvent.ContractSigned _ -> say("event.contract");
      case ProjectEvent.DepositPaid _ -> say("event.deposit");
      case ProjectEvent.Presented(String _, int round) ->
          say("event.presented", String.valueOf(round));
      case ProjectEvent.CallSet set ->
          say("event.call-set", DateWords.dateTime(set.start(), today, language));
      case ProjectEvent.CallHeld(String said) -> say("event.call-held", said);
      case ProjectEvent.Phoned(String said, boolean _) -> say("event.phoned", said);
      case ProjectEvent.MaterialsAsked(List<String> items, LocalDate due) ->
          say("event.asked", items(items), date(due));
      case ProjectEvent.UpdateSent sent -> say("event.update", update(sent.update()));
      case ProjectEvent.DocumentIssued(int version, var _, String _) ->
          say("event.document", String.valueOf(version));
      case ProjectEvent.ParametersChanged(String said, int days) ->
          say("event.parameters", said, String.valueOf(days));
      case ProjectEvent.HandedOver _ -> say("event.handed-over");
      case ProjectEvent.Noted(String said) -> say("event.noted", said);
      case ProjectEvent.Undone _ -> "";
    };
  }

  private String items(List<String> keys) {
    var stage = process.stages().stream().flatMap(each -> each.brings().stream()).toList();
    return keys.isEmpty()
        ? say("her-word")
        : String.join(
            ", ",
            keys.stream()
                .map(key ->
                    stage.stream()
                        .filter(item -> item.key().equals(key))
                        .findFirst()
                        .map(item -> in(item.names()))
                        .orElse(key))
                .toList());
  }

  private String reason(String reason) {
    return reason.equals(ProjectState.DORMANT) ? say("dormant") : reason;
  }

  private String update(Update update) {
    return say("update." + key(update));
  }

  private String stageName() {
    return stageName(state.stage());
  }

  private String stageName(String key) {
    return process.stage(key).map(stage -> in(stage.names())).orElse(key);
  }

  private String in(Map<Language, String> names) {
    return Optional.ofNullable(names.get(language))
        .or(() -> names.values().stream().findFirst())
        .orElse("");
  }

  private int workingDaysSince(Instant at) {
    return studio.workingDays().between(LocalDate.ofInstant(at, studio.zone()), today);
  }

  private String date(Instant at) {
    return date(LocalDate.ofInstant(at, studio.zone()));
  }

  private String date(LocalDate day) {
    return DateWords.date(day, today, language);
  }

  private static String key(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void heading(String key) {
    lines.add("");
    lines.add(say(key));
  }

  private void item(String key, String... values) {
    lines.add("  " + say(key, values));
  }

  private void line(String key, String... values) {
    lines.add(say(key, values));
  }

  private String say(String key, String... values) {
    String sentence =
        Optional.ofNullable(words.getProperty(key))
            .orElseThrow(() -> new IllegalStateException("life." + language + " lacks " + key));
    for (int i = 0; i < values.length; i++) {
      sentence = sentence.replace("{" + i + "}", Bidi.isolate(values[i]));
    }
    return sentence;
  }

  private static Properties words(Language language) {
    try (var in = LifeStory.class.getResourceAsStream("life_" + language.tag() + ".properties")) {
      if (in == null) {
        throw new IllegalArgumentException(
            "there are no words for a project's life in the language \"%s\"".formatted(language));
      }
      var properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
