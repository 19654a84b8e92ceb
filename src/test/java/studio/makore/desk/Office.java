package studio.makore.desk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import studio.makore.Database;
import studio.makore.calendar.Holidays;
import studio.makore.calendar.SendWindow;
import studio.makore.calendar.WorkingDays;
import studio.makore.language.Gender;
import studio.makore.language.Language;
import studio.makore.mail.Address;
import studio.makore.mail.MailParser;
import studio.makore.mail.MailWriter;
import studio.makore.mail.OutgoingMail;
import studio.makore.project.Court;
import studio.makore.project.Owner;
import studio.makore.project.Processes;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectState;
import studio.makore.project.ProjectStore;
import studio.makore.project.Studio;
import studio.makore.project.TimelineEntry;
import studio.makore.reading.Correction;
import studio.makore.reading.Corrections;
import studio.makore.reading.Reader;
import studio.makore.reading.Retraining;
import studio.makore.reply.Composer;
import studio.makore.reply.DraftStore;
import studio.makore.reply.QuestionStore;
import studio.makore.reply.Templates;
import studio.makore.reply.Tokens;
import studio.makore.silence.Inquiry;
import studio.makore.silence.Ledger;

/** A studio in a test: a desk on a database of its own, and people who write to it. */
final class Office {
  static final Address NOA = new Address("Noa", "noa@northlight.example");
  static final Address BOT = new Address("Makore", "makore@northlight.example");
  static final Address STUDIO = new Address("Northlight", "hello@northlight.example");
  static final Address DALIA = new Address("דליה", "dalia@bakery.example");
  static final Address RAMI = new Address("رامي", "rami@olives.example");
  static final Address EMMA = new Address("Emma", "emma@yoga.example");
  static final Address STRANGER = new Address("Tom", "tom@yoga.example");
  private static final String VOUCHED =
      "Authentication-Results: mx.northlight.example; dmarc=pass header.from=northlight.example\n";
  private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
  private static final Templates TEMPLATES = Templates.load(Path.of("templates"));
  private static final Processes PROCESSES =
      Processes.read(Path.of("templates/process.yml"), TEMPLATES.languages());
  private static final Reader READER = Reader.load(Path.of("models"));
  private static final Map<Address, Client> CLIENTS =
      Map.of(
          DALIA, new Client("Bakery", Language.HEBREW, Gender.FEMININE),
          RAMI, new Client("Olive Press", Language.ARABIC, Gender.MASCULINE),
          EMMA, new Client("Harbour Yoga", Language.ENGLISH, Gender.FEMININE));

  private record Client(String name, Language language, Gender gender) {}

