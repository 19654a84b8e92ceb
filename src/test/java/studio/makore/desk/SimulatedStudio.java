package studio.makore.desk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import studio.makore.mail.OutgoingMail;
import studio.makore.project.Court;
import studio.makore.project.Load;
import studio.makore.project.Owner;
import studio.makore.project.Processes;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectState;
import studio.makore.project.ProjectStore;
import studio.makore.project.Stage;
import studio.makore.project.Studio;
import studio.makore.project.UpdatesOwed;
import studio.makore.reading.Corrections;
import studio.makore.reading.Reader;
import studio.makore.reply.Asked;
import studio.makore.reply.Composer;
import studio.makore.reply.Draft;
import studio.makore.reply.DraftStore;
import studio.makore.reply.QuestionStore;
import studio.makore.reply.TemplateName;
import studio.makore.reply.Templates;
import studio.makore.reply.Tokens;
import studio.makore.silence.Inquiry;
import studio.makore.silence.Ledger;

/**
 * A studio that is lived through day by day: an owner who does her work and answers her mail,
 * clients who pay, answer, are late, vanish, come back, and ask when they were left in the air. The
 * clock is moved, the mails are real ones, and everything else is the desk's own.
 */
final class SimulatedStudio {
  private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
  private static final Address NOA = new Address("Noa", "noa@northlight.example");
  private static final Address BOT = new Address("Makore", "makore@northlight.example");
  private static final Address STUDIO = new Address("Northlight", "hello@northlight.example");
  private static final String VOUCHED =
      "Authentication-Results: mx.northlight.example; dmarc=pass header.from=northlight.example\n";
  private static final Templates TEMPLATES = Templates.load(Path.of("templates"));
  private static final Reader READER = Reader.load(Path.of("models"));

  /** So many working days without a word make even a client wonder who knows the day. */
  private static final int PATIENCE = 18;

  private static final DateTimeFormatter SPOKEN =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final List<LocalTime> HOURS =
      List.of(
          LocalTime.of(8, 30),
          LocalTime.of(9, 10),
          LocalTime.of(12, 0),
          LocalTime.of(16, 0),
          LocalTime.of(17, 30),
          LocalTime.of(21, 0));

  /** How a client is. */
  private enum Kind {
    PROMPT,
    SLOW,
    VANISHES
  }

  private static final class Life {
    final String name;
    final Address address;
    final Language language;
    final Kind kind;
    final LocalDate opens;
    final String process;
    final List<String> causes = new ArrayList<>();
    Optional<LocalDate> acts = Optional.empty();
    Optional<LocalDate> finish = Optional.empty();
    Optional<LocalDate> asked = Optional.empty();
    Optional<LocalDate> unknownSince = Optional.empty();
    String where = "";
    boolean opened;
    boolean vanished;
    int corrections;

    Life(
        String name,
        Address address,
        Language language,
        Kind kind,
        LocalDate opens,
        String process) {
      this.name = name;
      this.address = address;
      this.language = language;
      this.kind = kind;
      this.opens = opens;
      this.process = process;
    }
  }

  /** A mail as it left, and when. */
  record Sent(OutgoingMail mail, String cause, Instant at) {}

