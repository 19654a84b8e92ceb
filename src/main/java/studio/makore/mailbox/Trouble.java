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

/** Why a mail server cannot be used: one sentence that says how to mend it. */
final class Trouble {
  private static final int DEEPEST = 20;

  private Trouble() {}

  static String with(String protocol, MailServer server, Throwable failure) {
    if (failure instanceof MailboxException said) {
      return Sentence.of(said);
    }
    String who = "The %s server %s".formatted(protocol, server);
    List<Throwable> causes = causes(failure);
    if (any(causes, UnknownHostException.class).isPresent()) {
      return "%s is not known by that name: check the host name and this machine's network."
          .formatted(who);
    }
    if (any(causes, NoRouteToHostException.class).isPresent()) {
      return "%s cannot be reached from this machine: check the network.".formatted(who);
    }
    if (any(causes, ConnectException.class).isPresent()) {
      return "%s refuses the connection: check the port, and that the server runs.".formatted(who);
    }
    Optional<AuthenticationFailedException> refused =
        any(causes, AuthenticationFailedException.class);
    if (refused.isPresent()) {
      return refusedLogin(who, server.login(), refused.get());
    }
    if (any(causes, SocketTimeoutException.class).isPresent()
        || anySays(causes, "SocketTimeoutException")) { // as Angus puts it while it reads
      return "%s does not answer: check the port and the kind of TLS that belongs to it."
          .formatted(who);
    }
    if (anySays(causes, "STARTTLS is required but") // SMTP
        || anySays(causes, "STARTTLS required but")) { // IMAP
      return "%s offers no STARTTLS: use tls with the port that belongs to it.".formatted(who);
    }
    if (any(causes, CertPathBuilderException.class).isPresent()
        || any(causes, CertPathValidatorException.class).isPresent()) {
      return ("%s shows a certificate that is not trusted (self-made, or out of date):"
              + " name its PEM file as the server's certificates.")
          .formatted(who);
    }
    Optional<CertificateException> certificate = any(causes, CertificateException.class);
    if (certificate.isPresent()) {
      return "%s shows a certificate for another name (%s): use the host name it is made for."
          .formatted(who, withoutStop(certificate.get()));
    }
    if (any(causes, SSLException.class).isPresent()) {
      return "%s does not speak TLS as asked (%s): check that the port fits tls or starttls."
          .formatted(who, withoutStop(any(causes, SSLException.class).get()));
    }
    Optional<FolderNotFoundException> folder = any(causes, FolderNotFoundException.class);
    if (folder.isPresent()) {
      return "%s: %s".formatted(who, Sentence.of(folder.get()));
    }
    return "%s failed: %s.".formatted(who, withoutStop(causes.getLast()));
  }

  private static String refusedLogin(
      String who, Login login, AuthenticationFailedException refusal) {
    String mend =
        switch (login) {
          case Login.Password _ ->
              "check user and password (with two-step sign-in, providers want an app password)";
          case Login.OAuth _ -> "sign in anew, the token was not taken";
        };
    return "%s refuses the sign-in of %s: %s. It said: %s"
        .formatted(who, login.user(), mend, Sentence.of(refusal));
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
