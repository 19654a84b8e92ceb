package studio.makore.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.makore.report.Northlight.FIRST_OF_MARCH;
import static studio.makore.report.Northlight.date;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.makore.Database;
import studio.makore.language.Language;
import studio.makore.project.Court;
import studio.makore.project.ProjectEvent;
import studio.makore.report.WeeklyReport.Asked;
import studio.makore.report.WeeklyReport.AskedAbout;
import studio.makore.report.WeeklyReport.InTheAir;
import studio.makore.report.WeeklyReport.Trend;
import studio.makore.report.WeeklyReport.WeekCount;
import studio.makore.silence.Cause;
import studio.makore.silence.Inquiry;
import studio.makore.silence.OwedUpdate;

class ReporterTest {
  private Northlight studio = new Northlight(Database.H2);

  @ParameterizedTest
  @EnumSource
  void an_inquiry_is_told_with_its_promise_its_cure_and_its_answer(Database database) {
    studio = new Northlight(database);
    var dalia = studio.contact("Bakery", "Dalia", Language.HEBREW);
    var site = studio.open(dalia, "Bakery site", -10);
    studio.promises(site, -6, "the sketch", 1);
    studio.promises(site, -5, "the sketch", 2);
    studio.asksForPromised(dalia, site, 3, "the sketch", "מה קורה?");
    studio.asksForPromised(dalia, site, 4, "the sketch", "ועכשיו?");
    studio.answers(site, 5);

    var report = studio.report(FIRST_OF_MARCH, 5);

    assertThat(report.misses()).hasSize(1);
    AskedAbout about = report.misses().getFirst();
    assertThat(about.project()).isEqualTo("Bakery site");
    assertThat(about.client()).isEqualTo("Bakery");
    assertThat(about.inquiries())
        .singleElement()
        .satisfies(asked -> {
          assertThat(asked.inquiry().words()).isEqualTo("מה קורה?");
          assertThat(asked.inquiry().times()).isEqualTo(2);
          assertThat(asked.inquiry().owed()).isEqualTo(OwedUpdate.DELAY_NOTICE);
          assertThat(asked.inquiry().owedOn()).isEqualTo(date(1));
          assertThat(asked.contact()).isEqualTo("Dalia");
          assertThat(asked.on()).isEqualTo(date(3));
          assertThat(asked.promisedFor()).contains(date(2));
          assertThat(asked.answeredOn()).contains(date(5));
        });
    assertThat(report.askedAgain()).isEqualTo(1);
    assertThat(report.waiting()).isEmpty();
  }

  @Test
  void what_the_studio_could_not_prevent_is_counted_apart() {
    var dalia = studio.contact("Bakery", "Dalia", Language.HEBREW);
    var omar = studio.contact("Clinic", "Omar", Language.ARABIC);
    var bakery = studio.open(dalia, "Bakery site", -10);
    var clinic = studio.open(omar, "Clinic site", -10);
    studio.asks(dalia, bakery, 1, Cause.NO_DATE_GIVEN);
    studio.asks(omar, clinic, 2, Cause.CLIENT_DELAY);

    var report = studio.report(FIRST_OF_MARCH, 5);

    assertThat(report.week()).isEqualTo(new WeekCount(FIRST_OF_MARCH, 1, 1, 2));
    assertThat(report.misses()).extracting(AskedAbout::project).containsExactly("Bakery site");
    assertThat(report.others()).extracting(AskedAbout::project).containsExactly("Clinic site");
  }

  @Test
  void the_project_that_asked_most_comes_first() {
    var dalia = studio.contact("Bakery", "Dalia", Language.HEBREW);
    var bakery = studio.open(dalia, "Bakery site", -10);
    var shop = studio.open(dalia, "Bakery shop", -10);
    studio.asks(dalia, bakery, 1, Cause.NO_DATE_GIVEN);
    studio.asks(dalia, shop, 1, Cause.NO_DATE_GIVEN);
    studio.answers(shop, 2);
    studio.asks(dalia, shop, 3, Cause.MIDWAY_SILENCE);

    assertThat(studio.report(FIRST_OF_MARCH, 5).misses())
        .extracting(AskedAbout::project)
        .containsExactly("Bakery shop", "Bakery site");
  }

  @Test
  void a_week_holds_what_was_asked_from_its_first_midnight_to_its_last() {
    var dalia = studio.contact("Bakery", "Dalia", Language.HEBREW);
    var site = studio.open(dalia, "Bakery site", -10);
    for (int day : new int[] {0, 1, 7, 8}) {
      studio.asks(dalia, site, day, Cause.NO_DATE_GIVEN);
      studio.answers(site, day);
    }

    assertThat(studio.report(FIRST_OF_MARCH, 8).misses().getFirst().inquiries())
        .extracting(Asked::on)
        .containsExactly(date(1), date(7));
  }

  /** 000.22: within a few weeks the inquiries fell to zero. */
  @Test
  void the_fall_to_zero_is_seen_week_by_week_and_against_the_first() {
    var dalia = studio.contact("Bakery", "Dalia", Language.HEBREW);
    var site = studio.open(dalia, "Bakery site", -34);
    int[] asked = {0, 5, 3, 1, 1, 0};
    for (int week = 0; week < asked.length; week++) {
      for (int time = 0; time < asked[week]; time++) {
        int day = -34 + 7 * week + time;
        studio.asks(dalia, site, day, Cause.NO_DATE_GIVEN);
        studio.answers(site, day);
      }
    }

    var report = studio.report(FIRST_OF_MARCH, 5);

    assertThat(report.weeks()).extracting(WeekCount::misses).containsExactly(0, 5, 3, 1, 1, 0);
    assertThat(report.weeks().getFirst().week().first()).isEqualTo(LocalDate.of(2026, 1, 25));
    assertThat(report.baseline().map(WeekCount::misses)).contains(5);
    assertThat(report.trend()).contains(Trend.DOWN);
    assertThat(report.quiet()).isTrue();
  }

