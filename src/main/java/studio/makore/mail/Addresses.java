package studio.makore.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as headers and people write them; what is malformed is read as well as it can be. */
final class Addresses {
  private static final int MAX_LENGTH = 64 * 1024;
  private static final int MAX_MAILBOX = 1000;
  private static final Pattern BLANKS = Pattern.compile("[ \\t]{2,}+");
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>\\[\\]()\",;:@]{1,128}@[^\\s<>\\[\\]()\",;:@]{1,255}");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern AROUND_ADDRESS = Pattern.compile("^[\\s'<]+|[\\s'>.;,]+$");
  private static final Pattern AROUND_NAME = Pattern.compile("^[\"',;*\\s]+(?=\\S)|[\",;*\\s]+$");
  private static final Pattern HIDDEN = Pattern.compile("\ue000(\\d{1,6})\ue001");

  private Addresses() {}

  /** All mailboxes of the raw address fields. */
  static List<Address> ofFields(List<String> raw) {
    return raw.stream().flatMap(field -> ofField(field).stream()).toList();
  }

  private static List<Address> ofField(String raw) {
    String unfolded = cut(HeaderText.unfold(raw), MAX_LENGTH);
    boolean spaced = unfolded.contains("  ") || unfolded.indexOf('\t') >= 0;
    String value = spaced ? BLANKS.matcher(unfolded).replaceAll(" ") : unfolded;
    Optional<Address> single = single(value);
    if (single.isPresent()) {
      return List.of(single.get());
    }
    // Encoded words are hidden from the parser: some hold commas, and Angus decodes each for
    // itself.
    List<String> words = new ArrayList<>();
    String hidden =
        HeaderText.ENCODED_WORD
            .matcher(value)
            .replaceAll(word -> {
              words.add(word.group());
              return "\ue000" + (words.size() - 1) + "\ue001";
            });
    List<Address> addresses = new ArrayList<>();
    try {
      for (InternetAddress address : InternetAddress.parseHeader(hidden, false)) {
        collect(address, words, addresses);
      }
    } catch (AddressException malformed) {
      addresses.clear();
    }
    // Also when the parser was content with something that holds no address.
    boolean plausible =
        !addresses.isEmpty()
            && addresses.stream().allMatch(address -> isPlausible(address.address()));
    return plausible || value.isBlank() ? addresses : found(HeaderText.decode(value), addresses);
  }

  /**
   * The one mailbox of nearly all fields, {@code Name <a@b.example>}, where nothing in it needs a
   * real parser.
   */
  private static Optional<Address> single(String value) {
    String text = value.strip();
    int open = text.indexOf('<');
    if (open < 0 || !text.endsWith(">")) {
      return Optional.empty();
    }
    String address = text.substring(open + 1, text.length() - 1);
    String name = text.substring(0, open).strip();
    boolean quoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
    String words = quoted ? name.substring(1, name.length() - 1) : name;
    if (!isOrdinary(address) || !words.chars().allMatch(c -> isOrdinary(c, quoted))) {
      return Optional.empty();
    }
    return Optional.of(new Address(unquoted(HeaderText.decode(words)), address));
  }

  private static boolean isOrdinary(int c, boolean quoted) {
    return c >= ' ' && (quoted ? "\"\\" : "\"\\,;:@<>()[]").indexOf(c) < 0;
  }

  /** Letters, digits and the usual signs around one {@code @}. */
  private static boolean isOrdinary(String address) {
    int at = address.indexOf('@');
    boolean ordinary = at > 0 && at < address.length() - 1 && address.length() < 200;
    for (int i = 0; ordinary && i < address.length(); i++) {
      char c = address.charAt(i);
      ordinary =
          i == at
              || c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || (c == '.' || c == '-' || c == '_' || c == '+' || c == '=')
                  && i > 0
                  && i != at - 1
                  && i != at + 1
                  && i < address.length() - 1
                  && address.charAt(i - 1) != '.';
    }
    return ordinary;
  }

  private static void collect(InternetAddress address, List<String> words, List<Address> addresses)
      throws AddressException {
    if (address.isGroup()) {
      InternetAddress[] members = address.getGroup(false);
      for (InternetAddress member : members == null ? new InternetAddress[0] : members) {
        collect(member, words, addresses);
      }
      return;
    }
    String mailbox = shown(Objects.requireNonNullElse(address.getAddress(), ""), words);
    String name = shown(Objects.requireNonNullElse(address.getPersonal(), ""), words);
    addresses.add(new Address(unquoted(name), bare(mailbox)));
  }

  private static String shown(String hidden, List<String> words) {
    String raw =
        HIDDEN
            .matcher(hidden)
            .replaceAll(
                token -> Matcher.quoteReplacement(words.get(Integer.parseInt(token.group(1)))));
    return HeaderText.decode(raw);
  }

  private static boolean isPlausible(String address) {
    return ADDRESS.matcher(address).matches();
  }

  /** Every address in a text, with the words before it as its name; else what was parsed. */
  private static List<Address> found(String text, List<Address> parsed) {
    List<Address> addresses = new ArrayList<>();
    Matcher matcher = ADDRESS.matcher(Invisible.strip(text));
    int end = 0;
    String clean = Invisible.strip(text);
    while (matcher.find()) {
      String before =
          clean
              .substring(Math.max(end, matcher.start() - MAX_MAILBOX), matcher.start())
              .replaceAll("^[\\s,;>]+|[\\s<]+$", "");
      addresses.add(new Address(unquoted(before), bare(matcher.group())));
      end = matcher.end();
    }
    return addresses.isEmpty() ? parsed : addresses;
  }

  /**
   * One mailbox as header blocks of quoted mails write it: {@code Name <a@b.example>}, {@code Name
   * [mailto:a@b.example]}, {@code a@b.example on behalf of Name}, or a name alone.
   */
  static Optional<Address> written(String text) {
    String clean = Invisible.strip(text).replace('\u00a0', ' ').strip();
    if (clean.isEmpty() || clean.length() > 500) {
      return Optional.empty();
    }
    Matcher matcher = ADDRESS.matcher(clean.replaceAll("(?i)mailto:", ""));
    if (!matcher.find()) {
      return Optional.of(new Address(unquoted(clean.replaceAll("[<>\\[\\]]", "")), ""));
    }
    String stripped = clean.replaceAll("(?i)mailto:", "");
    String before = stripped.substring(0, matcher.start()).replaceAll("[\\s<\\[(]+$", "");
    return Optional.of(new Address(unquoted(before), bare(matcher.group())));
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  private static String bare(String address) {
    String clean = Invisible.strip(cut(address, MAX_MAILBOX));
    return SPACE.matcher(AROUND_ADDRESS.matcher(clean).replaceAll("")).replaceAll("");
  }

  private static String unquoted(String name) {
    String text = SPACE.matcher(Invisible.strip(cut(name, MAX_MAILBOX))).replaceAll(" ").strip();
    while (text.length() > 1
        && (text.startsWith("\"") && text.endsWith("\"")
            || text.startsWith("'") && text.endsWith("'"))) {
      text = text.substring(1, text.length() - 1).strip();
    }
    return AROUND_NAME.matcher(text).replaceAll("");
  }
}
