package studio.makore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.makore.project.Leg;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectState;
import studio.makore.reply.TemplateName;
import studio.makore.silence.Inquiry;

/** Half a year of a studio, lived through in seconds. */
class SimulationTest {
  private static final Path PROCESS = Path.of("templates/process.yml");
  private static final LocalDate BEGIN = LocalDate.of(2026, 3, 1);
  private static final Set<TemplateName> BAD_NEWS =
      Set.of(TemplateName.DELAY_NOTICE, TemplateName.DORMANT_NOTICE, TemplateName.DORMANT_CLOSED);

  @TempDir Path folder;

  /** 000.20, 000.22, 001.18, 002.14, 003.3 */
  @Test
  void thirty_projects_live_for_half_a_year_and_nobody_is_left_in_the_air() throws IOException {
    // the page as PDF costs a second each on a slow machine, and has tests of its own
    var studio = studio("working-together", 30, 26);

    assertThat(studio.wrong()).isEmpty();
    assertThat(studio.sent()).hasSizeGreaterThan(200);
    for (var mail : studio.sent()) {
      var draft = studio.draft(mail);
      assertThat(
              BAD_NEWS.contains(draft.template())
                  ? studio.window().isOpenForBadNews(mail.at())
                  : studio.window().isOpen(mail.at()))
          .as("%s left at %s", draft.template(), mail.at())
          .isTrue();
    }
    for (ProjectState state : studio.states()) {
      sentOnce(studio, state);
      addsUp(state);
    }
    assertThat(studio.inquiries()).filteredOn(inquiry -> inquiry.cause().miss()).isEmpty();
  }

  private static void sentOnce(SimulatedStudio studio, ProjectState state) {
    var causes = new HashSet<String>();
    for (ProjectEvent event : studio.events(state.project())) {
      if (event instanceof ProjectEvent.UpdateSent sent) {
        assertThat(causes.add(sent.cause())).as(state.project().name() + sent).isTrue();
      }
    }
  }

  /** Every hour since it was opened is somebody's: no gap, and none twice. */
  private static void addsUp(ProjectState state) {
    List<Leg> legs = state.legs();
    var whole = Duration.ZERO;
    for (int i = 0; i + 1 < legs.size(); i++) {
      var leg = legs.get(i);
      assertThat(leg.to()).contains(legs.get(i + 1).from());
      whole = whole.plus(Duration.between(leg.from(), leg.to().orElseThrow()));
    }
    assertThat(whole).isEqualTo(Duration.between(state.openedAt(), legs.getLast().from()));
  }

  /** 000.8: what each rule prevents comes back when it is off. */
  @Test
  void each_rule_that_is_switched_off_brings_its_inquiries_back() throws IOException {
    var asked = new TreeMap<String, Integer>();
    int none = misses(studio("working-together", 8, 14)).size();
    for (String rule : List.of("stage-start", "approval-follow-up", "delay-notice", "midway")) {
      asked.put(rule, misses(studio("working-together|" + rule, 8, 14)).size());
    }
    System.out.println("misses with all rules on: " + none + "; with one off: " + asked);
    assertThat(none).isZero();
    assertThat(asked.get("stage-start")).isPositive();
    assertThat(asked.get("delay-notice")).isPositive();
  }

  private static List<Inquiry> misses(SimulatedStudio studio) {
    return studio.inquiries().stream().filter(inquiry -> inquiry.cause().miss()).toList();
  }

  /**
   * @param off rules that are switched off, with bars between them
   */
  private SimulatedStudio studio(String off, int projects, int weeks) throws IOException {
    var text = Files.readString(PROCESS).replaceAll("(?m)^(      (?:" + off + ")): .*$", "$1: off");
    var process = Files.writeString(folder.resolve(off.replace('|', '-') + ".yml"), text);
    var studio = new SimulatedStudio(process, projects, BEGIN, 7).live(weeks);
    report(off + " off", studio);
    return studio;
  }

  private static void report(String title, SimulatedStudio studio) {
    Map<TemplateName, Long> templates =
        studio.sent().stream()
            .collect(
                Collectors.groupingBy(
                    mail -> studio.draft(mail).template(), TreeMap::new, Collectors.counting()));
    Map<String, Long> causes =
        studio.inquiries().stream()
            .collect(
                Collectors.groupingBy(
                    inquiry -> inquiry.cause().name(), TreeMap::new, Collectors.counting()));
    System.out.printf(
        "%s: %d mails to clients %s, %d to the owner, inquiries %s, wrong %d%n",
        title,
        studio.sent().size(),
        templates,
        studio.ownersMails(),
        causes,
        studio.wrong().size());
    studio.wrong().stream().limit(40).forEach(System.out::println);
  }
}
