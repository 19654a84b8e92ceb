package studio.makore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.makore.language.Gender;
import studio.makore.language.Language;
import studio.makore.mailbox.ImapSettings;
import studio.makore.mailbox.Login;
import studio.makore.mailbox.MailServer;
import studio.makore.mailbox.SmtpSettings;
import studio.makore.mailbox.Tls;
import studio.makore.project.Owner;

class MakoreFileTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("MAKORE_IMAP_PASSWORD", "imap's", "MAKORE_SMTP_PASSWORD", "smtp's");

  @TempDir Path folder = Path.of("");

  @Test
  void the_example_can_be_used_as_it_stands() {
    Path example = Terminal.PROJECT.resolve("makore.example.yml");

    var settings = MakoreFile.read(example, ENVIRONMENT).settings();

    var studio = settings.studio();
    assertThat(studio.name()).isEqualTo("Northlight");
    assertThat(studio.address()).isEqualTo("hello@northlight.example");
    assertThat(studio.botAddress()).isEqualTo("makore@northlight.example");
    assertThat(studio.plusAddressing()).isFalse();
    assertThat(studio.zone()).isEqualTo(ZoneId.of("Asia/Jerusalem"));
    assertThat(studio.workingDays().lastOfWeek()).isEqualTo(DayOfWeek.THURSDAY);
    assertThat(studio.workingDays().isWorking(LocalDate.parse("2026-12-24"))).isFalse();
    assertThat(studio.workingDays().isWorking(LocalDate.parse("2026-12-27"))).isTrue();
    assertThat(studio.owners())
        .containsExactly(
            new Owner("Noa", "noa@northlight.example", Language.HEBREW, Gender.FEMININE));
    assertThat(studio.authservId()).isEmpty();
    assertThat(settings.mailboxes())
        .containsExactly(
            new ImapSettings(
                new MailServer(
                    "imap.northlight.example",
                    993,
                    Tls.TLS,
                    new Login.Password("makore@northlight.example", "imap's")),
                "INBOX",
                false));
    assertThat(settings.smtp())
        .isEqualTo(
            new SmtpSettings(
                new MailServer(
                    "smtp.northlight.example",
                    465,
                    Tls.TLS,
                    new Login.Password("makore@northlight.example", "smtp's")),
                Optional.of("makore@northlight.example"),
                SmtpSettings.SentCopy.NOBODY,
                Optional.empty(),
                Duration.ofMinutes(2)));
    assertThat(settings.database().url())
        .isEqualTo("jdbc:h2:file:%s/data/makore;AUTO_SERVER=TRUE".formatted(Terminal.PROJECT));
  }

  @Test
  void what_the_example_leaves_out_can_be_said_too() {
    var home = Home.in(folder);
    home.change("makore.yml", "  time-zone", "  authserv-id: mx.northlight.example\n  time-zone");
    home.change(
        "makore.yml",
        "  port: 1\n  tls: tls",
        "  port: 587\n  tls: starttls\n  blind-copy: no\n  sent-copy: makore\n  sent-folder: נשלח");
    home.change(
        "makore.yml",
        "url: jdbc:h2:file:./makore",
        "url: jdbc:postgresql://db/makore\n  user: makore\n  password-env: MAKORE_DATABASE_PASSWORD");

    var settings =
        MakoreFile.read(
                folder.resolve("makore.yml"), Map.of("MAKORE_DATABASE_PASSWORD", "database's"))
            .settings();

    assertThat(settings.studio().authservId()).contains("mx.northlight.example");
    assertThat(settings.smtp().blindCopyTo()).isEmpty();
    assertThat(settings.smtp().sentCopy()).isEqualTo(SmtpSettings.SentCopy.MAKORE);
    assertThat(settings.smtp().sentFolder()).contains("נשלח");
    assertThat(settings.smtp().server().login())
        .isEqualTo(new Login.Password("hello@northlight.example", "secret"));
    assertThat(settings.database())
        .isEqualTo(
            new Settings.DatabaseSettings("jdbc:postgresql://db/makore", "makore", "database's"));
    assertThat(settings.database()).hasToString("jdbc:postgresql://db/makore");
  }
}
