package studio.makore.reply;

import java.util.List;
import java.util.Locale;
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
  STATUS_WAITING("where", "waiting_for", "next_step"),
  APPROVAL_RECEIVED("stage", "next_step", "next_date"),
  CHANGES_RECEIVED("next_date"),
  MATERIALS_RECEIVED("materials", "next_step", "next_date"),
  THANKS("next_step", "next_date"),

  /** A draft with all its facts, shown to the owner for a decision. */
  DRAFT_FOR_APPROVAL(
      Reader.OWNER, "client", "project", "reason", "evidence", "draft_subject", "draft"),
  /** A draft that lacks a fact. */
  QUESTION_FACT(Reader.OWNER, "client", "project", "reason", "evidence", "missing", "draft"),
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
  STALE(Reader.OWNER, "client", "project");

  /** Somebody's own words, of several lines; a template shows each as a quote. */
  static final Set<String> QUOTES = Set.of("evidence", "draft", "words");

  /** Makore's words, of several lines; a template gives each a paragraph. */
  static final Set<String> PARAGRAPHS = Set.of("choices", "command", "done");

  private enum Reader {
    CLIENT("name", "project", "studio", "writer"),
    OWNER("name", "studio");

    private final List<String> always;

    Reader(String... always) {
      this.always = List.of(always);
    }
  }

  private final Reader reader;
  private final List<String> required;

  TemplateName(String... required) {
    this(Reader.CLIENT, required);
  }

  TemplateName(Reader reader, String... required) {
    this.reader = reader;
    this.required = List.of(required);
  }

  /** True for a mail to a client, false for one to an owner of the studio. */
  public boolean forClient() {
    return reader == Reader.CLIENT;
  }

  /** The facts without which this mail would not say what it must. */
  public List<String> required() {
    return required;
  }

  /** Every fact this mail may use: the required ones, and who writes to whom. */
  public List<String> placeholders() {
    return Stream.concat(reader.always.stream(), required.stream()).distinct().toList();
  }

  /** The name of its file in each language's folder, such as {@code status-answer.md}. */
  String file() {
    return key() + ".md";
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
