package studio.makore.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import studio.makore.calendar.WorkingDays;
import studio.makore.silence.Cause;

/**
 * Writes a studio's year of mail from scenario files: projects made of chapters, texts by language.
 * The truth about each inquiry comes with it.
 */
final class Histories {
  static final String STUDIO = "noa@northlight.example";
  private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
  private static final WorkingDays WEEK = WorkingDays.sundayToThursday();

  private final Random random;
  private final Map<String, List<String>> chapters = sections("chapters.txt");
  private final Map<String, Map<String, List<String>>> texts = new HashMap<>();
  private final Map<String, Integer> turns = new HashMap<>();
  private final List<Letter> letters = new ArrayList<>();
  private final List<Truth> truth = new ArrayList<>();
  private int serial;

  /** A mail as it lies in a mailbox. */
  record Letter(OffsetDateTime at, boolean sent, byte[] raw) {}

  /** An inquiry that is there. */
  record Truth(String client, String language, LocalDate on, Cause cause, int times, String words) {
    Truth again() {
      return new Truth(client, language, on, cause, times + 1, words);
    }
  }

  Histories(long seed) {
    this.random = new Random(seed);
    for (String project : lines("projects.txt")) {
      play(project.split(" \\| "));
    }
    noise();
    letters.sort(Comparator.comparing(Letter::at));
  }

  List<Letter> letters() {
    return letters;
  }

  List<Truth> truth() {
    return truth;
  }

  /** One project on its way. */
  private final class Project {
    final String language;
    final String domain;
    final String person;
    final String name;
    final Locale locale;
    String subject;
    LocalDate day;
    String lastText = "";
    String lastFrom = "";
    OffsetDateTime lastAt;
    final List<String> references = new ArrayList<>();

    Project(String[] line) {
      language = line[0];
      domain = line[1];
      person = line[2];
      name = line[3];
      locale = Locale.forLanguageTag(language);
      subject = name;
      day = WEEK.onOrAfter(LocalDate.parse(line[4]));
      lastAt = day.atTime(9, 0).atZone(ZONE).toOffsetDateTime();
    }

    String address() {
      return "office@" + domain;
    }

    String firstName() {
      String bare = person.replaceFirst("^(?:ד\"ר|עו\"ד|Dr\\.|د\\.|م\\.) ", "");
      return bare.split(" ")[0];
    }
  }

  private void play(String[] line) {
    var project = new Project(line);
    for (String chapter : line[5].split(" ")) {
      boolean newThread = random.nextInt(4) == 0;
      if (newThread) {
        project.references.clear();
        project.subject = project.name + " – " + chapterName(chapter, project.language);
      }
      for (String step : Objects.requireNonNull(chapters.get(chapter), chapter)) {
        step(project, step.split(" "));
      }
    }
  }

  private static String chapterName(String chapter, String language) {
    return switch (chapter.split("\\.")[0] + " " + language) {
      case "sketch en" -> "design";
      case "sketch he" -> "עיצוב";
      case "sketch ar" -> "التصميم";
      case "build en" -> "next steps";
      case "build he" -> "המשך";
      case "build ar" -> "المتابعة";
      case "launch en" -> "launch day";
      case "launch he" -> "השקה";
      case "launch ar" -> "الإطلاق";
      default ->
          language.equals("en")
              ? "a few things"
              : language.equals("he") ? "כמה דברים" : "بعض الأمور";
    };
  }

