package studio.makore.mailbox;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * An IMAP or SMTP server and how to get in.
 *
 * @param certificates a PEM file whose certificates are trusted in place of the JVM's own, for a
 *     server with a self-made certificate; host names are checked all the same
 * @throws IllegalArgumentException with a sentence for the owner, when {@link Tls#NONE} would send
 *     the password across a network, or the port is none
 */
public record MailServer(String host, int port, Tls tls, Login login, Optional<Path> certificates) {
  public MailServer {
    if (host.isBlank()) {
      throw new IllegalArgumentException("A mail server needs a host name.");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException(
          "%d is no port of the mail server %s: give one from 1 to 65535.".formatted(port, host));
    }
    if (tls == Tls.NONE && !isThisMachine(host)) {
      throw new IllegalArgumentException(
          "Without TLS the password would cross the network to %s in the clear: use tls or starttls"
                  .formatted(host)
              + " (or none-anywhere, if you know that nobody listens).");
    }
  }

  public MailServer(String host, int port, Tls tls, Login login) {
    this(host, port, tls, login, Optional.empty());
  }

  /** Asks no name server: a name that only happens to lead here today is not this machine. */
  private static boolean isThisMachine(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.equals("localhost") || name.endsWith(".localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(name).isLoopbackAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  /** {@code host:port}. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
