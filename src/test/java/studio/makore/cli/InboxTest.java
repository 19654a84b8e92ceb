package studio.makore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import studio.makore.desk.Openings;
import studio.makore.desk.ProjectOrder;
import studio.makore.language.Gender;
import studio.makore.language.Language;
import studio.makore.mail.Address;
import studio.makore.mail.MailParser;
import studio.makore.mailbox.InboundEntry;

/** A mail that cannot be handled is kept with its reason, is shown, and stops no other. */
class InboxTest {
  private static final Address STUDIO = new Address("Northlight", "hello@northlight.example");
  private static final Address NOA = new Address("Noa", "noa@northlight.example");
  private static final Address DALIA = new Address("דליה", "dalia@bakery.example");
  private static final Address EMMA = new Address("Emma", "emma@yoga.example");

  @TempDir Path folder = Path.of("");
  private final MovedClock clock = new MovedClock();
  private final DemoMails pen = new DemoMails(clock, Demo.ZONE);
  private final DemoServer server =
      new DemoServer(List.of(STUDIO.address(), NOA.address(), DALIA.address(), EMMA.address()));
  private Home home = new Home(folder);

  @BeforeEach
  void aStudioWithTwoProjects() {
    home = Home.in(folder);
    home.write("password", DemoServer.PASSWORD);
    home.change(
        "makore.yml",
        "    port: 1\n    tls: tls",
        "    port: %d\n    tls: none\n    from-beginning: yes".formatted(server.imap("").port()));
    home.change(
        "makore.yml",
        "\n  port: 1\n  tls: tls",
        "\n  port: %d\n  tls: none".formatted(server.smtp("").port()));
    clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    try (var rooms = open()) {
      opens(rooms, "Bakery", DALIA, "he", "Bakery site", "website");
      opens(rooms, "Harbour Yoga", EMMA, "en", "Yoga page", "landing-page");
    }
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_mail_about_a_process_that_is_gone_fails_visibly_and_is_handled_once_that_is_mended() {
    home.change("templates/process.yml", "\n  landing-page:", "\n  one-pager:");
    write(EMMA, "Hi Noa, any news about the page?");
    write(DALIA, "היי נועה, מה קורה עם האתר?");

    assertThat(turn())
        .extracting(InboundEntry::fate)
        .anyMatch(fate -> fate.contains("Bakery site"));
    assertThat(titles()).hasSize(1).first().asString().contains("Bakery site");
    assertThat(inbox("--status", "pending"))
        .containsPattern("    1  [-0-9]{10} [:0-9]{5}  PENDING  the project \"Yoga page\"");

    pass(Duration.ofMinutes(1));
    turn();
    pass(Duration.ofMinutes(5));
    turn();
    pass(Duration.ofHours(1));
    assertThat(turn()).isEmpty();
    assertThat(inbox("--status", "failed"))
        .matches(
            "    1  [-0-9]{10} [:0-9]{5}  FAILED   the project \"Yoga page\" walks through the process"
                + " \"landing-page\", which templates/process.yml does not name\n");
    assertThat(inbox())
        .contains("FAILED   the project", "DONE     דליה (Bakery site) STATUS_INQUIRY");

    home.change("templates/process.yml", "\n  one-pager:", "\n  landing-page:");
    assertThat(home.run("inbox", "--retry", "1"))
        .isEqualTo(new Terminal(0, "Mail 1 will be handled again.\n", ""));
    turn();
    assertThat(inbox("--status", "failed")).isEmpty();
    assertThat(inbox()).contains("DONE     Emma (Yoga page) STATUS_INQUIRY");
    assertThat(titles()).hasSize(2).last().asString().contains("Yoga page");
  }

  @Test
  void a_weekly_report_that_cannot_be_made_stops_no_mail() {
    clock.set(LocalDateTime.parse("2026-03-05T16:30").atZone(Demo.ZONE).toInstant());
    home.change("templates/process.yml", "\n  landing-page:", "\n  one-pager:");
    write(DALIA, "היי נועה, מה קורה עם האתר?");

    assertThat(turn()).first().asString().contains("STATUS_INQUIRY");
    assertThat(titles()).as("the draft, and the morning's mail").hasSize(2);
    assertThat(titles()).first().asString().contains("Bakery site");
  }

  private void opens(
      ApplicationContext rooms,
      String client,
      Address contact,
      String language,
      String project,
      String process) {
    var order =
        new ProjectOrder(
            client,
            contact.name(),
            contact.address(),
            new Language(language),
            Gender.FEMININE,
            project,
            Optional.of(process),
            Optional.of("build"),
            Optional.empty());
    rooms
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(
            _ -> rooms.getBean(Openings.class).open(order, clock.instant(), "owner"));
  }

  private void write(Address from, String text) {
    var words = new DemoMails.Words(from, "hello", text, List.of(), false);
    server.send(
        from.address(), List.of(STUDIO.address()), pen.write(words, List.of(STUDIO), List.of()));
  }

  /** The bot works off what there is, as often as it was started anew; the fates it told. */
  private List<InboundEntry> turn() {
    var fates = new ArrayList<InboundEntry>();
    try (var rooms = open();
        var bot = new Bot(rooms, fates::add)) {
      bot.turn();
    }
    return fates;
  }

  private org.springframework.context.ConfigurableApplicationContext open() {
    return Wiring.open(
        MakoreFile.read(folder.resolve("makore.yml"), java.util.Map.of()).settings(),
        new Folders(folder),
        clock);
  }

  private void pass(Duration time) {
    clock.set(clock.instant().plus(time));
  }

  private String inbox(String... options) {
    var said =
        home.run(
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of("inbox"), java.util.stream.Stream.of(options))
                .toArray(String[]::new));
    assertThat(said.err()).isEmpty();
    assertThat(said.exit()).isZero();
    return said.out();
  }

  /** The subjects of what Noa was shown or asked; the weekly report is neither. */
  private List<String> titles() {
    return server.inbox(NOA.address()).stream()
        .map(raw -> new MailParser().parse(raw).subject())
        .filter(subject -> subject.contains("[#"))
        .toList();
  }
}
