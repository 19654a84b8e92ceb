package studio.makore.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.makore.audit.Audit;
import studio.makore.audit.Audit.Asked;
import studio.makore.audit.Audit.Count;
import studio.makore.audit.Audit.Named;
import studio.makore.audit.Audit.Spared;
import studio.makore.audit.Audit.Unanswered;
import studio.makore.language.Bidi;
import studio.makore.language.DateWords;
import studio.makore.language.Language;
import studio.makore.report.AuditSheet.Bar;
import studio.makore.report.AuditSheet.BrokenItem;
import studio.makore.report.AuditSheet.Chart;
import studio.makore.report.AuditSheet.Column;
import studio.makore.report.AuditSheet.Entry;
import studio.makore.report.AuditSheet.Tile;
import studio.makore.report.AuditSheet.UpdateItem;
import studio.makore.report.AuditSheet.WaitedItem;
import studio.makore.report.Sheet.Row;
import studio.makore.silence.OwedUpdate;

/** Puts an audit into one language's words. */
final class AuditWording {
  private static final int MOST_ENTRIES = 150;
  private static final int MOST_BROKEN = 30;
  private static final int MOST_WAITED = 10;
  private static final int MOST_BARS = 10;
  private static final int MOST_MONTH_NAMES = 12;
  private static final int MOST_FIGURES = 24;
  private static final int CHART_FLOOR = 160;
  private static final int CHART_HEIGHT = 130;

  /** Where a stretch of silence begins to be called otherwise, in days. */
  private static final List<Integer> LENGTHS = List.of(0, 3, 7, 14, 30);

  private final Audit audit;
  private final Language language;
  private final Words words;
  private final int minutes;
  private final boolean rightToLeft;

  AuditWording(Audit audit, Language language, int minutes) {
    this.audit = audit;
    this.language = language;
    this.words = Words.in(language);
    this.minutes = minutes;
    this.rightToLeft = Bidi.rightToLeft(language);
  }

  AuditSheet sheet() {
    return new AuditSheet(
        Apart.set(audit.studio()),
        words.say("audit.title"),
        words.say("audit.period", Map.of("from", date(audit.first()), "to", date(audit.last()))),
        words.count("audit.headline", audit.timesAsked()),
        words.count("audit.silence", audit.timesBySilence()),
        audit.timesBySilence() == 0 && audit.timesAsked() == 0,
        audit.timesAsked() > 0,
        read(),
        tiles(),
        words.say("audit.months"),
        columns(),
        words.say("audit.legend.silence"),
        words.say("audit.legend.other"),
        updates(),
        charts(),
        broken(),
        words.say("audit.asked"),
        audit.asked().size() > MOST_ENTRIES
            ? words.say("audit.asked.more", Map.of("n", Integer.toString(MOST_ENTRIES)))
            : "",
        audit.asked().reversed().stream().limit(MOST_ENTRIES).map(this::entry).toList(),
        waited(),
        words.say("audit.unknown"),
        audit.unknown().stream().map(gap -> words.say("audit.gap." + gap)).toList(),
        words.say("audit.method"),
        method());
  }

  private String read() {
    int clients =
        (int) audit.projects().stream().map(Audit.LikelyProject::client).distinct().count();
    return words.say(
        "audit.read",
        Map.of(
            "mails", words.count("audit.mails", audit.mails()),
            "clients", words.count("audit.clients", clients),
            "projects", words.count("audit.projects", audit.projects().size())));
  }

  private List<Tile> tiles() {
    var tiles = new ArrayList<Tile>();
    tiles.add(new Tile(Integer.toString(typicalSilence()), words.say("audit.tile.days")));
    tiles.add(new Tile(Long.toString(hours()), words.say("audit.tile.hours")));
    tiles.add(
        new Tile(
            Integer.toString(audit.broken().size()),
            words.say(
                "audit.tile.promises", Map.of("all", Integer.toString(audit.promises().size())))));
    tiles.add(
        new Tile(Integer.toString(audit.unanswered().size()), words.say("audit.tile.unanswered")));
    return tiles;
  }

  private int typicalSilence() {
    var days = audit.asked().stream().map(Asked::silentDays).sorted().toList();
    return days.isEmpty() ? 0 : days.get(days.size() / 2);
  }

  private long hours() {
    return Math.round(audit.timesAsked() * minutes / 60.0);
  }

  private List<Column> columns() {
    Map<YearMonth, List<Asked>> asked =
        audit.asked().stream()
            .collect(
                Collectors.groupingBy(
                    one -> YearMonth.from(one.at()), TreeMap::new, Collectors.toList()));
    var months = audit.byMonth();
    int most = Math.max(1, months.stream().mapToInt(Count::times).max().orElse(1));
    return IntStream.range(0, months.size())
        .mapToObj(at -> {
          var month = months.get(at).key();
          return column(at, months.size(), month, asked.getOrDefault(month, List.of()), most);
        })
        .toList();
  }

