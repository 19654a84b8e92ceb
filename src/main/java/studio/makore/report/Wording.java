package studio.makore.report;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.makore.language.Bidi;
import studio.makore.language.DateWords;
import studio.makore.language.Language;
import studio.makore.report.Sheet.Bar;
import studio.makore.report.Sheet.Entry;
import studio.makore.report.Sheet.Part;
import studio.makore.report.Sheet.Row;
import studio.makore.report.Sheet.Topic;
import studio.makore.report.WeeklyReport.Asked;
import studio.makore.report.WeeklyReport.AskedAbout;
import studio.makore.report.WeeklyReport.InTheAir;
import studio.makore.report.WeeklyReport.WeekCount;
import studio.makore.silence.OwedUpdate;

/** Puts a report into one language's words. */
final class Wording {
  private static final int PROJECTS_OF_A_RATE = 10;

  private final WeeklyReport report;
  private final Language language;
  private final Words words;

  Wording(WeeklyReport report, Language language) {
    this.report = report;
    this.language = language;
    this.words = Words.in(language);
  }

  Sheet sheet() {
    return new Sheet(
        Apart.set(report.studio()),
        week(),
        headline(),
        report.misses().isEmpty(),
        facts(),
        words.say("chart"),
        bars(),
        parts(),
        report.inTheAir().isEmpty() && report.week().activeProjects() > 0
            ? words.say("air.none")
            : "");
  }

  String subject() {
    return words.say("subject", Map.of("headline", headline(), "week", week()));
  }

  private String week() {
    return words.say("week", dates(report.week().week().first()));
  }

  private String headline() {
    if (report.quiet()) {
      return words.say("quiet");
    }
    int misses = report.week().misses();
    return misses == 0 ? words.say("no-misses") : words.count("misses", misses);
  }

  private List<String> facts() {
    var facts = new ArrayList<String>();
    if (report.week().misses() > 0) {
      report.week().rate().ifPresent(rate -> facts.add(rate(rate)));
    }
    report.trend().map(this::trend).ifPresent(facts::add);
    report.baseline().map(this::baseline).ifPresent(facts::add);
    if (report.askedAgain() > 0) {
      facts.add(words.count("asked-again", report.askedAgain()));
    }
    return List.copyOf(facts);
  }

  private String rate(double rate) {
    return words.say(
        "rate", Map.of("projects", projects(report.week().activeProjects()), "rate", ten(rate)));
  }

  private String trend(WeeklyReport.Trend trend) {
    return words.say(
        "trend." + trend.name().toLowerCase(Locale.ROOT),
        Map.of(
            "before",
            words.count("weeks-before", report.weeksBefore().size()),
            "rate",
            ten(report.rateBefore().orElseThrow())));
  }

