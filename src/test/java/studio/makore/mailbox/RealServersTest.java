package studio.makore.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import studio.makore.Database;
import studio.makore.RealMail;
import studio.makore.mailbox.SmtpSettings.SentCopy;

/**
 * What only Dovecot and Postfix can show: lost connections, TLS, numbers made anew, a full loop.
 */
class RealServersTest {
  @RegisterExtension static final RealMail SERVERS = new RealMail();

  /** No check comes within a test, so that what arrives was told by IDLE. */
  private static final Pace IDLE_ONLY =
      new Pace(
          Duration.ofMinutes(5),
          Duration.ofSeconds(10),
          Duration.ofMillis(100),
          Duration.ofMillis(500));

  private static final Pace QUICK_CHECKS =
      new Pace(
          Duration.ofMillis(300),
          Duration.ofMillis(700),
          Duration.ofMillis(100),
          Duration.ofMillis(500));

  private final Tables tables = Tables.empty(Database.H2);
  private final InboundStore store = tables.inbound();
  private final String bot = SERVERS.newUser();
  private final MailServer imap = imap(bot, SERVERS.imapPort(), Tls.STARTTLS);
  private final Letters inbox = Letters.inbox(imap);
  private final List<MailboxEvent> events = new CopyOnWriteArrayList<>();
  private Optional<MailboxWatcher> watcher = Optional.empty();

  @AfterEach
  void stopWatching() {
    watcher.ifPresent(MailboxWatcher::close);
  }

  @Test
  void idle_brings_a_mail_at_once() throws Exception {
    watch(imap, IDLE_ONLY);
    awaitConnected(1);

    inbox.put(Mails.raw("<1@client.example>", "any news?"));
    awaitStored("<1@client.example>");
    inbox.put(Mails.raw("<2@client.example>", "any news?"));
    awaitStored("<1@client.example>", "<2@client.example>");

    assertThat(events).contains(new MailboxEvent.Connected(bot + "/INBOX", true));
  }

  @Test
  void a_session_that_is_killed_comes_back_and_misses_nothing() throws Exception {
    watch(imap, IDLE_ONLY);
    awaitConnected(1);

    SERVERS.killImapSessions();
    inbox.put(Mails.raw("<1@client.example>", "any news?"));

    awaitConnected(2);
    awaitStored("<1@client.example>");
    assertThat(lost()).isNotEmpty();
  }

  @Test
  void a_server_that_was_down_is_found_when_it_is_up() throws Exception {
    fetchNew();
    SERVERS.stopDovecot();
    try {
      watch(imap, IDLE_ONLY);
      await()
          .untilAsserted(() ->
              assertThat(lost())
                  .anySatisfy(why -> assertThat(why).contains("refuses the connection")));
    } finally {
      SERVERS.startDovecot();
    }
    inbox.put(Mails.raw("<1@client.example>", "any news?"));

    awaitStored("<1@client.example>");
    awaitConnected(1);
  }

  @Test
  void a_peer_that_died_in_silence_is_noticed() {
    try (var wire = new Wire(SERVERS.imapPort())) {
      watch(imap(bot, wire.port(), Tls.NONE), QUICK_CHECKS);
      awaitConnected(1);

      wire.freeze();
      await().untilAsserted(() -> assertThat(lost()).isNotEmpty());
      wire.thaw();

      awaitConnected(2);
    }
  }

  @Test
  void a_server_without_idle_is_asked_now_and_then() throws Exception {
    try (var wire = new Wire(SERVERS.imapPort())) {
      wire.rewrite(text -> text.replace(" IDLE", " XXXX"));
      watch(imap(bot, wire.port(), Tls.NONE), QUICK_CHECKS);
      awaitConnected(1);
      assertThat(events).contains(new MailboxEvent.Connected(bot + "/INBOX", false));

      inbox.put(Mails.raw("<1@client.example>", "any news?"));

      awaitStored("<1@client.example>");
    }
  }

  @Test
  void closing_does_not_wait_for_the_server() {
    try (var wire = new Wire(SERVERS.imapPort())) {
      watch(imap(bot, wire.port(), Tls.NONE), IDLE_ONLY);
      awaitConnected(1);
      wire.freeze();

      long before = System.nanoTime();
      watcher.ifPresent(MailboxWatcher::close);

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
      int after = events.size();
      wire.cut();
      assertThat(events).hasSize(after);
    }
  }

  @Test
  void a_folder_that_dovecot_numbers_anew_is_read_again_and_nothing_is_stored_twice()
      throws Exception {
    inbox.put(Mails.raw("<past@client.example>", "last year's"));
    fetchNew();
    inbox.put(Mails.raw("<1@client.example>", "one"));
    inbox.put(Mails.raw("<2@client.example>", "two"));
    assertThat(fetchNew()).isEqualTo(2);
    long before = store.cursor(bot + "/INBOX").orElseThrow().uidValidity();

    Thread.sleep(1100); // a new UIDVALIDITY is the second of its making
    forgetNumbers();
    inbox.put(Mails.dated(Instant.now(), "<3@client.example>", "three"));
    fetchNew();

    assertThat(store.cursor(bot + "/INBOX").orElseThrow().uidValidity()).isNotEqualTo(before);
    assertThat(events).contains(new MailboxEvent.Renumbered(bot + "/INBOX"));
    assertThat(storedIds())
        .containsExactly("<1@client.example>", "<2@client.example>", "<3@client.example>");
  }