  private Column column(int at, int of, YearMonth month, List<Asked> asked, int most) {
    int total = asked.stream().mapToInt(Asked::times).sum();
    int misses = asked.stream().filter(one -> one.cause().miss()).mapToInt(Asked::times).sum();
    int place = rightToLeft ? of - 1 - at : at;
    double slot = 100.0 / of;
    int height = total * CHART_HEIGHT / most;
    int missHeight = misses * CHART_HEIGHT / most;
    boolean withinAYear = of <= MOST_MONTH_NAMES;
    int everySo = withinAYear ? 1 : 1 + of / (MOST_MONTH_NAMES / 2);
    String form = words.say(withinAYear ? "audit.month" : "audit.month-year");
    return new Column(
        DateTimeFormatter.ofPattern(form, language.locale()).format(month),
        total,
        percent(place * slot + slot * 0.15),
        percent(place * slot + slot * 0.5),
        percent(slot * 0.7),
        CHART_FLOOR - height,
        height - missHeight,
        CHART_FLOOR - missHeight,
        missHeight,
        CHART_FLOOR - height - 6,
        total > 0 && of <= MOST_FIGURES,
        at % everySo == 0);
  }

  private List<UpdateItem> updates() {
    var updates = audit.updates();
    return IntStream.range(0, updates.size())
        .mapToObj(at -> update(updates.get(at), at == 0, at == updates.size() - 1))
        .toList();
  }

  private UpdateItem update(Spared spared, boolean first, boolean last) {
    return new UpdateItem(
        words.say("audit.updates"),
        first,
        last,
        words.say("owed." + spared.update()),
        words.say(
            "audit.update.spares",
            Map.of(
                "times",
                words.count("audit.times", spared.times()),
                "percent",
                Integer.toString(spared.times() * 100 / Math.max(1, audit.timesAsked())))),
        words.say(
            "audit.update.template", Map.of("template", Apart.set(template(spared.update())))),
        words.say("audit.update.for"),
        spared.examples().stream().map(this::example).toList());
  }

  /** The file that holds the text of such an update. */
  static String template(OwedUpdate update) {
    return switch (update) {
      case STAGE_START -> "stage-start.md";
      case APPROVAL_FOLLOW_UP -> "approval-received.md";
      case MIDWAY -> "midway.md";
      case DELAY_NOTICE -> "delay-notice.md";
      case ANSWER -> "status-answer.md";
      case CLIENT_REMINDER -> "materials-reminder.md";
      case SEND_AGAIN -> "bounced.md";
      case NONE -> "";
    };
  }

  private String example(Asked asked) {
    return words.say(
        "audit.example",
        Map.of(
            "date", date(asked.owedOn()),
            "project", name(asked.project(), asked.client()),
            "days", days(asked.silentDays())));
  }

  private List<Chart> charts() {
    var charts = new ArrayList<Chart>();
    charts.add(
        chart(
            "audit.causes",
            audit.byCause(),
            count -> words.say("cause." + count.key()),
            count -> count.key().miss()));
    charts.add(
        chart(
            "audit.length",
            byLength(),
            count -> words.say("audit.length." + count.key()),
            _ -> true));
    charts.add(
        chart(
            "audit.by-client",
            few(audit.byClient()),
            count -> client(count.key()),
            count -> !count.key().isEmpty()));
    charts.add(
        chart(
            "audit.by-stage",
            audit.byStage(),
            count -> words.say("stage." + count.key()),
            count -> !count.key().isEmpty()));
    return charts;
  }

  private List<Count<Integer>> byLength() {
    return LENGTHS.stream()
        .map(from -> {
          var within =
              audit.asked().stream().filter(one -> length(one.silentDays()) == from).toList();
          return new Count<>(from, within.stream().mapToInt(Asked::times).sum(), within.size());
        })
        .toList();
  }

  private static int length(int days) {
    return LENGTHS.stream().filter(from -> days >= from).max(Comparator.naturalOrder()).orElse(0);
  }

  /** The rest in one, so that a long list stays a chart. */
  private static List<Count<String>> few(List<Count<String>> all) {
    if (all.size() <= MOST_BARS) {
      return all;
    }
    var few = new ArrayList<>(all.subList(0, MOST_BARS - 1));
    var rest = all.subList(MOST_BARS - 1, all.size());
    few.add(
        new Count<>(
            "",
            rest.stream().mapToInt(Count::times).sum(),
            rest.stream().mapToInt(Count::inquiries).sum()));
    return few;
  }

  private String client(String name) {
    return name.isEmpty() ? words.say("audit.others") : Apart.set(name);
  }

  private <K> Chart chart(
      String title,
      List<Count<K>> counts,
      java.util.function.Function<Count<K>, String> label,
      Predicate<Count<K>> miss) {
    // what is set apart may be longer than the chart, which is there for the others
    int most = Math.max(1, counts.stream().filter(miss).mapToInt(Count::times).max().orElse(1));
    return new Chart(
        words.say(title),
        counts.stream()
            .map(count -> {
              double width = Math.min(100, 100.0 * count.times() / most);
              return new Bar(
                  label.apply(count),
                  Integer.toString(count.times()),
                  percent(rightToLeft ? 100 - width : 0),
                  percent(width),
                  miss.test(count) ? "miss" : "other");
            })
            .toList());
  }

