package studio.makore.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import studio.makore.language.DateWords;
import studio.makore.language.Language;
import studio.makore.project.Court;
import studio.makore.project.Owed;
import studio.makore.project.Process;
import studio.makore.project.ProjectState;
import studio.makore.project.Studio;
import studio.makore.project.WorkingTogether;
import studio.makore.reply.Fact;

/** Writes the page "How we work together" into the facts of a mail: as text and for its PDF. */
final class Pages {
  private final Studio studio;

  Pages(Studio studio) {
    this.studio = studio;
  }

  void put(Owed owed, ProjectState state, Process process, Sheet sheet) {
    var page = WorkingTogether.of(owed, state, process, studio);
    var language = sheet.language();
    var today = sheet.today();
    var rows = new ArrayList<List<String>>();
    for (var row : page.rows()) {
      rows.add(row(rows.size() + 1, row, language, today));
    }
    sheet.put(
        "page",
        rows.stream().map(lines -> String.join("\n", lines)).collect(Collectors.joining("\n")),
        Sheet.Source.PROCESS);
    sheet.put(Fact.PAGE_HTML, html(rows));
    sheet.put(
        "changes",
        page.changes().stream()
            .map(change -> changed(change, language, today))
            .collect(Collectors.joining("\n")),
        Sheet.Source.COMPUTED);
  }

  private static List<String> row(
      int number, WorkingTogether.Row row, Language language, LocalDate today) {
    var phrases = Phrases.in(language);
    var lines = new ArrayList<String>();
    lines.add(phrases.say("page.stage", number, row.names().getOrDefault(language, row.stage())));
    lines.add(
        row.who() == Court.CLIENT
            ? phrases.say("page.client", row.client().getOrDefault(language, ""))
            : phrases.say(
                "page.studio", row.answers(), row.client().getOrDefault(language, "")));
    lines.add(length(row, phrases, language, today));
    for (var bring : row.brings()) {
      String name = bring.names().getOrDefault(language, "");
      lines.add(
          bring.due()
              .map(due ->
                  phrases.say("page.bring-by", name, DateWords.date(due, today, language)))
              .orElseGet(() -> phrases.say("page.bring", name, bring.workingDays())));
    }
    row.ifLate()
        .ifPresent(late -> {
          lines.add(
              phrases.say(
                  row.who() == Court.CLIENT ? "page.late-client" : "page.late-studio",
                  late.workingDays(),
                  late.words(row.who()).getOrDefault(language, "")));
        });
    return lines;
  }

  private static String length(
      WorkingTogether.Row row, Phrases phrases, Language language, LocalDate today) {
    if (row.over()) {
      return phrases.say("page.over");
    }
    return row.to()
        .map(to -> phrases.say("page.until", DateWords.date(to, today, language)))
        .orElseGet(() -> phrases.say("page.days", row.workingDays()));
  }

  private static String changed(
      WorkingTogether.Change change, Language language, LocalDate today) {
    return Phrases.in(language)
        .say(
            "page.change",
            change.names().getOrDefault(language, ""),
            DateWords.date(change.before(), today, language),
            DateWords.date(change.now(), today, language));
  }

  private static String html(List<List<String>> rows) {
    return rows.stream()
        .map(lines ->
            "<p><b>%s</b><br>%s</p>"
                .formatted(
                    Entities.escape(lines.getFirst()),
                    lines.stream().skip(1).map(Entities::escape).collect(Collectors.joining("<br>"))))
        .collect(Collectors.joining("\n"));
  }
}