  @Test
  void a_big_mail_arrives_whole() throws Exception {
    fetchNew();
    inbox.put(Mails.raw("<big@client.example>", "0123456789abcdef\r\n".repeat(200_000)));

    fetchNew();

    Inbound mail = store.find(store.list(1).getFirst().id()).orElseThrow();
    assertThat(mail.raw()).hasSizeGreaterThan(3_600_000);
    assertThat(mail.cut()).isFalse();
  }

  @Test
  void a_mail_goes_to_the_client_and_its_copy_to_the_bot_and_into_sent() throws Exception {
    String client = SERVERS.newUser();
    Outbox outbox = outbox(SERVERS.smtpPort(), Tls.STARTTLS);
    outbox.add(Mails.outgoing("<17@studio.test>", bot, client), "draft:17");

    OutboxEntry sent = outbox.sendDue().getFirst();
    outbox.sendDue();

    assertThat(sent.lastError()).isEmpty();
    assertThat(sent.status()).isEqualTo(OutboxStatus.SENT);
    Letters clients = Letters.inbox(imap(client, SERVERS.imapPort(), Tls.STARTTLS));
    await()
        .untilAsserted(() -> assertThat(clients.messageIds()).containsExactly("<17@studio.test>"));
    await().untilAsserted(() -> assertThat(inbox.messageIds()).containsExactly("<17@studio.test>"));
    assertThat(new Letters(imap, "Sent").messageIds()).containsExactly("<17@studio.test>");
    assertThat(new Letters(imap, "Sent").flagsOfFirst().contains(jakarta.mail.Flags.Flag.SEEN))
        .isTrue();
  }

  @Test
  void an_address_that_postfix_refuses_fails_with_its_words() {
    Outbox outbox = outbox(SERVERS.smtpsPort(), Tls.TLS);
    outbox.add(Mails.outgoing("<18@studio.test>", bot, "nobody@client.test"), "draft:18");

    OutboxEntry failed = outbox.sendDue().getFirst();

    assertThat(failed.status()).isEqualTo(OutboxStatus.FAILED);
    assertThat(failed.lastError()).contains("nobody@client.test: 550").contains("User unknown");
  }

  @Test
  void a_copy_is_found_wherever_a_filter_put_it() throws Exception {
    new Letters(imap, "Junk").put(Mails.raw("<19@studio.test>", "taken for junk"));
    var own = new OwnMail(new ImapSettings(imap), Optional.empty(), Pace.NORMAL);

    assertThat(own.contains("<19@studio.test>")).isTrue();
    assertThat(own.contains("<20@studio.test>")).isFalse();
  }

  @Test
  void a_token_signs_in_where_a_password_would() {
    var owner = new Login.OAuth("owner@studio.test", SERVERS::ownersToken);
    var server =
        new MailServer(
            SERVERS.host(),
            SERVERS.imapPort(),
            Tls.STARTTLS,
            owner,
            Optional.of(SERVERS.certificate()));

    assertThat(MailServerCheck.imap(new ImapSettings(server))).isEmpty();
  }

  private void watch(MailServer server, Pace pace) {
    var watching =
        new MailboxWatcher(
            new ImapSettings(server),
            pace,
            MailboxWatcher.MOST_BYTES,
            store,
            Clock.systemUTC(),
            new Random(1),
            events::add,
            step -> {});
    watcher = Optional.of(watching);
    watching.start();
  }

  private int fetchNew() {
    try (var once =
        new MailboxWatcher(
            new ImapSettings(imap),
            store,
            Clock.systemUTC(),
            new Random(1),
            events::add,
            step -> {})) {
      return once.fetchNew();
    }
  }

  /** What a restore from a backup without Dovecot's own files does. */
  private void forgetNumbers() throws IOException {
    try (var files = Files.list(SERVERS.maildir(bot))) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith("dovecot")) {
          Files.delete(file);
        }
      }
    }
  }

  private void awaitConnected(int times) {
    await()
        .untilAsserted(() ->
            assertThat(events.stream().filter(MailboxEvent.Connected.class::isInstance))
                .hasSizeGreaterThanOrEqualTo(times));
    // the first look fixes where a new mailbox begins
    await().untilAsserted(() -> assertThat(store.cursor(bot + "/INBOX")).isPresent());
  }

  private void awaitStored(String... messageIds) {
    await().untilAsserted(() -> assertThat(storedIds()).containsExactly(messageIds));
  }

  private List<String> storedIds() {
    return store.list(100).reversed().stream()
        .map(entry -> entry.messageId().orElseThrow())
        .toList();
  }

  private List<String> lost() {
    return events.stream()
        .filter(MailboxEvent.Lost.class::isInstance)
        .map(event -> ((MailboxEvent.Lost) event).reason())
        .toList();
  }

  private Outbox outbox(int smtpPort, Tls tls) {
    var settings =
        new SmtpSettings(
            imap(bot, smtpPort, tls),
            Optional.of(bot),
            SentCopy.MAKORE,
            Optional.empty(),
            Duration.ofMinutes(2));
    return new Outbox(
        tables.jdbc(),
        tables.transactions(),
        tables.clock(),
        Mails::written,
        new SmtpSender(settings),
        new ImapSettings(imap),
        step -> {});
  }

  private static MailServer imap(String user, int port, Tls tls) {
    return new MailServer(
        SERVERS.host(),
        port,
        tls,
        new Login.Password(user, "secret"),
        Optional.of(SERVERS.certificate()));
  }
}
