package studio.makore.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.makore.RealMail;
import studio.makore.mailbox.Wire;

/** Whatever is wrong is said in one sentence: where, what, and how to mend it. */
class ComplaintsTest {
  @RegisterExtension static final RealMail SERVERS = new RealMail();

  @TempDir Path folder = Path.of("");
  private Home home = new Home(folder);

  @BeforeEach
  void everythingIsAsItShouldBe() {
    home = Home.in(folder);
  }

  @Test
  void there_is_no_configuration() throws IOException {
    Files.delete(folder.resolve("makore.yml"));

    assertComplaint(
        home.run("inbox"),
        "there is no %s/makore.yml: copy makore.example.yml to that name and change what is yours,"
            + " or name another file by --config");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: Northlight | name: "North     | 2  | this is not YAML: found unexpected end of stream
          time-zone:       | timezone:        | 4  | studio.timezone is not a known key; allowed here: name, address, bot-address, plus-addressing, time-zone, working-week, holidays, holiday-eves, holidays-worked, days-off, sending-hours, owners, authserv-id
          Asia/Jerusalem   | Asia/Jerusalm    | 4  | studio.time-zone "Asia/Jerusalm" is not right: Unknown time-zone ID: Asia/Jerusalm
          [IL]             | [XX]             | 6  | studio.holidays cannot be used: No holidays are known for "XX"; name a country by its two-letter code, such as IL, PS, AE or US, or jewish, muslim, christian, orthodox, chol-hamoed
          [sunday          | [domingo         | 5  | studio.working-week should name days such as sunday, monday; not "domingo"
          language: he     | language: fr     | 8  | studio.owners.language is "fr", which has no templates; there are some in ar, en, he
          feminine         | woman            | 8  | studio.owners.gender should be one of feminine, masculine, plural, not "woman"
          hello@north      | hello north      | 3  | studio.address "hello northlight.example" is not right: a mail address looks like name@studio.example
          port: 1          | port: imaps      | 11 | mailboxes.port should be a whole number from 1 to 65535, not "imaps"
          tls: tls         | tls: ssl         | 12 | mailboxes.tls should be one of tls, starttls, none, none-anywhere, not "ssl"
          password-file: password | password-env: MAKORE_NEVER_SET | 14 | mailboxes.password-env names the environment variable MAKORE_NEVER_SET, which is not set
          password-file: password | password-file: secrets/none | 14 | mailboxes.password-file names FOLDER/secrets/none, which cannot be read
          user: hello@northlight.example | usr: x | 13 | mailboxes.usr is not a known key; allowed here: host, port, tls, user, password-env, password-file, certificates, folder, from-beginning
          jdbc:h2:file:./makore | mysql://makore | 22 | database.url should begin with jdbc:h2: or jdbc:postgresql:
          jdbc:h2:file:./makore | jdbc:postgresql://127.0.0.1:1/makore | 22 | database.url does not work: jdbc:postgresql://127.0.0.1:1/makore: Connection refused
          """)
  void the_configuration_is_wrong(String right, String wrong, int line, String complaint) {
    home.change("makore.yml", right, wrong);

    assertComplaint(
        home.run("run"), "%s/makore.yml line " + line + ": " + complaint.replace("FOLDER", "%s"));
  }

  @Test
  void the_configuration_was_saved_in_an_old_encoding() throws IOException {
    Files.write(
        folder.resolve("makore.yml"),
        Home.CONFIGURATION
            .replace("Northlight", "אור צפוני")
            .getBytes(Charset.forName("windows-1255")));

    assertComplaint(home.run("inbox"), "%s/makore.yml: cannot be read: it is not UTF-8");
  }

  @Test
  void the_database_lets_nobody_in_without_its_password() throws SQLException {
    String url = "jdbc:h2:file:" + folder.resolve("makore");
    try (var other = DriverManager.getConnection(url, "makore", "open sesame")) {
      assertThat(other.isValid(1)).isTrue();
    }

    assertComplaint(
        home.run("inbox"),
        "%s/makore.yml line 22: database.url does not work: "
            + url
            + ": Wrong user name or password [28000-240]");
  }

  @Test
  void a_template_names_a_fact_that_there_is_not() {
    home.change("templates/he/thanks.md", "{{name}}", "{{firstname}}");

    assertThat(complaint(home.run("run")))
        .startsWith(folder + "/templates/he/thanks.md:")
        .contains("{{firstname}} is unknown; this mail may use {{");
  }

  @Test
  void a_template_is_missing() throws IOException {
    Files.delete(folder.resolve("templates/ar/stale.md"));

    assertComplaint(
        home.run("run"), "%s/templates/ar/stale.md: is missing; every language needs every mail");
  }

  @Test
  void the_process_has_an_error() {
    home.change("templates/process.yml", "days: 15", "days: fifteen");

    assertThat(complaint(home.run("run")))
        .matches(
            "\\Q%s\\E/templates/process.yml line \\d+: processes.website.stages.days should be a whole number from 0 to 260, not \"fifteen\""
                .formatted(folder));
  }

  @Test
  void the_models_are_missing_which_stops_only_what_needs_them() throws IOException {
    Files.delete(folder.resolve("models"));

    assertThat(complaint(home.reads("{}".getBytes(UTF_8), "classify", "-")))
        .contains("/models/trained with the trained models is missing: run ./makore train.");
    assertThat(complaint(home.run("run"))).contains("run ./makore train");
    assertThat(home.run("--help").exit()).isZero();
    assertThat(home.run("inbox")).isEqualTo(new Terminal(0, "", ""));
  }

  @Test
  void no_mail_server_answers() {
    assertThat(home.run("run").exit()).isEqualTo(1);
    assertThat(home.run("run").err().lines())
        .containsExactly(
            "makore: "
                + folder
                + "/makore.yml line 11: mailboxes.port does not work: The IMAP"
                + " server 127.0.0.1:1 refuses the connection: check the port, and that the server"
                + " runs.",
            folder
                + "/makore.yml line 17: smtp.port does not work: The SMTP server 127.0.0.1:1"
                + " refuses the connection: check the port, and that the server runs.");
  }

  @Test
  void a_mail_server_has_no_such_name() {
    home.change("makore.yml", "- host: 127.0.0.1", "- host: imap.nowhere.invalid");

    assertThat(home.run("run").err())
        .startsWith(
            "makore: "
                + folder
                + "/makore.yml line 10: mailboxes.host does not work: The IMAP server"
                + " imap.nowhere.invalid:1 is not known by that name: check the host name and this"
                + " machine's network.\n");
  }

  @Test
  void the_folder_is_not_there_and_the_certificate_is_not_trusted() {
    onRealServers();
    home.change("makore.yml", "tls: starttls", "folder: Clients\n    tls: starttls");

    var said = home.run("run").err().lines().toList();

    assertThat(said.getFirst())
        .contains("/makore.yml line 12: mailboxes.folder does not work: The IMAP server")
        .contains("There is no folder Clients; there is ", "INBOX");
    assertThat(said.getLast())
        .contains("/makore.yml line 18: smtp.certificates does not work: The SMTP server")
        .contains("shows a certificate that is not trusted (self-made, or out of date)");
  }

  @Test
  void the_password_is_wrong() {
    // Dovecot lets an address wait that gave a wrong password; the other tests shall not
    try (var imap = new Wire(SERVERS.imapPort(), "127.0.0.5");
        var smtp = new Wire(SERVERS.smtpPort(), "127.0.0.6")) {
      home.write(
          "makore.yml",
          Home.CONFIGURATION
              .replaceFirst(IMAP, server("127.0.0.5", imap.port(), "none", "  "))
              .replaceFirst(SMTP, server("127.0.0.6", smtp.port(), "none", ""))
              .replace("user: hello@northlight.example", "user: owner@studio.test"));
      home.write("password", "open sesame");

      var said = home.run("run");

      assertThat(said.exit()).isEqualTo(1);
      assertThat(said.err().lines()).hasSize(2);
      assertThat(said.err())
          .contains(
              "/makore.yml line 14: mailboxes.password-file does not work: The IMAP server",
              "refuses the sign-in of owner@studio.test: check user and password",
              "/makore.yml line 20: smtp.password-file does not work: The SMTP server")
          .doesNotContain("sesame", "Exception", "\tat ");
    }
  }

  @Test
  void there_is_no_such_project() {
    assertComplaint(
        home.run("project", "show", "Bakery"),
        "there is no project \"Bakery\"; there is none yet: open one by"
            + " ./makore project open");
  }

  @Test
  void a_project_cannot_be_opened() {
    assertComplaint(
        open("--language", "de"),
        "there are no templates in the language \"de\"; there are some in [ar, en, he]");
    assertComplaint(
        open("--language", "he", "--process", "boat"),
        "there is no process \"boat\"; templates/process.yml has website, shop, landing-page, care");
    assertThat(open("--language", "he")).isEqualTo(new Terminal(0, "Opened Bakery site.\n", ""));
    assertComplaint(
        home.run("project", "stage", "Bakery site", "party"),
        "the process website has no stage \"party\"; it has materials, sketch, sketch-review,"
            + " build, build-review, launch, care");
    assertComplaint(
        home.run("project", "show", "Bakery"),
        "there is no project \"Bakery\"; there are Bakery site");
  }

  private Terminal open(String... more) {
    return home.run(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(
                    "project",
                    "open",
                    "Bakery site",
                    "--client",
                    "Bakery",
                    "--contact",
                    "דליה",
                    "--address",
                    "dalia@bakery.example"),
                java.util.stream.Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void there_is_no_failed_mail_of_that_number() {
    assertComplaint(home.run("inbox", "--retry", "7"), "there is no failed mail number 7");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id":"2","text":"x"}                 | "sent" is missing; it should be a text
          {"id":"2","text":"x","sent":"today"}  | "sent" should be a moment such as 2026-03-03T10:12:00+02:00, not "today"
          {"id":"2","sent":"2026-03-03T10:12:00+02:00"} | "text" is missing; it should be a text
          {"id":"2"                             | this is not a JSON object, one of which should stand on each line
          [1, 2]                                | this is not a JSON object, one of which should stand on each line
          """)
  void a_line_of_input_is_broken(String line, String complaint) {
    String good = "{\"id\":\"1\",\"sent\":\"2026-03-03T10:12:00+02:00\",\"text\":\"no day\"}\n";
    Path file = home.write("lines.jsonl", good + line + "\n");

    var said = home.run("dates", file.toString());
    var piped = home.reads((good + line).getBytes(UTF_8), "dates", "-");

    assertThat(said)
        .isEqualTo(
            new Terminal(
                1,
                "{\"id\":\"1\",\"dates\":[]}\n",
                "makore: %s line 2: %s\n".formatted(file, complaint)));
    assertThat(piped.err()).isEqualTo("makore: standard input line 2: " + complaint + "\n");
  }

  @Test
  void input_is_not_there_or_not_utf_8() throws IOException {
    Path old = Files.write(folder.resolve("old.jsonl"), new byte[] {'{', (byte) 0xe9, '}'});

    assertComplaint(home.run("decide", "nowhere.jsonl"), "there is no file nowhere.jsonl");
    assertComplaint(home.run("parse", "nowhere.eml"), "there is no file or folder nowhere.eml");
    assertComplaint(home.run("classify", "nowhere.eml"), "there is no file nowhere.eml");
    assertThat(complaint(home.run("evaluate", "nowhere.jsonl")))
        .contains("nowhere.jsonl cannot be read");
    assertComplaint(
        home.run("classify", old.toString()),
        "%s/old.jsonl, after line 0: this is not UTF-8; save it as UTF-8 text");
    assertThat(complaint(home.run("dates", folder.toString())))
        .isEqualTo("cannot read %s: Is a directory".formatted(folder));
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "frobnicate",
    "inbox --status LOST",
    "inbox --limit many",
    "report --week 2026-13-01",
    "parse",
    "project",
    "project show",
    "run --now"
  })
  void wrong_usage_has_an_exit_code_of_its_own(String arguments) {
    var said = home.run(arguments.isEmpty() ? new String[0] : arguments.split(" "));

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).isNotBlank().doesNotContain("Exception", "\tat ");
  }

