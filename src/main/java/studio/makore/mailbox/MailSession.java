package studio.makore.mailbox;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Jakarta Mail's properties for a server: TLS, sign-in and time limits, in one place. */
final class MailSession {
  private static final Duration CONNECT = Duration.ofSeconds(20);

  private MailSession() {}

  static Session imap(MailServer server, Duration timeout) {
    Properties properties = properties("mail.imap.", server, timeout);
    properties.setProperty("mail.imap.connectionpoolsize", "1");
    // the default of 16 KB makes a hundred questions of one mail with a picture
    properties.setProperty("mail.imap.fetchsize", Integer.toString(1 << 20));
    // without this a search that the server refuses becomes a download of the whole folder
    properties.setProperty("mail.imap.throwsearchexception", "true");
    return Session.getInstance(properties);
  }

  static Session smtp(MailServer server, Duration timeout) {
    Properties properties = properties("mail.smtp.", server, timeout);
    properties.setProperty("mail.smtp.auth", "true");
    properties.setProperty("mail.smtp.sendpartial", "true");
    properties.setProperty("mail.smtp.quitwait", "false");
    // as Thunderbird does: no machine's name leaks, and no slow name server is asked for it
    properties.setProperty("mail.smtp.localhost", "[127.0.0.1]");
    return Session.getInstance(properties);
  }

  private static Properties properties(String prefix, MailServer server, Duration timeout) {
    var properties = new Properties();
    String limit = Long.toString(timeout.toMillis());
    Duration connect = timeout.compareTo(CONNECT) < 0 ? timeout : CONNECT;
    properties.setProperty(prefix + "connectiontimeout", Long.toString(connect.toMillis()));
    properties.setProperty(prefix + "timeout", limit);
    properties.setProperty(prefix + "writetimeout", limit);
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    switch (server.tls()) {
      case TLS -> properties.setProperty(prefix + "ssl.enable", "true");
      case STARTTLS -> {
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", "true");
      }
      case NONE, NONE_ANYWHERE -> {}
    }
    if (server.login() instanceof Login.OAuth) {
      properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
    }
    // else Angus, refused by these certificates, would try the JVM's own instead
    properties.setProperty(prefix + "socketFactory.fallback", "false");
    server
        .certificates()
        .ifPresent(file -> properties.put(prefix + "ssl.socketFactory", trusting(file)));
    return properties;
  }

  private static SSLSocketFactory trusting(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      int n = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("certificate-" + n++, certificate);
      }
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new MailboxException(
          "The certificate file %s cannot be read as PEM: %s.".formatted(pem, Sentence.of(e)), e);
    }
  }
}
