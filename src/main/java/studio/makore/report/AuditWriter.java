package studio.makore.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.makore.audit.Audit;
import studio.makore.audit.Audit.Asked;
import studio.makore.audit.Audit.Count;
import studio.makore.audit.Audit.LikelyProject;
import studio.makore.audit.Audit.Named;
import studio.makore.audit.Audit.Spared;
import studio.makore.audit.Audit.Unanswered;
import studio.makore.language.Language;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an audit: as a page for people, as JSON and CSV for programs. Names and words from the
 * mails are taken as hostile: neither the page nor a spreadsheet obeys anything in them.
 */
public final class AuditWriter {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Excel takes a file for UTF-8 by this mark. */
  private static final String UTF8_MARK = "\ufeff";

  private final int minutes;

  /**
   * @param minutes of the studio's day that each question is reckoned at
   */
  public AuditWriter(int minutes) {
    this.minutes = minutes;
  }

  /**
   * One HTML file that needs nothing else, in light and dark, for phones and for print.
   *
   * @throws IllegalArgumentException for a language that has no file
   */
  public String page(Audit audit, Language language) {
    return new HtmlLayout(language).audit(new AuditWording(audit, language, minutes).sheet());
  }

  /** Everything the audit found; days as ISO 8601. */
  public String json(Audit audit) {
    var all = new LinkedHashMap<String, Object>();
    all.put("studio", audit.studio());
    all.put("addresses", audit.addresses());
    all.put("language", audit.language().tag());
    all.put("first", audit.first().toString());
    all.put("last", audit.last().toString());
    all.put("mails", audit.mails());
    all.put("fromClients", audit.fromClients());
    all.put("toClients", audit.toClients());
    all.put("timesAsked", audit.timesAsked());
    all.put("timesAfterSilence", audit.timesBySilence());
    all.put("minutesPerQuestion", minutes);
    all.put("hours", audit.timesAsked() * minutes / 60.0);
    all.put("byMonth", counts(audit.byMonth()));
    all.put("byClient", counts(audit.byClient()));
    all.put("byStage", counts(audit.byStage()));
    all.put("byCause", counts(audit.byCause()));
    all.put("updates", audit.updates().stream().map(AuditWriter::spared).toList());
    all.put("inquiries", audit.asked().stream().map(AuditWriter::asked).toList());
    all.put("promises", audit.promises().stream().map(AuditWriter::named).toList());
    all.put("unanswered", audit.unanswered().stream().map(AuditWriter::unanswered).toList());
    all.put("projects", audit.projects().stream().map(AuditWriter::project).toList());
    all.put("couldNotKnow", audit.unknown().stream().map(Enum::name).toList());
    return JSON.writeValueAsString(all) + "\n";
  }

  /** One line for each inquiry (RFC 4180, UTF-8). */
  public String inquiries(Audit audit) {
    return csv(audit.asked().stream().map(AuditWriter::asked).toList(), ASKED);
  }

  /** One line for each day that was named to a client (RFC 4180, UTF-8). */
  public String promises(Audit audit) {
    return csv(audit.promises().stream().map(AuditWriter::named).toList(), NAMED);
  }

  private static final List<String> ASKED =
      List.of(
          "asked",
          "lastAsked",
          "times",
          "client",
          "contact",
          "project",
          "stage",
          "silentDays",
          "cause",
          "shown",
          "promisedFor",
          "promise",
          "owed",
          "owedOn",
          "template",
          "answered",
          "upset",
          "language",
          "subject",
          "words");

  private static final List<String> NAMED =
      List.of("client", "project", "said", "due", "outcome", "settled", "words");

  private static Map<String, Object> asked(Asked one) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("asked", one.at().toString());
    fields.put("lastAsked", one.lastAsked().toString());
    fields.put("times", one.times());
    fields.put("client", one.client());
    fields.put("contact", one.contact());
    fields.put("project", one.project());
    fields.put("stage", one.stage());
    fields.put("silentDays", one.silentDays());
    fields.put("cause", one.cause().name());
    fields.put("shown", day(one.shown()));
    fields.put("promisedFor", day(one.promise().map(Named::due)));
    fields.put("promise", one.promise().map(Named::words).orElse(""));
    fields.put("owed", one.owed().name());
    fields.put("owedOn", one.owedOn().toString());
    fields.put("template", AuditWording.template(one.owed()));
    fields.put("answered", day(one.answered()));
    fields.put("upset", one.upset());
    fields.put("language", one.language().tag());
    fields.put("subject", one.subject());
    fields.put("words", one.words());
    return fields;
  }

  private static Map<String, Object> named(Named one) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("client", one.client());
    fields.put("project", one.project());
    fields.put("said", one.said().toString());
    fields.put("due", one.due().toString());
    fields.put("outcome", one.outcome().name());
    fields.put("settled", day(one.settled()));
    fields.put("words", one.words());
    return fields;
  }

  private static Map<String, Object> unanswered(Unanswered one) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("client", one.client());
    fields.put("project", one.project());
    fields.put("subject", one.subject());
    fields.put("on", one.on().toString());
    fields.put("answered", day(one.answered()));
    return fields;
  }

  private static Map<String, Object> project(LikelyProject one) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("client", one.client());
    fields.put("contact", one.contact());
    fields.put("address", one.address());
    fields.put("language", one.language().tag());
    fields.put("project", one.name());
    fields.put("stage", one.stage());
    fields.put("court", one.court());
    fields.put("first", one.first().toString());
    fields.put("last", one.last().toString());
    fields.put("mails", one.mails());
    fields.put("promisedFor", day(one.open().map(Named::due)));
    fields.put("promise", one.open().map(Named::words).orElse(""));
    return fields;
  }

  private static Map<String, Object> spared(Spared one) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("update", one.update().name());
    fields.put("template", AuditWording.template(one.update()));
    fields.put("times", one.times());
    fields.put("inquiries", one.inquiries());
    return fields;
  }

  private static List<Map<String, Object>> counts(List<? extends Count<?>> counts) {
    return counts.stream().map(AuditWriter::count).toList();
  }

  private static Map<String, Object> count(Count<?> one) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("key", one.key().toString());
    fields.put("times", one.times());
    fields.put("inquiries", one.inquiries());
    return fields;
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  private static String csv(List<Map<String, Object>> rows, List<String> columns) {
    return Stream.concat(
            Stream.of(String.join(",", columns)),
            rows.stream()
                .map(row ->
                    columns.stream()
                        .map(column -> cell(String.valueOf(row.get(column))))
                        .collect(Collectors.joining(","))))
        .collect(Collectors.joining("\r\n", UTF8_MARK, "\r\n"));
  }

  /** What a spreadsheet would take for a formula stands behind an apostrophe. */
  private static String cell(String value) {
    String text =
        !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