  /** A rate as inquiries on ten projects, a figure that can be pictured: {@code 2.5}. */
  private static String ten(double rate) {
    return BigDecimal.valueOf(rate * PROJECTS_OF_A_RATE)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private String baseline(WeekCount baseline) {
    return words.say(
        "baseline",
        Map.ofEntries(
            entry("inquiries", words.count("inquiries", baseline.misses())),
            entry("date", date(baseline.week().first())),
            entry("on-date", onDate(baseline.week().first()))));
  }

  private List<Bar> bars() {
    int most = report.weeks().stream().mapToInt(WeekCount::misses).max().orElse(0);
    return report.weeks().stream().map(week -> bar(week, Math.max(1, most))).toList();
  }

  private Bar bar(WeekCount week, int most) {
    var shortDate = DateTimeFormatter.ofPattern(words.say("short-date"), language.locale());
    return new Bar(
        shortDate.format(week.week().first()),
        week.misses(),
        week.misses() * 100 / most,
        projects(week.activeProjects()),
        week.week().equals(report.week().week()));
  }

  private String projects(int count) {
    return words.count("projects", count);
  }

  private List<Part> parts() {
    var parts = new ArrayList<Part>();
    asked("part.misses", report.misses()).ifPresent(parts::add);
    asked("part.waiting", report.waiting()).ifPresent(parts::add);
    asked("part.others", report.others()).ifPresent(parts::add);
    if (!report.inTheAir().isEmpty()) {
      parts.add(
          new Part(
              words.count("air", report.inTheAir().size()),
              report.inTheAir().stream().map(this::inTheAir).toList()));
    }
    return List.copyOf(parts);
  }

  private Optional<Part> asked(String title, List<AskedAbout> asked) {
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(new Part(words.say(title), asked.stream().map(this::asked).toList()));
  }

  private Topic asked(AskedAbout about) {
    return new Topic(
        name(about.project(), about.client()),
        about.inquiries().stream().map(this::asked).toList());
  }

  private Entry asked(Asked asked) {
    var inquiry = asked.inquiry();
    var rows = new ArrayList<Row>();
    rows.add(row("asked", words.count("row.asked.value", inquiry.times(), who(asked))));
    rows.add(
        row("silence", words.say("row.silence.value", Map.of("days", days(inquiry.silentDays())))));
    rows.add(row("cause", words.say("cause." + inquiry.cause())));
    if (!inquiry.brokenPromise().isEmpty()) {
      rows.add(row("promise", promise(inquiry.brokenPromise(), asked.promisedFor())));
    }
    if (inquiry.owed() != OwedUpdate.NONE) {
      rows.add(row("owed", owed(inquiry.owed(), inquiry.owedOn())));
    }
    rows.add(
        asked
            .answeredOn()
            .map(day -> row("answer", words.say("row.answer.given", dates(day))))
            .orElseGet(
                () -> new Row(words.say("row.answer"), words.say("row.answer.waiting"), true)));
    return new Entry(
        words.say("quote", Map.of("words", Apart.excerpt(inquiry.words()))),
        Apart.rightToLeft(inquiry.words(), Bidi.rightToLeft(language)),
        List.copyOf(rows));
  }

  private Map<String, String> who(Asked asked) {
    var values = new HashMap<>(dates(asked.on()));
    values.put("contact", Apart.set(asked.contact()));
    return values;
  }

  private String owed(OwedUpdate owed, LocalDate day) {
    return words.say(
        "row.owed.value", Map.of("update", words.say("owed." + owed), "date", date(day)));
  }

  private String promise(String what, Optional<LocalDate> due) {
    String name = Apart.set(what);
    return due.map(day ->
            words.say(
                "row.promise.value",
                Map.of("what", name, "date", date(day), "on-date", onDate(day))))
        .orElse(name);
  }

  private Topic inTheAir(InTheAir project) {
    var rows = new ArrayList<Row>();
    rows.add(row("stage", Apart.set(project.stage())));
    rows.add(row("heard", heard(project)));
    project
        .broken()
        .map(broken -> row("passed", promise(broken.what(), Optional.of(broken.due()))))
        .ifPresent(rows::add);
    return new Topic(
        name(project.project(), project.client()),
        List.of(new Entry("", false, List.copyOf(rows))));
  }

  private String heard(InTheAir project) {
    String days = days(project.silentDays());
    return project
        .lastHeard()
        .map(day -> words.say("row.heard.value", Map.of("date", date(day), "days", days)))
        .orElseGet(() -> words.say("row.heard.never", Map.of("days", days)));
  }

  private String name(String project, String client) {
    return words.say("topic", Map.of("project", Apart.set(project), "client", Apart.set(client)));
  }

  private Row row(String key, String value) {
    return new Row(words.say("row." + key), value, false);
  }

  private String days(int days) {
    return words.count("days", days);
  }

  private Map<String, String> dates(LocalDate day) {
    return Map.of("date", date(day), "on-date", onDate(day));
  }

  private String date(LocalDate day) {
    return DateWords.date(day, report.today(), language);
  }

  private String onDate(LocalDate day) {
    return DateWords.onDate(day, report.today(), language);
  }
}
