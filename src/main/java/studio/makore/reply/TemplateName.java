package studio.makore.reply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The mails Makore writes, who each is for and the facts it tells. A mail to a client says where
 * the project stands, what comes next, who acts and when; so its file must use every fact named
 * here.
 */
public enum TemplateName {
  /** The client asked; the ball is in the studio's court. */
  STATUS_ANSWER("where", "next_step", "next_date"),
  /** The client asked; the ball is in the client's court. */
  STATUS_WAITING(Actor.CLIENT, List.of("where", "waiting_for", "next_step"), List.of("due_date")),
  APPROVAL_RECEIVED("stage", "next_step", "next_date"),
  CHANGES_RECEIVED("next_date"),
  MATERIALS_RECEIVED("materials", "next_step", "next_date"),
  THANKS("next_step", "next_date"),

  /** The first payment came in, and the work begins with a call. */
  KICKOFF_CALL("next_step", "call_minutes", "call_slot"),
  /** The first payment came in, and the studio works first; the date is told with its hour. */
  KICKOFF_WORK("next_step", "next_date"),
  /** The first payment came in, and the client brings something first. */
  KICKOFF_MATERIALS(Actor.CLIENT, "items", "due_date", "consequence", "next_step"),
  /** The client took the hour of the call, or named another; goes with an invitation. */
  CALL_SET("call_slot", "next_step"),
  STAGE_START("where", "next_step", "next_date"),
  /** Something was shown to the client; what was said is written down the same day. */
  PRESENTATION_FOLLOW_UP("stage", "next_step", "next_date"),
  /** In the middle of a long stage that goes to plan. */
  MIDWAY("where", "next_step", "next_date"),
  /** Before a promised day that will not hold. */
  DELAY_NOTICE("next_step", "old_date", "next_date", "remedy"),
  EARLY_FINISH("stage", "next_step", "next_date"),
  /** What the client is to bring, by when, and what follows when it comes late. */
  MATERIALS_REQUEST(Actor.CLIENT, "items", "due_date", "consequence", "next_step"),
  MATERIALS_REMINDER(Actor.CLIENT, "items", "due_date", "consequence", "next_step"),
  MATERIALS_LAST_REMINDER(Actor.CLIENT, "items", "due_date", "consequence", "next_step"),
  /** The project is about to be put on hold. */
  DORMANT_NOTICE(Actor.CLIENT, "where", "due_date", "consequence", "items"),
  DORMANT_CLOSED(Actor.CLIENT, "where", "next_step"),
  /** A client is back after a rest: an honest new date. */
  RE_ENTRY("where", "next_step", "next_date"),
  /** To the contact who leaves. */
  CONTACT_FAREWELL("new_contact", "where", "next_step"),
  /** To the one who comes, with all that was agreed. */
  CONTACT_WELCOME("where", "next_step", "next_date", "agreements"),
  /** The page for the first meeting, without dates. */
  WORKING_TOGETHER("page", "next_step"),
  /** The page with its dates, after contract and deposit, and whenever they move. */
  WORKING_TOGETHER_DATED(
      Actor.CLIENT, List.of("page"), List.of("changes", "next_step", "next_date")),
  /** Some weeks after the launch; there may be a next step or none. */
  AFTER_END(Actor.STUDIO, List.of(), List.of("next_step", "next_date")),
  /** What was said on a call, in writing the same day. */
  CALL_SUMMARY("said", "next_step", "next_date"),