  private final WorkingDays workingDays =
      WorkingDays.of(
          EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)),
          Holidays.of(List.of("IL"), List.of()));
  private final Processes processes;
  private final TransactionTemplate transactions;
  private final ProjectStore projects;
  private final Ledger ledger;
  private final Openings openings;
  private final Corrections corrections;
  private final Desk desk;
  private final List<OutgoingMail> sent = new ArrayList<>();
  private final Map<Long, byte[]> inbound = new HashMap<>();
  private Instant now = LocalDateTime.parse("2026-03-01T09:00").atZone(ZONE).toInstant();
  private long count;

  Office() {
    this(Database.H2, Optional.empty());
  }

  Office(Database database, Optional<String> authservId) {
    this(database, authservId, PROCESSES);
  }

  /** With a process file of its own. */
  Office(Path processes) {
    this(
        Database.H2,
        Optional.of("mx.northlight.example"),
        Processes.read(processes, TEMPLATES.languages()));
  }

  private Office(Database database, Optional<String> authservId, Processes processes) {
    this.processes = processes;
    var dataSource = database.fresh();
    var jdbc = JdbcClient.create(dataSource);
    transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    projects = new ProjectStore(jdbc);
    ledger = new Ledger(jdbc);
    // what one office has learnt the others do not know
    READER.heed(List.of());
    openings = new Openings(processes, TEMPLATES.languages(), projects);
    var tokens = new Tokens(new Random(1));
    var studio =
        new Studio(
            "Northlight",
            STUDIO.address(),
            BOT.address(),
            true,
            ZONE,
            workingDays,
            List.of(new Owner("Noa", NOA.address(), Language.ENGLISH, Gender.FEMININE)),
            authservId);
    var clock = new OfficeClock();
    corrections = new Corrections(jdbc, clock);
    desk =
        new Desk(
            studio,
            processes,
            new Desk.Tools(
                new MailParser(),
                READER,
                TEMPLATES,
                tokens,
                new Composer(TEMPLATES, tokens, clock, ZONE, STUDIO, BOT, true),
                projects,
                ledger,
                new DraftStore(jdbc, tokens, clock),
                new QuestionStore(jdbc, tokens, clock),
                new HeldStore(jdbc),
                new Told(jdbc, tokens),
                corrections,
                openings,
                SendWindow.usual(workingDays, ZONE)),
            new Tray(),
            clock);
  }

  void retrained(Retraining.Outcome outcome) {
    transactions.executeWithoutResult(_ -> desk.retrained(outcome, 1));
  }

  void now(String time) {
    now = LocalDateTime.parse(time).atZone(ZONE).toInstant();
  }

  void opens(String project, Address contact, String stage) {
    var client = Objects.requireNonNull(CLIENTS.get(contact));
    transactions.executeWithoutResult(_ ->
        openings.open(
            new ProjectOrder(
                client.name(),
                contact.name(),
                contact.address(),
                client.language(),
                client.gender(),
                project,
                Optional.empty(),
                Optional.of(stage),
                Optional.empty()),
            now,
            "owner"));
  }

  void promised(String project, LocalDate due) {
    var what = openings.result(project(project), state(project));
    projects.append(
        project(project).id(), now, new ProjectEvent.Promised(Court.STUDIO, what, due), "owner");
  }

  LocalDate workingDay(int n) {
    return workingDays.plus(LocalDate.ofInstant(now, ZONE), n);
  }

  /** The time has come to now: what is due is done. */
  List<String> round() {
    return desk.round(transactions);
  }

  String client(Address from, String messageId, String subject, String text) {
    return arrives(mail(from, STUDIO, messageId, subject, text, ""));
  }

  String owner(Address to, String subject, String text) {
    return arrives(mail(NOA, to, id(), subject, text, ""));
  }

  /** An order of one line, for which the mail server vouches. */
  String order(String line) {
    return arrives(mail(NOA, BOT, id(), "order", line, VOUCHED));
  }

  /** The owner's answer, for which the mail server vouches. */
  String vouched(OutgoingMail asked, String text) {
    return writes(NOA, asked, text, VOUCHED);
  }

  OutgoingMail newestTo(Address address, String subject) {
    return mailsTo(address).stream()
        .filter(mail -> mail.subject().startsWith(subject))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  /** As one whose client has the page "How we work together" already. */
  void withoutThePage(String project) {
    projects.append(
        project(project).id(),
        now,
        new ProjectEvent.DocumentIssued(0, Map.of(), "<page@northlight.example>"),
        "owner");
  }

  /** The owner answers what she was sent last. */
  String ownerAnswers(String text) {
    return answer(newestTo(NOA), text);
  }

  String answer(OutgoingMail asked, String text) {
    return writes(NOA, asked, text, "");
  }

  String writes(Address from, OutgoingMail asked, String text, String headers) {
    return arrives(
        mail(
            from,
            asked.replyTo().orElse(asked.from()),
            id(),
            "Re: " + asked.subject(),
            text
                + "\n\nOn Sun, 8 Mar 2026 at 09:00, Makore <makore@northlight.example> wrote:\n\n> "
                + asked.text().replace("\n", "\n> "),
            "In-Reply-To: " + asked.messageId() + "\n" + headers));
  }

  String bounces(Address recipient, String messageId) {
    return arrives(
        """
        From: Mail Delivery System <mailer-daemon@mx.example>
        To: hello@northlight.example
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <bounce@mx.example>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        It could not be delivered.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; %s
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 no such mailbox

        --b
        Content-Type: text/rfc822-headers

        Message-ID: %s

        --b--
        """
            .formatted(recipient.address(), messageId));
  }

  String comesBack(OutgoingMail mail) {
    return arrives(MailWriter.write(mail));
  }

  String arrives(String raw) {
    return arrives(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private String arrives(byte[] raw) {
    long id = ++count;
    inbound.put(id, raw);
    return Objects.requireNonNull(transactions.<String>execute(_ -> desk.handle(id, raw)));
  }

  private String mail(
      Address from, Address to, String messageId, String subject, String text, String headers) {
    return """
    %sFrom: =?UTF-8?B?%s?= <%s>
    To: <%s>
    Subject: =?UTF-8?B?%s?=
    Message-ID: %s
    Date: %s
    Content-Type: text/plain; charset=utf-8

    %s\
    """
        .formatted(
            headers,
            base64(from.name()),
            from.address(),
            to.address(),
            base64(subject),
            messageId,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(now, ZONE)),
            text);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private String id() {
    return "<" + (++count) + "@northlight.example>";
  }

  List<OutgoingMail> mailsTo(Address address) {
    return sent.stream()
        .filter(mail -> mail.to().stream().anyMatch(to -> to.address().equals(address.address())))
        .toList();
  }

  OutgoingMail newestTo(Address address) {
    return mailsTo(address).getLast();
  }

  List<Correction> corrections() {
    return corrections.all();
  }

  List<Inquiry> inquiries() {
    return ledger.asked(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
  }

  List<Project> projects() {
    return projects.projects();
  }

  Project project(String name) {
    return projects.project(name).orElseThrow();
  }

  List<TimelineEntry> timeline(String name) {
    return projects.timeline(project(name).id());
  }

  ProjectState state(String name) {
    return ProjectState.of(project(name), processes.of(project(name)), timeline(name));
  }

  /** What leaves the desk, kept instead of sent. */
  private final class Tray implements Post {
    private final Set<String> causes = new HashSet<>();

    @Override
    public void send(OutgoingMail mail, String cause) {
      MailWriter.write(mail);
      if (causes.add(cause)) {
        sent.add(mail);
      }
    }

    @Override
    public boolean has(String cause) {
      return causes.contains(cause);
    }

    @Override
    public boolean cameBack(String messageId) {
      return sent.stream().anyMatch(mail -> mail.messageId().equals(messageId));
    }

    @Override
    public Optional<byte[]> inbound(long inboundId) {
      return Optional.ofNullable(inbound.get(inboundId));
    }

    @Override
    public Optional<byte[]> inbound(String messageId) {
      return inbound.values().stream()
          .filter(
              raw -> new MailParser().parse(raw).messageId().filter(messageId::equals).isPresent())
          .findFirst();
    }
  }

  private final class OfficeClock extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(now, zone);
    }
  }
}
