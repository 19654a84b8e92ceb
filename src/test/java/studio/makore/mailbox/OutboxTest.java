package studio.makore.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.makore.Database;
import studio.makore.mailbox.SmtpSettings.SentCopy;

@ParameterizedClass
@EnumSource(Database.class)
class OutboxTest {
  private static final GreenMail IMAP =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  private static final Duration GRACE = Duration.ofMinutes(2);
  private static final String ID = "<17@studio.example>";
  private static final String DANA = "dana@client.example";
  private static final String NOA = "noa@client.example";
  private static int users;

  private final Tables tables;
  private final SmtpScript smtp = new SmtpScript();
  private final String bot;
  private final MailServer imap;
  private final Outbox outbox;

  @BeforeAll
  static void startServer() {
    IMAP.start();
  }

  @AfterAll
  static void stopServer() {
    IMAP.stop();
  }

  OutboxTest(Database database) {
    tables = Tables.empty(database);
    bot = "bot" + ++users + "@studio.example";
    IMAP.setUser(bot, bot, "secret");
    imap = server(IMAP.getImap().getPort());
    outbox = outbox(step -> {});
  }

  @AfterEach
  void stopSmtp() {
    smtp.close();
  }

  @Test
  void a_mail_goes_out_once_with_a_blind_copy_to_the_bot() {
    assertThat(add("draft:17")).isTrue();

    OutboxEntry sent = only(outbox.sendDue());

    assertThat(sent.status()).isEqualTo(OutboxStatus.SENT);
    assertThat(sent.reached()).containsExactly(DANA);
    assertThat(sent.sentAt()).contains(tables.clock().instant());
    assertThat(smtp.taken()).hasSize(1);
    assertThat(smtp.taken().getFirst().recipients()).containsExactly(DANA, bot);
    assertThat(smtp.taken().getFirst().mail()).contains("Message-ID: " + ID).doesNotContain("Bcc");
    assertThat(outbox.sendDue()).isEmpty();
  }

  @Test
  void there_are_never_two_mails_for_one_cause() {
    assertThat(add("draft:17")).isTrue();
    assertThat(
            outbox.add(
                Mails.outgoing("<other@studio.example>", "bot@studio.example", DANA), "draft:17"))
        .isFalse();

    outbox.sendDue();

    assertThat(smtp.taken()).hasSize(1);
    assertThat(outbox.isOurs(ID)).isTrue();
    assertThat(outbox.isOurs("<other@studio.example>")).isFalse();
  }

  @Test
  void a_mail_of_a_transaction_that_is_rolled_back_never_was() {
    tables
        .transactions()
        .executeWithoutResult(tx -> {
          add("draft:17");
          tx.setRollbackOnly();
        });

    assertThat(outbox.sendDue()).isEmpty();
    assertThat(outbox.find("draft:17")).isEmpty();
    assertThat(smtp.taken()).isEmpty();
  }

  @Test
  void a_server_that_greylists_gets_the_mail_again_later() {
    smtp.answers("RCPT", "450 4.2.0 greylisted");
    add("draft:17");

    OutboxEntry waits = only(outbox.sendDue());
    assertThat(waits.status()).isEqualTo(OutboxStatus.RETRY);
    assertThat(waits.lastError()).contains("450 4.2.0 greylisted");
    assertThat(waits.nextAttemptAt())
        .isEqualTo(tables.clock().instant().plus(Duration.ofMinutes(1)));

    smtp.answersWellAgain();
    assertThat(outbox.sendDue()).isEmpty();
    tables.clock().pass(Duration.ofMinutes(1));
    assertThat(only(outbox.sendDue()).status()).isEqualTo(OutboxStatus.SENT);
    assertThat(smtp.taken()).hasSize(1);
  }

  @Test
  void the_waits_grow_and_after_a_day_it_is_given_up() {
    smtp.answers("greeting", "421 4.3.2 closed for today");
    add("draft:17");
    List<Long> waits = new ArrayList<>();
    OutboxEntry entry = only(outbox.sendDue());
    while (entry.status() == OutboxStatus.RETRY) {
      Duration wait = Duration.between(tables.clock().instant(), entry.nextAttemptAt());
      waits.add(wait.toMinutes());
      tables.clock().pass(wait);
      entry = only(outbox.sendDue());
    }

    assertThat(waits).containsExactly(1L, 5L, 15L, 60L, 120L, 240L, 480L, 480L);
    assertThat(entry.status()).isEqualTo(OutboxStatus.FAILED);
    assertThat(entry.lastError()).startsWith("Given up after 9 attempts in a day.");
  }

  @Test
  void a_refusal_for_good_fails_with_the_servers_words_and_can_be_tried_by_hand() {
    smtp.answers("RCPT TO:<" + DANA, "550 5.1.1 no such person here");
    add("draft:17");

    OutboxEntry failed = only(outbox.sendDue());
    assertThat(failed.status()).isEqualTo(OutboxStatus.FAILED);
    assertThat(failed.lastError()).contains("dana@client.example: 550 5.1.1 no such person here");
    assertThat(outbox.sendDue()).isEmpty();

    smtp.answersWellAgain();
    assertThat(outbox.retry(failed.id())).isTrue();
    assertThat(only(outbox.sendDue()).status()).isEqualTo(OutboxStatus.SENT);
  }