  private List<BrokenItem> broken() {
    var broken = audit.broken().reversed().stream().limit(MOST_BROKEN).toList();
    return IntStream.range(0, broken.size())
        .mapToObj(at -> broken(broken.get(at), at == 0))
        .toList();
  }

  private BrokenItem broken(Named named, boolean first) {
    return new BrokenItem(
        words.say("audit.broken"),
        first,
        name(named.project(), named.client()),
        quote(named.words()),
        direction(named.words()),
        words.say(
            "audit.promise.named",
            Map.of("on-date", onDate(named.said()), "due", date(named.due()))),
        outcome(named));
  }

  private String outcome(Named named) {
    return words.say(
        "audit.outcome." + named.outcome(),
        named.settled().map(this::dates).orElse(Map.of("date", "", "on-date", "")));
  }

  private Entry entry(Asked asked) {
    var rows = new ArrayList<Row>();
    var who = new HashMap<>(dates(asked.at().toLocalDate()));
    who.put("contact", Apart.set(asked.contact()));
    rows.add(row("row.asked", words.count("row.asked.value", asked.times(), who)));
    rows.add(row("row.stage", words.say("stage." + asked.stage())));
    rows.add(
        row(
            "row.silence",
            words.say("row.silence.value", Map.of("days", days(asked.silentDays())))));
    rows.add(row("row.cause", words.say("cause." + asked.cause())));
    asked.promise().ifPresent(named -> rows.add(row("row.promise", quote(named.words()))));
    asked
        .shown()
        .map(day -> row("audit.shown", words.say("audit.shown." + asked.cause(), dates(day))))
        .ifPresent(rows::add);
    if (asked.owed() != OwedUpdate.NONE) {
      rows.add(
          row(
              "row.owed",
              words.say(
                  "row.owed.value",
                  Map.of(
                      "update", words.say("owed." + asked.owed()), "date", date(asked.owedOn())))));
    }
    rows.add(
        asked
            .answered()
            .map(day -> row("row.answer", words.say("row.answer.given", dates(day))))
            .orElseGet(
                () -> new Row(words.say("row.answer"), words.say("audit.answered.none"), true)));
    return new Entry(
        name(asked.project(), asked.client()),
        quote(asked.words()),
        direction(asked.words()),
        rows);
  }

  private List<WaitedItem> waited() {
    var longest =
        audit.unanswered().stream()
            .sorted(Comparator.comparingLong((Unanswered mail) -> waited(mail)).reversed())
            .limit(MOST_WAITED)
            .toList();
    return IntStream.range(0, longest.size())
        .mapToObj(at -> waited(longest.get(at), at == 0, at == longest.size() - 1))
        .toList();
  }

  private long waited(Unanswered mail) {
    return ChronoUnit.DAYS.between(mail.on(), mail.answered().orElse(audit.last()));
  }

  private WaitedItem waited(Unanswered mail, boolean first, boolean last) {
    String when =
        mail.answered()
            .map(day ->
                words.say(
                    "audit.waited.answered",
                    Map.of("on-date", onDate(mail.on()), "answered", date(day))))
            .orElseGet(() -> words.say("audit.waited.open", Map.of("on-date", onDate(mail.on()))));
    return new WaitedItem(
        words.say("audit.waited"), first, last, name(mail.subject(), mail.client()), when);
  }

  private List<String> method() {
    return List.of(
        words.say(
            "audit.method.hours",
            Map.of(
                "times", Integer.toString(audit.timesAsked()),
                "minutes", Integer.toString(minutes),
                "hours", Long.toString(hours()))),
        words.say("audit.method.silence"),
        words.say(
            "audit.addresses",
            Map.of(
                "addresses",
                audit.addresses().stream()
                    .limit(MOST_BARS)
                    .map(Apart::set)
                    .collect(Collectors.joining(", ")))));
  }

  private String name(String project, String client) {
    return words.say("topic", Map.of("project", Apart.set(project), "client", Apart.set(client)));
  }

  private String quote(String said) {
    return words.say("quote", Map.of("words", Apart.excerpt(said)));
  }

  private String direction(String said) {
    return Apart.rightToLeft(said, rightToLeft) ? "rtl" : "ltr";
  }

  private Row row(String key, String value) {
    return new Row(words.say(key), value, false);
  }

  private String days(int days) {
    return words.count("days", days);
  }

  private Map<String, String> dates(LocalDate day) {
    return Map.of("date", date(day), "on-date", onDate(day));
  }

  private String date(LocalDate day) {
    return DateWords.date(day, audit.last(), language);
  }

  private String onDate(LocalDate day) {
    return DateWords.onDate(day, audit.last(), language);
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
