package studio.makore.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
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
  private static final List<Played> ALL =
      Stream.of(0, 1, 2, 3).map(seed -> Played.of(seed)).toList();

  /** A studio's lives, with what was seen each day. */
  private record Played(Lives lives, List<Seen> inTheAir, List<Sum> sums) {
    /** A project whose client knew no day after a working day's round. */
    record Seen(LocalDate day, InTheAir project, List<Owed> coming) {}

    /** The booked days of a project that is not closed. */
    record Sum(LocalDate day, BookedDays booked) {}

    static Played of(long seed) {
      var played =
          new Played(new Lives(PROCESSES, seed, FIRST), new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i < 3; i++) {
        PROCESSES.keys().forEach(played.lives::open);
      }
      for (int day = 0; day < DAYS; day++, played.lives.next()) {
        played.lives.play();
        played.look();
      }
      return played;
    }

    private void look() {
      LocalDate today = lives.today;
      var states = lives.states();
      for (var state : states) {
        if (!state.closed()) {
          sums.add(new Sum(today, booked(state, today)));
        }
      }
      if (lives.workingDay()) {
        var load = lives.load();
        for (var each : InTheAir.on(today, states, PROCESSES, Lives.STUDIO, load)) {
          var process = PROCESSES.of(each.state().project());
          inTheAir.add(
              new Seen(
                  today,
                  each,
                  UpdatesOwed.coming(today, each.state(), process, Lives.STUDIO, load)));
        }
      }
    }
  }

  private static BookedDays booked(ProjectState state, LocalDate today) {
    return BookedDays.of(today, state, PROCESSES.of(state.project()), Lives.STUDIO);
  }

  static List<Played> all() {
    return ALL;
  }

  @Test
  void every_update_has_its_time_in_these_lives() {
    assertThat(ALL.stream().flatMap(played -> played.lives.sent.stream()))
        .extracting(sent -> sent.owed().update())
        .contains(Update.values());
  }

  @ParameterizedTest
  @MethodSource("all")
  @DisplayName("000.20: no active project ends a working day without a day its client knows")
  void no_project_is_left_in_the_air(Played played) {
    assertThat(played.inTheAir)
        .allSatisfy(seen -> {
          assertThat(seen.project().why())
              .as("only a client who is silent past her last day: %s", seen)
              .isEqualTo(InTheAir.Why.CLIENT_SILENT);
          assertThat(seen.coming())
              .as("and who hears again soon: %s", seen)
              .anyMatch(owed -> owed.on().isBefore(seen.day().plusDays(15)));
        });
  }

  @ParameterizedTest
  @MethodSource("all")
  @DisplayName("000.17, 000.18: no update goes out twice, before its day, late or untrue")
  void no_update_is_sent_twice_or_late_or_untrue(Played played) {
    var causes = new HashSet<String>();
    assertThat(played.lives.sent)
        .allSatisfy(sent -> {
          assertThat(causes.add(sent.project().id() + " " + sent.owed().cause()))
              .as("once: %s", sent)
              .isTrue();
          assertThat(sent.day()).as("%s", sent).isAfterOrEqualTo(sent.owed().on());
          assertThat(sent.day())
              .as("on the first working day or before the last: %s", sent)
              .isBeforeOrEqualTo(latest(sent.owed()));
          assertThat(sent.said().stream()).as("%s", sent).allMatch(sent.day()::isBefore);
        });
  }

  private static LocalDate latest(Owed owed) {
    var first = Lives.STUDIO.workingDays().onOrAfter(owed.on());
    return first.isAfter(owed.by()) ? first : owed.by();
  }

  @ParameterizedTest
  @MethodSource("all")
  @DisplayName("003.3: the client's days and the studio's, booked apart, add up to the calendar")
  void booked_days_add_up_to_the_calendar(Played played) {
    assertThat(played.sums)
        .isNotEmpty()
        .allSatisfy(sum ->
            assertThat(sum.booked().total())
                .isEqualTo((int) ChronoUnit.DAYS.between(FIRST, sum.day())));
  }

  @ParameterizedTest
  @MethodSource("all")
  @DisplayName("003.1, 000.27: each stage as it was planned and as it went, and whose days it took")
  void each_stage_as_planned_and_as_it_went(Played played) {
    LocalDate today = played.lives.today;
    assertThat(played.lives.states())
        .allSatisfy(state -> {
          var courses = StageCourse.of(today, state, PROCESSES.of(state.project()), Lives.STUDIO);
          assertThat(courses.getFirst().entered()).isEqualTo(FIRST);
          assertThat(courses.stream().mapToInt(course -> course.days().total()).sum())
              .isEqualTo(booked(state, today).total());
          assertThat(courses).allMatch(course -> course.promised() >= course.planned());
        });
  }

  @Test
  @DisplayName("000.24: processes side by side, each with its own stages")
  void processes_stand_side_by_side() {
    assertThat(PROCESSES.keys()).containsExactly("website", "shop", "landing-page", "care");
  }
}
