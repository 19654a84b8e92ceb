package studio.makore.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Why a mail server cannot be used.
 *
 * @param about which of its settings to look at first
 * @param sentence what is wrong and how to mend it
 */
public record Trouble(About about, String sentence) {
  /** The settings of a mail server. */
  public enum About {
    HOST,
    PORT,
    TLS,
    CERTIFICATES,
    PASSWORD,
    FOLDER
  }

  private static final int DEEPEST = 20;

  static Trouble with(String protocol, MailServer server, Throwable failure) {
    if (failure instanceof MailboxException said) {
      return new Trouble(About.CERTIFICATES, Sentence.of(said));
    }
    String who = "The %s server %s".formatted(protocol, server);
    List<Throwable> causes = causes(failure);
    return unreachable(who, causes)
        .or(() -> refusedLogin(who, server.login(), causes))
        .or(() -> silent(who, causes))
        .or(() -> unprotected(who, causes))
        .or(() -> noFolder(who, causes))
        .orElseGet(() ->
            new Trouble(
                About.HOST, "%s failed: %s.".formatted(who, withoutStop(causes.getLast()))));
  }

  private static Optional<Trouble> unreachable(String who, List<Throwable> causes) {
    if (any(causes, UnknownHostException.class).isPresent()) {
      return trouble(
          About.HOST,
          "%s is not known by that name: check the host name and this machine's network.",
          who);
    }
    if (any(causes, NoRouteToHostException.class).isPresent()) {
      return trouble(About.HOST, "%s cannot be reached from this machine: check the network.", who);
    }
    return any(causes, ConnectException.class)
        .flatMap(_ ->
            trouble(
                About.PORT,
                "%s refuses the connection: check the port, and that the server runs.",
                who));
  }

  private static Optional<Trouble> refusedLogin(String who, Login login, List<Throwable> causes) {
    String mend =
        switch (login) {
          case Login.Password _ ->
              "check user and password (with two-step sign-in, providers want an app password)";
          case Login.OAuth _ -> "sign in anew, the token was not taken";
        };
    return any(causes, AuthenticationFailedException.class)
        .flatMap(refusal ->
            trouble(
                About.PASSWORD,
                "%s refuses the sign-in of %s: %s. It said: %s",
                who,
                login.user(),
                mend,
                Sentence.of(refusal)));
  }

  private static Optional<Trouble> silent(String who, List<Throwable> causes) {
    boolean silent =
        any(causes, SocketTimeoutException.class).isPresent()
            || anySays(causes, "SocketTimeoutException"); // as Angus puts it while it reads
    return silent
        ? trouble(
            About.PORT,
            "%s does not answer: check the port and the kind of TLS that belongs to it.",
            who)
        : Optional.empty();
  }

  private static Optional<Trouble> unprotected(String who, List<Throwable> causes) {
    if (anySays(causes, "STARTTLS is required but") // SMTP
        || anySays(causes, "STARTTLS required but")) { // IMAP
      return trouble(
          About.TLS, "%s offers no STARTTLS: use tls with the port that belongs to it.", who);
    }
    if (any(causes, CertPathBuilderException.class).isPresent()
        || any(causes, CertPathValidatorException.class).isPresent()) {
      return trouble(
          About.CERTIFICATES,
          "%s shows a certificate that is not trusted (self-made, or out of date):"
              + " name its PEM file as the server's certificates.",
          who);
    }
    return any(causes, CertificateException.class)
        .flatMap(other ->
            trouble(
                About.HOST,
                "%s shows a certificate for another name (%s): use the host name it is made for.",
                who,
                withoutStop(other)))
        .or(() ->
            any(causes, SSLException.class)
                .flatMap(tls ->
                    trouble(
                        About.TLS,
                        "%s does not speak TLS as asked (%s): check that the port fits tls or"
                            + " starttls.",
                        who,
                        withoutStop(tls))));
  }

  private static Optional<Trouble> noFolder(String who, List<Throwable> causes) {
    return any(causes, FolderNotFoundException.class)
        .flatMap(missing -> trouble(About.FOLDER, "%s: %s", who, Sentence.of(missing)));
  }

  private static Optional<Trouble> trouble(About about, String sentence, Object... words) {
    return Optional.of(new Trouble(about, sentence.formatted(words)));
  }

  private static boolean anySays(List<Throwable> causes, String words) {
    return causes.stream().map(Sentence::of).anyMatch(message -> message.contains(words));
  }

  private static String withoutStop(Throwable cause) {
    String words = Sentence.of(cause);
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    Throwable cause = failure;
    while (cause != null && causes.size() < DEEPEST) {
      causes.add(cause);
      cause = cause.getCause();
    }
    return causes;
  }

  private static <T extends Throwable> Optional<T> any(List<Throwable> causes, Class<T> kind) {
    return causes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
