package studio.makore.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the studio's own mail server found out about the sender (Authentication-Results, RFC 8601).
 * Only as good as that server: it has to remove such headers of its own name from incoming mail.
 */
public final class AuthenticationResults {
  private static final Pattern BY = Pattern.compile("(?i)(?:^|\\s)by\\s+([^\\s;()]{1,255})");
  private static final Pattern PROPERTY =
      Pattern.compile("(?i)(?:^|\\s)header\\.(from|d|i)\\s*=\\s*\"?([^\\s;\"]{1,320})");

  private AuthenticationResults() {}

  /**
   * Whether the receiving server vouches that the mail comes from that domain: the mail names
   * exactly one author, in that domain, and the server's topmost results say {@code dmarc=pass} for
   * it, or {@code dkim=pass} by a signature of the same organisation (relaxed alignment, RFC 7489).
   *
   * <p>Believed are only results that carry {@code authservId} and stand above the first Received
   * line that is not the server's own: everything below was written by strangers.
   *
   * @param authservId the name the server signs its results with, such as {@code mx.google.com};
   *     {@code ""} for servers that sign with none (Microsoft 365), then only results above all
   *     Received lines count
   */
  public static boolean passes(Mail mail, String authservId, String domain) {
    String wanted = domain.toLowerCase(Locale.ROOT);
    boolean oneAuthor =
        mail.from().size() == 1
            && mail.headers().stream()
                    .filter(header -> header.name().equalsIgnoreCase("From"))
                    .count()
                == 1;
    if (!oneAuthor
        || wanted.isEmpty()
        || !mail.from().getFirst().address().endsWith("@" + wanted)) {
      return false;
    }
    return trusted(mail.headers(), authservId.toLowerCase(Locale.ROOT)).stream()
        .anyMatch(results -> vouches(results, wanted));
  }

  /** The server's topmost results: one header, or several with nothing Received in between. */
  private static List<String> trusted(List<Header> headers, String authservId) {
    List<String> trusted = new ArrayList<>();
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase("Received")) {
        if (!trusted.isEmpty() || authservId.isEmpty() || !isOwn(header.value(), authservId)) {
          break;
        }
      } else if (header.name().equalsIgnoreCase("Authentication-Results")) {
        resultsOf(withoutComments(header.value()), authservId).ifPresent(trusted::add);
      }
    }
    return trusted;
  }

  /**
   * A hop inside the server: received by a host of its domain, or (Google) by a bare IP address.
   */
  private static boolean isOwn(String received, String authservId) {
    Matcher by = BY.matcher(withoutComments(received));
    if (!by.find()) {
      return false;
    }
    String host = by.group(1).toLowerCase(Locale.ROOT);
    int dot = authservId.indexOf('.');
    boolean subdomain = dot > 0 && authservId.indexOf('.', dot + 1) > 0;
    String organisation = subdomain ? authservId.substring(dot + 1) : authservId;
    return host.equals(authservId)
        || host.equals(organisation)
        || host.endsWith("." + organisation)
        || host.matches("[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}|\\d{1,3}(\\.\\d{1,3}){3}");
  }

  /** The results after the authserv-id when it is the wanted one. */
  private static Optional<String> resultsOf(String value, String authservId) {
    int semicolon = value.indexOf(';');
    String first = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
    if (authservId.isEmpty()) {
      return first.contains("=") ? Optional.of(value) : Optional.empty();
    }
    // A version number may follow the id.
    String id = first.replaceAll("\\s.*", "").toLowerCase(Locale.ROOT);
    return semicolon >= 0 && id.equals(authservId)
        ? Optional.of(value.substring(semicolon + 1))
        : Optional.empty();
  }

  private static boolean vouches(String results, String domain) {
    for (String result : results.split(";")) {
      String text = result.strip();
      String method =
          text.replaceAll("\\s*=\\s*", "=").replaceAll("\\s.*", "").toLowerCase(Locale.ROOT);
      boolean passed = method.equals("dmarc=pass") && names(text, "from", domain, false);
      if (passed
          || method.equals("dkim=pass")
              && (names(text, "d", domain, true) || names(text, "i", domain, true))) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(String result, String property, String domain, boolean relaxed) {
    Matcher matcher = PROPERTY.matcher(result);
    while (matcher.find()) {
      String value = matcher.group(2).toLowerCase(Locale.ROOT);
      String named = value.substring(value.lastIndexOf('@') + 1);
      if (matcher.group(1).equalsIgnoreCase(property)
          && (named.equals(domain) || relaxed && isSameOrganisation(named, domain))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSameOrganisation(String one, String other) {
    return one.contains(".")
        && other.contains(".")
        && (other.endsWith("." + one) || one.endsWith("." + other));
  }

  /** Comments may nest, and may hold semicolons and lies. */
  private static String withoutComments(String value) {
    StringBuilder text = new StringBuilder(value.length());
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        i++;
      } else if (c == '"' && depth == 0) {
        quoted = !quoted;
        text.append(c);
      } else if (c == '(' && !quoted) {
        depth++;
      } else if (c == ')' && !quoted && depth > 0) {
        depth--;
      } else if (depth == 0) {
        text.append(quoted && c == ';' ? ' ' : c);
      }
    }
    // Single blanks keep the patterns above linear on any input.
    return text.toString().replaceAll("\\s{2,}+", " ");
  }
}
