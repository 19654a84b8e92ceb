package studio.makore.cli;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import studio.makore.desk.ProjectOrder;
import studio.makore.language.Gender;
import studio.makore.language.Language;
import studio.makore.project.Contact;
import studio.makore.project.ProjectState;
import studio.makore.project.Promise;
import studio.makore.project.StageCourse;

/** Projects as comma-separated values (RFC 4180), the first line naming the columns. */
final class ProjectSheet {
  private static final List<String> COLUMNS =
      List.of(
          "project",
          "client",
          "contact",
          "address",
          "language",
          "gender",
          "process",
          "stage",
          "promised");
  private static final List<String> NEEDED =
      List.of("project", "client", "contact", "address", "language");
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private ProjectSheet() {}

  /** One project of a sheet, and the line it ends on. */
  record Row(long line, ProjectOrder order) {}

  /**
   * Reads the projects of a sheet. Columns that are not known are left alone, so that a sheet may
   * hold the studio's own.
   *
   * @throws Failure with line, column and what is allowed
   */
  static List<Row> read(Reader sheet) {
    var format = FORMAT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (var parser = format.parse(withoutMark(sheet))) {
      for (String column : NEEDED) {
        if (!parser.getHeaderMap().containsKey(column)) {
          throw new Failure(
              "line 1: the column \"%s\" is missing; the columns are %s"
                  .formatted(column, String.join(", ", COLUMNS)));
        }
      }
      var rows = new ArrayList<Row>();
      for (CSVRecord record : parser) {
        rows.add(
            new Row(parser.getCurrentLineNumber(), order(record, parser.getCurrentLineNumber())));
      }
      return rows;
    } catch (IOException | UncheckedIOException e) {
      throw new Failure("the sheet cannot be read: " + e.getMessage());
    }
  }

  /** Excel puts a byte order mark before the first column's name. */
  private static Reader withoutMark(Reader sheet) throws IOException {
    var reader = new PushbackReader(sheet);
    int first = reader.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      reader.unread(first);
    }
    return reader;
  }

  private static ProjectOrder order(CSVRecord record, long line) {
    for (String column : NEEDED) {
      if (value(record, column).isEmpty()) {
        throw new Failure("line %d: %s is empty".formatted(line, column));
      }
    }
    return new ProjectOrder(
        record.get("client"),
        record.get("contact"),
        record.get("address"),
        new Language(record.get("language")),
        value(record, "gender").map(text -> gender(text, line)).orElse(Gender.PLURAL),
        record.get("project"),
        value(record, "process"),
        value(record, "stage"),
        value(record, "promised").map(text -> day(text, line)));
  }

  private static Optional<String> value(CSVRecord record, String column) {
    return record.isMapped(column) && record.isSet(column)
        ? Optional.of(record.get(column)).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  private static Gender gender(String text, long line) {
    return Arrays.stream(Gender.values())
        .filter(gender -> gender.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() ->
            new Failure(
                "line %d: gender should be one of feminine, masculine, plural, not \"%s\""
                    .formatted(line, text)));
  }

  private static LocalDate day(String text, long line) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Failure(
          "line %d: promised should be a day such as 2026-03-15, not \"%s\"".formatted(line, text));
    }
  }

  static void header(Appendable to) throws IOException {
    print(to, COLUMNS.toArray());
  }

  /** A project in the form in which it is read. */
  static void write(ProjectState state, String client, Contact contact, Appendable to)
      throws IOException {
    print(
        to,
        state.project().name(),
        client,
        contact.name(),
        contact.address(),
        contact.language().tag(),
        contact.gender().name().toLowerCase(Locale.ROOT),
        state.project().process(),
        state.stage(),
        state.nextPromise().map(Promise::due).map(LocalDate::toString).orElse(""));
  }

  static void durationsHeader(Appendable to) throws IOException {
    print(
        to,
        "project",
        "process",
        "stage",
        "entered",
        "left",
        "planned_working_days",
        "promised_working_days",
        "taken_working_days",
        "studio_days",
        "studio_late_days",
        "client_days",
        "client_late_days",
        "resting_days");
  }

  /** A stage as it was planned and as it went. */
  static void write(ProjectState state, StageCourse course, Appendable to) throws IOException {
    var days = course.days();
    print(
        to,
        state.project().name(),
        state.project().process(),
        course.stage(),
        course.entered(),
        course.left().map(LocalDate::toString).orElse(""),
        course.planned(),
        course.promised(),
        course.taken(),
        days.studio(),
        days.studioLate(),
        days.client(),
        days.clientLate(),
        days.resting());
  }

  private static void print(Appendable to, Object... values) throws IOException {
    FORMAT.printRecord(to, values);
  }
}
