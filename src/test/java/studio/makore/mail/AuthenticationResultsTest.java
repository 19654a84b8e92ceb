package studio.makore.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationResultsTest {
  private static final String OWN_HOP = "Received: from a by mx.northlight.example with ESMTPS\r\n";
  private static final String STRANGERS_HOP = "Received: from b by smtp.evil.example with SMTP\r\n";

  private static boolean passes(String headers) {
    Mail mail =
        MailParser.withoutAttachmentText()
            .parse(RawMail.of(headers + "From: Noa <noa@northlight.example>\r\n\r\nok\r\n"));
    return AuthenticationResults.passes(mail, "mx.northlight.example", "northlight.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dmarc=pass (p=REJECT) header.from=northlight.example",
        "spf=fail; dmarc=pass header.from=northlight.example",
        "dkim=pass header.d=northlight.example",
        "dkim=pass header.i=@mail.northlight.example header.s=x",
        "DKIM = pass (2048-bit; key) header.d = \"northlight.example\"",
      })
  void the_servers_own_word_counts(String result) {
    assertThat(
            passes("Authentication-Results: mx.northlight.example; " + result + "\r\n" + OWN_HOP))
        .isTrue();
    assertThat(
            passes(
                OWN_HOP
                    + "Authentication-Results: mx.northlight.example 1; "
                    + result
                    + "\r\n"
                    + STRANGERS_HOP))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dmarc=fail header.from=northlight.example",
        "dmarc=pass header.from=evil.example",
        "dkim=pass header.d=evil.example",
        "dkim=pass header.d=example",
        "dkim=pass header.d=evil-northlight.example",
        "spf=pass smtp.mailfrom=northlight.example",
        "none (dmarc=pass header.from=northlight.example)",
        "dkim=fail reason=\"x; dmarc=pass header.from=northlight.example\"",
        "dkim=fail (x; dmarc=pass header.from=northlight.example)",
      })
  void less_is_not_enough(String result) {
    assertThat(
            passes("Authentication-Results: mx.northlight.example; " + result + "\r\n" + OWN_HOP))
        .isFalse();
  }

  @Test
  void results_of_others_or_from_below_are_not_believed() {
    String pass = "dmarc=pass header.from=northlight.example\r\n";

    assertThat(passes("Authentication-Results: mx.evil.example; " + pass + OWN_HOP)).isFalse();
    assertThat(
            passes(
                OWN_HOP + STRANGERS_HOP + "Authentication-Results: mx.northlight.example; " + pass))
        .isFalse();
    assertThat(
            passes(
                "Authentication-Results: mx.northlight.example; dmarc=fail header.from=northlight.example\r\n"
                    + OWN_HOP
                    + "Authentication-Results: mx.northlight.example; "
                    + pass))
        .isFalse();
    assertThat(passes("")).isFalse();
  }

  @Test
  void a_second_author_spoils_it() {
    String results =
        "Authentication-Results: mx.northlight.example; dmarc=pass header.from=northlight.example\r\n";

    assertThat(passes(results + "From: evil@evil.example\r\n")).isFalse();
  }

  @Test
  void microsofts_results_without_a_name_count_only_on_top() {
    String result =
        "Authentication-Results: spf=pass smtp.mailfrom=x; dkim=pass header.d=northlight.example;dmarc=pass action=none header.from=northlight.example\r\n";
    MailParser parser = MailParser.withoutAttachmentText();
    Mail top = parser.parse(RawMail.of(result + OWN_HOP + "From: noa@northlight.example\r\n\r\n"));
    Mail below =
        parser.parse(RawMail.of(OWN_HOP + result + "From: noa@northlight.example\r\n\r\n"));

    assertThat(AuthenticationResults.passes(top, "", "northlight.example")).isTrue();
    assertThat(AuthenticationResults.passes(below, "", "northlight.example")).isFalse();
  }
}
