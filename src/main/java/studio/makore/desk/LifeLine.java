package studio.makore.desk;

import java.time.LocalDate;
import studio.makore.language.DateWords;
import studio.makore.language.Language;
import studio.makore.project.Project;

/** Where a project stands, in one line. */
record LifeLine(Portfolio portfolio) {
  String of(Project project, Language language, LocalDate today) {
    var state = portfolio.state(project);
    var phrases = Phrases.in(language);
    var stage = portfolio.process(project).stageOf(state);
    String where =
        state.closed()
            ? phrases.say("life.closed")
            : state.paused()
                ? phrases.say("life.paused")
                : stage.names().getOrDefault(language, stage.key());
    return phrases.say(
        "line.stands",
        where,
        state
            .knownDate(today)
            .map(date -> DateWords.date(date, today, language))
            .orElse(phrases.say("line.no-date")));
  }
}
