package studio.makore.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import studio.makore.Database;
import studio.makore.reply.Asked.Choice;
import studio.makore.reply.Asked.Command;
import studio.makore.reply.Asked.Whose;

@ParameterizedClass
@EnumSource(Database.class)
class QuestionStoreTest {
  private static final Instant NOW = Instant.parse("2026-03-03T08:12:30Z");

  private final QuestionStore questions;

  QuestionStoreTest(Database database) {
    questions =
        new QuestionStore(
            JdbcClient.create(database.fresh()),
            new Tokens(new Random(11)),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void whose_a_mail_is_keeps_the_mail_and_its_numbered_choices() {
    var whose = new Whose(12, List.of(new Choice(1, "Shop"), new Choice(2, "אתר המאפייה")));
    Question question = questions.ask(whose);
    assertThat(question.asked()).isEqualTo(whose);
    assertThat(question.askedAt()).isEqualTo(NOW);
    assertThat(question.answeredAt()).isEmpty();
    assertThat(questions.byToken(question.token())).contains(question);
  }

  @Test
  void a_question_is_answered_once() {
    Question question = questions.ask(new Command("open project \"Shop\"\nfor Dana"));
    assertThat(questions.answer(question.token()))
        .hasValueSatisfying(answered -> {
          assertThat(answered.asked()).isEqualTo(question.asked());
          assertThat(answered.answeredAt()).contains(NOW);
        });
    assertThat(questions.answer(question.token())).isEmpty();
    assertThat(questions.byToken(question.token())).isPresent();
  }

  @Test
  void a_token_answers_its_own_question_only() {
    Question one = questions.ask(new Command("one"));
    Question other = questions.ask(new Command("other"));
    questions.answer(one.token());
    assertThat(questions.byToken(other.token()).orElseThrow().answeredAt()).isEmpty();
    assertThat(questions.answer("2222222222222222")).isEmpty();
  }
}