  @Test
  void a_mail_that_reaches_no_client_does_not_reach_the_bot_alone() {
    smtp.answers("RCPT TO:<" + DANA, "550 5.1.1 no such person here");
    add("draft:17");

    outbox.sendDue();

    assertThat(smtp.taken()).isEmpty();
  }

  @Test
  void a_bot_that_cannot_get_its_copy_does_not_keep_the_client_from_the_mail() {
    smtp.answers("RCPT TO:<" + bot, "550 5.1.1 no such bot here");
    add("draft:17");

    assertThat(only(outbox.sendDue()).status()).isEqualTo(OutboxStatus.SENT);
    assertThat(smtp.taken().getFirst().recipients()).containsExactly(DANA);
  }

  @Test
  void one_of_two_refused_for_good_is_sent_to_the_other_and_said() {
    smtp.answers("RCPT TO:<" + NOA, "550 5.1.1 she left");
    add("draft:17", DANA, NOA);

    OutboxEntry sent = only(outbox.sendDue());

    assertThat(sent.status()).isEqualTo(OutboxStatus.SENT);
    assertThat(sent.reached()).containsExactly(DANA);
    assertThat(sent.lastError()).contains("noa@client.example: 550 5.1.1 she left");
  }

  @Test
  void one_of_two_refused_for_now_gets_it_later_and_the_other_not_again() {
    smtp.answers("RCPT TO:<" + NOA, "452 4.2.2 full");
    add("draft:17", DANA, NOA);

    assertThat(only(outbox.sendDue()).status()).isEqualTo(OutboxStatus.RETRY);
    outbox.confirm(ID);
    smtp.answersWellAgain();
    tables.clock().pass(Duration.ofMinutes(1));
    OutboxEntry sent = only(outbox.sendDue());

    assertThat(sent.status()).isEqualTo(OutboxStatus.SENT);
    assertThat(sent.reached()).containsExactly(DANA, NOA);
    assertThat(smtp.taken())
        .extracting(SmtpScript.Taken::recipients)
        .containsExactly(List.of(DANA, bot), List.of(NOA, bot));
  }

  @Test
  void a_connection_lost_before_the_mails_end_is_a_mail_not_sent() {
    smtp.answers("DATA", SmtpScript.HANGS_UP);
    add("draft:17");

    assertThat(only(outbox.sendDue()).status()).isEqualTo(OutboxStatus.RETRY);
  }

  @Test
  void an_answer_lost_after_the_mails_end_is_settled_by_the_bots_copy() throws Exception {
    smtp.answers(".", SmtpScript.HANGS_UP);
    add("draft:17");
    assertThat(only(outbox.sendDue()).status()).isEqualTo(OutboxStatus.UNKNOWN);
    assertThat(outbox.sendDue()).isEmpty();

    Letters.inbox(imap).put(Mails.written(outgoing(DANA)));
    tables.clock().pass(GRACE);

    assertThat(only(outbox.sendDue()).status()).isEqualTo(OutboxStatus.SENT);
    assertThat(smtp.taken()).hasSize(1);
  }

  @Test
  void an_answer_lost_with_the_mail_is_settled_by_the_missing_copy_and_sent_again() {
    smtp.answers(".", SmtpScript.HANGS_UP);
    smtp.answers("forgets", "");
    add("draft:17");
    outbox.sendDue();
    smtp.answersWellAgain();

    tables.clock().pass(GRACE);

    assertThat(only(outbox.sendDue()).status()).isEqualTo(OutboxStatus.SENT);
    assertThat(smtp.taken()).hasSize(1);
    assertThat(smtp.taken().getFirst().mail()).contains("Message-ID: " + ID);
  }

  @Test
  void the_bots_copy_coming_in_settles_it_at_once() {
    smtp.answers(".", SmtpScript.HANGS_UP);
    add("draft:17");
    outbox.sendDue();

    outbox.confirm(ID);

    assertThat(outbox.find("draft:17").orElseThrow().status()).isEqualTo(OutboxStatus.SENT);
    tables.clock().pass(GRACE);
    assertThat(outbox.sendDue()).isEmpty();
    assertThat(smtp.taken()).hasSize(1);
  }

  @Test
  void a_copy_that_comes_after_the_grace_still_stops_the_second_mail() {
    smtp.answers(".", SmtpScript.HANGS_UP);
    smtp.answers("forgets", "");
    add("draft:17");
    outbox.sendDue();
    smtp.answers("greeting", "421 4.3.2 closed for today");
    tables.clock().pass(GRACE);
    assertThat(only(outbox.sendDue()).status()).isEqualTo(OutboxStatus.RETRY);

    outbox.confirm(ID);
    smtp.answersWellAgain();
    tables.clock().pass(Duration.ofDays(1));

    assertThat(outbox.sendDue()).isEmpty();
    assertThat(outbox.find("draft:17").orElseThrow().status()).isEqualTo(OutboxStatus.SENT);
  }

