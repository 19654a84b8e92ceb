package studio.makore.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.makore.mail.Mail;

class AnsweredTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Any news?              | Re: Any news?
          Re: Any news?          | Re: Any news?
          RE: re:  Re: Any news? | Re: Any news?
          RE[2]: Any news?       | Re: Any news?
          Re : Any news?         | Re: Any news?
          השב: תשובה: מה קורה?   | Re: מה קורה?
          رد: RE: ما الأخبار؟    | Re: ما الأخبار؟
          Fwd: Any news?         | Re: Any news?
          Research: results      | Re: Research: results
          Results: re: research  | Re: Results: re: research
          """)
  void a_reply_says_re_once(String subject, String reply) {
    assertThat(replyTo(subject)).isEqualTo(reply);
  }

  @Test
  void a_reply_to_a_mail_without_a_subject_has_one() {
    assertThat(replyTo("")).isEqualTo("Re:");
  }

  @Test
  void a_reply_prefix_behind_an_invisible_mark_is_seen() {
    assertThat(replyTo("\u200fRE: \u200fשלום\u200f")).isEqualTo("Re: שלום");
  }

  @Test
  void a_token_never_goes_out_in_a_subject() {
    assertThat(replyTo("Fwd: To approve [#abcdefgh234567yz]")).isEqualTo("Re: To approve");
  }

  @Test
  void a_hostile_subject_is_read_in_a_moment() {
    long start = System.nanoTime();
    assertThat(replyTo("Re ".repeat(100_000))).startsWith("Re: Re Re");
    assertThat(replyTo("Re:".repeat(100_000))).startsWith("Re:");
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }

  @Test
  void the_thread_goes_on_with_the_mail_that_is_answered() {
    var mail = Mails.mail().references(List.of("<1@x>", "<2@x>")).inReplyTo("<2@x>").build();
    assertThat(answered(mail).references())
        .containsExactly("<1@x>", "<2@x>", "<ask@client.example>");
    assertThat(answered(Mails.mail().inReplyTo("<2@x>").build()).references())
        .containsExactly("<2@x>", "<ask@client.example>");
    assertThat(answered(Mails.mail().messageId(Optional.empty()).build()).references()).isEmpty();
  }

  @Test
  void a_long_thread_keeps_its_first_and_its_latest_mails() {
    var mail =
        Mails.mail()
            .references(IntStream.range(0, 500).mapToObj("<%d@x>"::formatted).toList())
            .build();
    assertThat(answered(mail).references())
        .hasSize(30)
        .startsWith("<0@x>")
        .endsWith("<499@x>", "<ask@client.example>");
  }

  @Test
  void a_very_long_mail_is_quoted_in_part() {
    assertThat(answered(Mails.mail().text("a".repeat(50_000)).build()).text())
        .hasSize(20_002)
        .endsWith("a …");
  }

  private static String replyTo(String subject) {
    return answered(Mails.mail().subject(subject).build()).replySubject();
  }

  private static Answered answered(Mail mail) {
    return Answered.of(mail).orElseThrow();
  }
}
