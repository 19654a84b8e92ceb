package studio.makore.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

class LedgerTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
  private static final Process WEBSITE =
      Processes.read(
              Path.of("templates/process.yml"),
              Set.of(Language.HEBREW, Language.ARABIC, Language.ENGLISH))
          .find("website")
          .orElseThrow();

  @ParameterizedTest
  @EnumSource
  void a_client_who_asks_twice_before_an_answer_is_one_inquiry(Database database) {
    var life = new Life(database);
    life.happens(1, new ProjectEvent.StageEntered("sketch"));

    var first = life.asks(10, "<1@bakery.example>");
    var second = life.asks(12, "<2@bakery.example>");
    life.ledger.answered(life.project.id(), day(13), "<answer@studio.example>");
    var third = life.asks(20, "<3@bakery.example>");

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.times()).isEqualTo(2);
    assertThat(second.lastAskedAt()).isEqualTo(day(12));
    assertThat(third.id()).isNotEqualTo(first.id());
    assertThat(life.ledger.asked(day(1), day(31))).hasSize(2);
    assertThat(life.ledger.asked(day(1), day(31)).getFirst().answeredBy())
        .contains("<answer@studio.example>");
    assertThat(life.ledger.asked(day(10), day(20))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void an_answer_that_did_not_arrive_was_none(Database database) {
    var life = new Life(database);
    life.happens(1, new ProjectEvent.StageEntered("sketch"));
    life.asks(10, "<1@bakery.example>");
    life.ledger.answered(life.project.id(), day(11), "<answer@studio.example>");

    life.ledger.notArrived("<answer@studio.example>");

    assertThat(life.asks(12, "<2@bakery.example>").times()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void each_silence_has_its_cause_and_the_update_that_was_owed(Database database) {
    var promised = new Life(database);
    promised.happens(1, new ProjectEvent.StageEntered("sketch"));
    promised.happens(1, new ProjectEvent.ClientHeard("start", "<s@studio.example>"));
    promised.happens(
        1, new ProjectEvent.Promised(Court.STUDIO, "the sketch", LocalDate.of(2026, 3, 10)));
    assertThat(promised.silence(9))
        .extracting(Silence::cause, Silence::owed, Silence::owedOn, Silence::days)
        .containsExactly(Cause.MIDWAY_SILENCE, OwedUpdate.MIDWAY, LocalDate.of(2026, 3, 8), 8);
    assertThat(promised.silence(4).cause()).isEqualTo(Cause.ANXIOUS_THOUGH_INFORMED);
    assertThat(promised.silence(12))
        .extracting(Silence::cause, Silence::owed, Silence::owedOn)
        .containsExactly(Cause.BROKEN_PROMISE, OwedUpdate.DELAY_NOTICE, LocalDate.of(2026, 3, 9));
    assertThat(promised.silence(12).promise().orElseThrow().what()).isEqualTo("the sketch");

    var undated = new Life(database);
    undated.happens(1, new ProjectEvent.StageEntered("sketch"));
    assertThat(undated.silence(9))
        .extracting(Silence::cause, Silence::owed, Silence::owedOn)
        .containsExactly(Cause.NO_DATE_GIVEN, OwedUpdate.STAGE_START, LocalDate.of(2026, 3, 1));

    undated.happens(3, new ProjectEvent.ClientWrote(List.of("QUESTION"), "how?"));
    assertThat(undated.silence(9).cause()).isEqualTo(Cause.UNANSWERED_MAIL);

    undated.happens(4, new ProjectEvent.Approved("sketch-review", "yes"));
    assertThat(undated.silence(9).cause()).isEqualTo(Cause.NO_FOLLOW_UP);

    undated.happens(5, new ProjectEvent.ClientHeard("news", "<n@studio.example>"));
    undated.happens(5, new ProjectEvent.NotArrived("<n@studio.example>", "x@y.example", "full"));
    assertThat(undated.silence(9).cause()).isEqualTo(Cause.NOT_ARRIVED);
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void a_question_while_the_ball_is_in_the_clients_court_is_no_miss_of_ours(Database database) {
    var life = new Life(database);
    life.happens(1, new ProjectEvent.StageEntered("sketch-review"));

    var silence = life.silence(15);

    assertThat(silence.cause()).isEqualTo(Cause.CLIENT_DELAY);
    assertThat(silence.cause().miss()).isFalse();
    assertThat(silence.owed()).isEqualTo(OwedUpdate.CLIENT_REMINDER);
    assertThat(silence.owedOn()).isEqualTo(LocalDate.of(2026, 3, 5));
  }

  private static Instant day(int day) {
    return Instant.parse("2026-03-%02dT08:00:00Z".formatted(day));
  }

  /** One project's life in March 2026, which begins on a Sunday. */
  private static final class Life {
    final ProjectStore projects;
    final Ledger ledger;
    final Project project;
    final Contact contact;

    Life(Database database) {
      var jdbc = JdbcClient.create(database.fresh());
      projects = new ProjectStore(jdbc);
      ledger = new Ledger(jdbc);
      var client = projects.client("Bakery");
      contact =
          projects.addContact(
              client, "Dalia", "dalia@bakery.example", Language.HEBREW, Gender.FEMININE);
      project = projects.open(client, "Bakery site", WEBSITE, WEBSITE.first(), day(1), "owner");
    }

    void happens(int day, ProjectEvent event) {
      projects.append(project.id(), day(day), event, "owner");
    }

    ProjectState state() {
      return ProjectState.of(project, WEBSITE, projects.timeline(project.id()));
    }

    Silence silence(int day) {
      return Silence.before(day(day), state(), WEBSITE, WorkingDays.sundayToThursday(), ZONE);
    }

    Inquiry asks(int day, String messageId) {
      return ledger.write(state(), contact, day(day), messageId, "מה קורה?", silence(day));
    }
  }
}
