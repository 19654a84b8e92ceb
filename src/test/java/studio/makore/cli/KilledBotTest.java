package studio.makore.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import studio.makore.mail.Mail;
import studio.makore.mailbox.InboundEntry;
import studio.makore.mailbox.InboundStatus;
import studio.makore.mailbox.InboundStore;
import studio.makore.mailbox.Outbox;
import studio.makore.mailbox.OutboxStatus;
import studio.makore.mailbox.Step;

/**
 * The bot is killed (SIGKILL) at every step of the way of a mail, one after the other, and started
 * again each time: nothing is lost and nothing is sent twice. What lies between parsing, reading,
 * deciding and applying is one transaction, which {@link Step#BEFORE_COMMIT} ends.
 */
class KilledBotTest {
  @RegisterExtension static final RealMail SERVERS = new RealMail();

  @TempDir Path folder = Path.of("");

  @Test
  void a_bot_killed_at_every_step_sends_one_draft_and_one_reply() throws Exception {
    String database = "jdbc:h2:file:" + folder.resolve("makore");
    var studio = RealStudio.on(SERVERS, folder, database, "דליה", "yes");
    try (var rooms = studio.open(Clock.systemUTC(), _ -> {})) {
      studio.opensProject(
          rooms,
          "Bakery site",
          "he",
          Gender.FEMININE,
          Optional.of(LocalDate.now(Demo.ZONE).plusDays(20)));
    }

    studio.client.writes(studio.address, "האתר", "היי נועה,\nמה קורה עם האתר?");
    killAt(studio, Step.BEFORE_COMMIT, Step.AFTER_SENT_RECORDED);
    worksOff(studio, 2);
    Mail draft = studio.owner.awaits(1);

    studio.owner.replies(draft, "כן, שלחי");
    killAt(
        studio,
        Step.AFTER_FETCH,
        Step.AFTER_STORE,
        Step.BEFORE_COMMIT,
        Step.AFTER_COMMIT,
        Step.BEFORE_SMTP,
        Step.AFTER_SMTP_ACCEPTED);
    List<InboundEntry> handled = worksOff(studio, 4);

    Mail reply = studio.client.awaits(1);
    assertThat(reply.subject()).isEqualTo("Re: האתר");
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

  /** Starts the bot, kills it at the first step, starts it again, kills it at the next… */
  private void killAt(RealStudio studio, Step... steps) throws IOException, InterruptedException {
    for (Step step : steps) {
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
