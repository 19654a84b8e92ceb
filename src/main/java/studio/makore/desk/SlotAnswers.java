package studio.makore.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.makore.language.DateWords;
import studio.makore.project.Contact;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectState;
import studio.makore.project.ProjectStore;
import studio.makore.project.Studio;
import studio.makore.project.Update;
import studio.makore.reading.DateSource;
import studio.makore.reading.Decision;
import studio.makore.reading.Decisions;
import studio.makore.reply.Fact;
import studio.makore.reply.TemplateName;

/**
 * Reads what a client answers to the hour of a call that the kickoff proposed: yes, no, or "rather
 * 12:00" (000.11).
 */
final class SlotAnswers {
  /** {@code 12:00}, {@code 9.30} */
  private static final Pattern HOUR =
      Pattern.compile("(?<![\\d:.])(?<hour>[01]?\\d|2[0-3])[:.](?<minute>[0-5]\\d)(?![\\d:.])");

  private static final int LONGEST_ANSWER = 200;

  private final Studio studio;
  private final Portfolio portfolio;
  private final ProjectStore projects;
  private final Drafting drafting;
  private final Tellings tellings;

  SlotAnswers(
      Studio studio,
      Portfolio portfolio,
      ProjectStore projects,
      Drafting drafting,
      Tellings tellings) {
    this.studio = studio;
    this.portfolio = portfolio;
    this.projects = projects;
    this.drafting = drafting;
    this.tellings = tellings;
  }

  /** What was done; nothing when the mail is no answer to a proposed call. */
  List<String> take(ClientMails.Words words, Contact contact, Situation situation) {
    var proposed = proposed(words, situation.state());
    if (proposed.isEmpty() || words.text().length() > LONGEST_ANSWER) {
      return List.of();
    }
    var now = situation.now();
    var project = situation.state().project();
    var decision = Decisions.read(words.text(), DateSource.NONE);
    var other =
        decision instanceof Decision.Send
            ? Optional.<LocalDateTime>empty()
            : another(words, proposed.get(), now);
    if (!(decision instanceof Decision.Send)
        && !(decision instanceof Decision.Discard)
        && other.isEmpty()) {
      return List.of();
    }
    wrote(words, project, now);
    if (decision instanceof Decision.Discard && other.isEmpty()) {
      return List.of(
          tellings.tell(Effect.Matter.CALL_DECLINED, words.text(), contact, project, words));
    }
    return List.of(
        set(words, other.orElse(proposed.get()), other.isEmpty(), contact, project, now));
  }

  private void wrote(ClientMails.Words words, Project project, Instant now) {
    projects.append(
        project.id(),
        now,
        new ProjectEvent.ClientWrote(List.of("SCHEDULING"), words.text().strip()),
        words.messageId());
  }

  /** The call that the kickoff proposed, where this mail answers it and none is agreed on. */
  private Optional<LocalDateTime> proposed(ClientMails.Words words, ProjectState state) {
    if (state.call().isPresent() || state.callHeld().isPresent()) {
      return Optional.empty();
    }
    var thread = words.answered().map(mail -> mail.references()).orElse(List.of());
    var hour = portfolio.process(state.project()).kickoff().hour();
    return state.updates().stream()
        .filter(sent -> sent.update() == Update.KICKOFF && sent.cause().startsWith("kickoff call"))
        .filter(sent -> thread.contains(sent.messageId()))
        .flatMap(sent -> sent.date().stream())
        .map(day -> day.atTime(hour))
        .findFirst();
  }

  /** Another hour that the answer names, on that day or on the day it names. */
  private Optional<LocalDateTime> another(
      ClientMails.Words words, LocalDateTime proposed, Instant now) {
    var hours = HOUR.matcher(words.text()).results().toList();
    OffsetDateTime sent = now.atZone(studio.zone()).toOffsetDateTime();
    var named = DateSource.sent(sent, studio.workingDays()).in(words.text());
    if (named.size() > 1 || hours.size() > 1) {
      return Optional.empty();
    }
    var day = named.isEmpty() ? proposed.toLocalDate() : named.getFirst().date();
    var hour =
        named.stream()
            .flatMap(mention -> mention.time().stream())
            .findFirst()
            .or(() -> hours.stream().map(SlotAnswers::hour).findFirst());
    return hour.map(day::atTime)
        .filter(start -> start.isAfter(now.atZone(studio.zone()).toLocalDateTime()));
  }

  private static LocalTime hour(java.util.regex.MatchResult hour) {
    return LocalTime.of(
        Integer.parseInt(hour.group("hour")), Integer.parseInt(hour.group("minute")));
  }

  /** A yes agrees on the call; another hour is agreed on when the owner lets it be confirmed. */
  private String set(
      ClientMails.Words words,
      LocalDateTime start,
      boolean agreed,
      Contact contact,
      Project project,
      Instant now) {
    int minutes = portfolio.process(project).kickoff().minutes();
    boolean free =
        studio.workingDays().isWorking(start.toLocalDate())
            && !portfolio.load().without(project).meets(start, minutes);
    if (!free) {
      return tellings.tell(Effect.Matter.CALL_MEETS_ANOTHER, words.text(), contact, project, words);
    }
    if (agreed) {
      projects.append(
          project.id(), now, new ProjectEvent.CallSet(start, minutes), words.messageId());
    }
    LocalDate today = LocalDate.ofInstant(now, studio.zone());
    var due =
        Drafting.Due.reply(
                TemplateName.CALL_SET,
                "call:" + words.messageId(),
                new Drafting.Occasion(
                    Optional.of(words.messageId()),
                    words.answered(),
                    words.text(),
                    false,
                    List.of()))
            .given(
                Map.of(
                    "call_slot",
                    DateWords.dateTime(start, today, contact.language()),
                    Fact.CALL_START,
                    start.toString(),
                    Fact.CALL_MINUTES,
                    String.valueOf(minutes)));
    return "the call is on " + start + "; " + drafting.makeAndShow(due, contact, project, today);
  }
}
