package studio.makore.cli;

import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import studio.makore.calendar.Holidays;
import studio.makore.calendar.SendWindow;
import studio.makore.calendar.WorkingDays;
import studio.makore.desk.Openings;
import studio.makore.desk.ProjectOrder;
import studio.makore.language.Gender;
import studio.makore.language.Language;
import studio.makore.mail.Address;
import studio.makore.mail.Mail;
import studio.makore.mail.MailParser;
import studio.makore.mailbox.ImapSettings;
import studio.makore.mailbox.InboundEntry;
import studio.makore.mailbox.SmtpSettings;
import studio.makore.project.Owner;
import studio.makore.project.Studio;
import studio.makore.project.YamlFile;

/**
 * Plays three weeks of a studio's mail, written in {@code demo.yml}, through the whole of Makore.
 */
final class Demo {
  static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
  private static final String STUDIO = "hello@northlight.example";
  private static final String BOT = "makore@northlight.example";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  private final YamlFile.Section script;
  private final Map<String, Address> people = new LinkedHashMap<>();
  private final MovedClock clock = new MovedClock();
  private final PrintStream out;
  private final DemoServer server;
  private final DemoMails mails;

  Demo(PrintStream out) {
    this.out = out;
    this.script = script();
    var named = script.section("people");
    for (String key : named.keys()) {
      var person = named.section(key);
      people.put(key, new Address(person.text("name"), person.text("address")));
    }
    people.put("studio", new Address("Northlight", STUDIO));
    people.put("bot", new Address("Makore", BOT));
    this.server = new DemoServer(people.values().stream().map(Address::address).toList());
    this.mails = new DemoMails(clock, ZONE);
  }

  private static YamlFile.Section script() {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Demo.class.getResourceAsStream("demo.yml")),
            StandardCharsets.UTF_8)) {
      return YamlFile.read(Path.of("demo.yml"), reader);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  DemoServer server() {
    return server;
  }

  MovedClock clock() {
    return clock;
  }

  Map<String, Address> people() {
    return people;
  }

  /** The studio's settings: its inbox and the bot's on the demo's own server. */
  Settings settings(Path database) {
    var workingDays =
        WorkingDays.of(
            EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)),
            Holidays.of(List.of("IL"), List.of()));
    return new Settings(
        new Studio(
            "Northlight",
            STUDIO,
            BOT,
            true,
            ZONE,
            workingDays,
            List.of(new Owner("Noa", person("noa").address(), Language.ENGLISH, Gender.FEMININE)),
            Optional.empty()),
        SendWindow.usual(workingDays, ZONE),
        List.of(
            new ImapSettings(server.imap(BOT), "INBOX", true),
            new ImapSettings(server.imap(STUDIO), "INBOX", true)),
        new SmtpSettings(
            server.smtp(BOT),
            Optional.of(BOT),
            SmtpSettings.SentCopy.NOBODY,
            Optional.empty(),
            Duration.ofMinutes(2)),
        new Settings.DatabaseSettings("jdbc:h2:file:" + database, "", ""),
        database.resolveSibling("data"));
  }

  /** Opens the projects that run already when the story begins. */
  void openProjects(ApplicationContext rooms) {
    var openings = rooms.getBean(Openings.class);
    var transactions = rooms.getBean(TransactionTemplate.class);
    for (var project : script.sections("projects")) {
      var person = person(project.text("contact"));
      var order =
          new ProjectOrder(
              project.text("client"),
              person.name(),
              person.address(),
              project.value("language", Language::new),
              project.choice("gender", Gender.class),
              project.text("name"),
              project.optionalText("process"),
              project.optionalText("stage"),
              project.optionalText("promised").map(LocalDate::parse));
      Instant opened =
          project.value("opened", LocalDate::parse).atTime(10, 0).atZone(ZONE).toInstant();
      transactions.executeWithoutResult(_ -> openings.open(order, opened, "owner"));
      out.printf(
          "  %-18s %-12s %s, stage %s%n",
          order.project(), order.client(), order.language(), order.stage().orElse("first"));
    }
  }

  /** Plays every step and lets the bot work after each. */
  void play(Bot bot) {
    for (var step : script.sections("steps")) {
      var at = step.value("at", LocalDateTime::parse).atZone(ZONE);
      clock.set(at.toInstant());
      step.optionalText("tell").ifPresent(told -> out.printf("%n%s%n", told));
      perform(step);
      bot.turn();
      step.optionalText("show").ifPresent(key -> show(person(key)));
    }
  }

  /** Where each line of the story begins. */
  private void line(String text) {
    out.printf("%s  %s%n", DAY.format(clock.instant().atZone(ZONE)), text);
  }

  /** What became of a mail, below the mail. */
  void fate(InboundEntry entry) {
    if (!entry.fate().startsWith("Makore gets its own copy")) {
      out.printf(
          "                  ⇒ %s%n", entry.fate().isEmpty() ? entry.reason() : entry.fate());
    }
  }

  /** The mail as its reader sees it, without what it quotes. */
  private void show(Address reader) {
    Mail mail = newest(reader, 0);
    out.printf("%n    ┌ %s%n", mail.subject());
    mail.text().lines().forEach(each -> out.println("    │ " + each));
    out.printf("    └%n");
  }

  private void perform(YamlFile.Section step) {
    if (step.has("bounce")) {
      var person = person(step.text("bounce"));
      Mail returned = newest(person, 0);
      line("the mail to " + person.address() + " comes back");
      server.send(
          "mailer-daemon@olives.example",
          List.of(STUDIO),
          mails.bounce(returned, person.address(), STUDIO));
    } else if (step.has("from")) {
      write(step, person(step.text("from")));
    }
  }

  private void write(YamlFile.Section step, Address from) {
    var draft =
        new DemoMails.Words(
            from,
            step.optionalText("subject").orElse(""),
            step.optionalText("text").orElse(""),
            step.texts("attach"),
            step.has("auto"));
    if (step.has("reply")) {
      Mail answered = newest(from, step.text("reply").equals("older") ? 1 : 0);
      Address to = answered.replyTo().stream().findFirst().or(answered::author).orElseThrow();
      announce(from, to, draft.text());
      server.send(from.address(), List.of(to.address()), mails.reply(draft, to, answered));
    } else {
      var to = step.texts("to").stream().map(this::person).toList();
      var cc = step.texts("cc").stream().map(this::person).toList();
      announce(from, to.getFirst(), draft.subject() + ": " + draft.text());
      var all = new ArrayList<>(to);
      all.addAll(cc);
      server.send(
          from.address(), all.stream().map(Address::address).toList(), mails.write(draft, to, cc));
    }
  }

  private void announce(Address from, Address to, String words) {
    String said = words.replaceAll("\\s+", " ").strip();
    line(
        "%s → %s: \"%s\""
            .formatted(
                from.name(),
                to.name().isEmpty() ? to.address() : to.name(),
                said.length() > 110 ? said.substring(0, 110) + "…" : said));
  }

  /** The mail somebody got last, or the one before; in the story nobody answers the morning's. */
  private Mail newest(Address person, int before) {
    var parser = MailParser.withoutAttachmentText();
    var inbox =
        server.inbox(person.address()).stream()
            .map(parser::parse)
            .filter(mail -> !mail.subject().startsWith("Your morning:"))
            .toList();
    if (inbox.size() <= before) {
      throw new IllegalStateException(person.name() + " has no mail to answer");
    }
    return inbox.get(inbox.size() - 1 - before);
  }

  private Address person(String key) {
    return Objects.requireNonNull(people.get(key), () -> "demo.yml names nobody \"" + key + "\"");
  }
}
