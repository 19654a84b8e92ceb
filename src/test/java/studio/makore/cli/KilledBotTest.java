package studio.makore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import studio.makore.RealMail;
import studio.makore.language.Gender;
import studio.makore.mail.Address;
import studio.makore.mail.Mail;
import studio.makore.mailbox.InboundEntry;
import studio.makore.mailbox.InboundStatus;
import studio.makore.mailbox.InboundStore;
import studio.makore.mailbox.Outbox;
import studio.makore.mailbox.OutboxStatus;
import studio.makore.mailbox.Step;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectStore;
import studio.makore.project.TimelineEntry;

/**
 * The bot ends at the steps of the way of a mail, one after the other, and is started again each
 * time: nothing is lost and nothing is sent twice. What lies between parsing, reading, deciding and
 * applying is one transaction, which {@link Step#BEFORE_COMMIT} ends.
 */
class KilledBotTest {
  @RegisterExtension static final RealMail SERVERS = new RealMail();

  @TempDir Path folder = Path.of("");

  /** Lets the bot work until it comes to a step, and end there. */
  private interface Death {
    void at(Step step, RealStudio studio) throws Exception;
  }

  @Test
  void a_bot_that_ends_at_every_step_sends_one_draft_and_one_reply() throws Exception {
    // whatever ends after the server took a mail is found out by its copy, and never comes to the
    // step after it; so each of the two ways of a mail leaves out one of these
    isAnsweredOnce(
        KilledBotTest::halted,
        List.of(
            Step.AFTER_FETCH,
            Step.AFTER_STORE,
            Step.BEFORE_COMMIT,
            Step.AFTER_COMMIT,
            Step.BEFORE_SMTP,
            Step.AFTER_SENT_RECORDED),
        List.of(
            Step.AFTER_FETCH,
            Step.AFTER_STORE,
            Step.BEFORE_COMMIT,
            Step.AFTER_COMMIT,
            Step.BEFORE_SMTP,
            Step.AFTER_SMTP_ACCEPTED));
  }

  @Test
  void a_bot_that_is_killed_sends_one_draft_and_one_reply() throws Exception {
    isAnsweredOnce(
        KilledBotTest::killed,
        List.of(Step.AFTER_STORE),
        List.of(Step.BEFORE_COMMIT, Step.AFTER_SMTP_ACCEPTED));
  }

  @Test
  void an_owner_hears_of_a_reply_that_was_refused_though_the_bot_ended_meanwhile()
      throws Exception {
    var nobody = new Correspondent(SERVERS, new Address("דליה", "nobody@client.test"));
    var studio = hasOneProject(nobody);
    studio.client.writes(studio.address, "האתר", "היי נועה,\nמה קורה עם האתר?");
    worksOff(studio, 2);
    studio.owner.replies(studio.owner.awaits(1), "כן, שלחי");

    halted(Step.AFTER_SENT_RECORDED, studio);
    MortalBot.lives(studio.configuration(), _ -> {});
    MortalBot.lives(studio.configuration(), _ -> {});

    Mail told = studio.owner.awaits(2);
    assertThat(told.uncut()).contains("Bakery site Ltd", "nobody@client.test", "User unknown");
    assertThat(studio.owner.inbox()).hasSize(2);
    assertThat(timeline(studio)).filteredOn(ProjectEvent.NotArrived.class::isInstance).hasSize(1);
  }

  private static List<ProjectEvent> timeline(RealStudio studio) {
    try (var rooms = studio.open(Clock.systemUTC(), _ -> {})) {
      var projects = rooms.getBean(ProjectStore.class);
      var project = projects.project("Bakery site").orElseThrow();
      return projects.timeline(project.id()).stream().map(TimelineEntry::event).toList();
    }
  }

  private void isAnsweredOnce(Death death, List<Step> draftsWay, List<Step> replysWay)
      throws Exception {
    var studio = hasOneProject(Correspondent.named("דליה", SERVERS));
    studio.client.writes(studio.address, "האתר", "היי נועה,\nמה קורה עם האתר?");
    for (Step step : draftsWay) {
      death.at(step, studio);
    }
    worksOff(studio, 2);
    studio.owner.replies(studio.owner.awaits(1), "כן, שלחי");
    for (Step step : replysWay) {
      death.at(step, studio);
    }
    List<InboundEntry> handled = worksOff(studio, 4);

    assertThat(studio.client.awaits(1).subject()).isEqualTo("Re: האתר");
    assertThat(studio.client.inbox()).hasSize(1);
    assertThat(studio.owner.inbox()).hasSize(1);
    assertThat(handled.reversed())
        .extracting(InboundEntry::fate)
        .satisfiesExactly(
            fate -> assertThat(fate).startsWith("דליה (Bakery site) STATUS_INQUIRY"),
            fate -> assertThat(fate).startsWith("Makore gets its own copy"),
            fate -> assertThat(fate).startsWith("Noa (Bakery site) says yes to the draft"),
            fate -> assertThat(fate).startsWith("Makore gets its own copy"));
  }

  private RealStudio hasOneProject(Correspondent client) {
    String database = "jdbc:h2:file:" + folder.resolve("makore");
    var studio = RealStudio.on(SERVERS, folder, database, client, "yes");
    try (var rooms = studio.open(Clock.systemUTC(), _ -> {})) {
      studio.opensProject(
          rooms,
          "Bakery site",
          "he",
          Gender.FEMININE,
          Optional.of(LocalDate.now(Demo.ZONE).plusDays(20)));
    }
    return studio;
  }

  /** The end of a process, as far as it can be played inside one: what is not committed is lost. */
  private static final class Halt extends Error {
    private static final long serialVersionUID = 1;
  }

  private static void halted(Step step, RealStudio studio) {
    assertThatThrownBy(() ->
            MortalBot.lives(
                studio.configuration(),
                passed -> {
                  if (passed == step) {
                    throw new Halt();
                  }
                }))
        .isInstanceOf(Halt.class);
  }

  /** The end of a process by SIGKILL. */
  private static void killed(Step step, RealStudio studio)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MortalBot.class.getName(),
                studio.configuration().toString(),
                step.name())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = process.inputReader()) {
      List<String> lines = new ArrayList<>();
      String line;
      while ((line = said.readLine()) != null && !line.equals("at " + step)) {
        lines.add(line);
      }
      assertThat(line).as(String.join("\n", lines)).isEqualTo("at " + step);
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 9);
  }

  /** Lets the bot live until that many mails are handled and all of its own are sent. */
  private static List<InboundEntry> worksOff(RealStudio studio, int mails) {
    var clock = new MovedClock();
    try (var rooms = studio.open(clock, _ -> {})) {
      var deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
      List<InboundEntry> handled = List.of();
      try (var bot = new Bot(rooms, _ -> {})) {
        while (handled.size() < mails && System.nanoTime() < deadline) {
          MortalBot.leasesEnd(clock, bot);
          handled = rooms.getBean(InboundStore.class).list(InboundStatus.DONE, 100);
        }
      }
      assertThat(handled).hasSize(mails);
      assertThat(rooms.getBean(Outbox.class).list(100))
          .hasSize(mails / 2)
          .allSatisfy(mail -> assertThat(mail.status()).isEqualTo(OutboxStatus.SENT));
      return handled;
    }
  }
}
