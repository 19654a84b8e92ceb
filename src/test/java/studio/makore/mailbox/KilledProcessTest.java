package studio.makore.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.makore.RealMail;

/** A process that is killed (SIGKILL) between any two steps loses nothing and repeats nothing. */
class KilledProcessTest {
  @RegisterExtension static final RealMail SERVERS = new RealMail();

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource(Step.class)
  void a_client_gets_exactly_one_answer(Step step) throws Exception {
    String client = SERVERS.newUser();
    Bot bot =
        new Bot(
            "jdbc:h2:file:" + folder.toAbsolutePath().resolve("makore"),
            SERVERS.newUser(),
            SERVERS.imapPort(),
            SERVERS.smtpPort(),
            SERVERS.certificate(),
            client);
    Flyway.configure().dataSource(bot.url(), "", "").load().migrate();
    Letters inbox = Letters.inbox(bot.server(bot.imapPort()));
    inbox.put(Mails.raw("<question@client.test>", "any news?"));

    killAt(step, bot);
    Clock afterTheLease = Clock.offset(Clock.systemUTC(), Outbox.LEASE.plus(Duration.ofMinutes(2)));
    bot.work(afterTheLease, passed -> {});

    Letters clients = Letters.inbox(clientsServer(client));
    await().untilAsserted(() -> assertThat(clients.messageIds()).containsExactly(Bot.REPLY));
    await()
        .untilAsserted(() ->
            assertThat(inbox.messageIds()).containsExactly("<question@client.test>", Bot.REPLY));
    bot.work(afterTheLease, passed -> {});
    assertThat(clients.messageIds()).containsExactly(Bot.REPLY);
    assertThat(rows(bot, "select message_id || ' ' || fate from inbound order by id"))
        .containsExactly("<question@client.test> answered", Bot.REPLY + " our own copy");
    assertThat(rows(bot, "select message_id || ' ' || status from outbox"))
        .containsExactly(Bot.REPLY + " SENT");
  }

  private static void killAt(Step step, Bot bot) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Bot.class.getName()));
    command.addAll(
        List.of(
            bot.url(),
            bot.user(),
            Integer.toString(bot.imapPort()),
            Integer.toString(bot.smtpPort()),
            bot.certificate().toString(),
            bot.client(),
            step.name()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
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

  private static MailServer clientsServer(String client) {
    return new MailServer(
        SERVERS.host(),
        SERVERS.imapPort(),
        Tls.STARTTLS,
        new Login.Password(client, "secret"),
        Optional.of(SERVERS.certificate()));
  }

  private static List<String> rows(Bot bot, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (var connection = DriverManager.getConnection(bot.url());
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
