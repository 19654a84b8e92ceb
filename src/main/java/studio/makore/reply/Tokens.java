package studio.makore.reply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.makore.mail.Address;
import studio.makore.mail.Header;
import studio.makore.mail.Mail;
import studio.makore.mail.MessageIds;

/**
 * The secrets by which an owner's reply names the draft or question it decides: 80 random bits as
 * 16 letters of base32 (RFC 4648), lower case. They travel in the reply address, and in the subject
 * for servers that do not know plus-addressing.
 */
public final class Tokens {
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LETTERS = 16;

  /** {@code bot+abcdefghijklmnop@studio.example} */
  private static final Pattern IN_ADDRESS = Pattern.compile("\\+([a-z2-7]{16})@");

  /** {@code [#abcdefghijklmnop]} */
  private static final Pattern IN_SUBJECT = Pattern.compile("\\[#([a-z2-7]{16})\\]");

  private static final List<String> DELIVERY_HEADERS = List.of("Delivered-To", "X-Original-To");

  private final RandomGenerator random;

  /** Outside tests, {@code random} is a {@link java.security.SecureRandom}. */
  public Tokens(RandomGenerator random) {
    this.random = random;
  }

  /** A token nobody has seen or can guess. */
  public String fresh() {
    var token = new StringBuilder(LETTERS);
    while (token.length() < LETTERS) {
      token.append(BASE32.charAt(random.nextInt(BASE32.length())));
    }
    return token.toString();
  }

  /** A Message-ID of RFC 5322 in the domain of {@code sender}, with its angle brackets. */
  public String messageId(Address sender) {
    String address = sender.address();
    return MessageIds.next(address.substring(address.lastIndexOf('@') + 1), random);
  }

  /** The sub-address (RFC 5233) under which a reply carries the token home. */
  public static Address address(Address bot, String token) {
    int at = bot.address().lastIndexOf('@');
    return new Address(
        bot.name(), bot.address().substring(0, at) + "+" + token + bot.address().substring(at));
  }

  /** The token as it ends a subject, with a space before it. */
  public static String subjectTag(String token) {
    return " [#" + token + "]";
  }

  /** The subject without any token in it. */
  static String withoutTags(String subject) {
    return IN_SUBJECT.matcher(subject).replaceAll("").strip();
  }

  /**
   * The token a mail came with: from the address it was sent or delivered to, else from its
   * subject. Never from the body, where a quoted mail may show one that its reader was only shown.
   */
  public static Optional<String> find(Mail mail) {
    Stream<String> addresses =
        Stream.concat(mail.to().stream(), mail.cc().stream()).map(Address::address);
    Stream<String> deliveries =
        mail.headers().stream()
            .filter(header -> DELIVERY_HEADERS.stream().anyMatch(header.name()::equalsIgnoreCase))
            .map(Header::value);
    return Stream.concat(addresses, deliveries)
        .flatMap(address -> first(IN_ADDRESS, address).stream())
        .findFirst()
        .or(() -> first(IN_SUBJECT, mail.subject()));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    return pattern
        .matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(found -> found.group(1))
        .findFirst();
  }
}
