package studio.makore.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studio.makore.Database;
import studio.makore.mailbox.InboundStore.Cursor;
import studio.makore.mailbox.InboundStore.Fetched;

@ParameterizedClass
@EnumSource(Database.class)
class InboundStoreTest {
  private static final String INBOX = "bot@studio.example/INBOX";

  private final Tables tables;
  private final InboundStore store;

  InboundStoreTest(Database database) {
    tables = Tables.empty(database);
    store = tables.inbound();
    store.begin(INBOX, new Cursor(1, 0, Instant.EPOCH, 0));
  }

  @Test
  void a_mail_and_the_cursor_are_stored_together() {
    assertThat(store.store(mail(7, "<a@client.example>", "any news?"))).isTrue();

    assertThat(store.cursor(INBOX)).hasValueSatisfying(c -> assertThat(c.lastUid()).isEqualTo(7));
    assertThat(store.list(10))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.messageId()).contains("<a@client.example>");
          assertThat(entry.status()).isEqualTo(InboundStatus.PENDING);
        });
  }

  @Test
  void what_was_stored_comes_back_byte_by_byte() {
    byte[] raw = new byte[3_000_000];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (byte) (i * 31);
    }
    store.store(new Fetched(INBOX, 1, 1, Instant.EPOCH, new RawMail(raw), raw.length));

    Inbound mail = store.find(store.list(1).getFirst().id()).orElseThrow();

    assertThat(Arrays.equals(mail.raw(), raw)).isTrue();
    assertThat(mail.cut()).isFalse();
    assertThat(mail.receivedAt()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void the_same_mail_by_another_road_is_stored_once_and_the_cursor_moves_on() {
    store.store(mail(1, "<a@client.example>", "any news?"));
    byte[] again =
        ("Received: by another road\r\n"
                + new String(Mails.raw("<a@client.example>", "any news?"), StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);

    boolean stored =
        store.store(new Fetched(INBOX, 1, 2, Instant.EPOCH, new RawMail(again), again.length));

    assertThat(stored).isFalse();
    assertThat(store.list(10)).hasSize(1);
    assertThat(store.cursor(INBOX)).hasValueSatisfying(c -> assertThat(c.lastUid()).isEqualTo(2));
  }

  @Test
  void the_same_words_under_another_message_id_are_another_mail() {
    assertThat(store.store(mail(1, "<a@client.example>", "any news?"))).isTrue();
    assertThat(store.store(mail(2, "<b@client.example>", "any news?"))).isTrue();
  }

  @Test
  void two_mails_without_message_id_are_two_unless_they_are_the_same_to_the_last_byte() {
    byte[] monday =
        "Date: Mon, 16 Nov 2026 10:00:00 +0200\r\n\r\nany news?".getBytes(StandardCharsets.UTF_8);
    byte[] friday =
        "Date: Fri, 20 Nov 2026 10:00:00 +0200\r\n\r\nany news?".getBytes(StandardCharsets.UTF_8);

    assertThat(store.store(new Fetched(INBOX, 1, 1, Instant.EPOCH, new RawMail(monday), 9)))
        .isTrue();
    assertThat(store.store(new Fetched(INBOX, 1, 2, Instant.EPOCH, new RawMail(friday), 9)))
        .isTrue();
    assertThat(store.store(new Fetched(INBOX, 2, 1, Instant.EPOCH, new RawMail(monday), 9)))
        .isFalse();
  }

  @Test
  void the_handler_and_the_done_mark_are_one_transaction() {
    store.store(mail(1, "<a@client.example>", "any news?"));

    var entry = store.process(mail -> answer("on Thursday")).orElseThrow();

    assertThat(entry.status()).isEqualTo(InboundStatus.DONE);
    assertThat(entry.fate()).isEqualTo("answered");
    assertThat(entry.handledAt()).contains(tables.clock().instant());
    assertThat(answers()).containsExactly("on Thursday");
    assertThat(store.process(mail -> answer("again"))).isEmpty();
  }

  @Test
  void a_handler_that_throws_leaves_nothing_and_the_next_mail_goes_first() {
    store.store(mail(1, "<poison@client.example>", "any news?"));
    store.store(mail(2, "<good@client.example>", "any news?"));

    var first =
        store
            .process(mail -> {
              answer("half");
              throw new IllegalStateException("no project\u0000\nfor this mail");
            })
            .orElseThrow();
    var second = store.process(mail -> mail.messageId().orElseThrow()).orElseThrow();

    assertThat(first.status()).isEqualTo(InboundStatus.PENDING);
    assertThat(first.attempts()).isEqualTo(1);
    assertThat(first.reason()).isEqualTo("no project for this mail");
    assertThat(answers()).isEmpty();
    assertThat(second.fate()).isEqualTo("<good@client.example>");
    assertThat(store.process(mail -> "too early")).isEmpty();
  }

  @Test
  void after_three_attempts_a_mail_is_failed_with_its_reason_and_can_be_tried_again() {
    store.store(mail(1, "<poison@client.example>", "any news?"));
    for (int i = 0; i < 3; i++) {
      assertThat(store.process(InboundStoreTest::refuse)).isPresent();
      tables.clock().pass(Duration.ofMinutes(5));
    }

    assertThat(store.process(InboundStoreTest::refuse)).isEmpty();
    InboundEntry failed = store.list(InboundStatus.FAILED, 10).getFirst();
    assertThat(failed.reason()).isEqualTo("the parser gave up");
    assertThat(failed.handledAt()).isPresent();

    assertThat(store.retry(failed.id())).isTrue();
    assertThat(store.retry(failed.id())).isFalse();
    assertThat(store.process(mail -> "answered").orElseThrow().fate()).isEqualTo("answered");
  }

  @Test
  void a_mail_so_deeply_nested_that_the_stack_ends_is_a_failed_attempt_like_any_other() {
    store.store(mail(1, "<deep@client.example>", "((("));

    var entry =
        store
            .process(mail -> {
              throw new StackOverflowError();
            })
            .orElseThrow();

    assertThat(entry.attempts()).isEqualTo(1);
    assertThat(entry.reason()).isEqualTo("StackOverflowError");
  }

  @Test
  void a_handler_that_hides_an_error_of_the_database_is_not_taken_at_its_word() {
    store.store(mail(1, "<a@client.example>", "any news?"));

    var entry =
        store
            .process(mail -> {
              try {
                tables
                    .transactions()
                    .executeWithoutResult(
                        tx -> tables.jdbc().sql("insert into answer values (null)").update());
              } catch (RuntimeException hidden) {
                // what such a handler does
              }
              return "answered";
            })
            .orElseThrow();

    assertThat(entry.status()).isEqualTo(InboundStatus.PENDING);
    assertThat(entry.attempts()).isEqualTo(1);
  }

  @Test
  void a_crash_before_the_commit_leaves_the_mail_waiting_as_if_nothing_was() {
    store.store(mail(1, "<a@client.example>", "any news?"));

    assertThatThrownBy(
            () -> tables.inbound(Halt.at(Step.BEFORE_COMMIT)).process(mail -> answer("half")))
        .isInstanceOf(Halt.class);

    assertThat(answers()).isEmpty();
    assertThat(store.list(1).getFirst().attempts()).isZero();
    assertThat(store.process(mail -> answer("whole"))).isPresent();
    assertThat(answers()).containsExactly("whole");
  }

  @Test
  void a_crash_after_the_commit_handles_nothing_twice() {
    store.store(mail(1, "<a@client.example>", "any news?"));

    assertThatThrownBy(
            () -> tables.inbound(Halt.at(Step.AFTER_COMMIT)).process(mail -> answer("whole")))
        .isInstanceOf(Halt.class);

    assertThat(store.process(mail -> answer("again"))).isEmpty();
    assertThat(answers()).containsExactly("whole");
  }

  @Test
  void many_workers_handle_each_mail_once() throws Exception {
    int mails = 40;
    for (int i = 1; i <= mails; i++) {
      store.store(mail(i, "<" + i + "@client.example>", "any news?"));
    }
    Set<Long> handled = ConcurrentHashMap.newKeySet();
    List<Long> twice = new ArrayList<>();
    var start = new CountDownLatch(1);
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int w = 0; w < 4; w++) {
        running.add(
            workers.submit(() -> {
              start.await();
              while (store
                  .process(mail -> {
                    if (!handled.add(mail.id())) {
                      twice.add(mail.id());
                    }
                    return "answered";
                  })
                  .isPresent()) {}
              return null;
            }));
      }
      start.countDown();
      for (Future<?> worker : running) {
        worker.get(30, TimeUnit.SECONDS);
      }
    }

    assertThat(twice).isEmpty();
    assertThat(handled).hasSize(mails);
    assertThat(store.list(InboundStatus.DONE, 100)).hasSize(mails);
  }

  @Test
  void a_message_id_of_hostile_length_or_none_is_no_trouble() {
    assertThat(store.store(mail(1, "<" + "a".repeat(5000) + "@client.example>", "x"))).isTrue();
    assertThat(store.store(mail(2, "<\u0000>", "y"))).isTrue();
    byte[] nothing = {};
    assertThat(store.store(new Fetched(INBOX, 1, 3, Instant.EPOCH, new RawMail(nothing), 0)))
        .isTrue();

    assertThat(store.list(1).getFirst().messageId()).isEmpty();
  }

  private static String refuse(Inbound mail) {
    throw new IllegalArgumentException("the parser gave up");
  }

  private String answer(String words) {
    tables.jdbc().sql("insert into answer values (:words)").param("words", words).update();
    return "answered";
  }

  private List<String> answers() {
    return tables.jdbc().sql("select words from answer").query(String.class).list();
  }

  private static Fetched mail(long uid, String messageId, String body) {
    byte[] raw = Mails.raw(messageId, body);
    return new Fetched(INBOX, 1, uid, Instant.EPOCH, new RawMail(raw), raw.length);
  }
}
