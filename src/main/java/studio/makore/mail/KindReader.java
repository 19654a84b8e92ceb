package studio.makore.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Decides what sort of message a mail is, from headers and structure alone. The order is the
 * policy: bounces carry the marks of automatic replies, so they are decided first.
 */
final class KindReader {
  private static final List<String> AUTO_REPLY_HEADERS =
      List.of(
          "x-autoreply",
          "x-autorespond",
          "x-autoresponder",
          "x-autoreply-from",
          "x-mail-autoreply",
          "x-vacation");

  private static final List<String> LIST_HEADERS =
      List.of(
          "list-id",
          "list-unsubscribe",
          "list-unsubscribe-post",
          "list-post",
          "x-mailman-version",
          "x-beenthere",
          "feedback-id",
          "x-campaign",
          "x-campaignid",
          "x-campaign-id");

  /** Local parts that mail filters write from. */
  private static final List<String> FILTERS =
      List.of(
          "quarantine", "spamdigest", "spam-digest", "spamfilter", "spam-filter", "mailscanner");

  private static final List<String> NO_REPLY =
      List.of("noreply", "donotreply", "nepasrepondre", "unmonitored");

  private static final Pattern LOCAL_MARKS = Pattern.compile("[._-]");

  private final Part root;
  private final Fields fields;
  private final List<Address> from;

  private KindReader(Part root, List<Address> from) {
    this.root = root;
    this.fields = root.fields();
    this.from = from;
  }

  static Kind of(Part root, List<Address> from) {
    return new KindReader(root, from).kind();
  }

  private Kind kind() {
    if (isReceipt()) {
      return Kind.RECEIPT;
    }
    if (BounceReader.isBounce(root, from)) {
      return Kind.BOUNCE;
    }
    if (isCalendar()) {
      return Kind.CALENDAR;
    }
    if (isFilterNotice()) {
      return Kind.NOTICE;
    }
    if (isAutomatic()) {
      return Kind.AUTO_REPLY;
    }
    return isList() ? Kind.LIST : Kind.PERSON;
  }

  private boolean isReceipt() {
    return root.is("multipart/report")
        && root.type().parameter("report-type").equalsIgnoreCase("disposition-notification");
  }

  /** An invitation names its method; a mere .ics file attached by a person does not. */
  private boolean isCalendar() {
    boolean[] found = {false};
    root.walk(part ->
        found[0] |=
            part.is("text/calendar")
                && !part.type().parameter("method").isEmpty()
                && !part.disposition().equals("attachment"));
    return found[0];
  }

  /**
   * Quarantine digests (Microsoft, Proofpoint, Barracuda, SpamTitan) and "a virus was removed": the
   * sender is a filter, or a machine says in its subject what one did.
   */
  private boolean isFilterNotice() {
    boolean filter =
        from.stream()
            .map(KindReader::localPart)
            .anyMatch(local -> FILTERS.stream().anyMatch(local::startsWith));
    String subject = Fold.fold(fields.text("Subject"));
    boolean says = Phrases.of("notice.subject").stream().anyMatch(subject::contains);
    return filter && !subject.startsWith("re:") || says && isMachine();
  }

  private boolean isMachine() {
    return isAutomatic() || from.stream().anyMatch(KindReader::takesNoAnswer) || isDaemon();
  }

  private boolean isDaemon() {
    return from.stream()
        .anyMatch(address ->
            address.address().startsWith("postmaster@")
                || address.address().startsWith("mailer-daemon@"));
  }

  private boolean isAutomatic() {
    String submitted = token("Auto-Submitted");
    return !submitted.isEmpty() && !submitted.equals("no")
        || AUTO_REPLY_HEADERS.stream().anyMatch(this::says)
        || fields.text("X-POST-MessageClass").toLowerCase(Locale.ROOT).contains("autoresponder")
        || fields.all("Delivered-To").stream()
            .anyMatch(to -> to.strip().equalsIgnoreCase("autoresponder"))
        || token("Precedence").startsWith("auto")
        || token("X-Precedence").startsWith("auto")
        // On every mail that an Exchange rule forwards; a reply only when it also silences replies.
        || fields.has("X-MS-Exchange-Inbox-Rules-Loop")
            && fields.text("X-Auto-Response-Suppress").equalsIgnoreCase("all")
        || fields.first("Return-Path").filter(path -> path.strip().equals("<>")).isPresent()
        || isComplaint()
        || hasAutomaticSubject();
  }

  /** A spam complaint (RFC 5965) is written by a machine too. */
  private boolean isComplaint() {
    return root.is("multipart/report")
        && root.type().parameter("report-type").equalsIgnoreCase("feedback-report");
  }

  private boolean says(String header) {
    return fields.has(header) && !fields.text(header).strip().equalsIgnoreCase("no");
  }

  /** Only at the very start: "Re: Automatic reply: ..." is a person's answer. */
  private boolean hasAutomaticSubject() {
    String subject = Fold.fold(fields.text("Subject"));
    return Phrases.of("autoreply.subject").stream()
        .filter(subject::startsWith)
        .anyMatch(phrase -> subject.substring(phrase.length()).stripLeading().startsWith(":"));
  }

  private boolean isList() {
    String precedence = token("Precedence");
    return LIST_HEADERS.stream().anyMatch(fields::has)
        || precedence.equals("bulk")
        || precedence.equals("list")
        || precedence.equals("junk")
        || from.stream().anyMatch(KindReader::takesNoAnswer);
  }

  private static boolean takesNoAnswer(Address address) {
    String local = LOCAL_MARKS.matcher(localPart(address)).replaceAll("");
    return NO_REPLY.stream().anyMatch(local::startsWith) || local.endsWith("noreply");
  }

  private static String localPart(Address address) {
    int at = address.address().indexOf('@');
    return at < 0 ? address.address() : address.address().substring(0, at);
  }

  /** The first word of a header, without comments and parameters. */
  private String token(String header) {
    return fields
        .first(header)
        .map(HeaderText::decode)
        .map(value -> value.toLowerCase(Locale.ROOT).strip().split("[\\s;(,]", 2)[0])
        .orElse("");
  }
}