  private final Processes processes;
  private final Random random;
  private final WorkingDays workingDays =
      WorkingDays.of(
          EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)),
          Holidays.of(List.of("IL"), List.of()));
  private final SendWindow window = SendWindow.usual(workingDays, ZONE);
  private final Studio studio =
      new Studio(
          "Northlight",
          STUDIO.address(),
          BOT.address(),
          true,
          ZONE,
          workingDays,
          List.of(new Owner("Noa", NOA.address(), Language.ENGLISH, Gender.FEMININE)),
          Optional.of("mx.northlight.example"));
  private final TransactionTemplate transactions;
  private final ProjectStore projects;
  private final Ledger ledger;
  private final DraftStore drafts;
  private final QuestionStore questions;
  private final Openings openings;
  private final Portfolio portfolio;
  private final Desk desk;
  private final Map<String, Life> lives = new LinkedHashMap<>();
  private final List<Sent> sent = new ArrayList<>();
  private final List<Sent> toOwner = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private final Map<Long, byte[]> inbound = new HashMap<>();
  private final Map<String, Instant> toldOwner = new HashMap<>();
  private Instant now;
  private LocalDate today;
  private long count;
  private int read;

  SimulatedStudio(Path process, int size, LocalDate begin, long seed) {
    this.processes = Processes.read(process, TEMPLATES.languages());
    this.random = new Random(seed);
    this.today = begin;
    this.now = begin.atStartOfDay(ZONE).toInstant();
    var dataSource = Database.H2.fresh();
    var jdbc = JdbcClient.create(dataSource);
    transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    projects = new ProjectStore(jdbc);
    ledger = new Ledger(jdbc);
    openings = new Openings(processes, TEMPLATES.languages(), projects);
    portfolio = new Portfolio(studio, processes, projects);
    var tokens = new Tokens(new Random(seed));
    var clock = new MovedClock();
    drafts = new DraftStore(jdbc, tokens, clock);
    questions = new QuestionStore(jdbc, tokens, clock);
    desk =
        new Desk(
            studio,
            processes,
            new Desk.Tools(
                MailParser.withoutAttachmentText(),
                READER,
                TEMPLATES,
                tokens,
                new Composer(TEMPLATES, tokens, clock, ZONE, STUDIO, BOT, true),
                projects,
                ledger,
                drafts,
                questions,
                new HeldStore(jdbc),
                new Told(jdbc, tokens),
                new Corrections(jdbc, clock),
                openings,
                window),
            new Tray(),
            clock);
    people(size, begin);
  }

  private void people(int size, LocalDate begin) {
    var languages = List.of(Language.HEBREW, Language.ARABIC, Language.ENGLISH);
    var names = Map.of(Language.HEBREW, "דליה", Language.ARABIC, "رامي", Language.ENGLISH, "Emma");
    for (int i = 0; i < size; i++) {
      var language = languages.get(i % 3);
      var kind = i % 7 == 3 ? Kind.VANISHES : i % 4 == 1 ? Kind.SLOW : Kind.PROMPT;
      String name = "Venture " + (char) ('A' + i / 10) + i % 10;
      lives.put(
          name,
          new Life(
              name,
              new Address(
                  Objects.requireNonNull(names.get(language)),
                  "client" + i + "@v" + i + ".example"),
              language,
              kind,
              workingDays.onOrAfter(begin.plusDays(i * 2L)),
              i % 3 == 2 ? "landing-page" : "website"));
    }
  }

  /** Lives through that many weeks. */
  SimulatedStudio live(int weeks) {
    for (int day = 0; day < weeks * 7; day++) {
      for (LocalTime hour : HOURS) {
        now = today.atTime(hour).atZone(ZONE).toInstant();
        liveThrough(hour);
      }
      endOfDay();
      today = today.plusDays(1);
    }
    return this;
  }

  private void liveThrough(LocalTime hour) {
    boolean works = workingDays.isWorking(today);
    if (works && hour.getHour() == 9) {
      ownerWorks();
    }
    if (hour.getHour() == 12) {
      clientsAct();
    }
    desk.round(transactions);
    if (works && hour.getHour() >= 9 && hour.getHour() < 20) {
      // each answer may show another draft
      for (int again = 0; again < 6 && ownerReads(); again++) {
        desk.round(transactions);
      }
    }
  }

  // ---- the owner

  private void ownerWorks() {
    for (Life life : lives.values()) {
      if (!life.opened && !today.isBefore(life.opens)) {
        open(life);
      } else if (life.opened) {
        work(life);
      }
    }
  }

  private void open(Life life) {
    transactions.executeWithoutResult(_ ->
        openings.open(
            new ProjectOrder(
                life.name + " GmbH",
                life.address.name(),
                life.address.address(),
                life.language,
                Gender.FEMININE,
                life.name,
                Optional.of(life.process),
                Optional.empty(),
                Optional.empty()),
            now,
            "owner"));
    life.opened = true;
    order(life.name + " contract signed");
    order(life.name + " deposit paid");
  }

  /** What was begun is finished some day, and then the client is shown it. */
  private void work(Life life) {
    var state = state(life);
    String where = state.stage() + state.court() + state.courtSince() + life.corrections;
    if (!state.active()) {
      return;
    }
    if (state.court() == Court.CLIENT) {
      life.finish = Optional.empty();
      return;
    }
    if (life.finish.isEmpty() || !life.where.equals(where)) {
      life.where = where;
      int usual =
          Math.max(1, stage(state).court() == Court.STUDIO ? stage(state).workingDays() : 3);
      int days = Math.max(1, (int) Math.round(usual * (0.5 + random.nextDouble())));
      life.finish = Optional.of(workingDays.plus(today, days));
    }
    if (!today.isBefore(life.finish.get())) {
      finish(life, state);
    }
  }

  private void finish(Life life, ProjectState state) {
    var process = processes.of(state.project());
    var stage = stage(state);
    life.finish = Optional.empty();
    life.corrections++;
    boolean isShown =
        stage.ends() == Stage.Ends.APPROVAL
            || process.after(stage).filter(next -> next.ends() == Stage.Ends.APPROVAL).isPresent();
    if (stage.ends() == Stage.Ends.NEVER) {
      if (state.nextPromise().isPresent()) {
        order(life.name + " delivered");
      }
    } else if (process.after(stage).isEmpty()) {
      order(life.name + " closed");
    } else {
      order(life.name + (isShown ? " presented" : " next stage"));
    }
  }

  private void order(String line) {
    arrives(mail(NOA, BOT, "order", line, VOUCHED));
  }

  /** Whether there was anything to answer. */
  private boolean ownerReads() {
    int from = read;
    read = toOwner.size();
    var answered = false;
    for (var each : List.copyOf(toOwner.subList(from, read))) {
      answered |= answer(each.mail());
    }
    return answered;
  }

  private boolean answer(OutgoingMail mail) {
    if (mail.subject().startsWith("I did not understand")) {
      wrong.add(today + " not understood: " + mail.text());
      return false;
    }
    if (mail.subject().startsWith("For you to see")) {
      return seeTo(mail);
    }
    var token = mail.replyTo().flatMap(address -> token(address.address()));
    var draft = token.flatMap(drafts::byToken);
    if (draft.isPresent()) {
      return draft.get().status().open() && reply(mail, decision(draft.get(), true));
    }
    var question = token.flatMap(questions::byToken).map(found -> found.asked());
    return question.isPresent()
        && question.get() instanceof Asked.Morning(var items)
        && morning(mail, items);
  }

  private boolean morning(OutgoingMail mail, List<Asked.Item> items) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < items.size(); i++) {
      var draft = drafts.byId(items.get(i).draftId()).orElseThrow();
      if (draft.status().open()) {
        parts.add((i + 1) + " " + decision(draft, false));
      }
    }
    return !parts.isEmpty() && reply(mail, String.join(", ", parts));
  }

  private String decision(Draft draft, boolean alone) {
    if (draft.status() == Draft.Status.WAITING) {
      return alone ? "ok" : "yes";
    }
    if (!draft.missing().contains("next_date") && !draft.missing().contains("due_date")) {
      wrong.add(today + " lacks " + draft.missing() + " in " + draft.template());
      return "no";
    }
    var life = life(draft.projectId());
    LocalDate truth = life.finish.orElse(workingDays.plus(today, 4));
    if (draft.template() == TemplateName.DELAY_NOTICE) {
      LocalDate old = LocalDate.parse(draft.facts().get(UpdateFacts.DUE_BEFORE));
      if (!truth.isAfter(old)) {
        return "no";
      }
    }
    LocalDate day = workingDays.plus(truth.isBefore(today) ? today : truth, 1);
    return (alone ? "" : "on ") + SPOKEN.format(day);
  }

  private boolean reply(OutgoingMail mail, String text) {
    arrives(
        mail(
            NOA,
            mail.replyTo().orElse(BOT),
            "Re: " + mail.subject(),
            text,
            VOUCHED + "In-Reply-To: " + mail.messageId() + "\n"));
    return true;
  }

  /** What Makore leaves to her: she knows what the client meant. */
  private boolean seeTo(OutgoingMail mail) {
    for (Life life : lives.values()) {
      if (mail.subject().contains(life.name)) {
        var state = state(life);
        if (state.court() == Court.CLIENT && state.active()) {
          order(
              life.name
                  + (stage(state).ends() == Stage.Ends.MATERIALS ? " all arrived" : " next stage"));
          return true;
        }
      }
    }
    return false;
  }

  // ---- the clients

  private void clientsAct() {
    for (Life life : lives.values()) {
      if (life.opened) {
        var state = state(life);
        if (state.court() == Court.CLIENT && !state.closed()) {
          act(life, state);
        }
        if (!state.closed() && leftInTheAir(life, state)) {
          ask(life);
        }
      }
    }
  }

  private void act(Life life, ProjectState state) {
    String where = state.stage() + state.courtSince();
    if (life.acts.isEmpty() || !life.where.equals(where)) {
      life.where = where;
      life.acts = Optional.of(workingDays.plus(today, days(life)));
    }
    if (today.isBefore(life.acts.get())) {
      return;
    }
    life.acts = Optional.empty();
    if (stage(state).ends() == Stage.Ends.MATERIALS) {
      write(life, life.name, materials(life.language, state));
    } else if (random.nextInt(4) == 0) {
      write(life, life.name, words(life.language, CHANGES));
    } else {
      write(life, life.name, words(life.language, APPROVES));
    }
  }

  private int days(Life life) {
    return switch (life.kind) {
      case PROMPT -> 1 + random.nextInt(4);
      case SLOW -> 6 + random.nextInt(12);
      case VANISHES -> {
        boolean first = !life.vanished;
        life.vanished = true;
        yield first ? 34 : 3;
      }
    };
  }

  /** Who knows a day to come does not ask before it is over; who hears nothing long enough does. */
  private boolean leftInTheAir(Life life, ProjectState state) {
    if (!workingDays.isWorking(today)
        || life.asked.filter(day -> workingDays.between(day, today) < 6).isPresent()) {
      return false;
    }
    var heard = LocalDate.ofInstant(state.lastHeard().orElse(state.openedAt()), ZONE);
    int silence = workingDays.between(heard, today);
    boolean late = state.court() == Court.STUDIO && state.brokenPromise(today).isPresent();
    boolean unknown = state.court() == Court.STUDIO && state.knownDate(today).isEmpty();
    life.unknownSince = unknown ? life.unknownSince.or(() -> Optional.of(today)) : Optional.empty();
    boolean wonders =
        life.unknownSince.filter(since -> workingDays.between(since, today) >= 2).isPresent();
    boolean waitsLong =
        state.court() == Court.STUDIO
            && stage(state).ends() != Stage.Ends.NEVER
            && silence >= PATIENCE;
    return state.active() && (late || wonders || waitsLong);
  }

  private void ask(Life life) {
    life.asked = Optional.of(today);
    write(life, life.name, words(life.language, ASKS));
  }

  private void write(Life life, String subject, String text) {
    arrives(mail(life.address, STUDIO, subject, text, ""));
  }

  private static final Map<String, String> CHANGES =
      Map.of(
          "he", "העיצוב יפה, אבל צריך לשנות את הצבע של הכותרת לכחול.",
          "ar", "التصميم جميل، لكن نرجو تغيير لون العنوان إلى الأزرق.",
          "en", "It looks nice, but please change the colour of the headline to blue.");
  private static final Map<String, String> APPROVES =
      Map.of(
          "he", "מהמם, אני מאשרת. אפשר להמשיך!",
          "ar", "التصميم ممتاز، موافقون عليه. يمكنكم المتابعة.",
          "en", "This is great, I approve it. Please go ahead!");
  private static final Map<String, String> ASKS =
      Map.of(
          "he", "היי נועה, מה קורה עם האתר?",
          "ar", "مرحبا، شو صار بالموقع؟",
          "en", "Hi Noa, any news about the website?");

  private static String words(Language language, Map<String, String> words) {
    return Objects.requireNonNull(words.get(language.tag()));
  }

  private String materials(Language language, ProjectState state) {
    String items =
        String.join(
            ", ",
            state.missing(processes.of(state.project())).stream()
                .map(item -> Objects.requireNonNull(item.names().get(language)))
                .toList());
    return switch (language.tag()) {
      case "he" -> "היי נועה, מצורפים החומרים לאתר: " + items;
      case "ar" -> "مرحبا نوعا، أرسلت لكم في المرفقات: " + items;
      default -> "Hi Noa, here are the materials, they are attached: " + items;
    };
  }

  // ---- what is looked at in the evening

  private void endOfDay() {
    for (Life life : lives.values()) {
      if (life.opened) {
        var state = state(life);
        if (workingDays.isWorking(today) && state.active()) {
          boolean known = state.knownDate(today).isPresent();
          boolean told = toldOwnerLately(life);
          if (!known && !told) {
            wrong.add(today + " in the air: " + life.name + " at " + state.stage() + state.court());
          }
          late(life, state);
        }
      }
    }
  }

  private void late(Life life, ProjectState state) {
    var load = Load.of(portfolio.all(), processes, studio);
    UpdatesOwed.on(today, state, processes.of(state.project()), studio, load).stream()
        .filter(owed -> owed.by().isBefore(today))
        // a promise that lapsed in the client's turn is named anew once it is the studio's again
        .filter(_ -> workingDays.between(LocalDate.ofInstant(state.courtSince(), ZONE), today) >= 2)
        .filter(owed -> !life.causes.contains(owed.cause()))
        .filter(owed ->
            drafts
                .byCause("owed:%d:%s".formatted(state.project().id(), owed.cause()))
                .filter(draft -> draft.status() == Draft.Status.DISCARDED)
                .isEmpty())
        .forEach(owed -> {
          life.causes.add(owed.cause());
          wrong.add(today + " late: " + life.name + " " + owed.update() + " " + owed.cause());
        });
  }

  private boolean toldOwnerLately(Life life) {
    Instant since =
        workingDays.onOrBefore(today.minusDays(1)).atTime(8, 0).atZone(ZONE).toInstant();
    return Optional.ofNullable(toldOwner.get(life.name))
        .filter(at -> at.isAfter(since))
        .isPresent();
  }

  List<String> wrong() {
    return wrong;
  }

  List<Sent> sent() {
    return sent;
  }

  int ownersMails() {
    return toOwner.size();
  }

  List<Inquiry> inquiries() {
    return ledger.asked(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
  }

  List<ProjectState> states() {
    return List.copyOf(portfolio.all());
  }

  SendWindow window() {
    return window;
  }

  Draft draft(Sent mail) {
    return drafts.byId(Long.parseLong(mail.cause().substring("draft:".length()))).orElseThrow();
  }

  List<String> dated(Project project) {
    return projects.timeline(project.id()).stream()
        .map(entry -> entry.at().atZone(ZONE).toLocalDateTime() + " " + entry.event())
        .toList();
  }

  List<ProjectEvent> events(Project project) {
    return projects.timeline(project.id()).stream().map(entry -> entry.event()).toList();
  }

  private Life life(long project) {
    return Objects.requireNonNull(lives.get(projects.project(project).orElseThrow().name()));
  }

  private ProjectState state(Life life) {
    return portfolio.state(projects.project(life.name).orElseThrow());
  }

  private Stage stage(ProjectState state) {
    return processes.of(state.project()).stageOf(state);
  }

  // ---- mail

  private static Optional<String> token(String address) {
    int plus = address.indexOf('+');
    return plus < 0
        ? Optional.empty()
        : Optional.of(address.substring(plus + 1, address.indexOf('@')));
  }

  private void arrives(String raw) {
    byte[] bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    long id = ++count;
    inbound.put(id, bytes);
    transactions.executeWithoutResult(_ -> desk.handle(id, bytes));
  }

  private String mail(Address from, Address to, String subject, String text, String headers) {
    return """
    %sFrom: =?UTF-8?B?%s?= <%s>
    To: <%s>
    Subject: =?UTF-8?B?%s?=
    Message-ID: <%d@sim.example>
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
            ++count,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(now, ZONE)),
            text);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private final class Tray implements Post {
    private final Set<String> causes = new HashSet<>();

    @Override
    public void send(OutgoingMail mail, String cause) {
      if (!causes.add(cause)) {
        return;
      }
      if (cause.startsWith("draft:")) {
        sent.add(new Sent(mail, cause, now));
      } else {
        toOwner.add(new Sent(mail, cause, now));
        lives.keySet().stream()
            .filter(name -> mail.text().contains(name) || mail.subject().contains(name))
            .forEach(name -> toldOwner.put(name, now));
      }
    }

    @Override
    public boolean has(String cause) {
      return causes.contains(cause);
    }

    @Override
    public boolean cameBack(String messageId) {
      return false;
    }

    @Override
    public Optional<byte[]> inbound(String messageId) {
      return Optional.empty();
    }

    @Override
    public Optional<byte[]> inbound(long inboundId) {
      return Optional.ofNullable(inbound.get(inboundId));
    }
  }

  private final class MovedClock extends Clock {
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
