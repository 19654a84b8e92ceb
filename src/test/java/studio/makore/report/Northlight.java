package studio.makore.report;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.makore.Database;
import studio.makore.calendar.WorkingDays;
import studio.makore.language.Gender;
import studio.makore.language.Language;
import studio.makore.project.Contact;
import studio.makore.project.Court;
import studio.makore.project.Process;
import studio.makore.project.Processes;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectState;
import studio.makore.project.ProjectStore;
import studio.makore.project.Promise;
import studio.makore.project.Studio;
import studio.makore.silence.Cause;
import studio.makore.silence.Inquiry;
import studio.makore.silence.Ledger;
import studio.makore.silence.OwedUpdate;
import studio.makore.silence.Silence;

/**
 * A studio with a Sunday-to-Thursday week whose life is written by hand. Days are those of March
 * 2026, which begins on a Sunday; day 0 is the last of February, and so on back.
 */
final class Northlight {
  static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
  static final Week FIRST_OF_MARCH = new Week(LocalDate.of(2026, 3, 1));
  private static final Processes PROCESSES =
      Processes.read(
          Path.of("templates/process.yml"),
          Set.of(Language.HEBREW, Language.ARABIC, Language.ENGLISH));
  private static final Process WEBSITE = PROCESSES.find("website").orElseThrow();

  final ProjectStore projects;
  final Ledger ledger;
  private int mails;

  Northlight(Database database) {
    var jdbc = JdbcClient.create(database.fresh());
    projects = new ProjectStore(jdbc);
    ledger = new Ledger(jdbc);
  }

  WeeklyReport report(Week week, int today) {
    var studio =
        new Studio(
            "Northlight",
            "hello@northlight.example",
            "makore@northlight.example",
            true,
            ZONE,
            WorkingDays.sundayToThursday(),
            List.of(),
            Optional.empty());
    return new Reporter(studio, PROCESSES, projects, ledger).report(week, at(today));
  }

  Contact contact(String client, String name, Language language) {
    return projects.addContact(
        projects.client(client),
        name,
        name.hashCode() + "@client.example",
        language,
        Gender.FEMININE);
  }

  Project open(Contact contact, String name, int day) {
    var client = projects.clientById(contact.clientId()).orElseThrow();
    return projects.open(client, name, WEBSITE, WEBSITE.first(), at(day), "owner");
  }

  void happens(Project project, int day, ProjectEvent event) {
    projects.append(project.id(), at(day), event, "owner");
  }

  void promises(Project project, int day, String what, int due) {
    happens(project, day, new ProjectEvent.Promised(Court.STUDIO, what, date(due)));
  }

  Inquiry asks(Contact contact, Project project, int day, Cause cause) {
    return asks(contact, project, day, cause, OwedUpdate.STAGE_START, "?");
  }

  Inquiry asks(
      Contact contact, Project project, int day, Cause cause, OwedUpdate owed, String words) {
    return write(contact, project, day, words, cause, owed, Optional.empty());
  }

  Inquiry asksForPromised(Contact contact, Project project, int day, String what, String words) {
    var promise = new Promise(Court.STUDIO, what, date(day - 1), at(day - 8), "owner");
    return write(
        contact,
        project,
        day,
        words,
        Cause.BROKEN_PROMISE,
        OwedUpdate.DELAY_NOTICE,
        Optional.of(promise));
  }

  private Inquiry write(
      Contact contact,
      Project project,
      int day,
      String words,
      Cause cause,
      OwedUpdate owed,
      Optional<Promise> promise) {
    var state = ProjectState.of(project, WEBSITE, projects.timeline(project.id()));
    return ledger.write(
        state,
        contact,
        at(day),
        "<%d@client.example>".formatted(++mails),
        words,
        new Silence(8, cause, promise, owed, date(day - 2)));
  }

  void answers(Project project, int day) {
    ledger.answered(project.id(), at(day), "<answer-%d@northlight.example>".formatted(++mails));
  }

  static LocalDate date(int day) {
    return LocalDate.of(2026, 3, 1).plusDays(day - 1);
  }

  static Instant at(int day) {
    return date(day).atTime(10, 0).atZone(ZONE).toInstant();
  }
}