  private static final String IMAP = "host: 127.0.0.1\n    port: 1\n    tls: tls";
  private static final String SMTP = "host: 127.0.0.1\n  port: 1\n  tls: tls";

  private static String server(String host, int port, String tls, String indent) {
    return "host: %2$s\n  %1$sport: %3$d\n  %1$stls: %4$s".formatted(indent, host, port, tls);
  }

  private void onRealServers() {
    String certificates = "\n    certificates: " + SERVERS.certificate();
    home.write(
        "makore.yml",
        Home.CONFIGURATION
            .replaceFirst(
                IMAP, server(SERVERS.host(), SERVERS.imapPort(), "starttls", "  ") + certificates)
            .replaceFirst(SMTP, server(SERVERS.host(), SERVERS.smtpsPort(), "tls", ""))
            .replace("user: hello@northlight.example", "user: owner@studio.test"));
  }

  /** One sentence on standard error, exit code 1; {@code %s} stands for the folder. */
  private void assertComplaint(Terminal said, String sentence) {
    assertThat(complaint(said)).isEqualTo(sentence.replace("%s", folder.toString()));
  }

  private static String complaint(Terminal said) {
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).startsWith("makore: ").doesNotContain("\tat ");
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.exit()).isEqualTo(1);
    return said.err().substring("makore: ".length()).strip();
  }
}
