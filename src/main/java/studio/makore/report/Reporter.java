package studio.makore.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.makore.project.Contact;
import studio.makore.project.Processes;
import studio.makore.project.ProjectStore;
import studio.makore.project.Studio;
import studio.makore.report.WeeklyReport.Asked;
import studio.makore.report.WeeklyReport.AskedAbout;
import studio.makore.report.WeeklyReport.InTheAir;
import studio.makore.report.WeeklyReport.WeekCount;
import studio.makore.silence.Inquiry;
import studio.makore.silence.Ledger;

/** Makes the weekly report from the ledger and the projects' timelines. */
public final class Reporter {
  private static final int WEEKS_BEFORE = 8;

  private final Studio studio;
  private final Processes processes;
  private final ProjectStore projects;
  private final Ledger ledger;

  public Reporter(Studio studio, Processes processes, ProjectStore projects, Ledger ledger) {
    this.studio = studio;
    this.processes = processes;
    this.projects = projects;
    this.ledger = ledger;
  }

  /**
   * The report of a week, which may still be running. Reads only.
   *
   * @param now the moment as of which answers and what is in the air are told
   */
  public WeeklyReport report(Week week, Instant now) {
    List<Inquiry> inquiries = ledger.asked(Instant.EPOCH, week.to(studio.zone()));
    List<History> histories =
        projects.projects().stream()
            .map(project ->
                new History(project, processes.of(project), projects.timeline(project.id())))
            .toList();
    var telling = new Telling(inquiries, histories, now);
    return telling.report(week);
  }

  /** One report in the making. */
  private final class Telling {
    private final List<Inquiry> inquiries;
    private final Map<Long, History> histories;
    private final Instant now;
    private final LocalDate today;

    Telling(List<Inquiry> inquiries, List<History> histories, Instant now) {
      this.inquiries = inquiries;
      this.histories =
          histories.stream()
              .collect(
                  Collectors.toMap(
                      history -> history.project().id(),
                      history -> history,
                      (a, _) -> a,
                      LinkedHashMap::new));
      this.now = now;
      this.today = day(now);
    }

    WeeklyReport report(Week week) {
      return new WeeklyReport(
          studio.name(),
          today,
          weeksUpTo(week),
          baseline(week),
          about(inquiry -> asked(inquiry, week) && inquiry.cause().miss()),
          about(inquiry -> asked(inquiry, week) && !inquiry.cause().miss()),
          about(inquiry ->
              inquiry.askedAt().isBefore(week.from(studio.zone()))
                  && inquiry.answeredAt().isEmpty()),
          inTheAir());
    }

    private List<WeekCount> weeksUpTo(Week last) {
      Week first = earliest().map(this::week).orElse(last);
      var weeks = new ArrayList<WeekCount>();
      weeks.add(count(last));
      Week week = last.previous();
      while (weeks.size() <= WEEKS_BEFORE && !week.first().isBefore(first.first())) {
        weeks.addFirst(count(week));
        week = week.previous();
      }
      return List.copyOf(weeks);
    }

    /** When Makore first knew of anything. */
    private Optional<Instant> earliest() {
      return Stream.concat(
              inquiries.stream().map(Inquiry::askedAt),
              histories.values().stream().flatMap(history -> history.begins().stream()))
          .min(Comparator.naturalOrder());
    }

    private Optional<WeekCount> baseline(Week reported) {
      return inquiries.stream()
          .filter(inquiry -> inquiry.cause().miss())
          .findFirst()
          .map(inquiry -> week(inquiry.askedAt()))
          .filter(week -> week.first().isBefore(reported.first()))
          .map(this::count);
    }

    private WeekCount count(Week week) {
      var asked = inquiries.stream().filter(inquiry -> asked(inquiry, week)).toList();
      int misses = (int) asked.stream().filter(inquiry -> inquiry.cause().miss()).count();
      int active = (int) histories.values().stream().filter(h -> activeIn(h, week)).count();
      return new WeekCount(week, misses, asked.size() - misses, active);
    }

    private boolean activeIn(History history, Week week) {
      return history.activeBefore(week.from(studio.zone()))
          || history.activeBefore(week.to(studio.zone()));
    }

    private boolean asked(Inquiry inquiry, Week week) {
      return !inquiry.askedAt().isBefore(week.from(studio.zone()))
          && inquiry.askedAt().isBefore(week.to(studio.zone()));
    }

    private List<AskedAbout> about(Predicate<Inquiry> which) {
      Map<Long, List<Inquiry>> byProject =
          inquiries.stream()
              .filter(which)
              .collect(
                  Collectors.groupingBy(
                      Inquiry::projectId, LinkedHashMap::new, Collectors.toList()));
      return byProject.entrySet().stream()
          .map(entry -> about(history(entry.getKey()), entry.getValue()))
          .sorted(Comparator.comparing((AskedAbout about) -> about.inquiries().size()).reversed())
          .toList();
    }

    private History history(long projectId) {
      return Optional.ofNullable(histories.get(projectId))
          .orElseThrow(
              () -> new IllegalStateException("the ledger names no known project: " + projectId));
    }

    private AskedAbout about(History history, List<Inquiry> asked) {
      return new AskedAbout(
          history.project().name(),
          client(history),
          asked.stream().map(inquiry -> asked(history, inquiry)).toList());
    }

    private Asked asked(History history, Inquiry inquiry) {
      return new Asked(
          inquiry,
          projects.contact(inquiry.contactId()).map(Contact::name).orElse(""),
          day(inquiry.askedAt()),
          history.promisedFor(inquiry.brokenPromise(), inquiry.askedAt()),
          inquiry.answeredAt().map(this::day));
    }

    private List<InTheAir> inTheAir() {
      return histories.values().stream()
          .filter(history -> history.inTheAir(today))
          .map(this::inTheAir)
          .toList();
    }

    private InTheAir inTheAir(History history) {
      var state = history.state();
      return new InTheAir(
          history.project().name(),
          client(history),
          state.stage(),
          state.lastHeard().map(this::day),
          (int)
              Math.max(
                  0, Duration.between(state.lastHeard().orElse(state.stageSince()), now).toDays()),
          state.brokenPromise(today));
    }

    private String client(History history) {
      return projects.clientById(history.project().clientId()).orElseThrow().name();
    }

    private Week week(Instant at) {
      return Week.of(day(at), studio.workingDays());
    }

    private LocalDate day(Instant at) {
      return LocalDate.ofInstant(at, studio.zone());
    }
  }
}