  /** A draft with all its facts, shown to the owner for a decision. */
  DRAFT_FOR_APPROVAL(
      Reader.OWNER,
      List.of("client", "project", "reason", "draft_subject", "draft"),
      List.of("evidence", "sources")),
  /** A draft that lacks a fact. */
  QUESTION_FACT(
      Reader.OWNER,
      List.of("client", "project", "reason", "missing", "draft"),
      List.of("evidence", "sources")),
  /** A mail that fits no project, or several. */
  QUESTION_WHOSE(Reader.OWNER, "from", "subject", "words", "choices"),
  /** A client's mail that is the owner's own to answer; nothing is drafted for it. */
  CLIENT_WROTE(Reader.OWNER, "client", "project", "reason", "evidence"),
  /** An owner's mail that could not be read as a decision or a command. */
  NOT_UNDERSTOOD(Reader.OWNER, "words"),
  /** What Makore read in an owner's command, before it is done. */
  CONFIRM_COMMAND(Reader.OWNER, "command"),
  COMMAND_DONE(Reader.OWNER, "done"),
  /** A mail to a client came back. */
  BOUNCED(Reader.OWNER, "client", "project", "recipient", "reason"),
  /** An approved mail could not be handed to the mail server. */
  SENT_FAILED(Reader.OWNER, "client", "reason"),
  /** A draft whose facts changed before it was decided. */
  STALE(Reader.OWNER, "client", "project"),
  /** One short mail each working morning; none on a day with nothing in it. */
  MORNING(Reader.OWNER, List.of("day"), List.of("to_approve", "in_the_air", "due", "drafts")),
  /** The evening after a presentation, when the client still has no date. */
  PRESENTATION_NAG(Reader.OWNER, "client", "project", "stage"),
  /** The evening after a call that nobody has written down for the client. */
  CALL_NOT_WRITTEN(Reader.OWNER, "client", "project", "evidence"),
  /** A client is back after a rest: the project on one page. */
  RE_ENTRY_BRIEF(Reader.OWNER, "client", "project", "brief"),
  /** A running project comes under watch: which stage, and which date does the client know? */
  ADOPT_QUESTION(Reader.OWNER, "client", "project", "choices"),
  PROJECT_STATUS(Reader.OWNER, "project", "life");

  /** Somebody's own words, of several lines; a template shows each as a quote. */
  static final Set<String> QUOTES = Set.of("evidence", "draft", "drafts", "words", "said");

  /** A day, or a day and its hour. */
  static final Set<String> DATES = Set.of("next_date", "due_date", "old_date", "call_slot");

  /** Makore's words, of several lines; a template gives each a paragraph. */
  static final Set<String> PARAGRAPHS =
      Set.of(
          "choices",
          "command",
          "done",
          "items",
          "agreements",
          "page",
          "changes",
          "to_approve",
          "in_the_air",
          "due",
          "brief",
          "life",
          "sources");

  /** Who makes the next move, which a mail to a client must say. */
  enum Actor {
    STUDIO,
    CLIENT
  }

  private enum Reader {
    CLIENT("name", "project", "studio", "writer"),
    OWNER("name", "studio");

    private final List<String> always;

    Reader(String... always) {
      this.always = List.of(always);
    }
  }

  private final Reader reader;
  private final Optional<Actor> actor;
  private final List<String> required;
  private final List<String> optional;

  TemplateName(String... required) {
    this(Actor.STUDIO, required);
  }

  TemplateName(Actor actor, String... required) {
    this(actor, List.of(required), List.of());
  }

  TemplateName(Actor actor, List<String> required, List<String> optional) {
    this(Reader.CLIENT, Optional.of(actor), required, optional);
  }

  TemplateName(Reader reader, String... required) {
    this(reader, List.of(required), List.of());
  }

  TemplateName(Reader reader, List<String> required, List<String> optional) {
    this(reader, Optional.empty(), required, optional);
  }

  TemplateName(Reader reader, Optional<Actor> actor, List<String> required, List<String> optional) {
    this.reader = reader;
    this.actor = actor;
    this.required = required;
    this.optional = optional;
  }

  /** True for a mail to a client, false for one to an owner of the studio. */
  public boolean forClient() {
    return reader == Reader.CLIENT;
  }

  /** Who makes the next move after this mail; empty for a mail to an owner. */
  Optional<Actor> actor() {
    return actor;
  }

  /** Whether it opens a project, and so wishes it well. */
  boolean opens() {
    return this == KICKOFF_CALL || this == KICKOFF_WORK || this == KICKOFF_MATERIALS;
  }

  /** The facts without which this mail would not say what it must. */
  public List<String> required() {
    return required;
  }

  /** The facts it may do without: a paragraph that names one goes when there is no value. */
  public List<String> optional() {
    return optional;
  }

  /** Every fact this mail may use: the required and the optional, and who writes to whom. */
  public List<String> placeholders() {
    return Stream.of(reader.always, required, optional).flatMap(List::stream).distinct().toList();
  }

  /** The name of its file in each language's folder, such as {@code status-answer.md}. */
  String file() {
    return key() + ".md";
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
