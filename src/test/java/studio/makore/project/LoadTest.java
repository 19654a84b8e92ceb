package studio.makore.project;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.makore.project.Lives.STUDIO;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoadTest {
  private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 1);
  private static final Processes PROCESSES =
      Processes.read(Path.of("templates/process.yml"), Lives.LANGUAGES);

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @Test
  @DisplayName("003.22: no day is promised on which the studio works on as many as it can")
  void a_full_studio_promises_a_later_day() {
    var states = new ArrayList<ProjectState>();
    for (int id = 1; id <= PROCESSES.capacity(); id++) {
      states.add(inSketch(id, LocalDate.of(2026, 3, 12)));
    }
    var load = Load.of(states, PROCESSES, STUDIO);

    assertThat(load.end(SUNDAY, 3))
        .isEqualTo(STUDIO.workingDays().plus(LocalDate.of(2026, 3, 12), 3));
    assertThat(load.without(states.getFirst().project()).end(SUNDAY, 3))
        .isEqualTo(STUDIO.workingDays().plus(SUNDAY, 3));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @DisplayName("003.22: however many projects are opened, no day holds more than the studio can")
  void no_day_holds_more_than_the_studio_can(long seed) {
    var chance = new Random(seed);
    var states = new ArrayList<ProjectState>();
    for (int id = 1; id <= 25; id++) {
      LocalDate from = SUNDAY.plusDays(chance.nextInt(20));
      states.add(inSketch(id, Load.of(states, PROCESSES, STUDIO).end(from, 9)));
    }

    var load = Load.of(states, PROCESSES, STUDIO);
    assertThat(SUNDAY.datesUntil(SUNDAY.plusDays(200)).mapToInt(load::on).max().orElseThrow())
        .isEqualTo(PROCESSES.capacity());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @DisplayName("003.8: a client who is late and comes back moves nobody else's day")
  void a_late_client_goes_around_what_was_promised_to_others(long seed) {
    var chance = new Random(seed);
    var others = new ArrayList<ProjectState>();
    for (int id = 2; id <= 14; id++) {
      others.add(withPage(id, SUNDAY.plusDays(chance.nextInt(10)), others));
    }
    var today = SUNDAY.plusDays(10);
    var before = plans(others, others, today);

    var process = PROCESSES.find("website").orElseThrow();
    var backLate = state(1, new ProjectEvent.StageEntered("build"), today);
    var all = new ArrayList<>(others);
    all.add(backLate);
    LocalDate promised =
        UpdatesOwed.on(today, backLate, process, STUDIO, Load.of(all, PROCESSES, STUDIO)).stream()
            .flatMap(owed -> owed.date().stream())
            .findFirst()
            .orElseThrow();
    all.removeLast();
    all.add(
        state(
            1,
            new ProjectEvent.StageEntered("build"),
            today,
            new ProjectEvent.Promised(Court.STUDIO, "the site", promised)));

    assertThat(plans(others, all, today)).isEqualTo(before);
  }

  private static List<Map<String, LocalDate>> plans(
      List<ProjectState> projects, List<ProjectState> all, LocalDate today) {
    var load = Load.of(all, PROCESSES, STUDIO);
    return projects.stream()
        .map(state -> Plan.of(today, state, PROCESSES.of(state.project()), STUDIO, load).dates())
        .toList();
  }

  private static ProjectState withPage(int id, LocalDate opened, List<ProjectState> others) {
    var entered = new ProjectEvent.StageEntered("sketch");
    var alone = state(id, entered, opened);
    var plan =
        Plan.of(
            opened,
            alone,
            PROCESSES.of(alone.project()),
            STUDIO,
            Load.of(others, PROCESSES, STUDIO));
    return state(
        id,
        entered,
        opened,
        new ProjectEvent.Promised(
            Court.STUDIO, "sketch", java.util.Objects.requireNonNull(plan.dates().get("sketch"))),
        new ProjectEvent.DocumentIssued(1, plan.dates(), "<d@x.example>"));
  }

  private static ProjectState inSketch(int id, LocalDate due) {
    return state(
        id,
        new ProjectEvent.StageEntered("sketch"),
        SUNDAY,
        new ProjectEvent.Promised(Court.STUDIO, "the sketch", due));
  }

  private static ProjectState state(
      int id, ProjectEvent first, LocalDate day, ProjectEvent... events) {
    var project = new Project(id, id, "Project " + id, "website");
    var timeline = new ArrayList<TimelineEntry>();
    var at = day.atTime(9, 0).atZone(Lives.ZONE).toInstant();
    timeline.add(new TimelineEntry(1, at, first, "owner"));
    for (var event : events) {
      timeline.add(new TimelineEntry(timeline.size() + 1, at, event, "owner"));
    }
    return ProjectState.of(project, PROCESSES.of(project), timeline);
  }
}
