package studio.makore.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.makore.language.DateWords;
import studio.makore.project.Contact;
import studio.makore.project.Court;
import studio.makore.project.IfLate;
import studio.makore.project.Owed;
import studio.makore.project.Process;
import studio.makore.project.ProjectState;
import studio.makore.project.Promise;
import studio.makore.project.Stage;
import studio.makore.project.Update;
import studio.makore.reply.Fact;
import studio.makore.reply.TemplateName;

/** Which mail an owed update becomes, and the facts it tells. */
final class UpdateFacts {
  /** Beside the words: the day that was promised before, as ISO date. */
  static final String DUE_BEFORE = "due_before";

  private final Facts facts;
  private final Pages pages;

  UpdateFacts(Facts facts, Pages pages) {
    this.facts = facts;
    this.pages = pages;
  }

  /**
   * @param materials whether the client has just sent what was waited for
   */
  static TemplateName template(Owed owed, Process process, boolean materials) {
    return switch (owed.update()) {
      case KICKOFF ->
          owed.proposesCall()
              ? TemplateName.KICKOFF_CALL
              : owed.whose() == Court.CLIENT
                  ? TemplateName.KICKOFF_MATERIALS
                  : TemplateName.KICKOFF_WORK;
      case STAGE_START ->
          asksElse(owed, materials ? TemplateName.MATERIALS_RECEIVED : TemplateName.STAGE_START);
      case PRESENTATION_FOLLOW_UP -> TemplateName.PRESENTATION_FOLLOW_UP;
      case APPROVAL_FOLLOW_UP -> asksElse(owed, TemplateName.APPROVAL_RECEIVED);
      case MIDWAY -> TemplateName.MIDWAY;
      case DELAY_NOTICE -> TemplateName.DELAY_NOTICE;
      case EARLY_FINISH -> asksElse(owed, TemplateName.EARLY_FINISH);
      case MATERIALS_REQUEST -> TemplateName.MATERIALS_REQUEST;
      case CLIENT_REMINDER ->
          isLastReminder(owed, process)
              ? TemplateName.MATERIALS_LAST_REMINDER
              : TemplateName.MATERIALS_REMINDER;
      case DORMANT_NOTICE -> TemplateName.DORMANT_NOTICE;
      case DORMANT_CLOSED -> TemplateName.DORMANT_CLOSED;
      case RE_ENTRY -> asksElse(owed, TemplateName.RE_ENTRY);
      case WORKING_TOGETHER ->
          owed.plan().isPresent()
              ? TemplateName.WORKING_TOGETHER_DATED
              : TemplateName.WORKING_TOGETHER;
      case AFTER_END -> TemplateName.AFTER_END;
    };
  }

  /** Where the day is the client's to keep, the mail says what she is to do. */
  private static TemplateName asksElse(Owed owed, TemplateName telling) {
    return owed.whose() == Court.CLIENT ? TemplateName.MATERIALS_REQUEST : telling;
  }

  private static boolean isLastReminder(Owed owed, Process process) {
    int steps = process.rule(Update.CLIENT_REMINDER).days().size();
    return owed.cause().split(" again ", 2)[0].endsWith(":" + steps);
  }

  /**
   * @param ownersDate the day the owner gave, in place of the one that was computed
   * @param materials the names of what the client has just sent
   */
  Map<String, String> of(
      Owed owed,
      TemplateName template,
      ProjectState state,
      Process process,
      Contact contact,
      Optional<LocalDate> ownersDate,
      List<String> materials,
      LocalDate today) {
    var sheet = facts.sheet(state, contact, today);
    Stage stage = process.stageOf(state);
    String nextStep = what(owed, sheet.word(Facts.nextStep(state, stage, process)));
    sheet
        .put("where", stage.names())
        .put("next_step", nextStep, Sheet.Source.PROCESS)
        .put("stage", shown(owed, process, stage).results());
    if (template == TemplateName.MATERIALS_RECEIVED) {
      sheet.put(
          "materials",
          Facts.materials(materials, stage, process, sheet),
          materials.isEmpty() ? Sheet.Source.PROCESS : Sheet.Source.CLIENT);
    }
    if (owed.proposesCall()) {
      sheet.put(
          Fact.CALL_MINUTES, String.valueOf(process.kickoff().minutes()), Sheet.Source.PROCESS);
    }
    items(owed, stage, sheet);
    consequence(owed, stage, sheet);
    date(owed, template, state, ownersDate, nextStep, sheet);
    if (owed.update() == Update.WORKING_TOGETHER) {
      pages.put(owed, state, process, sheet);
    }
    return sheet.facts();
  }