  @Test
  void no_more_than_eight_weeks_before_are_told_but_the_baseline_is_remembered() {
    var dalia = studio.contact("Bakery", "Dalia", Language.HEBREW);
    var site = studio.open(dalia, "Bakery site", -200);
    studio.asks(dalia, site, -199, Cause.NO_DATE_GIVEN);

    var report = studio.report(FIRST_OF_MARCH, 5);

    assertThat(report.weeks()).hasSize(9);
    assertThat(report.weeksBefore()).extracting(WeekCount::misses).containsOnly(0);
    assertThat(report.baseline().map(WeekCount::misses)).contains(1);
  }

  @Test
  void weeks_before_anything_was_known_are_not_told_as_quiet_ones() {
    var dalia = studio.contact("Bakery", "Dalia", Language.HEBREW);
    studio.open(dalia, "Bakery site", 2);

    var report = studio.report(FIRST_OF_MARCH, 5);

    assertThat(report.weeks()).extracting(WeekCount::week).containsExactly(FIRST_OF_MARCH);
    assertThat(report.trend()).isEmpty();
    assertThat(report.baseline()).isEmpty();
  }

  /** 000.4: the more clients, the more inquiries; so they are counted per active project. */
  @Test
  void three_inquiries_on_thirty_projects_are_less_than_three_on_three() {
    var dalia = studio.contact("Bakery", "Dalia", Language.HEBREW);
    var few = IntStream.range(0, 3).mapToObj(i -> studio.open(dalia, "early " + i, -6)).toList();
    few.forEach(project -> studio.asks(dalia, project, -2, Cause.NO_DATE_GIVEN));
    few.forEach(project -> studio.answers(project, -1));
    var many = IntStream.range(0, 27).mapToObj(i -> studio.open(dalia, "late " + i, 1)).toList();
    many.stream().limit(3).forEach(project -> studio.asks(dalia, project, 2, Cause.NO_DATE_GIVEN));

    var report = studio.report(FIRST_OF_MARCH, 5);

    assertThat(report.weeks()).extracting(WeekCount::misses).containsExactly(3, 3);
    assertThat(report.rateBefore().orElseThrow()).isEqualTo(1.0, within(1e-9));
    assertThat(report.week().rate().orElseThrow()).isEqualTo(0.1, within(1e-9));
    assertThat(report.trend()).contains(Trend.DOWN);
  }

  @Test
  void a_project_counts_as_active_in_the_weeks_it_was_and_no_longer_once_closed() {
    var dalia = studio.contact("Bakery", "Dalia", Language.HEBREW);
    var site = studio.open(dalia, "Bakery site", -10);
    studio.open(dalia, "Bakery shop", -3);
    studio.happens(site, -2, new ProjectEvent.Closed("done"));

    assertThat(studio.report(FIRST_OF_MARCH, 5).weeks())
        .extracting(WeekCount::activeProjects)
        .containsExactly(1, 2, 1);
  }

  @Test
  void what_was_asked_in_earlier_weeks_and_still_waits_is_not_forgotten() {
    var dalia = studio.contact("Bakery", "Dalia", Language.HEBREW);
    var site = studio.open(dalia, "Bakery site", -10);
    studio.asks(dalia, site, -3, Cause.UNANSWERED_MAIL);

    var report = studio.report(FIRST_OF_MARCH, 5);

    assertThat(report.misses()).isEmpty();
    assertThat(report.waiting()).extracting(AskedAbout::project).containsExactly("Bakery site");
    assertThat(report.waiting().getFirst().inquiries())
        .extracting(Asked::inquiry)
        .extracting(Inquiry::answeredAt)
        .containsExactly(Optional.empty());
  }

  @Test
  void a_project_whose_client_knows_no_day_ahead_is_in_the_air() {
    var dalia = studio.contact("Bakery", "Dalia", Language.HEBREW);
    var undated = studio.open(dalia, "undated", -10);
    studio.happens(undated, -4, new ProjectEvent.ClientHeard("news", "<1@northlight.example>"));
    var broken = studio.open(dalia, "broken", -10);
    studio.promises(broken, -9, "the sketch", 4);
    var dated = studio.open(dalia, "dated", -10);
    studio.promises(dated, -9, "the sketch", 5);
    var theirs = studio.open(dalia, "theirs", -10);
    studio.happens(theirs, -9, new ProjectEvent.Promised(Court.CLIENT, "the texts", date(20)));
    var resting = studio.open(dalia, "resting", -10);
    studio.happens(resting, -9, new ProjectEvent.Paused("summer"));

    var air = studio.report(FIRST_OF_MARCH, 5).inTheAir();

    assertThat(air).extracting(InTheAir::project).containsExactly("undated", "broken");
    assertThat(air.getFirst().lastHeard()).contains(date(-4));
    assertThat(air.getFirst().silentDays()).isEqualTo(9);
    assertThat(air.getLast().lastHeard()).isEmpty();
    assertThat(air.getLast().silentDays()).isEqualTo(15);
    assertThat(air.getLast().broken().map(promise -> promise.due())).contains(date(4));
  }

  @Test
  void a_studio_without_projects_has_a_report_too() {
    var report = studio.report(FIRST_OF_MARCH, 5);

    assertThat(report.quiet()).isTrue();
    assertThat(report.week()).isEqualTo(new WeekCount(FIRST_OF_MARCH, 0, 0, 0));
    assertThat(report.week().rate()).isEmpty();
    assertThat(report.trend()).isEmpty();
  }
}
