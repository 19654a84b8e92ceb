package studio.makore.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.makore.mail.Address;
import studio.makore.mail.Header;
import studio.makore.mail.Mail;

class TokensTest {
  private static final String TOKEN = "abcdefgh234567yz";
  private static final Address BOT = new Address("Makore", "bot@studio.example");

  private final Tokens tokens = new Tokens(new Random(7));

  @Test
  void a_token_is_sixteen_letters_of_base32_and_never_the_same() {
    var seen = new HashSet<String>();
    for (int i = 0; i < 10_000; i++) {
      assertThat(tokens.fresh())
          .matches("[a-z2-7]{16}")
          .satisfies(token -> assertThat(seen.add(token)).isTrue());
    }
  }

  @Test
  void the_reply_address_carries_the_token_home() {
    Address reply = Tokens.address(BOT, TOKEN);
    assertThat(reply).isEqualTo(new Address("Makore", "bot+abcdefgh234567yz@studio.example"));
    assertThat(Tokens.find(Mails.mail().to(reply).build())).contains(TOKEN);
    assertThat(Tokens.find(Mails.mail().cc(reply).build())).contains(TOKEN);
  }

  @Test
  void a_bot_that_is_itself_a_sub_address_gets_its_token_back() {
    Address reply = Tokens.address(Address.of("studio+bot@mail.example"), TOKEN);
    assertThat(Tokens.find(Mails.mail().to(reply).build())).contains(TOKEN);
  }

  @Test
  void the_address_it_was_delivered_to_is_enough() {
    for (String header : List.of("Delivered-To", "X-Original-To", "delivered-to")) {
      Mail mail =
          Mails.mail().header(new Header(header, "<bot+" + TOKEN + "@studio.example>")).build();
      assertThat(Tokens.find(mail)).contains(TOKEN);
    }
  }

  @Test
  void where_plus_addresses_are_unknown_the_subject_carries_the_token() {
    Mail mail = Mails.mail().subject("RE: To approve: Bakery" + Tokens.subjectTag(TOKEN)).build();
    assertThat(Tokens.find(mail)).contains(TOKEN);
  }

  @Test
  void the_address_outweighs_the_subject() {
    Mail mail =
        Mails.mail()
            .to(Tokens.address(BOT, TOKEN))
            .subject("Re: x" + Tokens.subjectTag("2222222222222222"))
            .build();
    assertThat(Tokens.find(mail)).contains(TOKEN);
  }

  @Test
  void a_token_in_the_body_or_in_another_header_counts_for_nothing() {
    Mail mail =
        Mails.mail()
            .text("ok [#" + TOKEN + "]\n> Reply-To: bot+" + TOKEN + "@studio.example")
            .header(new Header("References", "<bot+" + TOKEN + "@studio.example>"))
            .build();
    assertThat(Tokens.find(mail)).isEmpty();
  }

  @Test
  void what_only_looks_like_a_token_is_none() {
    for (String subject :
        List.of("[#123]", "[#abcdefgh234567y]", "[#abcdefgh234567yzz]", "#" + TOKEN)) {
      assertThat(Tokens.find(Mails.mail().subject(subject).build())).as(subject).isEmpty();
    }
    assertThat(Tokens.find(Mails.mail().to(Address.of("bot+short@studio.example")).build()))
        .isEmpty();
  }

  @Test
  void a_message_id_lies_in_the_senders_domain() {
    assertThat(tokens.messageId(BOT)).matches("<[a-z0-9.]{10,40}@studio\\.example>");
    assertThat(tokens.messageId(BOT)).isNotEqualTo(tokens.messageId(BOT));
  }
}
