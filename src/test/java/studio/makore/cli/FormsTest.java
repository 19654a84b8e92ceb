package studio.makore.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands print that other programs read: one JSON object a line, and nothing else. */
class FormsTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String QUESTION =
      """
      From: =?UTF-8?B?15PXnNeZ15Q=?= <dalia@bakery.example>
      To: hello@northlight.example
      Cc: Avi <avi@bakery.example>
      Subject: =?UTF-8?B?15TXkNeq16g=?=
      Message-ID: <1@bakery.example>
      Date: Tue, 03 Mar 2026 10:12:00 +0200
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: 8bit

      מה קורה עם האתר?

      On Mon, 2 Mar 2026 at 09:00, Noa <noa@northlight.example> wrote:
      > soon

      --b
      Content-Type: text/plain; name=list.txt
      Content-Disposition: attachment; filename=list.txt

      bread
      --b--
      """
          .replace("\n", "\r\n");
  private static final String QUESTION_AS_JSON =
      """
      {"file": "%s", "index": 0, "message_id": "<1@bakery.example>", "kind": "person",
       "from": {"name": "דליה", "address": "dalia@bakery.example"},
       "to": [{"name": "", "address": "hello@northlight.example"}],
       "cc": [{"name": "Avi", "address": "avi@bakery.example"}],
       "date": "2026-03-03T10:12+02:00", "subject": "האתר", "language": "he",
       "text": "מה קורה עם האתר?",
       "text_uncut": "מה קורה עם האתר?\\n\\nOn Mon, 2 Mar 2026 at 09:00, Noa <noa@northlight.example> wrote:\\n> soon",
       "quoted": true, "signature": "", "forwarded": null,
       "attachments": [{"name": "list.txt", "type": "text/plain", "size": 5, "text": "bread"}],
       "bounce": null, "problems": []}
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void parse_takes_a_mail_a_folder_and_standard_input() throws IOException {
    Path mail = Files.writeString(folder.resolve("b.eml"), QUESTION);
    Path maildir = Files.createDirectories(folder.resolve("a/cur"));
    Path second = Files.writeString(maildir.resolve("1700000000.M1.host:2,S"), QUESTION);
    Files.writeString(folder.resolve("notes.txt"), "no mail");

    assertThat(lines(run("parse", "--json", mail.toString())))
        .containsExactly(JSON.readTree(QUESTION_AS_JSON.formatted(mail)));
    assertThat(lines(run("parse", "--json", folder.toString())))
        .containsExactly(
            JSON.readTree(QUESTION_AS_JSON.formatted(second)),
            JSON.readTree(QUESTION_AS_JSON.formatted(mail)));
    assertThat(lines(reads(QUESTION, "parse", "--json", "-")))
        .containsExactly(JSON.readTree(QUESTION_AS_JSON.formatted("-")));
  }

  @Test
  void parse_tells_bounces_and_forwards_apart() {
    String forward =
        """
        From: Noa <noa@northlight.example>
        To: makore@northlight.example
        Subject: Fwd: the site
        Message-ID: <2@northlight.example>
        Content-Type: text/plain; charset=utf-8

        ---------- Forwarded message ---------
        From: Emma <emma@yoga.example>
        Date: Mon, 2 Mar 2026 at 09:00
        Subject: the site
        To: Noa <noa@northlight.example>

        When do we go live?
        """;
    String bounce =
        """
        From: Mail Delivery System <mailer-daemon@mx.example>
        To: hello@northlight.example
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        It came back.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; dalia@bakery.example
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 no such mailbox
        --b
        Content-Type: text/rfc822-headers

        Message-ID: <3@northlight.example>
        --b--
        """;

    JsonNode forwarded = lines(reads(forward, "parse", "--json", "-")).getFirst();
    JsonNode bounced = lines(reads(bounce, "parse", "--json", "-")).getFirst();

    assertThat(forwarded.path("forwarded").path("from"))
        .isEqualTo(JSON.readTree("{\"name\":\"Emma\",\"address\":\"emma@yoga.example\"}"));
    assertThat(forwarded.path("forwarded").propertyNames())
        .containsExactly("from", "date", "subject", "text");
    assertThat(forwarded.path("forwarded").path("text").asString())
        .isEqualTo("When do we go live?");
    assertThat(forwarded.path("date").isNull()).isTrue();
    assertThat(bounced.path("kind").asString()).isEqualTo("bounce");
    assertThat(bounced.path("bounce").propertyNames())
        .containsExactly("recipient", "status", "reason", "original_message_id");
    assertThat(bounced.path("bounce").path("recipient").asString())
        .isEqualTo("dalia@bakery.example");
    assertThat(bounced.path("bounce").path("original_message_id").asString())
        .isEqualTo("<3@northlight.example>");
  }

  @Test
  void classify_tells_the_acts_with_the_words_that_show_them() throws IOException {
    String messages =
        """
        {"id":"he-1","lang":"he","sent":"2026-03-03T10:12:00+02:00","subject":"האתר","body":"היי נועה,\\nהסקיצה מהממת, מאשרת! מתי עולים לאוויר?","acts":[],"note":"x"}

        {"id":"ar-2","subject":"","body":"شو صار بالموقع؟"}
        {"id":"en-3","body":"qwerty zxcvb"}
        """;
    Path mail = Files.writeString(folder.resolve("question.eml"), QUESTION);

    var read = lines(reads(messages, "classify", "-"));
    var ofMail = lines(run("classify", mail.toString())).getFirst();

    assertThat(read)
        .extracting(line -> line.path("id").asString())
        .containsExactly("he-1", "ar-2", "en-3");
    assertThat(read)
        .extracting(line -> line.path("lang").asString())
        .containsExactly("he", "ar", "en");
    assertThat(read)
        .extracting(line -> line.path("unsure").booleanValue())
        .containsExactly(false, false, true);
    assertThat(read)
        .allSatisfy(line ->
            assertThat(line.propertyNames())
                .containsExactly("id", "lang", "acts", "promises", "unsure"));
    assertThat(acts(read.getFirst()))
        .containsExactlyInAnyOrder(
            "APPROVAL «הסקיצה מהממת, מאשרת!»", "STATUS_INQUIRY «מתי עולים לאוויר?»");
    assertThat(acts(read.get(1))).containsExactly("STATUS_INQUIRY «شو صار بالموقع؟»");
    assertThat(ofMail.path("id").asString()).isEqualTo("<1@bakery.example>");
    assertThat(acts(ofMail)).containsExactly("STATUS_INQUIRY «מה קורה עם האתר?»");
  }

  @Test
  void classify_tells_what_is_promised_and_by_whom() {
    String messages =
        """
        {"id":"1","sent":"2026-03-10T10:00:00+02:00","body":"The texts will be with you on Sunday. When is the sketch ready?"}
        {"id":"2","sent":"2026-03-10T10:00:00+02:00","from":"studio","body":"הסקיצה תהיה אצלך מחר ב-12:00."}
        {"id":"3","body":"The texts will be with you on Sunday."}
        """;

    assertThat(lines(reads(messages, "classify", "-")))
        .extracting(line -> line.path("promises").toString())
        .containsExactly(
            """
            [{"who":"CLIENT","what":"The texts","text":"The texts will be with you on Sunday.",\
            "start":"2026-03-15","end":null}]\
            """,
            """
            [{"who":"STUDIO","what":"הסקיצה","text":"הסקיצה תהיה אצלך מחר ב-12:00.",\
            "start":"2026-03-11T12:00","end":null}]\
            """,
            "[]");
  }

  private static List<String> acts(JsonNode line) {
    return line.path("acts")
        .valueStream()
        .map(act -> {
          assertThat(act.propertyNames()).containsExactly("act", "confidence", "evidence");
          assertThat(act.path("confidence").doubleValue()).isBetween(0.0, 1.0);
          return "%s «%s»".formatted(act.path("act").asString(), act.path("evidence").asString());
        })
        .toList();
  }

  @Test
  void dates_tell_the_words_and_the_days() {
    String texts =
        """
        {"id":"1","sent":"2026-03-03T10:12:00+02:00","text":"נדבר ביום חמישי בשעה 10:30"}
        {"id":"2","sent":"2026-03-03T10:12:00+02:00","text":"between 15 and 20 March"}
        {"id":"3","sent":"2026-03-03T10:12:00Z","text":"whenever it suits you"}
        {"id":"4","sent":"2026-03-03T10:12:00+02:00","text":"يوم الأحد"}
        """;

    assertThat(reads(texts, "dates", "-"))
        .isEqualTo(
            new Terminal(
                0,
                """
                {"id":"1","dates":[{"text":"יום חמישי בשעה 10:30","start":"2026-03-05T10:30","end":null}]}
                {"id":"2","dates":[{"text":"between 15 and 20 March","start":"2026-03-15","end":"2026-03-20"}]}
                {"id":"3","dates":[]}
                {"id":"4","dates":[{"text":"يوم الأحد","start":"2026-03-08","end":null}]}
                """,
                ""));
  }

  @Test
  void decide_tells_what_the_owner_wants() {
    String replies =
        """
        {"id":"1","sent":"2026-03-03T10:12:00+02:00","body":"כן"}
        {"id":"2","sent":"2026-03-03T10:12:00+02:00","body":"no\\n\\nOn Mon, 2 Mar 2026 at 09:00, Makore <m@northlight.example> wrote:\\n> ok?"}
        {"id":"3","sent":"2026-03-03T10:12:00+02:00","body":"الخميس"}
        {"id":"4","sent":"2026-03-03T10:12:00+02:00","body":"Send this instead:\\nHello Dalia, all is well."}
        {"id":"5","sent":"2026-03-03T10:12:00+02:00","body":"hmm, what is this?"}
        {"id":"6","sent":"2026-03-03T10:12:00+02:00","body":"remind me tomorrow"}
        """;

    assertThat(reads(replies, "decide", "-"))
        .isEqualTo(
            new Terminal(
                0,
                """
                {"id":"1","decision":"SEND","date":null,"text":null}
                {"id":"2","decision":"DISCARD","date":null,"text":null}
                {"id":"3","decision":"DATE","date":"2026-03-05","text":null}
                {"id":"4","decision":"REPLACE","date":null,"text":"Hello Dalia, all is well."}
                {"id":"5","decision":"UNCLEAR","date":null,"text":null}
                {"id":"6","decision":"LATER","date":"2026-03-04","text":null}
                """,
                ""));
  }

  private static Terminal run(String... arguments) {
    return Terminal.run(Terminal.PROJECT, arguments);
  }

  private static Terminal reads(String in, String... arguments) {
    return Terminal.run(Terminal.PROJECT, in.getBytes(UTF_8), arguments);
  }

  /** Every line of standard output, each of which is one JSON object. */
  private static List<JsonNode> lines(Terminal said) {
    assertThat(said.exit()).isZero();
    assertThat(said.err()).isEmpty();
    return said.out().lines().map(JSON::readTree).toList();
  }
}
