package studio.makore.reply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.makore.language.DateWords;
import studio.makore.project.Court;
import studio.makore.project.IfLate;
import studio.makore.project.WorkingTogether;
import studio.makore.project.WorkingTogether.Bring;
import studio.makore.project.WorkingTogether.Row;

/** Puts the page "How we work together" into words. */
record PageWriter(WorkingTogether page, PageWords words, LocalDate today) {

  PageContent content(String project, String studio) {
    boolean dated = page.version() > 0;
    return new PageContent(
        words.say("title"),
        dated ? aboutDated(project, studio) : about(project, studio),
        new PageContent.Columns(
            words.say("stage"),
            words.say("from-you"),
            words.say("from-us"),
            words.say(dated ? "when.dated" : "when")),
        page.rows().stream().map(this::entry).toList(),
        late(),
        dated ? Optional.empty() : Optional.of(talk()),
        page.changes().stream().map(this::change).toList());
  }

  private String about(String project, String studio) {
    return words.say("about", Map.of("project", project, "studio", studio));
  }

  private String aboutDated(String project, String studio) {
    return words.say(
        "about.dated",
        Map.of("about", about(project, studio), "version", page.version(), "date", date(today)));
  }

  private PageContent.Talk talk() {
    return new PageContent.Talk(words.say("talk"), words.list("talk.points"));
  }

  private PageContent.Entry entry(Row row) {
    return new PageContent.Entry(
        page.rows().indexOf(row) + 1 + ". " + words.opening(row.names()),
        row.who(),
        fromYou(row),
        fromUs(row),
        when(row));
  }

  private List<String> fromYou(Row row) {
    if (row.who() == Court.STUDIO) {
      return List.of(words.say("nothing"));
    }
    return row.brings().isEmpty()
        ? List.of(words.in(row.client()))
        : row.brings().stream().map(this::bring).toList();
  }

  private String bring(Bring bring) {
    String item = words.in(bring.names());
    if (bring.due().isPresent()) {
      return words.say("item.dated", Map.of("item", item, "date", date(bring.due().get())));
    }
    return page.version() > 0
        ? item
        : words.say("item", Map.of("item", item, "days", words.days(bring.workingDays())));
  }

  private String fromUs(Row row) {
    return words.say("answers", Map.of("what", studiosPart(row), "name", row.answers()));
  }

  private String studiosPart(Row row) {
    if (row.who() == Court.STUDIO) {
      return words.in(row.client());
    }
    boolean corrects = !row.studio().equals(row.names());
    return corrects ? words.in(row.studio()) : words.say("check");
  }

  private List<String> when(Row row) {
    var when = new ArrayList<String>();
    when.add(
        row.to()
            .map(day -> words.say(row.over() ? "over" : "by", Map.of("date", date(day))))
            .orElseGet(
                () -> words.say("about-days", Map.of("days", words.days(row.workingDays())))));
    if (row.handsOver() && !row.over()) {
      when.add(words.say(row.who() == Court.CLIENT ? "then-us" : "then-you"));
    }
    return List.copyOf(when);
  }

  /** Stages with the same words for it stand together. */
  private List<PageContent.Late> late() {
    var stages = new LinkedHashMap<IfLate, List<String>>();
    for (Row row : page.rows()) {
      row.ifLate()
          .ifPresent(ifLate ->
              stages.computeIfAbsent(ifLate, _ -> new ArrayList<>()).add(words.in(row.names())));
    }
    return stages.entrySet().stream().map(late -> late(late.getKey(), late.getValue())).toList();
  }

  private PageContent.Late late(IfLate ifLate, List<String> stages) {
    String when = words.say("late", Map.of("days", words.days(ifLate.workingDays())));
    return new PageContent.Late(
        stages.size() == page.rows().size()
            ? when
            : words.say("late.stages", Map.of("late", when, "stages", String.join(", ", stages))),
        words.say("late.you"),
        words.in(ifLate.client()),
        words.say("late.us"),
        words.in(ifLate.studio()));
  }

  private String change(WorkingTogether.Change change) {
    return words.say(
        "change",
        Map.of(
            "stage", words.opening(change.names()),
            "now", date(change.now()),
            "before", date(change.before())));
  }

  private String date(LocalDate date) {
    return DateWords.date(date, today, words.language());
  }
}
