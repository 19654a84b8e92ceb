package studio.makore.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import studio.makore.RealMail;
import studio.makore.desk.Openings;
import studio.makore.desk.ProjectOrder;
import studio.makore.language.Gender;
import studio.makore.language.Language;
import studio.makore.mail.Address;
import studio.makore.mailbox.InboundStatus;
import studio.makore.mailbox.InboundStore;
import studio.makore.mailbox.Step;

/**
 * A studio whose mail lies on Dovecot and Postfix, configured by a {@code makore.yml} as its owner
 * would write one. Its bot's address is the studio's own.
 */
final class RealStudio {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  final Correspondent owner;
  final Correspondent client;
  final Address address;
  private final Path configuration;

  private RealStudio(
      Path configuration, Address address, Correspondent owner, Correspondent client) {
    this.configuration = configuration;
    this.address = address;
    this.owner = owner;
    this.client = client;
  }

  /**
   * @param fromBeginning what the key of that name says: yes or no
   */
  static RealStudio on(
      RealMail servers,
      Path folder,
      String databaseUrl,
      Correspondent client,
      String fromBeginning) {
    String bot = servers.newUser();
    var owner = Correspondent.named("Noa", servers);
    Path configuration = folder.resolve("makore.yml");
    try {
      Files.writeString(folder.resolve("password"), "secret\n");
      Files.writeString(
          configuration,
          """
          studio:
            name: Northlight
            address: %1$s
            plus-addressing: no
            time-zone: Asia/Jerusalem
            working-week: [%9$s]
            sending-hours: 00:00-23:59
            holidays: []
            owners:
              - {name: Noa, address: %2$s, language: he, gender: feminine}
          mailboxes:
            - host: %3$s
              port: %4$d
              tls: starttls
              user: %1$s
              password-file: password
              certificates: %5$s
              from-beginning: %6$s
          smtp:
            host: %3$s
            port: %7$d
            tls: starttls
            user: %1$s
            password-file: password
            certificates: %5$s
          database:
            url: %8$s
          """
              .formatted(
                  bot,
                  owner.address().address(),
                  servers.host(),
                  servers.imapPort(),
                  servers.certificate(),
                  fromBeginning,
                  servers.smtpPort(),
                  databaseUrl,
                  justBegun()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RealStudio(configuration, new Address("Northlight", bot), owner, client);
  }

  /** A week whose last day is not today, so that no weekly report comes into the story. */
  private static String justBegun() {
    DayOfWeek today = LocalDate.now(Demo.ZONE).getDayOfWeek();
    return "%s, %s, %s".formatted(today, today.plus(1), today.plus(2));
  }

  Path configuration() {
    return configuration;
  }

  /** The rooms as {@code ./makore run} opens them. */
  ConfigurableApplicationContext open(Clock clock, Consumer<Step> at) {
    return open(configuration, clock, at);
  }

  static ConfigurableApplicationContext open(Path configuration, Clock clock, Consumer<Step> at) {
    return Wiring.open(
        MakoreFile.read(configuration, Map.of()).settings(),
        new Folders(Path.of("").toAbsolutePath()),
        clock,
        at);
  }

  /** Opens the client's project in the stage "build". */
  void opensProject(
      ApplicationContext rooms,
      String name,
      String language,
      Gender gender,
      Optional<LocalDate> promised) {
    var order =
        new ProjectOrder(
            name + " Ltd",
            client.address().name(),
            client.address().address(),
            new Language(language),
            gender,
            name,
            Optional.of("website"),
            Optional.of("build"),
            promised);
    rooms
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(_ ->
            rooms
                .getBean(Openings.class)
                .open(order, rooms.getBean(Clock.class).instant(), "owner"));
  }

  /** Waits until the bot has fixed where its folder begins. */
  static void awaitsWatch(ApplicationContext rooms) {
    await("the first look at the folder")
        .atMost(PATIENCE)
        .until(() ->
            rooms
                    .getBean(JdbcClient.class)
                    .sql("select count(*) from mailbox_cursor")
                    .query(Integer.class)
                    .single()
                > 0);
  }

  /** Waits until that many mails were handled, the bot's own copies among them. */
  static void awaitsHandled(ApplicationContext rooms, int count) {
    await(count + " handled mails")
        .atMost(PATIENCE)
        .until(
            () -> rooms.getBean(InboundStore.class).list(InboundStatus.DONE, 100).size() >= count);
  }
}
