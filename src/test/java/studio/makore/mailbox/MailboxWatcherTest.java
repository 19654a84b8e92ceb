package studio.makore.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.makore.Database;

/** What the watcher takes and what it leaves, one look at a time. */
class MailboxWatcherTest {
  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  private static int users;

  private final Tables tables;
  private final InboundStore store;
  private final MailServer server;
  private final Letters inbox;
  private final List<MailboxEvent> events = new ArrayList<>();

  @BeforeAll
  static void startServer() {
    SERVER.start();
  }

  @AfterAll
  static void stopServer() {
    SERVER.stop();
  }

  MailboxWatcherTest() {
    tables = Tables.empty(Database.H2);
    store = tables.inbound();
    String user = "bot" + ++users + "@studio.example";
    SERVER.setUser(user, user, "secret");
    server =
        new MailServer(
            "127.0.0.1", SERVER.getImap().getPort(), Tls.NONE, new Login.Password(user, "secret"));
    inbox = Letters.inbox(server);
  }

  @Test
  void the_first_start_leaves_the_studios_past_mail_alone() throws Exception {
    inbox.put(Mails.raw("<past@client.example>", "last year's"));

    assertThat(fetchNew()).isZero();
    inbox.put(Mails.raw("<new@client.example>", "any news?"));

    assertThat(fetchNew()).isEqualTo(1);
    assertThat(storedIds()).containsExactly("<new@client.example>");
  }

  @Test
  void from_the_beginning_takes_all_in_its_order_when_it_is_asked_for() throws Exception {
    inbox.put(Mails.raw("<1@client.example>", "one"));
    inbox.put(Mails.raw("<2@client.example>", "two"));

    assertThat(fetchNew(new ImapSettings(server, "INBOX", true))).isEqualTo(2);
    assertThat(fetchNew(new ImapSettings(server, "INBOX", true))).isZero();

    assertThat(storedIds()).containsExactly("<1@client.example>", "<2@client.example>");
    assertThat(events).containsExactly(new MailboxEvent.Stored(mailbox(), 2, 0, 0));
  }

  @Test
  void reading_changes_no_flag() throws Exception {
    inbox.put(Mails.raw("<1@client.example>", "one"));

    fetchNew(new ImapSettings(server, "INBOX", true));

    assertThat(inbox.flagsOfFirst().contains(jakarta.mail.Flags.Flag.SEEN)).isFalse();
  }

  @Test
  void a_mail_that_comes_twice_is_known_the_second_time() throws Exception {
    fetchNew();
    inbox.put(Mails.raw("<1@client.example>", "one"));
    inbox.put(Mails.raw("<1@client.example>", "one"));

    assertThat(fetchNew()).isEqualTo(1);

    assertThat(events).containsExactly(new MailboxEvent.Stored(mailbox(), 1, 1, 0));
    assertThat(fetchNew()).isZero();
  }

  @Test
  void a_mail_beyond_the_limit_is_stored_cut_and_says_so() throws Exception {
    fetchNew();
    inbox.put(Mails.raw("<big@client.example>", "x".repeat(5000)));

    fetchNew(new ImapSettings(server), 1000, step -> {});

    Inbound mail = store.find(store.list(1).getFirst().id()).orElseThrow();
    assertThat(mail.raw()).hasSize(1000);
    assertThat(mail.cut()).isTrue();
    assertThat(mail.size()).isGreaterThan(5000);
    assertThat(mail.messageId()).contains("<big@client.example>");
  }

  @Test
  void hebrew_bytes_arrive_as_they_were_sent() throws Exception {
    fetchNew();
    byte[] raw = Mails.raw("<he@client.example>", "מה קורה עם האתר?");
    inbox.put(raw);

    fetchNew();

    Inbound mail = store.find(store.list(1).getFirst().id()).orElseThrow();
    assertThat(new String(mail.raw(), StandardCharsets.UTF_8))
        .isEqualTo(new String(raw, StandardCharsets.UTF_8));
  }

  @Test
  void a_crash_between_fetching_and_storing_loses_nothing() throws Exception {
    fetchNew();
    inbox.put(Mails.raw("<1@client.example>", "one"));
    inbox.put(Mails.raw("<2@client.example>", "two"));

    assertThatThrownBy(() -> fetchNew(Halt.at(Step.AFTER_FETCH))).isInstanceOf(Halt.class);
    assertThat(storedIds()).isEmpty();

    fetchNew();
    assertThat(storedIds()).containsExactly("<1@client.example>", "<2@client.example>");
  }

  @Test
  void a_crash_after_storing_stores_nothing_twice() throws Exception {
    fetchNew();
    inbox.put(Mails.raw("<1@client.example>", "one"));
    inbox.put(Mails.raw("<2@client.example>", "two"));

    assertThatThrownBy(() -> fetchNew(Halt.at(Step.AFTER_STORE))).isInstanceOf(Halt.class);
    assertThat(storedIds()).containsExactly("<1@client.example>");

    fetchNew();
    assertThat(storedIds()).containsExactly("<1@client.example>", "<2@client.example>");
  }

  @Test
  void a_folder_numbered_anew_is_read_again_without_its_past_and_without_doubles()
      throws Exception {
    inbox.put(Mails.raw("<past@client.example>", "last year's"));
    fetchNew();
    inbox.put(Mails.raw("<known@client.example>", "any news?"));
    fetchNew();
    inbox.put(Mails.dated(Instant.now(), "<new@client.example>", "any news?"));
    // a move to another server: other numbers, and each mail is called received today
    tables.jdbc().sql("update mailbox_cursor set uidvalidity = 1, last_uid = 999").update();
    events.clear();

    assertThat(fetchNew()).isEqualTo(1);

    assertThat(storedIds()).containsExactly("<known@client.example>", "<new@client.example>");
    assertThat(events)
        .containsExactly(
            new MailboxEvent.Renumbered(mailbox()), new MailboxEvent.Stored(mailbox(), 1, 0, 2));
  }

  private int fetchNew() {
    return fetchNew(step -> {});
  }

  private int fetchNew(ImapSettings settings) {
    return fetchNew(settings, MailboxWatcher.MOST_BYTES, step -> {});
  }

  private int fetchNew(Consumer<Step> at) {
    return fetchNew(new ImapSettings(server), MailboxWatcher.MOST_BYTES, at);
  }

  private int fetchNew(ImapSettings settings, int mostBytes, Consumer<Step> at) {
    try (var watcher =
        new MailboxWatcher(
            settings,
            Pace.NORMAL,
            mostBytes,
            tables.inbound(at),
            tables.clock(),
            new Random(1),
            events::add,
            at)) {
      return watcher.fetchNew();
    }
  }

  private String mailbox() {
    return new ImapSettings(server).mailbox();
  }

  private List<String> storedIds() {
    return store.list(100).reversed().stream()
        .map(entry -> entry.messageId().orElseThrow())
        .toList();
  }
}