  @Test
  void where_no_copy_can_tell_the_owner_is_asked_and_nothing_is_sent_twice() {
    Outbox blind = outbox(Optional.empty(), SentCopy.NOBODY, imap, step -> {});
    smtp.answers(".", SmtpScript.HANGS_UP);
    add("draft:17");

    OutboxEntry failed = only(blind.sendDue());

    assertThat(failed.status()).isEqualTo(OutboxStatus.FAILED);
    assertThat(failed.lastError()).contains("please look whether the client has it");
    assertThat(blind.sendDue()).isEmpty();
  }

  @Test
  void a_mailbox_that_cannot_be_asked_now_is_asked_later() {
    var nobodyListens = new MailServer("127.0.0.1", 1, Tls.NONE, imap.login());
    Outbox deaf = outbox(Optional.of(bot), SentCopy.NOBODY, nobodyListens, step -> {});
    smtp.answers(".", SmtpScript.HANGS_UP);
    add("draft:17");
    deaf.sendDue();
    tables.clock().pass(GRACE);

    OutboxEntry unknown = only(deaf.sendDue());

    assertThat(unknown.status()).isEqualTo(OutboxStatus.UNKNOWN);
    assertThat(unknown.lastError()).contains("refuses the connection");
    tables.clock().pass(Duration.ofDays(1));
    assertThat(only(deaf.sendDue()).status()).isEqualTo(OutboxStatus.FAILED);
    assertThat(smtp.taken()).hasSize(1);
  }

  @Test
  void a_crash_before_smtp_sends_it_after_all() {
    add("draft:17");
    assertThatThrownBy(() -> outbox(Halt.at(Step.BEFORE_SMTP)).sendDue()).isInstanceOf(Halt.class);
    assertThat(outbox.sendDue()).isEmpty();

    tables.clock().pass(Outbox.LEASE.plus(GRACE));

    assertThat(only(outbox.sendDue()).status()).isEqualTo(OutboxStatus.SENT);
    assertThat(smtp.taken()).hasSize(1);
  }

  @Test
  void a_crash_after_the_server_took_it_sends_nothing_twice() throws Exception {
    add("draft:17");
    assertThatThrownBy(() -> outbox(Halt.at(Step.AFTER_SMTP_ACCEPTED)).sendDue())
        .isInstanceOf(Halt.class);
    Letters.inbox(imap).put(Mails.written(outgoing(DANA)));

    tables.clock().pass(Outbox.LEASE.plus(GRACE));

    assertThat(only(outbox.sendDue()).status()).isEqualTo(OutboxStatus.SENT);
    assertThat(smtp.taken()).hasSize(1);
  }

  @Test
  void a_crash_after_it_was_recorded_sends_nothing_twice() {
    add("draft:17");
    assertThatThrownBy(() -> outbox(Halt.at(Step.AFTER_SENT_RECORDED)).sendDue())
        .isInstanceOf(Halt.class);

    tables.clock().pass(Duration.ofDays(1));

    assertThat(outbox.sendDue()).isEmpty();
    assertThat(smtp.taken()).hasSize(1);
  }

  @Test
  void many_senders_send_each_mail_once() throws Exception {
    int mails = 20;
    for (int i = 0; i < mails; i++) {
      outbox.add(Mails.outgoing("<" + i + "@studio.example>", bot, DANA), "draft:" + i);
    }
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int s = 0; s < 4; s++) {
        running.add(senders.submit(() -> outbox(step -> {}).sendDue()));
      }
      for (Future<?> sender : running) {
        sender.get(30, TimeUnit.SECONDS);
      }
    }

    assertThat(smtp.taken()).hasSize(mails).doesNotHaveDuplicates();
    assertThat(outbox.list(OutboxStatus.SENT, 100)).hasSize(mails);
  }

  @Test
  void a_mail_without_recipient_is_refused_at_the_door() {
    assertThatThrownBy(() -> outbox.add(Mails.outgoing(ID, "bot@studio.example"), "draft:17"))
        .hasMessage("The mail for draft:17 has no recipient.");
  }

  private boolean add(String cause, String... to) {
    return outbox.add(outgoing(to.length == 0 ? new String[] {DANA} : to), cause);
  }

  private static studio.makore.mail.OutgoingMail outgoing(String... to) {
    return Mails.outgoing(ID, "bot@studio.example", to);
  }

  private Outbox outbox(Consumer<Step> at) {
    return outbox(Optional.of(bot), SentCopy.NOBODY, imap, at);
  }

  private Outbox outbox(
      Optional<String> blindCopyTo, SentCopy sentCopy, MailServer imap, Consumer<Step> at) {
    var settings =
        new SmtpSettings(server(smtp.port()), blindCopyTo, sentCopy, Optional.empty(), GRACE);
    return new Outbox(
        tables.jdbc(),
        tables.transactions(),
        tables.clock(),
        Mails::written,
        new SmtpSender(settings),
        new ImapSettings(imap),
        at);
  }

  private MailServer server(int port) {
    return new MailServer("127.0.0.1", port, Tls.NONE, new Login.Password(bot, "secret"));
  }

  private static OutboxEntry only(List<OutboxEntry> entries) {
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }
}
