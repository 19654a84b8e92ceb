package studio.makore.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in every life of every project, whatever clients and studio do. */
class LivesTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  private static final int DAYS = 250;
  private static final Processes PROCESSES =
      Processes.read(Path.of("templates/process.yml"), Lives.LANGUAGES);

  static LongStream seeds() {
    return LongStream.range(0, 6);
  }

  private static Lives studio(long seed) {
    var lives = new Lives(PROCESSES, seed, FIRST);
    for (int i = 0; i < 3; i++) {
      PROCESSES.keys().forEach(lives::open);
    }
    return lives;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @DisplayName("000.20: no active project ends a working day without a day its client knows")
  void no_project_is_left_in_the_air(long seed) {
    var lives = studio(seed);
    for (int day = 0; day < DAYS; day++, lives.next()) {
      lives.play();
      if (lives.workingDay()) {
        assertThat(InTheAir.on(lives.today, lives.states(), PROCESSES, Lives.STUDIO, lives.load()))
            .as("on %s", lives.today)
            .allSatisfy(each -> {
              assertThat(each.why())
                  .as("only a client who is silent past her last day")
                  .isEqualTo(InTheAir.Why.CLIENT_SILENT);
              assertThat(coming(lives, each.state()))
                  .as("and who hears again soon")
                  .anyMatch(owed -> owed.on().isBefore(lives.today.plusDays(15)));
            });
      }
    }
    assertThat(lives.sent).extracting(sent -> sent.owed().update()).contains(Update.values());
  }

  private static List<Owed> coming(Lives lives, ProjectState state) {
    return UpdatesOwed.coming(
        lives.today, state, PROCESSES.of(state.project()), Lives.STUDIO, lives.load());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @DisplayName("000.17, 000.18: no update goes out twice, before its day, late or untrue")
  void no_update_is_sent_twice_or_late_or_untrue(long seed) {
    var lives = studio(seed);
    for (int day = 0; day < DAYS; day++, lives.next()) {
      lives.play();
    }
    var causes = new HashSet<String>();
    assertThat(lives.sent)
        .allSatisfy(sent -> {
          assertThat(causes.add(sent.project().id() + " " + sent.owed().cause()))
              .as("once: %s", sent)
              .isTrue();
          assertThat(sent.day()).as("%s", sent).isAfterOrEqualTo(sent.owed().on());
          assertThat(sent.day())
              .as("on the first working day or before the last: %s", sent)
              .isBeforeOrEqualTo(latest(sent.owed()));
          assertThat(sent.said()).as("a day to come: %s", sent).allMatch(sent.day()::isBefore);
        });
  }

  private static LocalDate latest(Owed owed) {
    var first = Lives.STUDIO.workingDays().onOrAfter(owed.on());
    return first.isAfter(owed.by()) ? first : owed.by();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @DisplayName("003.3: the client's days and the studio's, booked apart, add up to the calendar")
  void booked_days_add_up_to_the_calendar(long seed) {
    var lives = studio(seed);
    for (int day = 0; day < DAYS; day++, lives.next()) {
      lives.play();
      for (var state : lives.states()) {
        if (!state.closed()) {
          assertThat(booked(state, lives.today).total())
              .isEqualTo((int) ChronoUnit.DAYS.between(FIRST, lives.today));
        }
      }
    }
  }

  private static BookedDays booked(ProjectState state, LocalDate today) {
    return BookedDays.of(today, state, PROCESSES.of(state.project()), Lives.STUDIO);
  }

  @Test
  @DisplayName("003.1, 000.27: each stage as it was planned and as it went, and whose days it took")
  void each_stage_as_planned_and_as_it_went() {
    var lives = studio(1);
    for (int day = 0; day < DAYS; day++, lives.next()) {
      lives.play();
    }
    for (var state : lives.states()) {
      var courses = StageCourse.of(lives.today, state, PROCESSES.of(state.project()), Lives.STUDIO);
      assertThat(courses.getFirst().entered()).isEqualTo(FIRST);
      assertThat(courses.stream().mapToInt(course -> course.days().total()).sum())
          .isEqualTo(booked(state, lives.today).total());
      assertThat(courses).allMatch(course -> course.promised() >= course.planned());
    }
  }

  @Test
  @DisplayName("000.24: processes side by side, each with its own stages")
  void processes_stand_side_by_side() {
    assertThat(Set.copyOf(PROCESSES.keys()))
        .containsExactlyInAnyOrder("website", "shop", "landing-page", "care");
  }
}
