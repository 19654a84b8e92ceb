package studio.makore.project;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.makore.project.Lives.LANGUAGES;
import static studio.makore.project.Lives.STUDIO;
import static studio.makore.project.Lives.ZONE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.makore.language.Language;

class UpdatesOwedTest {
  private static final Path SHIPPED = Path.of("templates/process.yml");
  private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 1);

  @TempDir Path folder;

  private Processes processes = Processes.read(SHIPPED, LANGUAGES);
  private final List<TimelineEntry> timeline = new ArrayList<>();
  private Project project = new Project(1, 1, "Bakery site", "website");

  @Test
  @DisplayName("000.9: a kickoff at once after the first payment, and after no other")
  void only_the_first_payment_kicks_off() {
    opens("materials", SUNDAY);
    happens(SUNDAY, new ProjectEvent.Paid(1));
    var kickoff = owes(SUNDAY, Update.KICKOFF);
    assertThat(kickoff.on()).isEqualTo(SUNDAY);
    sends(SUNDAY, kickoff);

    happens(SUNDAY.plusDays(30), new ProjectEvent.Paid(2));

    assertThat(owed(SUNDAY.plusDays(30))).extracting(Owed::update).doesNotContain(Update.KICKOFF);
  }

  @Test
  @DisplayName("000.9: old clients get no kickoff when their project is adopted")
  void an_adopted_project_gets_no_kickoff() {
    opens("sketch", SUNDAY);
    happens(SUNDAY, new ProjectEvent.Adopted());
    happens(SUNDAY, new ProjectEvent.Paid(1));

    assertThat(owed(SUNDAY)).extracting(Owed::update).doesNotContain(Update.KICKOFF);
  }

  @Test
  @DisplayName("000.10, 000.12: with work first, the kickoff names day and hour, over holidays")
  void a_kickoff_names_the_day_and_the_hour() {
    project = new Project(1, 1, "Page", "landing-page");
    var beforePassover = LocalDate.of(2026, 3, 31);
    opens("sketch", beforePassover);
    happens(beforePassover, new ProjectEvent.Paid(1));

    var kickoff = owes(beforePassover, Update.KICKOFF);

    assertThat(kickoff.date()).contains(LocalDate.of(2026, 4, 12));
    assertThat(kickoff.hour()).contains(LocalTime.of(11, 0));
    assertThat(kickoff.settled(kickoff.date(), "the sketch", "<k@x.example>"))
        .contains(new ProjectEvent.Promised(Court.STUDIO, "the sketch", LocalDate.of(2026, 4, 12)));
  }

  @Test
  @DisplayName("000.11: a kickoff by a call names length and slot, and no two calls meet")
  void a_kickoff_call_meets_no_other() throws IOException {
    rules("kickoff: {mode: ask, with: call, minutes: 30, hour: \"10:30\"}");
    opens("materials", SUNDAY);
    happens(SUNDAY, new ProjectEvent.Paid(1));
    var kickoff = owes(SUNDAY, Update.KICKOFF);
    assertThat(kickoff.callStart()).contains(LocalDateTime.of(2026, 3, 2, 10, 30));

    sends(SUNDAY, kickoff);
    assertThat(state().knownDate(SUNDAY)).contains(SUNDAY.plusDays(1));

    var other = new Project(2, 2, "Garage site", "website");
    var load = Load.of(List.of(state()), processes, STUDIO);
    assertThat(load.meets(LocalDateTime.of(2026, 3, 2, 10, 45), 30)).isTrue();
    assertThat(load.meets(LocalDateTime.of(2026, 3, 2, 12, 0), 30)).isFalse();
    assertThat(
            UpdatesOwed.on(
                    SUNDAY,
                    ProjectState.of(other, process(), timelineOfPaid()),
                    process(),
                    STUDIO,
                    load)
                .getFirst()
                .callStart())
        .contains(LocalDateTime.of(2026, 3, 3, 10, 30));
  }

  private static List<TimelineEntry> timelineOfPaid() {
    return List.of(
        new TimelineEntry(1, at(SUNDAY, 8), new ProjectEvent.StageEntered("materials"), "owner"),
        new TimelineEntry(2, at(SUNDAY, 9), new ProjectEvent.Paid(1), "owner"));
  }

  @Test
  @DisplayName("000.13: the third presentation too is followed by a day, which the owner must say")
  void every_presentation_is_followed_by_a_day() {
    opens("sketch-review", SUNDAY);
    for (int round = 1; round <= 3; round++) {
      var day = SUNDAY.plusDays(round);
      happens(day, new ProjectEvent.Presented("sketch-review", round));
      var followUp = owes(day, Update.PRESENTATION_FOLLOW_UP);
      assertThat(followUp.lacksDay()).isTrue();
      assertThat(followUp.by()).as("the same evening").isEqualTo(day);
      assertThat(followUp.cause()).isEqualTo("presentation:sketch-review:" + round);
      sends(day, followUp, day.plusDays(7));
    }
    assertThat(state().nextPromise().orElseThrow().due()).isEqualTo(SUNDAY.plusDays(10));
  }

  @Test
  @DisplayName("000.14: a call of which the client has nothing in writing is known")
  void a_call_is_written_down_the_same_day() {
    opens("sketch", SUNDAY);
    happens(SUNDAY, new ProjectEvent.CallHeld("the blue stays"));
    assertThat(state().callNotWritten()).isPresent();

    happens(SUNDAY, new ProjectEvent.ClientHeard("what we said", "<s@x.example>"));
    assertThat(state().callNotWritten()).isEmpty();
  }

  @Test
  @DisplayName("000.15, 000.16: the final approval is followed by the calendar day of the build")
  void an_approval_is_followed_by_the_day_of_the_build() {
    opens("sketch-review", SUNDAY);
    happens(SUNDAY.plusDays(3), new ProjectEvent.Approved("sketch-review", "love it"));
    happens(SUNDAY.plusDays(3), new ProjectEvent.StageEntered("build"));

    var followUp = owes(SUNDAY.plusDays(3), Update.APPROVAL_FOLLOW_UP);

    assertThat(followUp.date()).as("15 working days and a cushion of 3").contains(day(3, 30));
  }

  @Test
  @DisplayName("000.15: approved with changes is no approval that ends a stage")
  void approved_with_changes_owes_no_follow_up() {
    opens("sketch-review", SUNDAY);
    happens(SUNDAY.plusDays(3), new ProjectEvent.ChangesRequested("sketch-review", "bluer"));
    happens(SUNDAY.plusDays(3), new ProjectEvent.CourtTurned(Court.STUDIO));

    var owed = owed(SUNDAY.plusDays(3));

    assertThat(owed).extracting(Owed::update).doesNotContain(Update.APPROVAL_FOLLOW_UP);
    assertThat(owed)
        .as("only the owner knows how long the corrections take")
        .filteredOn(each -> each.update() == Update.STAGE_START)
        .allMatch(Owed::lacksDay)
        .hasSize(1);
  }

  @Test
  @DisplayName("000.17: one mail in the middle of a long stage, none in a short one")
  void a_long_stage_is_heard_of_once_in_its_middle() {
    opens("build", SUNDAY);
    promises(SUNDAY, "the site", day(3, 25));
    assertThat(updates(SUNDAY.plusDays(8))).doesNotContain(Update.MIDWAY);
    assertThat(owes(day(3, 12), Update.MIDWAY).date()).contains(day(3, 25));

    sends(day(3, 12), owes(day(3, 12), Update.MIDWAY));
    assertThat(updates(day(3, 15))).doesNotContain(Update.MIDWAY);

    timeline.clear();
    opens("launch", SUNDAY);
    promises(SUNDAY, "the launch", day(3, 5));
    assertThat(updates(day(3, 3))).doesNotContain(Update.MIDWAY);
  }

  @Test
  @DisplayName("000.17: nothing is well in the middle of a stage that is late")
  void a_late_stage_turns_all_is_well_into_a_delay_notice() {
    opens("build", SUNDAY);
    promises(SUNDAY, "the site", day(3, 25));

    assertThat(updates(day(3, 26))).contains(Update.DELAY_NOTICE).doesNotContain(Update.MIDWAY);
  }

  @Test
  @DisplayName("000.18: before the day that may not hold; without a new day it cannot go out")
  void a_delay_is_told_before_the_day_and_with_a_new_one() {
    opens("sketch", SUNDAY);
    promises(SUNDAY, "the sketch", day(3, 12));
    assertThat(updates(day(3, 10))).doesNotContain(Update.DELAY_NOTICE);

    var notice = owes(day(3, 11), Update.DELAY_NOTICE);
    assertThat(notice.lacksDay()).isTrue();
    assertThat(notice.by()).isEqualTo(day(3, 11));
    assertThat(notice.promise().orElseThrow().what()).isEqualTo("the sketch");

    var late = owes(day(3, 15), Update.DELAY_NOTICE);
    assertThat(late.cause()).as("after the day it is a miss").startsWith("late:");
    sends(day(3, 15), late, day(3, 18));
    assertThat(state().promises()).extracting(Promise::due).containsExactly(day(3, 18));
  }

  @Test
  @DisplayName("000.19: what is ready ahead of its day is announced")
  void an_early_finish_is_announced() {
    opens("sketch", SUNDAY);
    promises(SUNDAY, "the sketch", day(3, 12));
    happens(day(3, 8), new ProjectEvent.StageEntered("sketch-review"));

    var early = owes(day(3, 8), Update.EARLY_FINISH);

    assertThat(early.promise().orElseThrow().due()).isEqualTo(day(3, 12));
    assertThat(early.whose()).isEqualTo(Court.CLIENT);
  }

  @Test
  @DisplayName("000.19: the quoted day is the estimate and the cushion")
  void the_quoted_day_holds_the_cushion() {
    opens("sketch", SUNDAY);

    assertThat(owes(SUNDAY, Update.STAGE_START).date())
        .contains(STUDIO.workingDays().plus(SUNDAY, 7 + 2));
  }

  @Test
  @DisplayName("000.8: one rule is switched on, the others stay off")
  void a_rule_stands_alone() throws IOException {
    rules("delay-notice: {mode: ask, before: 1}");
    opens("sketch", SUNDAY);
    happens(SUNDAY, new ProjectEvent.Paid(1));
    assertThat(owed(SUNDAY)).isEmpty();

    promises(SUNDAY, "the sketch", day(3, 12));
    assertThat(updates(day(3, 11))).containsExactly(Update.DELAY_NOTICE);
  }

  @Test
  @DisplayName("004.8: each request for materials has its items, a last day and a consequence")
  void a_request_names_items_day_and_consequence() {
    opens("materials", SUNDAY);
    var request = owes(SUNDAY, Update.MATERIALS_REQUEST);

    assertThat(request.asks())
        .extracting(ask -> ask.item().key(), Owed.Ask::due)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("logo", day(3, 4)),
            org.assertj.core.api.Assertions.tuple("texts", day(3, 8)),
            org.assertj.core.api.Assertions.tuple("pictures", day(3, 8)));
    assertThat(request.date()).contains(day(3, 8));
    assertThat(process().stageOf(state()).ifLate().orElseThrow().words(Court.CLIENT))
        .containsKeys(Language.HEBREW, Language.ARABIC, Language.ENGLISH);
  }

  @Test
  @DisplayName("003.2: the chase has its steps, counts them, and stops when the client answers")
  void the_chase_stops_the_moment_the_client_answers() {
    opens("materials", SUNDAY);
    sends(SUNDAY, owes(SUNDAY, Update.MATERIALS_REQUEST));
    assertThat(state().courtSince()).isEqualTo(at(SUNDAY, 8));
    assertThat(updates(day(3, 4))).containsOnly(Update.WORKING_TOGETHER);

    var first = owes(day(3, 5), Update.CLIENT_REMINDER);
    assertThat(first.cause()).isEqualTo("reminder:2026-03-04:1");
    sends(day(3, 5), first);
    assertThat(state().knownDate(day(3, 6))).as("a new last day").isPresent();
    var second = owes(day(3, 10), Update.CLIENT_REMINDER);
    assertThat(second.cause()).isEqualTo("reminder:2026-03-04:2");

    happens(day(3, 10), new ProjectEvent.ClientWrote(List.of("QUESTION"), "which logo?"));
    assertThat(updates(day(3, 10))).containsOnly(Update.WORKING_TOGETHER);
  }

  @Test
  @DisplayName("003.7: what is left for the client is only what has not come")
  void what_has_come_is_asked_for_no_more() {
    opens("materials", SUNDAY);
    sends(SUNDAY, owes(SUNDAY, Update.MATERIALS_REQUEST));
    happens(day(3, 3), new ProjectEvent.MaterialsReceived(List.of("Logo-final.svg")));

    assertThat(state().missing(process()))
        .extracting(Item::key)
        .containsExactly("texts", "pictures");
    assertThat(owes(day(3, 9), Update.CLIENT_REMINDER).asks())
        .extracting(ask -> ask.item().key())
        .containsExactly("texts", "pictures");
  }

  @Test
  @DisplayName("003.9: after the chase the project rests, and is closed on the day that was told")
  void a_silent_client_s_project_rests_and_is_closed() {
    opens("sketch-review", SUNDAY);
    LocalDate today = SUNDAY;
    while (!state().closed() && today.isBefore(day(8, 1))) {
      for (var owed : owed(today)) {
        sends(today, owed);
      }
      today = STUDIO.workingDays().plus(today, 1);
    }

    assertThat(state().updates().stream().map(ProjectState.Sent::update))
        .filteredOn(update -> update != Update.WORKING_TOGETHER)
        .containsExactly(
            Update.MATERIALS_REQUEST,
            Update.CLIENT_REMINDER,
            Update.CLIENT_REMINDER,
            Update.CLIENT_REMINDER,
            Update.DORMANT_NOTICE,
            Update.DORMANT_CLOSED);
    assertThat(state().because()).contains(ProjectState.DORMANT);
  }

  @Test
  @DisplayName("003.4, 003.5: a late client's return gets an honest day, and the owner a brief")
  void a_late_client_s_return_gets_an_honest_day() {
    opens("sketch-review", SUNDAY);
    sends(SUNDAY, owes(SUNDAY, Update.MATERIALS_REQUEST));
    var back = day(5, 3);
    happens(back, new ProjectEvent.ClientWrote(List.of("APPROVAL"), "at last: yes"));
    happens(back, new ProjectEvent.Approved("sketch-review", "at last: yes"));
    happens(back, new ProjectEvent.StageEntered("build"));

    var reEntry = owes(back, Update.RE_ENTRY);

    assertThat(reEntry.date()).contains(STUDIO.workingDays().plus(back, 18));
    var brief =
        ReEntryBrief.of(
            back,
            state(),
            timeline,
            process(),
            STUDIO,
            Load.of(List.of(state()), processes, STUDIO));
    assertThat(brief.agreed())
        .extracting(ReEntryBrief.Agreed::words)
        .containsExactly("at last: yes");
    assertThat(brief.days().clientLate()).isGreaterThan(40);
    assertThat(brief.days().studioLate()).isZero();
    assertThat(brief.ready()).isEqualTo(reEntry.date());
  }

  @Test
  @DisplayName("003.16, 003.19: the clause applies on its day and not on the one before, to us too")
  void a_clause_applies_on_its_day() {
    opens("sketch-review", SUNDAY);
    sends(SUNDAY, owes(SUNDAY, Update.MATERIALS_REQUEST));
    LocalDate due = state().asked().getFirst().due();
    assertThat(clause(STUDIO.workingDays().plus(due, 2))).isEmpty();
    assertThat(clause(STUDIO.workingDays().plus(due, 3)).orElseThrow().late())
        .isEqualTo(Court.CLIENT);

    timeline.clear();
    opens("sketch", SUNDAY);
    promises(SUNDAY, "the sketch", due);
    assertThat(clause(STUDIO.workingDays().plus(due, 2))).isEmpty();
    assertThat(clause(STUDIO.workingDays().plus(due, 3)).orElseThrow().words())
        .isEqualTo(process().stageOf(state()).ifLate().orElseThrow().studio());
  }

  private Optional<Clause> clause(LocalDate day) {
    return Clause.applying(day, state(), process(), STUDIO);
  }

  @Test
  @DisplayName(
      "003.17, 003.21: undated at first; dated after contract and deposit, not after either")
  void the_page_has_days_only_after_contract_and_deposit() {
    opens("materials", SUNDAY);
    var undated = owes(SUNDAY, Update.WORKING_TOGETHER);
    assertThat(undated.version()).isZero();
    sends(SUNDAY, undated);

    happens(SUNDAY, new ProjectEvent.ContractSigned());
    assertThat(updates(SUNDAY)).doesNotContain(Update.WORKING_TOGETHER);
    happens(SUNDAY.plusDays(1), new ProjectEvent.DepositPaid());

    var dated = owes(SUNDAY.plusDays(1), Update.WORKING_TOGETHER);
    assertThat(dated.version()).isEqualTo(1);
    assertThat(dated.plan().orElseThrow().dates().keySet())
        .containsExactlyElementsOf(process().stages().stream().map(Stage::key).toList());
  }

  @Test
  @DisplayName("003.10, 003.23: whatever moves a day brings a new version that shows what changed")
  void a_moved_day_brings_a_new_version() {
    opens("sketch", SUNDAY);
    happens(SUNDAY, new ProjectEvent.ContractSigned());
    happens(SUNDAY, new ProjectEvent.DepositPaid());
    sends(SUNDAY, owes(SUNDAY, Update.STAGE_START));
    sends(SUNDAY, owes(SUNDAY, Update.WORKING_TOGETHER));
    assertThat(updates(day(3, 3))).doesNotContain(Update.WORKING_TOGETHER);

    promises(day(3, 3), "result", day(3, 19));
    var again = owes(day(3, 3), Update.WORKING_TOGETHER);
    assertThat(again.version()).isEqualTo(2);
    var page = WorkingTogether.of(again, state(), process(), STUDIO);
    assertThat(page.changes().getFirst().before()).isEqualTo(day(3, 12));
    assertThat(page.changes().getFirst().now()).isEqualTo(day(3, 19));
    sends(day(3, 3), again);

    happens(day(3, 4), new ProjectEvent.ParametersChanged("two more languages", 4));
    happens(day(3, 5), new ProjectEvent.ParametersChanged("and a blog", 3));
    assertThat(state().parameterChanges()).hasSize(2);
    assertThat(owes(day(3, 5), Update.WORKING_TOGETHER).version()).isEqualTo(3);
  }

  @Test
  @DisplayName("003.24: running projects are left as they are; the client's next one gets the page")
  void running_projects_do_not_get_the_page() {
    opens("sketch", SUNDAY);
    happens(SUNDAY, new ProjectEvent.Adopted());
    happens(SUNDAY, new ProjectEvent.ContractSigned());
    happens(SUNDAY, new ProjectEvent.DepositPaid());
    assertThat(updates(SUNDAY)).doesNotContain(Update.WORKING_TOGETHER);

    timeline.clear();
    opens("sketch", LocalDate.of(2025, 12, 31));
    assertThat(updates(LocalDate.of(2025, 12, 31))).doesNotContain(Update.WORKING_TOGETHER);

    timeline.clear();
    opens("sketch", SUNDAY);
    assertThat(updates(SUNDAY)).contains(Update.WORKING_TOGETHER);
  }

  @Test
  @DisplayName("003.12, 003.14, 003.15, 003.18: each stage is somebody's, with both consequences")
  void the_page_leaves_no_stage_unowned() {
    for (String key : processes.keys()) {
      var page = WorkingTogether.undated(processes.find(key).orElseThrow(), STUDIO);

      assertThat(page.rows())
          .allSatisfy(row -> {
            assertThat(row.answers()).isNotBlank();
            assertThat(row.client().keySet()).containsAll(LANGUAGES);
            assertThat(row.studio().keySet()).containsAll(LANGUAGES);
            assertThat(row.workingDays()).isPositive();
            assertThat(row.to()).as("no days yet").isEmpty();
            assertThat(row.ifLate().orElseThrow().client().keySet()).containsAll(LANGUAGES);
            assertThat(row.ifLate().orElseThrow().studio().keySet()).containsAll(LANGUAGES);
          });
    }
    var website = WorkingTogether.undated(process(), STUDIO);
    assertThat(website.rows())
        .filteredOn(WorkingTogether.Row::handsOver)
        .extracting(WorkingTogether.Row::stage)
        .containsExactly("materials", "sketch", "sketch-review", "build", "build-review");
  }

  @Test
  @DisplayName("000.20: a day told in a mail that did not arrive is not known, and owed again")
  void a_day_that_did_not_arrive_is_owed_again() {
    opens("sketch", SUNDAY);
    var start = owes(SUNDAY, Update.STAGE_START);
    sends(SUNDAY, start);
    assertThat(state().knownDate(SUNDAY)).isPresent();

    happens(
        SUNDAY,
        new ProjectEvent.NotArrived("<m" + SUNDAY + start.cause() + ">", "a@x.example", ""));

    assertThat(state().knownDate(SUNDAY)).isEmpty();
    assertThat(InTheAir.on(SUNDAY, List.of(state()), processes, STUDIO, load()))
        .extracting(InTheAir::why)
        .containsExactly(InTheAir.Why.NOT_ARRIVED);
  }

  @Test
  void what_was_undone_never_happened() {
    opens("sketch", SUNDAY);
    happens(SUNDAY, new ProjectEvent.StageEntered("build"));
    happens(SUNDAY, new ProjectEvent.Undone(2));
    assertThat(state().stage()).isEqualTo("sketch");

    happens(SUNDAY, new ProjectEvent.Undone(3));
    assertThat(state().stage()).as("the undoing was undone").isEqualTo("build");
  }

  @Test
  @DisplayName("000.3: a private note is in the owner's view and changes nothing else")
  void a_private_note_changes_nothing() {
    opens("sketch", SUNDAY);
    var before = state();
    happens(SUNDAY, new ProjectEvent.Noted("never again"));

    assertThat(state()).isEqualTo(before);
  }

  @Test
  @DisplayName("000.25: an owner sees past and coming mails, promises, whose turn, the next day")
  void a_life_is_understood_at_a_glance() {
    opens("sketch", SUNDAY);
    sends(SUNDAY, owes(SUNDAY, Update.STAGE_START));

    for (var language : LANGUAGES) {
      String story =
          LifeStory.of(day(3, 3), state(), process(), timeline, STUDIO, load(), language);
      assertThat(story).doesNotContain("{0}", "{1}").contains("Bakery site");
    }
    assertThat(
            LifeStory.of(day(3, 3), state(), process(), timeline, STUDIO, load(), Language.ENGLISH)
                .replaceAll("[\u2068\u2069]", ""))
        .contains(
            "Bakery site: designing the first sketch",
            "It is your turn since Sunday 1 March (working days: 2)",
            "The next day the client knows: Thursday 12 March",
            "on Wednesday 11 March: delay notice, if the day does not hold",
            "open: result, for Thursday 12 March",
            "→ mail to the client: stage-start:sketch:2026-03-01");
  }

  private void rules(String rules) throws IOException {
    String shipped = Files.readString(SHIPPED);
    int from = shipped.indexOf("    updates: &usual\n") + "    updates: &usual\n".length();
    int to = shipped.indexOf("    stages:\n", from);
    Path file = folder.resolve("process.yml");
    Files.writeString(
        file, shipped.substring(0, from) + "      " + rules + "\n" + shipped.substring(to));
    processes = Processes.read(file, LANGUAGES);
  }

  private void opens(String stage, LocalDate day) {
    timeline.add(
        new TimelineEntry(
            timeline.size() + 1, at(day, 8), new ProjectEvent.StageEntered(stage), "owner"));
  }

  private void happens(LocalDate day, ProjectEvent event) {
    happens(day, event, "owner");
  }

  private void happens(LocalDate day, ProjectEvent event, String by) {
    Instant at = at(day, 9).plusSeconds(timeline.size());
    timeline.add(new TimelineEntry(timeline.size() + 1, at, event, by));
  }

  private void promises(LocalDate day, String what, LocalDate due) {
    happens(day, new ProjectEvent.Promised(Court.STUDIO, what, due));
  }

  private void sends(LocalDate day, Owed owed) {
    sends(day, owed, owed.date());
  }

  private void sends(LocalDate day, Owed owed, LocalDate said) {
    sends(day, owed, Optional.of(said));
  }

  private void sends(LocalDate day, Owed owed, Optional<LocalDate> said) {
    String id = "<m" + day + owed.cause() + ">";
    happens(day, new ProjectEvent.ClientHeard(owed.cause(), id), id);
    owed.settled(said, "result", id).forEach(event -> happens(day, event, id));
  }

  private List<Owed> owed(LocalDate today) {
    return UpdatesOwed.on(today, state(), process(), STUDIO, load());
  }

  private List<Update> updates(LocalDate today) {
    return owed(today).stream().map(Owed::update).toList();
  }

  private Owed owes(LocalDate today, Update update) {
    return owed(today).stream()
        .filter(owed -> owed.update() == update)
        .findFirst()
        .orElseThrow(() -> new AssertionError(update + " is not owed, but " + owed(today)));
  }

  private Load load() {
    return Load.of(List.of(state()), processes, STUDIO);
  }

  private Process process() {
    return processes.of(project);
  }

  private ProjectState state() {
    return ProjectState.of(project, process(), timeline);
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(ZONE).toInstant();
  }
}
