package studio.makore.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.makore.mail.Bounce.Recipient;

/** Recognises and reads delivery status notifications, standard (RFC 3464) or not. */
final class BounceReader {
  private static final int MAX_TEXT = 64 * 1024;
  private static final int MAX_RECIPIENTS = 1000;
  private static final Pattern STATUS =
      Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>()\\[\\]\",;:@]{1,128}@[A-Za-z0-9.-]{1,200}[A-Za-z0-9]");
  private static final Pattern MESSAGE_ID =
      Pattern.compile("(?im)^[> \\t]{0,8}message-id:[ \\t\\r\\n]{0,8}(<[^\\s<>]{1,400}>)");
  private static final Pattern REPLY_CODE = Pattern.compile("(?<![\\d.])[45]\\d{2}[ -]");

  private final Part root;
  private final String text;

  private BounceReader(Part root, String text) {
    this.root = root;
    this.text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
  }

  static boolean isBounce(Part root, List<Address> from) {
    Fields fields = root.fields();
    if (root.is("multipart/report")
        && root.type().parameter("report-type").equalsIgnoreCase("delivery-status")) {
      return true;
    }
    if (statusPart(root).isPresent()
        || fields.has("X-Failed-Recipients")
        || fields.has("X-Mailer-Daemon-Recipients")
        || fields.has("X-MS-Exchange-Message-Is-Ndr")) {
      return true;
    }
    boolean daemon = isDaemon(fields, from);
    boolean nobody =
        fields.first("Return-Path").filter(path -> path.strip().equals("<>")).isPresent();
    return (daemon || nobody) && hasBounceSubject(fields);
  }

  /** What the notification says; {@code text} is its readable part. */
  static Bounce read(Part root, String text) {
    BounceReader reader = new BounceReader(root, text);
    return statusPart(root).map(reader::standard).orElseGet(reader::fromText);
  }

  private static boolean isDaemon(Fields fields, List<Address> from) {
    String raw = fields.text("From").toLowerCase(Locale.ROOT);
    return raw.contains("mailer-daemon")
        || raw.contains("mail delivery s")
        || from.stream().anyMatch(address -> address.address().startsWith("postmaster@"));
  }

  private static boolean hasBounceSubject(Fields fields) {
    String subject = Fold.fold(fields.text("Subject"));
    return Phrases.of("bounce.subject").stream().anyMatch(subject::startsWith);
  }

  private static Optional<Part> statusPart(Part root) {
    List<Part> found = new ArrayList<>();
    root.walk(part -> {
      if (part.is("message/delivery-status") || part.is("message/global-delivery-status")) {
        found.add(part);
      }
    });
    return found.stream().findFirst();
  }

  private Bounce standard(Part statusPart) {
    List<Map<String, String>> groups = groups(statusPart);
    Map<String, String> decisive = decisive(groups);
    Recipient first = recipient(decisive);
    List<Recipient> others =
        groups.stream()
            .filter(group -> group != decisive)
            .limit(MAX_RECIPIENTS)
            .map(BounceReader::recipient)
            .toList();
    return new Bounce(
        first.address(),
        first.action(),
        first.status(),
        first.reason().isEmpty() ? sayings() : first.reason(),
        originalMessageId(),
        others);
  }

  private static Recipient recipient(Map<String, String> group) {
    String diagnostic = withoutType(group.getOrDefault("diagnostic-code", ""));
    String address = withoutType(group.getOrDefault("final-recipient", ""));
    if (address.isEmpty()) {
      address = withoutType(group.getOrDefault("original-recipient", ""));
    }
    return new Recipient(
        found(ADDRESS, address).orElse(address).toLowerCase(Locale.ROOT),
        group.getOrDefault("action", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z].*", ""),
        status(group.getOrDefault("status", ""), diagnostic),
        diagnostic);
  }

  /** The failed recipient when there is one: it matters more than those that were only delayed. */
  private static Map<String, String> decisive(List<Map<String, String>> groups) {
    return groups.stream()
        .filter(
            group -> group.getOrDefault("action", "").toLowerCase(Locale.ROOT).startsWith("fail"))
        .findFirst()
        .or(() -> groups.stream().findFirst())
        .orElse(Map.of());
  }

  /**
   * The fields of each recipient. Blank lines between groups may be missing or too many, so a new
   * group begins where a field comes that the group already has.
   */
  private static List<Map<String, String>> groups(Part statusPart) {
    List<Map<String, String>> groups = new ArrayList<>();
    Map<String, String> group = new HashMap<>();
    String[] paragraphs = statusPart.text().replace("\r\n", "\n").split("\n[ \t]*\n+");
    for (String paragraph : paragraphs) {
      byte[] bytes = (paragraph + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
      for (Header field : Fields.parse(bytes, 0, bytes.length).decoded()) {
        String name = field.name().toLowerCase(Locale.ROOT);
        if (group.containsKey(name)) {
          groups.add(group);
          group = new HashMap<>();
        }
        group.put(name, field.value());
      }
    }
    groups.add(group);
    groups.removeIf(fields ->
        !fields.containsKey("final-recipient")
            && !fields.containsKey("original-recipient")
            && !fields.containsKey("action"));
    return groups;
  }

  /** The enhanced code in the diagnostic is the more precise where both are given. */
  private static String status(String status, String diagnostic) {
    Optional<String> said = found(STATUS, status);
    Optional<String> diagnosed = found(STATUS, diagnostic);
    boolean vague = said.isEmpty() || said.get().endsWith(".0.0");
    return vague ? diagnosed.or(() -> said).orElse("") : said.get();
  }

  private Bounce fromText() {
    String failed = root.fields().text("X-Failed-Recipients");
    String recipient = found(ADDRESS, failed).or(() -> found(ADDRESS, aboveOriginal())).orElse("");
    String above = aboveOriginal();
    boolean delay =
        Fold.fold(root.fields().text("Subject")).contains("delay")
            || Fold.fold(root.fields().text("Subject")).startsWith("warning");
    return new Bounce(
        recipient.toLowerCase(Locale.ROOT),
        delay ? "delayed" : "failed",
        found(STATUS, above).orElse(""),
        sayings(),
        originalMessageId(),
        otherRecipients(failed));
  }

  private static List<Recipient> otherRecipients(String failed) {
    return ADDRESS
        .matcher(failed)
        .results()
        .skip(1)
        .limit(MAX_RECIPIENTS)
        .map(found -> new Recipient(found.group().toLowerCase(Locale.ROOT), "failed", "", ""))
        .toList();
  }

  /** The daemon's own words, in front of the returned mail. */
  private String aboveOriginal() {
    Matcher original = MESSAGE_ID.matcher(text);
    return original.find() ? text.substring(0, original.start()) : text;
  }

  /** The line with the server's answer, else the first lines of the notification. */
  private String sayings() {
    return aboveOriginal()
        .lines()
        .map(String::strip)
        .filter(line ->
            line.length() < 1000
                && (REPLY_CODE.matcher(line).find() || STATUS.matcher(line).find()))
        .findFirst()
        .orElseGet(() -> text.strip().lines().limit(3).reduce((a, b) -> a + " " + b).orElse(""));
  }

  private Optional<String> originalMessageId() {
    List<String> ids = new ArrayList<>();
    root.walk(part -> {
      part.children().stream()
          .filter(child -> part.is("message/rfc822") || part.is("message/global"))
          .forEach(mail -> mail.fields().first("Message-ID").ifPresent(ids::add));
      if (part.is("text/rfc822-headers") || part.is("message/rfc822-headers")) {
        byte[] headers = part.content();
        Fields.parse(headers, 0, headers.length).first("Message-ID").ifPresent(ids::add);
      }
    });
    return ids.stream()
        .flatMap(id -> MessageIds.in(id).stream())
        .findFirst()
        .or(() -> {
          Matcher quoted = MESSAGE_ID.matcher(text);
          return quoted.find() ? Optional.of(quoted.group(1)) : Optional.empty();
        });
  }

  private static Optional<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  /** "rfc822; a@b.example" and "smtp; 550 ..." without the type in front. */
  private static String withoutType(String value) {
    int semicolon = value.indexOf(';');
    boolean type =
        semicolon > 0 && value.substring(0, semicolon).strip().matches("[A-Za-z0-9-]{1,30}");
    return (type ? value.substring(semicolon + 1) : value).strip();
  }
}
