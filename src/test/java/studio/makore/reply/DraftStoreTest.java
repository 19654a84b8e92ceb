package studio.makore.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.makore.Database;
import studio.makore.language.Language;
import studio.makore.reply.Draft.Status;

@ParameterizedClass
@EnumSource(Database.class)
class DraftStoreTest {
  private static final Instant NOW = Instant.parse("2026-03-03T08:12:30.123456Z");

  private final DraftStore drafts;

  DraftStoreTest(Database database) {
    drafts =
        new DraftStore(
            JdbcClient.create(database.fresh()),
            new Tokens(new Random(11)),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void a_whole_draft_waits_for_a_decision_and_reads_back_as_it_was_written() {
    NewDraft added = Drafts.whole("inquiry:1", Language.HEBREW);
    Draft draft = drafts.add(added);
    var mail = (Rendering.Ready) added.rendering();
    assertThat(draft)
        .isEqualTo(
            new Draft(
                draft.id(),
                draft.token(),
                7,
                70,
                TemplateName.STATUS_ANSWER,
                "inquiry:1",
                added.causeMessageId(),
                "dana@client.example",
                Language.HEBREW,
                added.answered(),
                added.facts(),
                List.of(),
                "Re: Any news?",
                mail.text(),
                mail.html(),
                Status.WAITING,
                List.of(),
                NOW,
                Optional.empty(),
                Optional.empty()));
    assertThat(draft.inReplyTo()).contains("<ask@client.example>");
    assertThat(draft.references())
        .containsExactly("<first@client.example>", "<ask@client.example>");
    assertThat(drafts.byToken(draft.token())).contains(draft);
    assertThat(drafts.byCause("inquiry:1")).contains(draft);
    assertThat(drafts.byId(draft.id())).contains(draft);
  }

  @Test
  void one_cause_has_one_draft() {
    Draft first = drafts.add(Drafts.whole("inquiry:1", Language.HEBREW));
    Draft again = drafts.add(Drafts.withoutDate("inquiry:1", Language.ENGLISH));
    assertThat(again).isEqualTo(first);
    assertThat(drafts.open(7)).containsExactly(first);
  }

  @Test
  void one_cause_added_by_many_at_once_has_one_draft() throws Exception {
    Callable<Boolean> add =
        () -> {
          try {
            drafts.add(Drafts.whole("inquiry:1", Language.HEBREW));
            return true;
          } catch (DuplicateKeyException e) {
            return false;
          }
        };
    assertThat(atOnce(add)).contains(true);
    assertThat(drafts.open(7)).hasSize(1);
  }

  @Test
  void a_draft_that_lacks_a_date_asks_for_it_and_cannot_be_approved() {
    Draft draft = drafts.add(Drafts.withoutDate("inquiry:1", Language.ARABIC));
    assertThat(draft.status()).isEqualTo(Status.ASKING);
    assertThat(draft.missing()).containsExactly("next_date");
    assertThat(draft.text()).contains("______");
    assertThat(draft.html()).isEmpty();
    assertThat(drafts.approve(draft.token(), "ok")).isEmpty();
    assertThat(drafts.byId(draft.id()).orElseThrow().status()).isEqualTo(Status.ASKING);
  }

  @Test
  void the_missing_date_makes_the_draft_whole_under_a_new_token() {
    Draft asking = drafts.add(Drafts.withoutDate("inquiry:1", Language.ENGLISH));
    var facts = new HashMap<>(asking.facts());
    facts.put("next_date", "Sunday 15 March");
    Draft waiting =
        drafts.revise(asking.id(), facts, Drafts.render(Language.ENGLISH, facts)).orElseThrow();
    assertThat(waiting.status()).isEqualTo(Status.WAITING);
    assertThat(waiting.missing()).isEmpty();
    assertThat(waiting.facts()).containsEntry("next_date", "Sunday 15 March");
    assertThat(waiting.text()).contains("When: Sunday 15 March");
    assertThat(waiting.subject()).isEqualTo("Re: Any news?");
    assertThat(waiting.token()).isNotEqualTo(asking.token());
    assertThat(drafts.byToken(asking.token())).contains(waiting);
  }

  @Test
  void the_approval_of_an_older_text_approves_nothing() {
    Draft first = drafts.add(Drafts.whole("inquiry:1", Language.ENGLISH));
    var facts = new HashMap<>(first.facts());
    facts.put("next_date", "Sunday 15 March");
    Draft second =
        drafts.revise(first.id(), facts, Drafts.render(Language.ENGLISH, facts)).orElseThrow();
    assertThat(drafts.approve(first.token(), "ok")).isEmpty();
    assertThat(drafts.approve(second.token(), "ok")).isPresent();
  }

  @Test
  void an_approval_keeps_the_owners_words_and_the_time() {
    Draft draft = drafts.add(Drafts.whole("inquiry:1", Language.HEBREW));
    Draft approved = drafts.approve(draft.token(), "כן, שלחי 👍\0").orElseThrow();
    assertThat(approved.status()).isEqualTo(Status.APPROVED);
    assertThat(approved.decisionWords()).contains("כן, שלחי 👍");
    assertThat(approved.decidedAt()).contains(NOW);
    assertThat(approved.text()).isEqualTo(draft.text());
  }

  @Test
  void a_decided_draft_cannot_be_decided_again() {
    Draft draft = drafts.add(Drafts.whole("inquiry:1", Language.HEBREW));
    drafts.approve(draft.token(), "ok");
    assertThat(drafts.approve(draft.token(), "ok")).isEmpty();
    assertThat(drafts.discard(draft.token(), "no")).isFalse();
    assertThat(drafts.expire(draft.id(), "the date passed")).isFalse();
    assertThat(
            drafts.revise(draft.id(), draft.facts(), Drafts.render(Language.HEBREW, draft.facts())))
        .isEmpty();
    assertThat(drafts.byId(draft.id()).orElseThrow().decisionWords()).contains("ok");
  }

  @Test
  void of_many_approvals_at_once_one_counts() throws Exception {
    Draft draft = drafts.add(Drafts.whole("inquiry:1", Language.HEBREW));
    assertThat(atOnce(() -> drafts.approve(draft.token(), "ok").isPresent()))
        .containsOnlyOnce(true);
  }

  @Test
  void a_no_to_any_mail_that_showed_it_discards_the_draft() {
    Draft asking = drafts.add(Drafts.withoutDate("inquiry:1", Language.ENGLISH));
    Draft waiting =
        drafts
            .revise(
                asking.id(),
                Samples.facts(Language.ENGLISH),
                Drafts.render(Language.ENGLISH, Samples.facts(Language.ENGLISH)))
            .orElseThrow();
    assertThat(drafts.discard(asking.token(), "לא")).isTrue();
    assertThat(drafts.byId(waiting.id()).orElseThrow().status()).isEqualTo(Status.DISCARDED);
    assertThat(drafts.approve(waiting.token(), "ok")).isEmpty();
  }

  @Test
  void a_stale_draft_is_never_sent() {
    Draft draft = drafts.add(Drafts.whole("inquiry:1", Language.HEBREW));
    assertThat(drafts.expire(draft.id(), "the stage was finished")).isTrue();
    assertThat(drafts.approve(draft.token(), "ok")).isEmpty();
    assertThat(drafts.byId(draft.id()).orElseThrow().status()).isEqualTo(Status.STALE);
  }

  @Test
  void a_projects_open_drafts_are_those_not_decided() {
    Draft first = drafts.add(Drafts.whole("inquiry:1", Language.HEBREW));
    Draft second = drafts.add(Drafts.withoutDate("inquiry:2", Language.HEBREW));
    Draft third = drafts.add(Drafts.whole("inquiry:3", Language.HEBREW));
    drafts.discard(first.token(), "no");
    assertThat(drafts.open(7)).containsExactly(second, third);
    assertThat(drafts.open(8)).isEmpty();
  }

  @Test
  void the_mails_that_showed_a_draft_are_remembered() {
    Draft draft = drafts.add(Drafts.whole("inquiry:1", Language.HEBREW));
    drafts.shown(draft.id(), "<a@studio.example>");
    drafts.shown(draft.id(), "<b@studio.example>");
    assertThat(drafts.byId(draft.id()).orElseThrow().ownerMessageIds())
        .containsExactly("<a@studio.example>", "<b@studio.example>");
  }

  @Test
  void an_unknown_token_finds_and_decides_nothing() {
    drafts.add(Drafts.whole("inquiry:1", Language.HEBREW));
    assertThat(drafts.byToken("2222222222222222")).isEmpty();
    assertThat(drafts.approve("2222222222222222", "ok")).isEmpty();
    assertThat(drafts.discard("2222222222222222", "no")).isFalse();
    assertThat(drafts.revise(99, Map.of(), new Rendering.Ready("s", "t", "h"))).isEmpty();
  }

  @Test
  void only_an_approved_draft_becomes_a_mail() {
    Draft draft = drafts.add(Drafts.whole("inquiry:1", Language.HEBREW));
    assertThatThrownBy(() -> ComposerTest.COMPOSER.toClient(draft, ComposerTest.NOA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("draft %d is WAITING; only an approved one is sent", draft.id());
  }

  private static List<Boolean> atOnce(Callable<Boolean> task) throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> results =
          threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> task).toList());
      var outcomes = new ArrayList<Boolean>();
      for (Future<Boolean> result : results) {
        outcomes.add(result.get());
      }
      return outcomes;
    }
  }
}