  private void step(Project project, String[] step) {
    boolean studio = step[1].equals("studio");
    project.day = WEEK.plus(project.day, Integer.parseInt(step[0].substring(1)));
    var due = project.day;
    boolean bounces = false;
    for (int i = 3; i < step.length; i++) {
      if (step[i].startsWith("+")) {
        due = WEEK.plus(project.day, Integer.parseInt(step[i].substring(1)));
      }
      bounces |= step[i].equals("BOUNCES");
    }
    var earliest = project.day.atTime(9, 0).atZone(ZONE).toOffsetDateTime();
    var at = project.lastAt.isAfter(earliest) ? project.lastAt : earliest;
    at = at.plusMinutes(20 + random.nextInt(90));
    String core = fill(text(project.language, step[2]), project, at, due);
    String id = write(project, studio, core, at);
    if (step[2].startsWith("asks") && !studio) {
      note(project, step[3], core, at.toLocalDate());
    }
    if (bounces) {
      bounce(project, id, at.plusMinutes(2));
    }
  }

  private void note(Project project, String cause, String words, LocalDate on) {
    if (cause.equals("SAME")) {
      truth.add(truth.removeLast().again());
    } else {
      truth.add(new Truth(project.domain, project.language, on, Cause.valueOf(cause), 1, words));
    }
  }

  /** Every text of a kind is used before one comes again. */
  private String text(String language, String kind) {
    var choices = choices(language, kind);
    int turn = turns.merge(language + kind, 1, Integer::sum);
    return choices.get((turn + choices.size() / 2) % choices.size());
  }

  private List<String> choices(String language, String kind) {
    var ofLanguage = texts.computeIfAbsent(language, tag -> sections(tag + ".texts"));
    return Objects.requireNonNull(ofLanguage.get(kind), language + " " + kind);
  }

  private String any(String language, String kind) {
    var choices = choices(language, kind);
    return choices.get(random.nextInt(choices.size()));
  }

  private String fill(String text, Project project, OffsetDateTime at, LocalDate due) {
    return text.replace("\\n", "\n")
        .replace("{project}", named(project))
        .replace("{name}", project.firstName())
        .replace("{k}", Integer.toString(1000 + random.nextInt(9000), 36))
        .replace("{by}", by(project, at.toLocalDate(), due))
        .replace("{on}", on(project, at.toLocalDate(), due));
  }

  private static String named(Project project) {
    return project.language.equals("en") ? "the " + project.name : project.name;
  }

  private String on(Project project, LocalDate today, LocalDate due) {
    String day = due.getDayOfWeek().getDisplayName(TextStyle.FULL, project.locale);
    int form = random.nextInt(4);
    boolean nextWeek = today.plusDays(7).isAfter(due);
    return switch (project.language) {
      case "he" ->
          switch (form) {
            case 0 -> "ב" + day + ", " + due.getDayOfMonth() + "." + due.getMonthValue();
            case 1 -> "ב-" + due.getDayOfMonth() + "." + due.getMonthValue();
            case 2 ->
                nextWeek ? "ב" + day : "ב-" + due.getDayOfMonth() + " ב" + month(due, project);
            default -> "ב-" + due.getDayOfMonth() + " ב" + month(due, project);
          };
      case "ar" ->
          switch (form) {
            case 0 -> "يوم " + day + " " + due.getDayOfMonth() + "/" + due.getMonthValue();
            case 1 -> "بتاريخ " + due.getDayOfMonth() + "/" + due.getMonthValue();
            case 2 ->
                nextWeek ? "يوم " + day : "يوم " + due.getDayOfMonth() + " " + month(due, project);
            default -> "يوم " + day + " " + due.getDayOfMonth() + " " + month(due, project);
          };
      default ->
          switch (form) {
            case 0 -> "on " + day + ", " + due.getDayOfMonth() + " " + month(due, project);
            case 1 -> "on " + month(due, project) + " " + due.getDayOfMonth();
            case 2 ->
                nextWeek
                    ? "on " + day
                    : "on the " + due.getDayOfMonth() + "th of " + month(due, project);
            default -> "on " + day + " " + due.getDayOfMonth() + "/" + due.getMonthValue();
          };
    };
  }

