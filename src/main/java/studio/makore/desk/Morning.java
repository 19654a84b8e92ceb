package studio.makore.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.makore.language.DateWords;
import studio.makore.language.Language;
import studio.makore.project.Court;
import studio.makore.project.Owner;
import studio.makore.project.Project;
import studio.makore.project.ProjectState;
import studio.makore.project.ProjectStore;
import studio.makore.project.Studio;
import studio.makore.reply.Asked;
import studio.makore.reply.Composer;
import studio.makore.reply.Draft;
import studio.makore.reply.DraftStore;
import studio.makore.reply.QuestionStore;
import studio.makore.reply.TemplateName;
import studio.makore.reply.Templates;

/**
 * The owner's morning: one short mail each working day with what to approve, who is in the air or
 * about to be, and what is due. None on a day with nothing in it.
 */
final class Morning {
  /** Before clients are written to, so that what is approved at once goes out early. */
  static final LocalTime HOUR = LocalTime.of(8, 30);

  private final Studio studio;
  private final Portfolio portfolio;
  private final ProjectStore projects;
  private final DraftStore drafts;
  private final QuestionStore questions;
  private final Templates templates;
  private final Composer composer;
  private final Post post;

  Morning(
      Studio studio,
      Portfolio portfolio,
      ProjectStore projects,
      DraftStore drafts,
      QuestionStore questions,
      Templates templates,
      Composer composer,
      Post post) {
    this.studio = studio;
    this.portfolio = portfolio;
    this.projects = projects;
    this.drafts = drafts;
    this.questions = questions;
    this.templates = templates;
    this.composer = composer;
    this.post = post;
  }

  /** Leaves the mail where its hour has come and it has not been left yet. */
  void send(Instant now) {
    var here = now.atZone(studio.zone());
    var today = here.toLocalDate();
    var owner = studio.owner();
    String cause = "morning:" + today + ":" + owner.address();
    if (!studio.workingDays().isWorking(today)
        || here.toLocalTime().isBefore(HOUR)
        || post.has(cause)) {
      return;
    }
    var open = listed();
    var facts = facts(open, owner, today);
    if (facts.size() > 1) {
      var question =
          questions.ask(
              new Asked.Morning(
                  open.stream().map(draft -> new Asked.Item(draft.id(), draft.token())).toList()));
      var mail =
          composer.toOwner(
              owner, TemplateName.MORNING, facts, Optional.of(question.token()), Optional.empty());
      post.send(mail, cause);
    }
  }

  private List<Draft> listed() {
    return drafts.open().stream()
        .sorted(
            Comparator.comparing((Draft draft) -> draft.status() == Draft.Status.ASKING)
                .thenComparing(Draft::id))
        .toList();
  }

  private Map<String, String> facts(List<Draft> open, Owner owner, LocalDate today) {
    var language = owner.language();
    var facts = new LinkedHashMap<String, String>();
    facts.put("day", DateWords.date(today, today, language));
    put(facts, "to_approve", numbered(open, draft -> line(draft, language, today)));
    put(facts, "in_the_air", inTheAir(language, today));
    put(facts, "due", due(language, today));
    put(
        facts,
        "drafts",
        numbered(open, draft -> draft.subject() + "\n" + draft.text().strip() + "\n"));
    return facts;
  }

  private static void put(Map<String, String> facts, String fact, List<String> lines) {
    if (!lines.isEmpty()) {
      facts.put(fact, String.join("\n", lines));
    }
  }

  private static List<String> numbered(
      List<Draft> open, java.util.function.Function<Draft, String> line) {
    return IntStream.range(0, open.size())
        .mapToObj(i -> (i + 1) + ". " + line.apply(open.get(i)))
        .toList();
  }

