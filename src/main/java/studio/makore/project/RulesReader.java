package studio.makore.project;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads which updates a process owes. What is not named is off. */
final class RulesReader {
  /** What the number of a rule is called in the file, and what it is when it is not given. */
  private record Number(String key, List<Integer> usual) {}

  private static final Map<Update, Number> NUMBERS =
      Map.of(
          Update.MIDWAY, new Number("longer-than", List.of(8)),
          Update.DELAY_NOTICE, new Number("before", List.of(1)),
          Update.EARLY_FINISH, new Number("by-at-least", List.of(1)),
          Update.CLIENT_REMINDER, new Number("after", List.of(1, 4, 8)),
          Update.DORMANT_NOTICE, new Number("after", List.of(20)),
          Update.DORMANT_CLOSED, new Number("after", List.of(20)),
          Update.RE_ENTRY, new Number("late-by", List.of(10)),
          Update.AFTER_END, new Number("after", List.of(10)));

  private static final Kickoff USUAL = new Kickoff(Kickoff.With.WORK, 0, LocalTime.of(11, 0));

  private final YamlFile.Section process;
  private final Optional<YamlFile.Section> updates;

  RulesReader(YamlFile.Section process) {
    this.process = process;
    this.updates = process.optionalSection("updates");
    updates.ifPresent(section ->
        section.allow(Arrays.stream(Update.values()).map(this::key).toArray(String[]::new)));
  }

  Process process(String key, List<Stage> stages) {
    var rules = new EnumMap<Update, UpdateRule>(Update.class);
    for (Update update : Update.values()) {
      rule(update).ifPresent(rule -> rules.put(update, rule));
    }
    var read =
        new Process(
            key,
            stages,
            Map.copyOf(rules),
            of(Update.KICKOFF).map(this::kickoff).orElse(USUAL),
            of(Update.WORKING_TOGETHER).map(RulesReader::since));
    checkConsequences(read);
    return read;
  }

  private String key(Update update) {
    return update.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Optional<UpdateRule> rule(Update update) {
    return updates
        .filter(section -> section.has(key(update)))
        .map(section ->
            section.isSection(key(update))
                ? rule(update, allowed(update, section.section(key(update))))
                : new UpdateRule(
                    update,
                    section.choice(key(update), UpdateRule.Mode.class),
                    Optional.ofNullable(NUMBERS.get(update)).map(Number::usual).orElse(List.of())));
  }

  private YamlFile.Section allowed(Update update, YamlFile.Section section) {
    var own =
        switch (update) {
          case KICKOFF -> Stream.of("with", "minutes", "hour");
          case WORKING_TOGETHER -> Stream.of("since");
          default -> Stream.ofNullable(NUMBERS.get(update)).map(Number::key);
        };
    return section.allow(Stream.concat(Stream.of("mode"), own).toArray(String[]::new));
  }

  private static UpdateRule rule(Update update, YamlFile.Section section) {
    var mode = section.choice("mode", UpdateRule.Mode.class);
    Number number = NUMBERS.get(update);
    if (number == null) {
      return new UpdateRule(update, mode, List.of());
    }
    if (!section.has(number.key())) {
      return new UpdateRule(update, mode, number.usual());
    }
    return new UpdateRule(
        update,
        mode,
        update == Update.CLIENT_REMINDER
            ? section.risingNumbers(number.key(), 1, 260)
            : List.of(section.number(number.key(), 1, 260)));
  }

  /** The section of a rule that is written with more than its mode. */
  private Optional<YamlFile.Section> of(Update update) {
    return updates
        .filter(section -> section.isSection(key(update)))
        .map(section -> section.section(key(update)));
  }

  private Kickoff kickoff(YamlFile.Section section) {
    var with = section.has("with") ? section.choice("with", Kickoff.With.class) : USUAL.with();
    return new Kickoff(
        with,
        with == Kickoff.With.CALL ? section.number("minutes", 5, 480) : 0,
        section.has("hour") ? section.value("hour", LocalTime::parse) : USUAL.hour());
  }

  private static LocalDate since(YamlFile.Section section) {
    return section.value("since", LocalDate::parse);
  }

  /** What is asked for, or agreed on in writing, says what happens if it comes late. */
  private void checkConsequences(Process read) {
    var rule = read.rule(Update.WORKING_TOGETHER);
    if (rule.on() && read.workingTogetherSince().isEmpty()) {
      throw updates
          .orElseThrow()
          .wrong(
              key(Update.WORKING_TOGETHER),
              "should say from which day projects are opened under it, such as {mode: %s, since: 2026-03-01}"
                  .formatted(rule.mode().name().toLowerCase(Locale.ROOT)));
    }
    for (Stage stage : read.stages()) {
      boolean asks = stage.court() == Court.CLIENT && read.rule(Update.MATERIALS_REQUEST).on();
      if (stage.ifLate().isEmpty() && (rule.on() || asks)) {
        throw process.wrong(
            "if-late",
            "is missing, for the process or its stage \"%s\": %s tells the client what happens if something is late"
                .formatted(
                    stage.key(),
                    key(rule.on() ? Update.WORKING_TOGETHER : Update.MATERIALS_REQUEST)));
      }
    }
  }
}
