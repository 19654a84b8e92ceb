package studio.makore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.makore.Database;
import studio.makore.mail.OutgoingMail;
import studio.makore.project.Court;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectState;

/**
 * The owner's day: her morning mail, her orders of one line, and what leaves when. March 2026
 * begins on a Sunday.
 */
class OwnersDayTest {
  @TempDir Path folder;

  private Office office = new Office(Database.H2, Optional.of("mx.northlight.example"));

  @ParameterizedTest
  @EnumSource
  void the_morning_mail_is_answered_in_one_line(Database database) {
    office = new Office(database, Optional.of("mx.northlight.example"));
    twoStagesBegin();
    office.now("2026-03-02T08:30");
    office.round();
    var morning = office.newestTo(Office.NOA);
    assertThat(morning.subject()).startsWith("Your morning");
    assertThat(morning.text()).contains("1. ").contains("2. ").contains("Yoga site", "Bakery site");

    office.now("2026-03-02T09:30");
    office.vouched(morning, "1 yes, 2 no");

    assertThat(office.mailsTo(Office.DALIA).size() + office.mailsTo(Office.EMMA).size())
        .isEqualTo(1);
    office.vouched(morning, "1 yes, 2 yes");
    assertThat(office.mailsTo(Office.DALIA).size() + office.mailsTo(Office.EMMA).size())
        .as("what was decided stays decided")
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "1 yes, 2",
        "1 yes, 3 yes",
        "1 yes, 1 no",
        "1 yes 2 no",
        "1 yes, but 2 later maybe",
        "1 2",
        "1 yes?",
        "yes, 1 and 2",
        "1 not yes"
      })
  void an_answer_that_is_not_wholly_understood_does_nothing_and_says_so(String answer) {
    twoStagesBegin();
    office.now("2026-03-02T09:30");
    office.round();
    var morning = office.newestTo(Office.NOA);

    office.vouched(morning, answer);

    assertThat(office.mailsTo(Office.DALIA)).isEmpty();
    assertThat(office.mailsTo(Office.EMMA)).isEmpty();
    assertThat(office.newestTo(Office.NOA).subject()).startsWith("I did not understand");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 2 yes",
        "1, 2 yes",
        "1 and 2: ok",
        "all yes",
        "yes all",
        "1 כן, 2 כן",
        "الكل نعم"
      })
  void a_yes_to_both_sends_both(String answer) {
    twoStagesBegin();
    office.now("2026-03-02T09:30");
    office.round();

    office.vouched(office.newestTo(Office.NOA), answer);

    assertThat(office.mailsTo(Office.DALIA)).hasSize(1);
    assertThat(office.mailsTo(Office.EMMA)).hasSize(1);
  }

  @Test
  void a_draft_that_changed_since_the_morning_is_not_sent_but_shown_anew() {
    twoStagesBegin();
    office.now("2026-03-02T09:30");
    office.round();
    var morning = office.newestTo(Office.NOA);
    office.vouched(morning, "1 on 20 April");

    office.vouched(morning, "1 yes");

    assertThat(office.mailsTo(Office.DALIA)).isEmpty();
    assertThat(office.mailsTo(Office.EMMA)).isEmpty();
  }

  @Test
  void a_day_with_nothing_has_no_mail() {
    office.now("2026-03-02T09:30");
    office.round();

    assertThat(office.mailsTo(Office.NOA)).isEmpty();
  }

  /** 001.18 */
  @Test
  void what_is_approved_at_night_leaves_in_the_morning() {
    office.opens("Yoga site", Office.EMMA, "build");
    office.promised("Yoga site", LocalDate.of(2026, 3, 19));
    office.now("2026-03-08T23:00");
    office.client(Office.EMMA, "<q@yoga.example>", "Website", "Any news about the website?");
    office.vouched(office.newestTo(Office.NOA), "ok");
    assertThat(office.mailsTo(Office.EMMA)).isEmpty();
    assertThat(office.newestTo(Office.NOA).text()).contains("Monday 9 March at 09:00");

    office.now("2026-03-09T08:59");
    office.round();
    assertThat(office.mailsTo(Office.EMMA)).isEmpty();
    office.now("2026-03-09T09:00");
    office.round();
    assertThat(office.mailsTo(Office.EMMA)).hasSize(1);
  }

  @Test
  void what_became_untrue_while_it_waited_for_its_hour_is_drafted_anew() {
    office.opens("Yoga site", Office.EMMA, "build");
    office.promised("Yoga site", LocalDate.of(2026, 3, 19));
    office.now("2026-03-08T23:00");
    office.client(Office.EMMA, "<q@yoga.example>", "Website", "Any news about the website?");
    office.vouched(office.newestTo(Office.NOA), "ok");
    office.promised("Yoga site", LocalDate.of(2026, 3, 24));

    office.now("2026-03-09T09:00");
    office.round();

    assertThat(office.mailsTo(Office.EMMA)).isEmpty();
    assertThat(office.newestTo(Office.NOA).text()).contains("24 March");
  }

  /** 002.14, 000.18 */
  @Test
  void bad_news_on_thursday_evening_is_for_the_telephone_or_for_sunday() {
    office.opens("Yoga site", Office.EMMA, "build");
    office.promised("Yoga site", LocalDate.of(2026, 3, 15));
    office.now("2026-03-12T17:15");
    office.order("Yoga delayed to 22 March");
    office.vouched(office.newestTo(Office.NOA, "To approve"), "ok");

    assertThat(office.mailsTo(Office.EMMA)).isEmpty();
    assertThat(office.newestTo(Office.NOA).text())
        .contains("phone Emma now")
        .contains("Sunday 15 March at 09:00");
    office.now("2026-03-15T09:00");
    office.round();
    assertThat(office.newestTo(Office.EMMA).text()).contains("22 March");
    assertThat(office.state("Yoga site").nextPromise().orElseThrow().due())
        .isEqualTo(LocalDate.of(2026, 3, 22));
  }

  /** 000.2 */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "the bakery phoned, asks when",
        "Bakery called: when is it ready?",
        "דליה התקשרה, שואלת מתי",
        "whatsapp from the bakery: any news?"
      })
  void a_question_by_telephone_is_an_inquiry_like_any_other(String line) {
    office.opens("Bakery site", Office.DALIA, "build");
    office.now("2026-03-08T10:00");

    office.order(line);

    assertThat(office.inquiries()).hasSize(1);
    assertThat(office.inquiries().getFirst().projectId())
        .isEqualTo(office.project("Bakery site").id());
  }

  @Test
  void a_call_that_was_told_of_by_mistake_is_taken_back_with_its_inquiry() {
    office.opens("Bakery site", Office.DALIA, "build");
    office.now("2026-03-08T10:00");
    office.order("the bakery phoned, asks when");

    office.vouched(office.newestTo(Office.NOA, "Done"), "undo");

    assertThat(office.inquiries()).isEmpty();
    assertThat(office.state("Bakery site").unansweredSince()).isEmpty();
  }

  /** 000.9: the first payment, and only the first. */
  @Test
  void the_first_payment_brings_the_kickoff_at_once_and_the_second_nothing() {
    office.opens("Bakery site", Office.DALIA, "sketch");
    office.now("2026-03-08T10:00");
    office.order("Bakery paid");
    assertThat(office.newestTo(Office.NOA, "To approve").text()).contains("הסקיצה הראשונה");
    office.vouched(office.newestTo(Office.NOA, "To approve"), "ok");
    int sent = office.mailsTo(Office.DALIA).size();

    office.order("Bakery paid");
    office.round();

    assertThat(sent).isEqualTo(1);
    assertThat(office.mailsTo(Office.DALIA)).hasSize(1);
    assertThat(office.state("Bakery site").payments()).hasSize(2);
  }

  /** 000.3 */
  @Test
  void a_private_note_is_kept_and_never_sent() {
    office.opens("Bakery site", Office.DALIA, "build");
    office.now("2026-03-08T10:00");

    office.order("Bakery note: they haggle over every comma");
    office.order("Bakery hand over to Yael yael@bakery.example");

    assertThat(office.timeline("Bakery site"))
        .anyMatch(entry -> entry.event() instanceof ProjectEvent.Noted);
    assertThat(office.mailsTo(Office.NOA))
        .filteredOn(mail -> !mail.subject().startsWith("Done"))
        .noneMatch(mail -> mail.text().contains("haggle"));
  }

  /** 000.26 */
  @Test
  void a_handover_yields_a_farewell_and_a_welcome() {
    office.opens("Bakery site", Office.DALIA, "build");
    office.promised("Bakery site", LocalDate.of(2026, 3, 19));
    office.now("2026-03-08T10:00");

    office.order("Bakery hand over to Yael yael@bakery.example");

    var shown =
        office.mailsTo(Office.NOA).stream()
            .filter(mail -> mail.subject().startsWith("To approve"))
            .toList();
    assertThat(shown).hasSize(2);
    assertThat(shown.getFirst().text()).contains("Yael");
    assertThat(shown.getLast().text()).contains("19 במרץ");
    shown.forEach(mail -> office.vouched(mail, "ok"));
    assertThat(office.mailsTo(Office.DALIA)).hasSize(1);
  }

  @Test
  void an_order_is_done_answered_and_undone() {
    office.opens("Bakery site", Office.DALIA, "sketch");
    office.now("2026-03-08T10:00");

    office.order("Bakery stage build");
    assertThat(office.state("Bakery site").stage()).isEqualTo("build");
    assertThat(office.newestTo(Office.NOA, "Done").text()).contains("building the site", "undo");

    office.vouched(office.newestTo(Office.NOA, "Done"), "undo");
    assertThat(office.state("Bakery site").stage()).isEqualTo("sketch");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pause Bakery, they are on holiday",
        "Bakery on hold",
        "להשהות את Bakery",
        "تعليق Bakery"
      })
  void an_order_may_come_in_any_of_the_languages(String line) {
    office.opens("Bakery site", Office.DALIA, "sketch");
    office.now("2026-03-08T10:00");

    office.order(line);

    assertThat(office.state("Bakery site").paused()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bakery has not paid",
        "did Bakery pay?",
        "I think we should pause Bakery",
        "paid",
        "Bakery stage nowhere"
      })
  void what_is_no_plain_order_does_nothing_and_says_so(String line) {
    office.opens("Bakery site", Office.DALIA, "sketch");
    int before = office.timeline("Bakery site").size();
    office.now("2026-03-08T10:00");

    office.order(line);

    assertThat(office.timeline("Bakery site")).hasSize(before);
    assertThat(office.newestTo(Office.NOA).subject()).startsWith("I did not understand");
  }

  @Test
  void where_the_mail_server_does_not_vouch_an_order_is_confirmed_first() {
    office = new Office();
    office.opens("Bakery site", Office.DALIA, "sketch");
    office.now("2026-03-08T10:00");

    office.owner(Office.BOT, "order", "pause Bakery");
    assertThat(office.state("Bakery site").paused()).isFalse();
    office.ownerAnswers("ok");

    assertThat(office.state("Bakery site").paused()).isTrue();
  }

  @Test
  void the_status_of_a_project_is_told() {
    office.opens("Bakery site", Office.DALIA, "build");
    office.promised("Bakery site", LocalDate.of(2026, 3, 19));
    office.now("2026-03-08T10:00");

    office.order("status Bakery");

    assertThat(office.newestTo(Office.NOA).subject()).contains("Bakery site");
    assertThat(office.newestTo(Office.NOA).text()).contains("19 March");
  }

  /** 000.13 */
  @Test
  void a_presentation_without_a_date_by_the_evening_is_nagged_about_in_every_round() {
    office.opens("Yoga site", Office.EMMA, "sketch");
    for (int round = 1; round <= 3; round++) {
      office.now("2026-03-%02dT14:00".formatted(8 + round));
      office.order("Yoga presented");
      office.now("2026-03-%02dT17:00".formatted(8 + round));
      office.round();
      var nag = office.newestTo(Office.NOA, "Before the day ends");
      office.vouched(nag, "22 March");
      office.vouched(office.newestTo(Office.NOA, "To approve"), "ok");
      assertThat(office.mailsTo(Office.EMMA)).hasSize(round);
      assertThat(office.newestTo(Office.EMMA).text()).contains("22 March");
    }
    assertThat(office.state("Yoga site").presentations()).hasSize(3);
  }

  /** 000.14 */
  @Test
  void what_was_said_on_a_call_is_written_the_same_day_or_nagged_about() {
    office.opens("Yoga site", Office.EMMA, "build");
    office.now("2026-03-09T14:00");
    office.order("Yoga call held: the shop comes later, the blog first");
    office.now("2026-03-09T17:00");
    office.round();
    var nag = office.newestTo(Office.NOA, "The call is not in writing yet");

    office.vouched(nag, "19 March");
    office.vouched(office.newestTo(Office.NOA), "ok");

    assertThat(office.newestTo(Office.EMMA).text()).contains("the blog first").contains("19 March");
    assertThat(office.state("Yoga site").callNotWritten()).isEmpty();
  }

  @Test
  void a_sketch_that_the_owner_mails_herself_is_presented() {
    office.opens("Yoga site", Office.EMMA, "sketch");
    office.now("2026-03-09T14:00");

    office.arrives(
        """
        Authentication-Results: mx.northlight.example; dmarc=pass header.from=northlight.example
        From: Noa <noa@northlight.example>
        To: emma@yoga.example
        Cc: makore@northlight.example
        Subject: Your sketch
        Message-ID: <s1@northlight.example>
        Date: Mon, 9 Mar 2026 14:00:00 +0200
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        Hi Emma, here is the first sketch. You will have the next version by Sunday.

        --b
        Content-Type: application/pdf; name="sketch.pdf"
        Content-Disposition: attachment; filename="sketch.pdf"
        Content-Transfer-Encoding: base64

        JVBERi0xLjQK
        --b--
        """);

    ProjectState state = office.state("Yoga site");
    assertThat(state.stage()).isEqualTo("sketch-review");
    assertThat(state.presentations()).hasSize(1);
    assertThat(state.promises())
        .anyMatch(promise ->
            promise.by() == Court.STUDIO && promise.due().equals(LocalDate.of(2026, 3, 15)));
  }

  @Test
  void a_running_project_is_adopted_by_one_line_and_gets_no_kickoff() {
    office.opens("Yoga site", Office.EMMA, "sketch");
    office.now("2026-03-09T10:00");
    office.order("adopt Yoga site");
    var question = office.newestTo(Office.NOA, "Where does Yoga site stand?");

    office.vouched(question, "build, 29 March");
    office.order("Yoga site paid");
    office.round();

    assertThat(office.state("Yoga site").stage()).isEqualTo("build");
    assertThat(office.state("Yoga site").knownDate(LocalDate.of(2026, 3, 9)))
        .contains(LocalDate.of(2026, 3, 29));
    assertThat(office.mailsTo(Office.NOA))
        .noneMatch(mail -> mail.text().contains("first payment has arrived"));
  }

  /** 000.11 */
  @ParameterizedTest
  @CsvSource({"yes,10:30", "Rather 12:00,12:00", "could we say 14:15 instead,14:15"})
  void the_hour_of_the_call_is_taken_or_set_anew(String answer, String hour) {
    var kickoff = kickoffWithCall();

    office.now("2026-03-08T12:00");
    office.writes(Office.EMMA, kickoff, answer, "");
    office.vouched(office.newestTo(Office.NOA, "To approve"), "ok");

    var set = office.newestTo(Office.EMMA);
    assertThat(set.text()).contains("9 March at " + hour);
    assertThat(set.enclosures()).hasSize(1);
    assertThat(office.state("Yoga page").call().orElseThrow().start())
        .isEqualTo(LocalDate.of(2026, 3, 9).atTime(LocalTime.parse(hour)));
  }

  /** 000.11 */
  @Test
  void a_no_to_the_hour_of_the_call_is_the_owners_to_answer() {
    var kickoff = kickoffWithCall();

    assertThat(office.writes(Office.EMMA, kickoff, "no", "")).contains("told Noa");

    assertThat(office.state("Yoga page").call()).isEmpty();
    assertThat(office.newestTo(Office.NOA).subject()).startsWith("For you to see");
  }

  /** 000.11 */
  @Test
  void no_two_calls_meet() {
    var kickoff = kickoffWithCall();
    office.opens("Bakery site", Office.DALIA, "sketch");
    office.order("Bakery call set 9 March 12:00");

    office.writes(Office.EMMA, kickoff, "Rather 12:15", "");

    assertThat(office.state("Yoga page").call()).isEmpty();
    assertThat(office.newestTo(Office.NOA).subject()).startsWith("For you to see");
  }

  private OutgoingMail kickoffWithCall() {
    try {
      String text =
          Files.readString(Path.of("templates/process.yml"))
              .replaceAll(
                  "kickoff: \\{mode: ask, with: work, hour: \"11:00\"}",
                  "kickoff: {mode: ask, with: call, hour: \"10:30\", minutes: 30}");
      office = new Office(Files.writeString(folder.resolve("process.yml"), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    office.opens("Yoga page", Office.EMMA, "sketch");
    office.now("2026-03-08T10:00");
    office.order("Yoga page paid");
    office.vouched(office.newestTo(Office.NOA, "To approve"), "ok");
    return office.newestTo(Office.EMMA);
  }

  private void twoStagesBegin() {
    office.opens("Bakery site", Office.DALIA, "sketch");
    office.opens("Yoga site", Office.EMMA, "sketch");
    office.withoutThePage("Bakery site");
    office.withoutThePage("Yoga site");
  }
}
