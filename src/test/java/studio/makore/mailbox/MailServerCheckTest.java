package studio.makore.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import studio.makore.RealMail;

/** Each thing that can be wrong with a mail server has its own sentence. */
class MailServerCheckTest {
  @RegisterExtension static final RealMail SERVERS = new RealMail();

  private static final Login OWNER = new Login.Password("owner@studio.test", "secret");
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @Test
  void all_is_well() {
    assertThat(imap(server(SERVERS.imapPort(), Tls.STARTTLS, OWNER))).isEmpty();
    assertThat(imap(server(SERVERS.imapsPort(), Tls.TLS, OWNER))).isEmpty();
    assertThat(imap(server(SERVERS.imapPort(), Tls.NONE, OWNER))).isEmpty();
    assertThat(smtp(server(SERVERS.smtpPort(), Tls.STARTTLS, OWNER))).isEmpty();
    assertThat(smtp(server(SERVERS.smtpsPort(), Tls.TLS, OWNER))).isEmpty();
  }

  @Test
  void an_unknown_host() {
    var server = new MailServer("imap.nowhere.invalid", 993, Tls.TLS, OWNER);

    assertThat(imap(server))
        .contains(
            "The IMAP server imap.nowhere.invalid:993 is not known by that name:"
                + " check the host name and this machine's network.");
    assertThat(smtp(server).orElseThrow())
        .startsWith("The SMTP server imap.nowhere.invalid:993 is not known by that name");
  }

  @Test
  void a_refused_connection() {
    assertThat(imap(server(1, Tls.TLS, OWNER)))
        .contains(
            "The IMAP server 127.0.0.1:1 refuses the connection:"
                + " check the port, and that the server runs.");
    assertThat(smtp(server(1, Tls.TLS, OWNER)).orElseThrow()).contains("refuses the connection");
  }

  @Test
  void a_wrong_password() {
    var wrong = new Login.Password("owner@studio.test", "open sesame");

    // Dovecot lets an address wait that gave a wrong password; the other tests shall not
    try (var toImap = new Wire(SERVERS.imapPort(), "127.0.0.3");
        var toSmtp = new Wire(SERVERS.smtpPort(), "127.0.0.4")) {
      assertThat(imap(new MailServer("127.0.0.3", toImap.port(), Tls.NONE, wrong)).orElseThrow())
          .contains("refuses the sign-in of owner@studio.test: check user and password")
          .contains("Authentication failed")
          .doesNotContain("sesame");
      assertThat(smtp(new MailServer("127.0.0.4", toSmtp.port(), Tls.NONE, wrong)).orElseThrow())
          .contains("refuses the sign-in of owner@studio.test: check user and password")
          .doesNotContain("sesame");
    }
  }

  @Test
  void a_missing_folder_with_those_there_are() {
    var settings =
        new ImapSettings(server(SERVERS.imapPort(), Tls.STARTTLS, OWNER), "לקוחות", false);

    assertThat(MailServerCheck.imap(settings, PATIENCE).orElseThrow().sentence())
        .contains("There is no folder לקוחות; there is ")
        .contains("INBOX")
        .contains("Sent");
  }

  @Test
  void a_certificate_that_is_not_trusted() {
    var server = new MailServer(SERVERS.host(), SERVERS.imapsPort(), Tls.TLS, OWNER);

    assertThat(imap(server).orElseThrow()).contains("shows a certificate that is not trusted");
    assertThat(
            smtp(new MailServer(SERVERS.host(), SERVERS.smtpPort(), Tls.STARTTLS, OWNER))
                .orElseThrow())
        .contains("shows a certificate that is not trusted");
  }

  @Test
  void a_certificate_for_another_name() {
    // Dovecot listens on 127.0.0.1 only: a wire brings the other address there
    try (var wire = new Wire(SERVERS.imapsPort(), "127.0.0.2")) {
      var other =
          new MailServer(
              "127.0.0.2", wire.port(), Tls.TLS, OWNER, Optional.of(SERVERS.certificate()));
      assertThat(imap(other).orElseThrow()).contains("shows a certificate for another name");
    }
  }

  @Test
  void the_wrong_kind_of_tls_for_the_port() {
    assertThat(imap(server(SERVERS.imapPort(), Tls.TLS, OWNER)).orElseThrow())
        .contains("does not speak TLS as asked");
    assertThat(imap(server(SERVERS.imapsPort(), Tls.STARTTLS, OWNER)).orElseThrow())
        .contains("does not answer: check the port and the kind of TLS");
  }

  @Test
  void a_server_without_starttls() {
    try (var wire = new Wire(SERVERS.imapPort())) {
      wire.rewrite(text -> text.replace("STARTTLS", "XXXXXXXX"));

      assertThat(imap(server(wire.port(), Tls.STARTTLS, OWNER)).orElseThrow())
          .contains("offers no STARTTLS: use tls");
    }
    try (var wire = new Wire(SERVERS.smtpPort())) {
      wire.rewrite(text -> text.replace("STARTTLS", "XXXXXXXX"));

      assertThat(smtp(server(wire.port(), Tls.STARTTLS, OWNER)).orElseThrow())
          .contains("offers no STARTTLS: use tls");
    }
  }

  @Test
  void a_server_that_says_nothing() throws Exception {
    try (var mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThat(imap(server(mute.getLocalPort(), Tls.NONE, OWNER)).orElseThrow())
          .contains("does not answer");
    }
  }

  @Test
  void a_certificate_file_that_is_none() {
    var server =
        new MailServer(
            "127.0.0.1", 993, Tls.TLS, OWNER, Optional.of(Path.of("no/such/certificate.pem")));

    assertThat(imap(server).orElseThrow())
        .startsWith("The certificate file no/such/certificate.pem cannot be read as PEM");
  }

  @Test
  void no_password_crosses_a_network_in_the_clear_unless_someone_asks_for_that() {
    assertThatThrownBy(() -> new MailServer("mail.studio.example", 143, Tls.NONE, OWNER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the password would cross the network to mail.studio.example");

    assertThat(new MailServer("localhost", 143, Tls.NONE, OWNER).host()).isEqualTo("localhost");
    assertThat(new MailServer("::1", 143, Tls.NONE, OWNER).host()).isEqualTo("::1");
    assertThat(new MailServer("mail.studio.example", 143, Tls.NONE_ANYWHERE, OWNER).port())
        .isEqualTo(143);
  }

  @Test
  void secrets_do_not_show() {
    assertThat(OWNER.toString()).contains("owner@studio.test").doesNotContain("secret");
    assertThat(new Login.OAuth("owner@studio.test", () -> "token").toString())
        .doesNotContain("token");
  }

  private static Optional<String> imap(MailServer server) {
    return MailServerCheck.imap(new ImapSettings(server), PATIENCE).map(Trouble::sentence);
  }

  private static Optional<String> smtp(MailServer server) {
    return MailServerCheck.smtp(new SmtpSettings(server, "owner@studio.test"), PATIENCE)
        .map(Trouble::sentence);
  }

  private static MailServer server(int port, Tls tls, Login login) {
    return new MailServer(SERVERS.host(), port, tls, login, Optional.of(SERVERS.certificate()));
  }
}
