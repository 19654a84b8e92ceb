package studio.makore.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.makore.language.Language;

class ProjectStateTest {
  private static final Process WEBSITE =
      Processes.read(
              Path.of("templates/process.yml"),
              Set.of(Language.HEBREW, Language.ARABIC, Language.ENGLISH))
          .find("website")
          .orElseThrow();
  private static final LocalDate TWELFTH = LocalDate.of(2026, 3, 12);

  private final List<TimelineEntry> timeline = new ArrayList<>();

  @Test
  void the_court_is_the_stages_until_the_ball_is_played() {
    happens(2, new ProjectEvent.StageEntered("sketch-review"));
    assertThat(state().court()).isEqualTo(Court.CLIENT);

    happens(4, new ProjectEvent.CourtTurned(Court.STUDIO));
    assertThat(state().court()).isEqualTo(Court.STUDIO);
    assertThat(state().courtSince()).isEqualTo(day(4));

    happens(6, new ProjectEvent.StageEntered("build"));
    assertThat(state().stage()).isEqualTo("build");
    assertThat(state().courtSince()).as("it stayed with the studio").isEqualTo(day(4));
  }

  @Test
  void a_promise_said_anew_takes_the_place_of_the_old_one() {
    happens(2, new ProjectEvent.StageEntered("sketch"));
    happens(2, new ProjectEvent.Promised(Court.STUDIO, "the sketch", TWELFTH));
    happens(9, new ProjectEvent.Promised(Court.STUDIO, "the sketch", TWELFTH.plusDays(4)));

    assertThat(state().promises()).hasSize(1);
    assertThat(state().nextPromise(TWELFTH).orElseThrow().due()).isEqualTo(TWELFTH.plusDays(4));
    assertThat(state().brokenPromise(TWELFTH.plusDays(5))).isPresent();
    assertThat(state().nextPromise(TWELFTH.plusDays(5))).isEmpty();
  }

  @Test
  void a_new_stage_closes_the_promises_of_the_one_before() {
    happens(2, new ProjectEvent.StageEntered("sketch"));
    happens(2, new ProjectEvent.Promised(Court.STUDIO, "the sketch", TWELFTH));
    happens(10, new ProjectEvent.StageEntered("sketch-review"));

    assertThat(state().promises()).isEmpty();
  }

  @Test
  void a_mail_that_did_not_arrive_was_not_heard() {
    happens(2, new ProjectEvent.StageEntered("sketch"));
    happens(3, new ProjectEvent.ClientHeard("hello", "<1@x.example>"));
    happens(8, new ProjectEvent.ClientHeard("news", "<2@x.example>"));
    happens(9, new ProjectEvent.NotArrived("<2@x.example>", "dalia@bakery.example", "full"));

    assertThat(state().lastHeard()).contains(day(3));
    assertThat(state().lastHeardMail()).contains("<1@x.example>");
    assertThat(state().lastNotArrived()).contains(day(9));

    happens(10, new ProjectEvent.ClientHeard("news again", "<3@x.example>"));
    assertThat(state().lastNotArrived()).isEmpty();
  }

  @Test
  void thanks_need_no_answer_but_a_question_does() {
    happens(2, new ProjectEvent.StageEntered("sketch"));
    happens(3, new ProjectEvent.ClientHeard("hello", "<1@x.example>"));
    happens(4, new ProjectEvent.ClientWrote(List.of("THANKS"), "thanks"));
    assertThat(state().unansweredSince()).isEmpty();

    happens(5, new ProjectEvent.ClientWrote(List.of("QUESTION"), "how?"));
    happens(6, new ProjectEvent.ClientWrote(List.of("QUESTION"), "and how?"));
    assertThat(state().unansweredSince()).contains(day(5));
  }

  private void happens(int day, ProjectEvent event) {
    timeline.add(new TimelineEntry(timeline.size() + 1, day(day), event, "owner"));
  }

  private static Instant day(int day) {
    return Instant.parse("2026-03-%02dT08:00:00Z".formatted(day));
  }

  private ProjectState state() {
    return ProjectState.of(new Project(1, 1, "Bakery site", "website"), WEBSITE, timeline);
  }
}