  private static Stage shown(Owed owed, Process process, Stage stage) {
    int before = process.stages().indexOf(stage) - 1;
    return owed.update() == Update.EARLY_FINISH && before >= 0
        ? process.stages().get(before)
        : Facts.shown(process, stage);
  }

  private static void items(Owed owed, Stage stage, Sheet sheet) {
    var items =
        owed.asks().stream()
            .map(ask -> item(ask, owed.update(), sheet))
            .collect(Collectors.joining("\n"));
    sheet.put("items", items, Sheet.Source.PROCESS);
    if (items.isEmpty()) {
      sheet.put("items", stage.waitingFor());
    }
  }

  /** In the first request each item has its own day. */
  private static String item(Owed.Ask ask, Update update, Sheet sheet) {
    String name = sheet.word(ask.item().names());
    boolean chased = update == Update.CLIENT_REMINDER || update == Update.DORMANT_NOTICE;
    return chased
        ? name
        : Phrases.in(sheet.language())
            .say("item.by", name, DateWords.date(ask.due(), sheet.today(), sheet.language()));
  }

  private static void consequence(Owed owed, Stage stage, Sheet sheet) {
    if (owed.update() == Update.DORMANT_NOTICE) {
      sheet.put("consequence", Phrases.in(sheet.language()).say("dormant.consequence"));
      return;
    }
    stage.ifLate().map(IfLate::client).ifPresent(words -> sheet.put("consequence", words));
    stage.ifLate().map(IfLate::studio).ifPresent(words -> sheet.put("remedy", words));
  }

  private static void date(
      Owed owed,
      TemplateName template,
      ProjectState state,
      Optional<LocalDate> ownersDate,
      String nextStep,
      Sheet sheet) {
    var today = sheet.today();
    var language = sheet.language();
    owed.promise()
        .ifPresent(promise ->
            sheet
                .put(
                    "old_date",
                    DateWords.date(promise.due(), today, language),
                    Sheet.Source.PROMISE)
                .put(DUE_BEFORE, promise.due().toString()));
    var said = ownersDate.filter(day -> !day.isBefore(today));
    var source = said.isPresent() ? Sheet.Source.OWNER : source(owed);
    String fact =
        owed.whose() == Court.CLIENT && owed.update().namesDay() ? "due_date" : "next_date";
    var day = said.or(owed::date).or(() -> beside(owed, state, today));
    day.ifPresent(date -> {
      sheet.day(fact, date, nextStep, owed.whose(), source);
      owed.hour()
          .filter(_ -> said.isEmpty() && template == TemplateName.KICKOFF_WORK)
          .ifPresent(hour ->
              sheet.put(fact, DateWords.dateTime(date.atTime(hour), today, language), source));
    });
    owed.callStart()
        .ifPresent(start ->
            sheet
                .put("call_slot", DateWords.dateTime(start, today, language), source)
                .put(Fact.CALL_START, start.toString()));
  }

  private static Sheet.Source source(Owed owed) {
    return owed.update() == Update.MIDWAY ? Sheet.Source.PROMISE : Sheet.Source.COMPUTED;
  }

  /** A mail that owes no day of its own repeats the one that the client knows. */
  private static Optional<LocalDate> beside(Owed owed, ProjectState state, LocalDate today) {
    return owed.update().namesDay() ? Optional.empty() : state.knownDate(today);
  }

  /** A promise that moves keeps its name, so that the new day takes the place of the old one. */
  private static String what(Owed owed, String nextStep) {
    return owed.update() == Update.DELAY_NOTICE
        ? owed.promise().map(Promise::what).orElse(nextStep)
        : nextStep;
  }
}
