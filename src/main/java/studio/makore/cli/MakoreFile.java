package studio.makore.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import studio.makore.calendar.DaysOff;
import studio.makore.calendar.Eves;
import studio.makore.calendar.Holidays;
import studio.makore.calendar.SendWindow;
import studio.makore.calendar.WorkingDays;
import studio.makore.language.Gender;
import studio.makore.language.Language;
import studio.makore.mailbox.ImapSettings;
import studio.makore.mailbox.Login;
import studio.makore.mailbox.MailServer;
import studio.makore.mailbox.MailServerCheck;
import studio.makore.mailbox.SmtpSettings;
import studio.makore.mailbox.Tls;
import studio.makore.mailbox.Trouble;
import studio.makore.project.Owner;
import studio.makore.project.Studio;
import studio.makore.project.YamlFile;

/**
 * The studio's {@code makore.yml}: what it says, and where it says it; {@code makore.example.yml}
 * shows and explains each key.
 */
final class MakoreFile {
  private final Path folder;
  private final Map<String, String> environment;
  private final YamlFile.Section root;
  private final Settings settings;

  private MakoreFile(Path file, Map<String, String> environment) {
    this.folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
    this.environment = environment;
    this.root = YamlFile.read(file).allow("studio", "mailboxes", "smtp", "database");
    var studio = studio(root.section("studio"));
    this.settings =
        new Settings(
            studio,
            window(root.section("studio"), studio),
            root.sections("mailboxes").stream().map(this::mailbox).toList(),
            smtp(root.section("smtp"), studio),
            database(root.section("database")),
            folder.resolve("data"));
  }

  /**
   * Reads the file.
   *
   * @param environment where {@code password-env} keys are looked up
   * @throws YamlFile.Wrong with file, line, key and how to mend it
   */
  static MakoreFile read(Path file, Map<String, String> environment) {
    return new MakoreFile(file, environment);
  }

  Settings settings() {
    return settings;
  }

  /** Tries each mail server; one sentence for each that cannot be used. */
  List<String> unusableServers() {
    var wrong = new ArrayList<String>();
    var sections = root.sections("mailboxes");
    for (int i = 0; i < sections.size(); i++) {
      MailServerCheck.imap(settings.mailboxes().get(i))
          .map(sentence(sections.get(i)))
          .ifPresent(wrong::add);
    }
    MailServerCheck.smtp(settings.smtp()).map(sentence(root.section("smtp"))).ifPresent(wrong::add);
    return wrong;
  }

  /**
   * Refuses an owner to whom no mail can be written.
   *
   * @param written the languages that there are templates in
   */
  void checkLanguages(Set<Language> written) {
    for (var owner : root.section("studio").sections("owners")) {
      var language = new Language(owner.text("language"));
      if (!written.contains(language)) {
        throw owner.wrong(
            "language",
            "is \"%s\", which has no templates; there are some in %s"
                .formatted(
                    language, String.join(", ", written.stream().map(Language::tag).toList())));
      }
    }
  }

  private static Function<Trouble, String> sentence(YamlFile.Section section) {
    return trouble -> {
      String key =
          switch (trouble.about()) {
            case HOST -> "host";
            case PORT -> "port";
            case TLS -> "tls";
            case CERTIFICATES -> "certificates";
            case PASSWORD -> section.has("password-env") ? "password-env" : "password-file";
            case FOLDER -> "folder";
          };
      return String.valueOf(
          section.wrong(key, "does not work: " + trouble.sentence()).getMessage());
    };
  }

  /** The complaint that the database cannot be used. */
  YamlFile.Wrong unusableDatabase(String reason) {
    return root.section("database")
        .wrong("url", "does not work: %s: %s".formatted(settings.database(), reason));
  }

  private Studio studio(YamlFile.Section section) {
    section.allow(
        "name",
        "address",
        "bot-address",
        "plus-addressing",
        "time-zone",
        "working-week",
        "holidays",
        "holiday-eves",
        "holidays-worked",
        "days-off",
        "sending-hours",
        "owners",
        "authserv-id");
    String address = section.value("address", MakoreFile::address);
    return new Studio(
        section.text("name"),
        address,
        section.has("bot-address") ? section.value("bot-address", MakoreFile::address) : address,
        yes(section, "plus-addressing", false),
        section.value("time-zone", ZoneId::of),
        workingDays(section),
        section.sections("owners").stream().map(MakoreFile::owner).toList(),
        section.optionalText("authserv-id"));
  }

  private static WorkingDays workingDays(YamlFile.Section section) {
    var week = new TreeSet<DayOfWeek>();
    for (String day : section.texts("working-week")) {
      week.add(
          Arrays.stream(DayOfWeek.values())
              .filter(known -> known.name().equalsIgnoreCase(day))
              .findFirst()
              .orElseThrow(() ->
                  section.wrong(
                      "working-week",
                      "should name days such as sunday, monday; not \"%s\"".formatted(day))));
    }
    if (week.isEmpty()) {
      throw section.wrong("working-week", "should name at least one day");
    }
    return WorkingDays.of(week, holidays(section));
  }

