package studio.makore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import studio.makore.calendar.SendWindow;
import studio.makore.calendar.WorkingDays;
import studio.makore.language.Gender;
import studio.makore.language.Language;
import studio.makore.mailbox.ImapSettings;
import studio.makore.mailbox.Login;
import studio.makore.mailbox.MailServer;
import studio.makore.mailbox.Outbox;
import studio.makore.mailbox.OutboxEntry;
import studio.makore.mailbox.SmtpSettings;
import studio.makore.mailbox.Tls;
import studio.makore.project.Owner;
import studio.makore.project.Studio;

class WeeklyMailTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
  private static final MailServer NOBODY =
      new MailServer("127.0.0.1", 9, Tls.NONE, new Login.Password("bot", "none"));

  @TempDir Path folder;
  private final MovedClock clock = new MovedClock();
  private ConfigurableApplicationContext rooms = closed();

  private static ConfigurableApplicationContext closed() {
    return new org.springframework.context.support.GenericApplicationContext();
  }

  @BeforeEach
  void open() {
    rooms = Wiring.open(settings(), new Folders(Path.of("").toAbsolutePath()), clock);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void it_goes_to_each_owner_once_a_week_from_the_last_working_afternoon_on() {
    assertThat(sentBy("2026-03-19T15:59")).as("Thursday, not yet").isEmpty();
    assertThat(sentBy("2026-03-19T16:00"))
        .containsExactlyInAnyOrder("noa@northlight.example", "gil@northlight.example");
    assertThat(sentBy("2026-03-19T17:00")).as("once").hasSize(2);
    assertThat(sentBy("2026-03-21T23:00")).as("the same week still").hasSize(2);
    assertThat(sentBy("2026-03-22T09:00")).as("a new week, too early").hasSize(2);
    assertThat(sentBy("2026-03-27T08:00")).as("made up for on Friday").hasSize(4);
  }

  private List<String> sentBy(String time) {
    clock.set(LocalDateTime.parse(time).atZone(ZONE).toInstant());
    rooms
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(_ -> rooms.getBean(WeeklyMail.class).sendWhenDue());
    return rooms.getBean(Outbox.class).list(100).stream()
        .map(OutboxEntry::recipients)
        .flatMap(List::stream)
        .toList();
  }

  private Settings settings() {
    return new Settings(
        new Studio(
            "Northlight",
            "hello@northlight.example",
            "makore@northlight.example",
            false,
            ZONE,
            WorkingDays.sundayToThursday(),
            List.of(
                new Owner("נועה", "noa@northlight.example", Language.HEBREW, Gender.FEMININE),
                new Owner("Gil", "gil@northlight.example", Language.ENGLISH, Gender.MASCULINE)),
            Optional.empty()),
        SendWindow.usual(WorkingDays.sundayToThursday(), ZONE),
        List.of(new ImapSettings(NOBODY)),
        new SmtpSettings(NOBODY, "makore@northlight.example"),
        new Settings.DatabaseSettings("jdbc:h2:file:" + folder.resolve("makore"), "", ""),
        folder.resolve("data"));
  }
}
