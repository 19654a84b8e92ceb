package studio.makore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import studio.makore.Database;
import studio.makore.RealMail;
import studio.makore.language.DateWords;
import studio.makore.language.Gender;
import studio.makore.language.Language;
import studio.makore.mail.Mail;
import studio.makore.mailbox.InboundStore;
import studio.makore.mailbox.Outbox;
import studio.makore.mailbox.OutboxStatus;

/** The whole loop as a studio runs it: makore.yml, Dovecot, Postfix, IDLE and the real time. */
class RunTest {
  @RegisterExtension static final RealMail SERVERS = new RealMail();

  @TempDir Path folder = Path.of("");

  @Test
  void a_hebrew_question_is_answered_in_its_thread_exactly_once() {
    var studio = RealStudio.on(SERVERS, folder, h2(), Correspondent.named("דליה", SERVERS), "no");
    atWork(
        studio,
        rooms -> {
          studio.opensProject(
              rooms,
              "Bakery site",
              "he",
              Gender.FEMININE,
              Optional.of(LocalDate.now(Demo.ZONE).plusDays(20)));
          Mail question =
              read(
                  studio.client.writes(
                      studio.address,
                      "האתר של המאפייה",
                      "היי נועה,\nמה קורה עם האתר? מתי הוא יעלה לאוויר?\nדליה"));

          Mail draft = studio.owner.awaits(1);
          assertThat(draft.subject()).startsWith("לאישור: ").containsPattern("\\[#[a-z2-7]{16}]$");
          assertThat(draft.uncut()).contains("> שלום דליה,", "Bakery site");
          assertThat(draft.uncut())
              .as("one of her questions, in her own words")
              .containsAnyOf("> מה קורה עם האתר?", "> מתי הוא יעלה לאוויר?");
          assertThat(draft.header("Auto-Submitted")).contains("auto-generated");
          assertThat(studio.client.inbox()).isEmpty();

          byte[] ok = studio.owner.replies(draft, "כן");
          Mail reply = studio.client.awaits(1);
          assertInThread(reply, question);
          assertThat(reply.author().orElseThrow().address()).isEqualTo(studio.address.address());
          assertThat(reply.subject()).isEqualTo("Re: האתר של המאפייה");
          assertThat(reply.text()).contains("שלום דליה,", "ששאלת", "בניית האתר");
          assertThat(reply.header("Auto-Submitted")).isEmpty();

          // the mail program sends it again, then Noa taps once more
          studio.owner.delivers(ok, studio.address);
          studio.owner.replies(draft, "כן");
          RealStudio.awaitsHandled(rooms, 5);
          assertAllSent(rooms, 2);
          assertThat(studio.client.inbox()).hasSize(1);
          assertThat(studio.owner.inbox()).hasSize(1);
        });
  }

  @Test
  void an_arabic_question_without_a_known_day_waits_for_the_owners_date() {
    var studio =
        RealStudio.on(SERVERS, folder, postgresql(), Correspondent.named("رامي", SERVERS), "no");
    atWork(
        studio,
        rooms -> {
          studio.opensProject(rooms, "Olive Press site", "ar", Gender.MASCULINE, Optional.empty());
          Mail question =
              read(
                  studio.client.writes(
                      studio.address,
                      "الموقع",
                      "مرحبا نوعا،\nشو صار بالموقع؟ صرلي أسبوعين ما سمعت منكم إشي."));

          Mail asked = studio.owner.awaits(1);
          assertThat(asked.subject()).containsPattern("\\[#[a-z2-7]{16}]$");
          var day = LocalDate.now(Demo.ZONE).plusDays(20);
          studio.owner.replies(
              asked, DateWords.date(day, LocalDate.now(Demo.ZONE), Language.HEBREW));
          Mail draft = studio.owner.awaits(2);
          assertThat(studio.client.inbox()).isEmpty();

          studio.owner.replies(draft, "👍");
          Mail reply = studio.client.awaits(1);
          assertInThread(reply, question);
          assertThat(reply.subject()).isEqualTo("Re: الموقع");
          assertThat(reply.text())
              .contains("رامي", "بناء الموقع")
              .contains(DateWords.date(day, LocalDate.now(Demo.ZONE), Language.ARABIC));

          RealStudio.awaitsHandled(rooms, 6);
          assertAllSent(rooms, 3);
          assertThat(studio.client.inbox()).hasSize(1);
          assertThat(studio.owner.inbox()).hasSize(2);
        });
  }

  @Test
  void the_command_watches_until_it_is_told_to_stop_and_then_stops_at_once() throws Exception {
    var studio = RealStudio.on(SERVERS, folder, h2(), Correspondent.named("Emma", SERVERS), "no");
    Path log = folder.resolve("log");
    Process command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dmakore.home=" + Terminal.PROJECT,
                "-cp",
                System.getProperty("java.class.path"),
                Makore.class.getName(),
                "run",
                "--config",
                studio.configuration().toString())
            .redirectError(log.toFile())
            .start();
    try (BufferedReader out = command.inputReader()) {
      await("the first look at the folder")
          .atMost(Duration.ofSeconds(40))
          .until(() -> Files.readString(log).contains("watching " + studio.address.address()));
      studio.client.writes(studio.address, "The shop", "Hello, when will our new shop go live?");

      assertThat(out.readLine()).containsPattern("^[0-9:]{8} Emma <.*asked Noa$");
      assertThat(studio.owner.awaits(1).subject()).containsPattern("\\[#[a-z2-7]{16}]$");

      command.toHandle().destroy(); // SIGTERM
      assertThat(command.waitFor(5, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readString(log))
          .startsWith("Makore works for Northlight; stop it with Ctrl-C.\n")
          .doesNotContain("WARN", "ERROR", "\tat ");
      assertThat(out.lines()).allMatch(line -> line.contains("Makore gets its own copy"));
    } finally {
      command.destroyForcibly();
    }
  }

  /** Nothing more is on its way. */
  private static void assertAllSent(ApplicationContext rooms, int count) {
    assertThat(rooms.getBean(Outbox.class).list(100))
        .hasSize(count)
        .allSatisfy(entry -> assertThat(entry.status()).isEqualTo(OutboxStatus.SENT));
  }

  private static void assertInThread(Mail reply, Mail question) {
    String id = question.messageId().orElseThrow();
    assertThat(reply.inReplyTo()).containsExactly(id);
    assertThat(reply.references()).containsExactly(id);
  }

  private static Mail read(byte[] raw) {
    return new studio.makore.mail.MailParser().parse(raw);
  }

  /** The bot watches on a thread of its own, as long as {@code story} lasts. */
  private static void atWork(RealStudio studio, Consumer<ApplicationContext> story) {
    try (var rooms = studio.open(Clock.systemUTC(), _ -> {});
        var bot = new Bot(rooms, _ -> {})) {
      Thread work = Thread.ofPlatform().name("bot").start(bot::run);
      try {
        RealStudio.awaitsWatch(rooms);
        story.accept(rooms);
        assertThat(rooms.getBean(InboundStore.class).list(100))
            .allSatisfy(entry -> assertThat(entry.reason()).isEmpty());
      } finally {
        bot.stop();
        join(work);
      }
    }
  }

  private static void join(Thread work) {
    try {
      work.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertThat(work.isAlive()).as("the bot stops when told so").isFalse();
  }

  private String h2() {
    return "jdbc:h2:file:" + folder.resolve("makore") + ";AUTO_SERVER=TRUE";
  }

  private static String postgresql() {
    return ((HikariDataSource) Database.POSTGRESQL.fresh()).getJdbcUrl();
  }
}
