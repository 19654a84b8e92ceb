package studio.makore.desk;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import studio.makore.language.DateWords;
import studio.makore.project.ProjectStore;
import studio.makore.project.Studio;
import studio.makore.reading.Decision;
import studio.makore.reply.Draft;
import studio.makore.reply.DraftStore;

/**
 * Carries out what an owner decided about one draft. Only a yes to exactly the text that was shown
 * sends anything.
 */
final class DraftDecisions {
  private final Studio studio;
  private final ProjectStore projects;
  private final DraftStore drafts;
  private final Drafting drafting;
  private final Departures departures;

  DraftDecisions(
      Studio studio,
      ProjectStore projects,
      DraftStore drafts,
      Drafting drafting,
      Departures departures) {
    this.studio = studio;
    this.projects = projects;
    this.drafts = drafts;
    this.drafting = drafting;
    this.departures = departures;
  }

  /**
   * What became of a decision.
   *
   * @param does what the owner did, for the log
   * @param done what Makore did, for the log
   * @param told the same for the owner, in her language
   * @param matters whether she has to be told when nothing else tells her
   */
  record Result(String does, String done, String told, boolean matters) {}

  /**
   * @param token under which the draft was shown to her
   */
  Result decide(Answer answer, Draft draft, String token, Decision decision) {
    if (!draft.status().open()) {
      return new Result(
          "answers too late",
          "the draft is %s already; nothing sent"
              .formatted(draft.status().name().toLowerCase(Locale.ROOT)),
          answer.phrases().say("decided.too-late"),
          draft.status() == Draft.Status.STALE);
    }
    return switch (decision) {
      case Decision.Send _ -> send(answer, draft, token);
      case Decision.Discard _ -> {
        drafts.discard(draft.token(), answer.text());
        yield quiet(answer, "says no to the draft", "discarded, nothing sent", "decided.discarded");
      }
      case Decision.Date(LocalDate date, _) -> date(answer, draft, date);
      case Decision.Replace(String text) ->
          shownAgain(answer, "words it anew", drafting.reworded(draft, text));
      case Decision.Later _ ->
          quiet(answer, "says later", "the draft goes on waiting, nothing sent", "decided.later");
      case Decision.Unclear _ ->
          new Result("answers", "not understood, nothing sent; told her so", answer.text(), true);
    };
  }

  private Result send(Answer answer, Draft draft, String token) {
    if (draft.status() == Draft.Status.ASKING) {
      drafting.show(draft, answer.owner());
      return quiet(
          answer,
          "says yes",
          "a fact is still missing, nothing sent; asked again for "
              + String.join(", ", draft.missing()),
          "decided.missing");
    }
    if (!draft.token().equals(token)) {
      return shownAgain(answer, "says yes to an older text", Optional.of(draft));
    }
    return switch (departures.approved(draft, token, answer.text(), answer.owner(), answer.now())) {
      case Departures.Outcome.Left _ ->
          quiet(
              answer,
              "says yes to the draft",
              "sent to " + draft.to() + " in " + draft.language(),
              "decided.sent");
      case Departures.Outcome.Waits waits -> waits(answer, draft, waits);
      case Departures.Outcome.Changed(Draft changed) -> {
        departures.tellStale(draft, answer.owner());
        yield shownAgain(answer, "says yes, but the facts have changed", Optional.of(changed));
      }
      case Departures.Outcome.Overtaken _ ->
          new Result(
              "says yes",
              "it is not owed any more, nothing sent",
              answer.phrases().say("decided.too-late"),
              true);
    };
  }

  private Result waits(Answer answer, Draft draft, Departures.Outcome.Waits waits) {
    var language = answer.owner().language();
    String hour =
        DateWords.onDateTime(
            waits.until().atZone(studio.zone()).toLocalDateTime(), answer.today(), language);
    String client = projects.contact(draft.contactId()).orElseThrow().name();
    return new Result(
        "says yes to the draft",
        "it leaves at " + waits.until().atZone(studio.zone()).toLocalDateTime(),
        answer
            .phrases()
            .say(waits.badNews() ? "decided.phone-or-wait" : "decided.waits", hour, client),
        true);
  }

  private Result date(Answer answer, Draft draft, LocalDate date) {
    if (date.isBefore(answer.today())) {
      return new Result(
          "names a past day",
          "nothing sent; told her so",
          answer.phrases().say("answer.past-date", date),
          true);
    }
    boolean hasPlace =
        draft.template().placeholders().contains("next_date")
            || draft.template().placeholders().contains("due_date");
    if (!hasPlace) {
      return new Result(
          "names a day", "the draft has no place for it, nothing sent", answer.text(), true);
    }
    return shownAgain(answer, "names " + date, drafting.dated(draft, date, answer.today()));
  }

  private Result shownAgain(Answer answer, String does, Optional<Draft> revised) {
    return revised
        .map(now ->
            quiet(
                answer,
                does,
                drafting.show(now, answer.owner()) + ", nothing sent yet",
                "decided.shown"))
        .orElseGet(() ->
            new Result(
                does,
                "decided meanwhile, nothing sent",
                answer.phrases().say("decided.too-late"),
                true));
  }

  private static Result quiet(Answer answer, String does, String done, String phrase) {
    return new Result(does, done, answer.phrases().say(phrase), false);
  }
}