  private String by(Project project, LocalDate today, LocalDate due) {
    String on = on(project, today, due);
    return switch (project.language) {
      case "he" -> on.startsWith("ב-") ? "עד " + on.substring(2) : "עד " + on.substring(1);
      case "ar" -> "حتى " + on.replaceFirst("^بتاريخ ", "");
      default -> on.replaceFirst("^on ", "by ");
    };
  }

  private static String month(LocalDate due, Project project) {
    return due.getMonth().getDisplayName(TextStyle.FULL, project.locale);
  }

  private String write(Project project, boolean studio, String core, OffsetDateTime at) {
    String side = studio ? "studio" : "client";
    text(project.language, "greeting." + side);
    String greeting =
        any(project.language, "greeting." + side).replace("{name}", project.firstName());
    String closing =
        any(project.language, "closing." + side)
            .replace("\\n", "\n")
            .replace("{me}", project.person);
    boolean bare = !studio && core.length() < 60 && random.nextBoolean();
    String said = bare ? core : greeting + "\n\n" + core + "\n\n" + closing;
    String from = studio ? STUDIO : project.address();
    String body = said + quoted(project);
    String id =
        "<%d.%06d@%s>"
            .formatted(at.toEpochSecond(), ++serial, from.substring(from.indexOf('@') + 1));
    var headers = new LinkedHashMap<String, String>();
    headers.put("From", mailbox(studio ? "Noa Barkai" : project.person, from));
    headers.put(
        "To", mailbox(studio ? project.person : "Noa Barkai", studio ? project.address() : STUDIO));
    headers.put("Subject", encoded((project.references.isEmpty() ? "" : "Re: ") + project.subject));
    headers.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(at));
    headers.put("Message-ID", id);
    if (!project.references.isEmpty()) {
      headers.put("In-Reply-To", project.references.getLast());
      headers.put("References", String.join("\n ", project.references));
    }
    headers.put("X-Gmail-Labels", studio ? "Sent" : "Inbox,Important");
    headers.put("MIME-Version", "1.0");
    letters.add(new Letter(at, studio, raw(headers, body, charset(project))));
    project.references.add(id);
    project.lastText = said;
    project.lastFrom = mailboxPlain(studio ? "Noa Barkai" : project.person, from);
    project.lastAt = at;
    return id;
  }

  /** Hebrew and Arabic Windows charsets are still about. */
  private Charset charset(Project project) {
    boolean old = random.nextInt(5) == 0;
    return switch (project.language) {
      case "he" -> old ? Charset.forName("windows-1255") : StandardCharsets.UTF_8;
      case "ar" -> old ? Charset.forName("windows-1256") : StandardCharsets.UTF_8;
      default -> StandardCharsets.UTF_8;
    };
  }

  private String quoted(Project project) {
    if (project.references.isEmpty() || random.nextInt(5) == 0) {
      return "";
    }
    String on =
        switch (project.language) {
          case "he" ->
              "בתאריך %s מאת %s:"
                  .formatted(
                      DateTimeFormatter.ofPattern("EEE, d בMMM yyyy ב-H:mm", project.locale)
                          .format(project.lastAt),
                      project.lastFrom);
          case "ar" ->
              "في %s، كتب %s:"
                  .formatted(
                      DateTimeFormatter.ofPattern("EEEE، d MMMM yyyy H:mm", project.locale)
                          .format(project.lastAt),
                      project.lastFrom);
          default ->
              "On %s, %s wrote:"
                  .formatted(
                      DateTimeFormatter.ofPattern("EEE, d MMM yyyy 'at' HH:mm", Locale.ENGLISH)
                          .format(project.lastAt),
                      project.lastFrom);
        };
    return "\n\n" + on + "\n\n> " + project.lastText.replace("\n", "\n> ");
  }

  private void bounce(Project project, String id, OffsetDateTime at) {
    String boundary = "b" + serial;
    String raw =
        """
        From: Mail Delivery System <MAILER-DAEMON@mx.northlight.example>
        To: %s
        Subject: Undelivered Mail Returned to Sender
        Date: %s
        Message-ID: <bounce%d@mx.northlight.example>
        Auto-Submitted: auto-replied
        X-Gmail-Labels: Inbox
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="%s"

        --%s
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not
        be delivered to one or more recipients.

        <%s>: host mx said: 550 5.2.2 Mailbox full

        --%s
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.northlight.example

        Final-Recipient: rfc822; %s
        Action: failed
        Status: 5.2.2
        Diagnostic-Code: smtp; 550 5.2.2 Mailbox full

        --%s
        Content-Type: message/rfc822

        From: %s
        To: %s
        Subject: returned
        Message-ID: %s

        short

        --%s--
        """
            .formatted(
                STUDIO,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(at),
                ++serial,
                boundary,
                boundary,
                project.address(),
                boundary,
                project.address(),
                boundary,
                STUDIO,
                project.address(),
                id,
                boundary);
    letters.add(new Letter(at, false, raw.getBytes(StandardCharsets.US_ASCII)));
  }

  /** What comes into every mailbox and is nobody's inquiry. */
  private void noise() {
    for (var day = LocalDate.of(2025, 1, 2); day.getYear() == 2025; day = day.plusDays(3)) {
      var kinds = lines("noise.texts");
      String[] noise = kinds.get(random.nextInt(kinds.size())).split(" ?\\| ?", 4);
      var at = day.atTime(LocalTime.of(7 + random.nextInt(10), 12)).atZone(ZONE).toOffsetDateTime();
      incoming(noise, at);
      if (noise[0].startsWith("rachel")) {
        answer(noise, at.plusHours(3));
      }
    }
  }

  private void incoming(String[] noise, OffsetDateTime at) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("From", noise[0]);
    headers.put("To", STUDIO);
    headers.put("Subject", noise[2]);
    headers.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(at));
    headers.put("Message-ID", "<n%d@noise.example>".formatted(++serial));
    if (!noise[1].isBlank()) {
      headers.put(noise[1].split(": ")[0], noise[1].split(": ")[1]);
    }
    headers.put("X-Gmail-Labels", "Inbox");
    headers.put("MIME-Version", "1.0");
    letters.add(new Letter(at, false, raw(headers, noise[3], StandardCharsets.UTF_8)));
  }

  private void answer(String[] noise, OffsetDateTime at) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("From", STUDIO);
    headers.put("To", noise[0]);
    headers.put("Subject", "Re: " + noise[2]);
    headers.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(at));
    headers.put("Message-ID", "<n%d@northlight.example>".formatted(++serial));
    headers.put("X-Gmail-Labels", "Sent");
    headers.put("MIME-Version", "1.0");
    letters.add(
        new Letter(
            at, true, raw(headers, "Hello Rachel,\n\nhere they are. Noa", StandardCharsets.UTF_8)));
  }

  private static byte[] raw(Map<String, String> headers, String body, Charset charset) {
    var text = new StringBuilder();
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    text.append("Content-Type: text/plain; charset=").append(charset.name()).append('\n');
    text.append("Content-Transfer-Encoding: base64\n\n");
    text.append(
        Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(body.getBytes(charset)));
    return text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static String mailbox(String name, String address) {
    return encoded(name) + " <" + address + ">";
  }

  private static String mailboxPlain(String name, String address) {
    return name + " <" + address + ">";
  }

  private static String encoded(String text) {
    boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 127 && c != '"');
    return plain
        ? text
        : "=?UTF-8?B?"
            + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
            + "?=";
  }

  private static List<String> lines(String file) {
    try (InputStream in = Objects.requireNonNull(Histories.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, List<String>> sections(String file) {
    var sections = new LinkedHashMap<String, List<String>>();
    List<String> current = new ArrayList<>();
    for (String line : lines(file)) {
      if (line.startsWith("[")) {
        current = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), current);
      } else {
        current.add(line);
      }
    }
    return sections;
  }
}