  /** "2. Bakery site: in the middle of a long stage", or with the question that is open. */
  private String line(Draft draft, Language language, LocalDate today) {
    var phrases = Phrases.in(language);
    String name = project(draft).name();
    String reason = templates.reason(draft.template(), language);
    if (draft.status() == Draft.Status.WAITING) {
      return phrases.say("morning.ready", name, reason);
    }
    if (draft.template() == TemplateName.DELAY_NOTICE) {
      String old = draft.facts().getOrDefault(UpdateFacts.DUE_BEFORE, "");
      var before = old.isEmpty() ? Optional.<LocalDate>empty() : Optional.of(LocalDate.parse(old));
      return before
          .map(day ->
              phrases.say(
                  day.isBefore(today) ? "morning.late" : "morning.holds",
                  name,
                  DateWords.date(day, today, language)))
          .orElse(phrases.say("morning.ready", name, reason));
    }
    String missing =
        draft.missing().stream()
            .map(fact -> templates.factName(fact, language))
            .collect(Collectors.joining(", "));
    return phrases.say("morning.lacks", name, reason, missing);
  }

  /** Whose client knows no day from tomorrow on: in the air, or about to be (000.20). */
  private List<String> inTheAir(Language language, LocalDate today) {
    var phrases = Phrases.in(language);
    var next = studio.workingDays().plus(today, 1);
    return portfolio.all().stream()
        .filter(ProjectState::active)
        .filter(state -> state.knownDate(next).isEmpty())
        .map(state ->
            phrases.say(
                "morning.air",
                state.project().name(),
                portfolio.clientName(state.project()),
                why(state, phrases, language, today)))
        .toList();
  }

  private static String why(
      ProjectState state, Phrases phrases, Language language, LocalDate today) {
    if (state.lastNotArrived().isPresent()) {
      return phrases.say("air.not-arrived");
    }
    if (state.unansweredSince().isPresent()) {
      return phrases.say("air.unanswered");
    }
    var broken = state.brokenPromise(today);
    if (broken.isPresent()) {
      return phrases.say("air.passed", DateWords.date(broken.get().due(), today, language));
    }
    var last = state.knownDate(today);
    if (last.isPresent()) {
      return phrases.say("air.last", DateWords.date(last.get(), today, language));
    }
    return phrases.say(state.court() == Court.CLIENT ? "air.client-silent" : "air.no-day");
  }

  /** What falls due until the next working morning. */
  private List<String> due(Language language, LocalDate today) {
    var phrases = Phrases.in(language);
    var next = studio.workingDays().plus(today, 1);
    var lines = new ArrayList<String>();
    for (ProjectState state : portfolio.all()) {
      if (state.active()) {
        lines.addAll(due(state, phrases, language, today, next).toList());
      }
    }
    return lines;
  }

  private static Stream<String> due(
      ProjectState state, Phrases phrases, Language language, LocalDate today, LocalDate next) {
    var name = state.project().name();
    var promised =
        state.promises().stream()
            .filter(promise -> promise.by() == Court.STUDIO)
            .filter(promise -> isWithin(promise.due(), today, next))
            .map(promise ->
                phrases.say(
                    "due.promise",
                    name,
                    promise.what(),
                    DateWords.date(promise.due(), today, language)));
    var asked =
        state.court() == Court.CLIENT
            ? state.asked().stream()
                .filter(ask -> isWithin(ask.due(), today, next))
                .map(ask ->
                    phrases.say("due.client", name, DateWords.date(ask.due(), today, language)))
                .distinct()
            : Stream.<String>empty();
    var calls =
        state.call().stream()
            .filter(call -> call.start().toLocalDate().equals(today))
            .map(call ->
                phrases.say("due.call", name, DateWords.dateTime(call.start(), today, language)));
    return Stream.of(promised, asked, calls).flatMap(lines -> lines);
  }

  private static boolean isWithin(LocalDate day, LocalDate today, LocalDate next) {
    return !day.isBefore(today) && day.isBefore(next);
  }

  private Project project(Draft draft) {
    return projects.project(draft.projectId()).orElseThrow();
  }
}