  private static Holidays holidays(YamlFile.Section section) {
    var daysOff = dates(section, "days-off");
    try {
      return Holidays.of(section.texts("holidays"), daysOff)
          .withEves(
              section.has("holiday-eves") ? section.choice("holiday-eves", Eves.class) : Eves.USUAL)
          .lessOn(dates(section, "holidays-worked"));
    } catch (IllegalArgumentException e) {
      throw section.wrong("holidays", "cannot be used: " + e.getMessage());
    }
  }

  private static List<LocalDate> dates(YamlFile.Section section, String key) {
    try {
      return section.texts(key).stream().map(DaysOff::parse).flatMap(DaysOff::dates).toList();
    } catch (IllegalArgumentException e) {
      throw section.wrong(key, "cannot be used: " + e.getMessage());
    }
  }

  private static SendWindow window(YamlFile.Section section, Studio studio) {
    if (!section.has("sending-hours")) {
      return SendWindow.usual(studio.workingDays(), studio.zone());
    }
    return section.value(
        "sending-hours",
        hours -> {
          var ends = hours.strip().split("\\s*(?:-|to)\\s*", -1);
          if (ends.length != 2) {
            throw new IllegalArgumentException("two hours are wanted, such as 09:00-19:00");
          }
          return new SendWindow(
              studio.workingDays(),
              studio.zone(),
              LocalTime.parse(ends[0]),
              LocalTime.parse(ends[1]));
        });
  }

  private static Owner owner(YamlFile.Section section) {
    section.allow("name", "address", "language", "gender");
    return new Owner(
        section.text("name"),
        section.value("address", MakoreFile::address),
        section.value("language", Language::new),
        section.choice("gender", Gender.class));
  }

  private ImapSettings mailbox(YamlFile.Section section) {
    section.allow(
        "host",
        "port",
        "tls",
        "user",
        "password-env",
        "password-file",
        "certificates",
        "folder",
        "from-beginning");
    return new ImapSettings(
        server(section),
        section.optionalText("folder").orElse("INBOX"),
        yes(section, "from-beginning", false));
  }

  private SmtpSettings smtp(YamlFile.Section section, Studio studio) {
    section.allow(
        "host",
        "port",
        "tls",
        "user",
        "password-env",
        "password-file",
        "certificates",
        "blind-copy",
        "sent-copy",
        "sent-folder");
    return new SmtpSettings(
        server(section),
        yes(section, "blind-copy", true) ? Optional.of(studio.botAddress()) : Optional.empty(),
        section.has("sent-copy")
            ? section.choice("sent-copy", SmtpSettings.SentCopy.class)
            : SmtpSettings.SentCopy.NOBODY,
        section.optionalText("sent-folder"),
        Duration.ofMinutes(2));
  }

  private MailServer server(YamlFile.Section section) {
    try {
      return new MailServer(
          section.text("host"),
          section.number("port", 1, 65535),
          section.choice("tls", Tls.class),
          new Login.Password(section.text("user"), password(section)),
          section.optionalText("certificates").map(folder::resolve));
    } catch (IllegalArgumentException e) {
      throw section.wrong("tls", "cannot be used: " + e.getMessage());
    }
  }

  private Settings.DatabaseSettings database(YamlFile.Section section) {
    section.allow("url", "user", "password-env", "password-file");
    String url = section.text("url");
    if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
      throw section.wrong("url", "should begin with jdbc:h2: or jdbc:postgresql:");
    }
    boolean secret = section.has("password-env") || section.has("password-file");
    return new Settings.DatabaseSettings(
        url.replace("jdbc:h2:file:./", "jdbc:h2:file:" + folder + "/"),
        section.optionalText("user").orElse(""),
        secret ? password(section) : "");
  }

  private String password(YamlFile.Section section) {
    if (section.has("password-env")) {
      String name = section.text("password-env");
      return Optional.ofNullable(environment.get(name))
          .filter(value -> !value.isBlank())
          .orElseThrow(() ->
              section.wrong(
                  "password-env",
                  "names the environment variable %s, which is not set".formatted(name)));
    }
    if (section.has("password-file")) {
      Path file = folder.resolve(section.text("password-file"));
      try {
        return Files.readString(file).strip();
      } catch (IOException e) {
        throw section.wrong("password-file", "names %s, which cannot be read".formatted(file));
      }
    }
    throw section.wrong("password-env", "or password-file is missing: where is the password?");
  }

  private static boolean yes(YamlFile.Section section, String key, boolean otherwise) {
    return section.has(key)
        ? section.value(
            key,
            text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "yes", "true", "on" -> true;
                  case "no", "false", "off" -> false;
                  default -> throw new IllegalArgumentException("say yes or no");
                })
        : otherwise;
  }

  private static String address(String text) {
    if (!text.matches("[^@\\s<>]{1,64}@[^@\\s<>]{1,255}")) {
      throw new IllegalArgumentException("a mail address looks like name@studio.example");
    }
    return text.toLowerCase(Locale.ROOT);
  }
}
