package studio.makore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.makore.Database;
import studio.makore.project.Court;
import studio.makore.project.ProjectEvent;
import studio.makore.project.TimelineEntry;
import studio.makore.silence.Cause;

/** What becomes of mails, told as a studio lives it. March 2026 begins on a Sunday. */
class DeskTest {
  private static final LocalDate NINETEENTH = LocalDate.of(2026, 3, 19);

  private Office office = new Office();

  @ParameterizedTest
  @EnumSource
  void the_client_hears_nothing_before_the_owners_yes_and_then_in_her_own_thread(
      Database database) {
    office = new Office(database, Optional.empty());
    daliaAsks();
    assertThat(office.mailsTo(Office.DALIA)).isEmpty();
    assertThat(office.newestTo(Office.NOA).text())
        .contains("מה קורה עם האתר?")
        .contains("יום חמישי, 19 במרץ");

    office.ownerAnswers("ok");

    var answer = office.newestTo(Office.DALIA);
    assertThat(answer.subject()).isEqualTo("Re: האתר");
    assertThat(answer.inReplyTo()).contains("<q1@bakery.example>");
    assertThat(answer.references()).endsWith("<q1@bakery.example>");
    assertThat(answer.language()).isEqualTo("he");
    assertThat(answer.text()).contains("תודה ששאלת").contains("יום חמישי, 19 במרץ");
    assertThat(office.inquiries()).hasSize(1);
    assertThat(office.inquiries().getFirst().answeredBy()).contains(answer.messageId());
  }

  @Test
  void a_date_that_nobody_named_is_asked_for_and_never_made_up() {
    office.opens("Olive Press site", Office.RAMI, "sketch");
    office.now("2026-03-08T09:00");

    office.client(Office.RAMI, "<q1@olives.example>", "الموقع", "مرحبا، شو صار بالموقع؟");
    assertThat(office.newestTo(Office.NOA).subject()).startsWith("One detail is missing");

    office.ownerAnswers("ok");
    assertThat(office.mailsTo(Office.RAMI)).as("a yes does not fill a gap").isEmpty();

    office.ownerAnswers("Thursday");
    assertThat(office.mailsTo(Office.RAMI)).as("the text is shown before it goes").isEmpty();
    assertThat(office.newestTo(Office.NOA).text()).contains("الخميس 12");

    office.ownerAnswers("send");
    assertThat(office.newestTo(Office.RAMI).text()).contains("الخميس 12");
    assertThat(office.state("Olive Press site").nextPromise().orElseThrow().due())
        .isEqualTo(LocalDate.of(2026, 3, 12));
  }

  @Test
  void a_day_that_has_passed_is_no_answer() {
    office.opens("Olive Press site", Office.RAMI, "sketch");
    office.now("2026-03-08T09:00");
    office.client(Office.RAMI, "<q1@olives.example>", "الموقع", "مرحبا، شو صار بالموقع؟");

    office.ownerAnswers("2 March");

    assertThat(office.newestTo(Office.NOA).text()).contains("2026-03-02 has passed already");
    assertThat(office.mailsTo(Office.RAMI)).isEmpty();
  }

  @Test
  void an_unclear_answer_sends_nothing_and_says_so_and_the_draft_still_waits() {
    daliaAsks();
    var draft = office.newestTo(Office.NOA);

    office.ownerAnswers("hmm, are you sure about the colours?");
    assertThat(office.mailsTo(Office.DALIA)).isEmpty();
    assertThat(office.newestTo(Office.NOA).subject()).startsWith("I did not understand");

    office.answer(draft, "yes");
    assertThat(office.mailsTo(Office.DALIA)).hasSize(1);
    office.answer(draft, "yes");
    assertThat(office.mailsTo(Office.DALIA)).as("one yes, one mail").hasSize(1);
  }

  @Test
  void a_no_discards_the_draft_for_good() {
    daliaAsks();
    var draft = office.newestTo(Office.NOA);

    office.answer(draft, "לא");
    office.answer(draft, "כן");

    assertThat(office.mailsTo(Office.DALIA)).isEmpty();
  }

  @Test
  void a_yes_from_anybody_but_the_owner_sends_nothing() {
    daliaAsks();
    var draft = office.newestTo(Office.NOA);

    office.writes(Office.STRANGER, draft, "ok", "");
    office.writes(Office.DALIA, draft, "ok", "");

    assertThat(office.mailsTo(Office.DALIA)).isEmpty();
  }

  @Test
  void where_the_mail_server_vouches_for_senders_an_unvouched_yes_sends_nothing() {
    office = new Office(Database.H2, Optional.of("mx.northlight.example"));
    daliaAsks();
    var draft = office.newestTo(Office.NOA);

    office.answer(draft, "ok");
    office.writes(
        Office.NOA,
        draft,
        "ok",
        "Authentication-Results: mx.northlight.example; dmarc=fail header.from=northlight.example\n");
    assertThat(office.mailsTo(Office.DALIA)).isEmpty();

    office.writes(
        Office.NOA,
        draft,
        "ok",
        "Authentication-Results: mx.northlight.example; dmarc=pass header.from=northlight.example\n");
    assertThat(office.mailsTo(Office.DALIA)).hasSize(1);
  }

  @Test
  void a_yes_to_a_text_whose_facts_have_changed_sends_nothing_and_shows_the_new_text() {
    daliaAsks();
    var draft = office.newestTo(Office.NOA);
    office.promised("Bakery site", LocalDate.of(2026, 3, 24));

    office.answer(draft, "ok");
    assertThat(office.mailsTo(Office.DALIA)).isEmpty();
    assertThat(office.newestTo(Office.NOA).text()).contains("24 במרץ");

    office.answer(draft, "ok");
    assertThat(office.mailsTo(Office.DALIA)).as("the old text is approved no more").isEmpty();

    office.ownerAnswers("ok");
    assertThat(office.newestTo(Office.DALIA).text()).contains("24 במרץ");
  }

  @Test
  void the_owners_own_words_are_shown_before_they_go() {
    daliaAsks();

    office.ownerAnswers("No. Write:\nהיי דליה, אתקשר מחר בעשר.");
    assertThat(office.mailsTo(Office.DALIA)).isEmpty();
    assertThat(office.newestTo(Office.NOA).text()).contains("אתקשר מחר בעשר");

    office.ownerAnswers("ok");
    assertThat(office.newestTo(Office.DALIA).text())
        .contains("אתקשר מחר בעשר")
        .doesNotContain("תודה ששאלת");
  }

  @Test
  void a_client_who_asks_twice_is_one_inquiry_and_one_draft() {
    office.opens("Bakery site", Office.DALIA, "build");
    office.now("2026-03-08T09:00");
    office.client(Office.DALIA, "<q1@bakery.example>", "האתר", "מה קורה עם האתר?");
    int shown = office.mailsTo(Office.NOA).size();
    office.now("2026-03-10T09:00");

    office.client(Office.DALIA, "<q2@bakery.example>", "Re: האתר", "??");

    assertThat(office.inquiries()).hasSize(1);
    assertThat(office.inquiries().getFirst().times()).isEqualTo(2);
    assertThat(office.mailsTo(Office.NOA)).hasSize(shown);
  }

  @Test
  void a_client_who_asks_again_after_the_owner_said_no_gets_another_draft() {
    daliaAsks();
    office.ownerAnswers("no");
    office.now("2026-03-10T09:00");

    office.client(Office.DALIA, "<q2@bakery.example>", "Re: האתר", "אז מה קורה עם האתר?");
    assertThat(office.inquiries()).hasSize(1);
    office.ownerAnswers("ok");

    assertThat(office.mailsTo(Office.DALIA)).hasSize(1);
  }

  @Test
  void an_approval_is_kept_as_evidence_and_the_next_stage_gets_its_exact_date() {
    office.opens("Bakery site", Office.DALIA, "sketch-review");
    office.now("2026-03-08T09:00");
    // 15 usual working days of the build and a cushion of 3
    var ready = office.workingDay(18);

    office.client(
        Office.DALIA, "<y@bakery.example>", "Re: סקיצה", "הסקיצה מהממת, מאשרת. אפשר להתחיל לבנות!");
    office.ownerAnswers("כן");

    assertThat(office.state("Bakery site").stage()).isEqualTo("build");
    assertThat(office.state("Bakery site").nextPromise().orElseThrow().due()).isEqualTo(ready);
    assertThat(office.newestTo(Office.DALIA).text()).contains(ready.getDayOfMonth() + " באפריל");
    assertThat(office.timeline("Bakery site"))
        .filteredOn(entry -> entry.event() instanceof ProjectEvent.Approved)
        .extracting(TimelineEntry::by)
        .containsExactly("<y@bakery.example>");
  }

  @Test
  void an_approval_with_changes_completes_nothing_and_turns_the_court_to_the_studio() {
    office.opens("Harvest page", Office.RAMI, "sketch-review");
    office.now("2026-03-08T09:00");

    office.client(
        Office.RAMI,
        "<c@olives.example>",
        "Re: النموذج",
        "التصميم حلو كتير وموافقين عليه، بس غيروا لون العنوان للأخضر.");

    var state = office.state("Harvest page");
    assertThat(state.stage()).isEqualTo("sketch-review");
    assertThat(state.court()).isEqualTo(Court.STUDIO);
    assertThat(office.newestTo(Office.NOA).subject()).startsWith("One detail is missing");
  }

  @Test
  void materials_end_the_stage_that_waits_for_them() {
    office.opens("Yoga site", Office.EMMA, "materials");
    office.now("2026-03-08T09:00");

    office.client(
        Office.EMMA,
        "<m@yoga.example>",
        "Texts",
        "Hi Noa, the logo and the texts for the site are attached, and here is the link to the pictures.");

    assertThat(office.state("Yoga site").stage()).isEqualTo("sketch");
  }

  @Test
  void a_question_while_the_client_is_to_act_is_answered_with_what_is_waited_for() {
    office.opens("Yoga site", Office.EMMA, "sketch-review");
    office.now("2026-03-12T09:00");

    office.client(Office.EMMA, "<q@yoga.example>", "Website", "Hi, any news about the website?");
    office.ownerAnswers("ok");

    assertThat(office.inquiries().getFirst().cause()).isEqualTo(Cause.CLIENT_DELAY);
    assertThat(office.newestTo(Office.EMMA).text()).contains("your word on the sketch");
  }

  /** 004.12 */
  @Test
  void a_complaint_never_gets_an_automatic_answer() {
    office.opens("Yoga site", Office.EMMA, "build");
    office.now("2026-03-12T09:00");

    office.client(
        Office.EMMA,
        "<c@yoga.example>",
        "Website",
        "I am very disappointed with your service, this is unacceptable.");

    assertThat(office.mailsTo(Office.EMMA)).isEmpty();
    assertThat(office.newestTo(Office.NOA).subject()).startsWith("For you to see");
  }

  @Test
  void an_out_of_office_is_never_answered() {
    office.opens("Yoga site", Office.EMMA, "build");

    office.arrives(
        """
        From: Emma <emma@yoga.example>
        To: hello@northlight.example
        Subject: Automatic reply: website
        Message-ID: <ooo@yoga.example>
        Auto-Submitted: auto-replied

        I am away. Any news about the website?
        """);

    assertThat(office.inquiries()).isEmpty();
    assertThat(office.mailsTo(Office.NOA)).isEmpty();
  }

  @Test
  void a_mail_that_came_back_was_not_heard_and_the_owner_is_told() {
    emmaAsks();
    office.ownerAnswers("ok");
    String sent = office.newestTo(Office.EMMA).messageId();

    office.bounces(Office.EMMA, sent);

    assertThat(office.state("Yoga site").lastHeard()).isEmpty();
    assertThat(office.inquiries().getFirst().answeredAt()).isEmpty();
    assertThat(office.newestTo(Office.NOA).subject()).startsWith("It did not arrive");
  }

  @Test
  void a_stranger_is_guessed_into_no_project() {
    office.opens("Yoga site", Office.EMMA, "build");
    office.promised("Yoga site", NINETEENTH);
    office.opens("Bakery site", Office.DALIA, "build");
    office.now("2026-03-08T09:00");

    office.client(
        Office.STRANGER,
        "<s@yoga.example>",
        "Website",
        "Hello, when will the new website go live?");
    assertThat(office.inquiries()).isEmpty();
    assertThat(office.newestTo(Office.NOA).text())
        .contains("1. Yoga site")
        .contains("2. Bakery site");

    office.ownerAnswers("1");
    assertThat(office.inquiries()).hasSize(1);
    office.ownerAnswers("ok");
    assertThat(office.mailsTo(Office.STRANGER)).hasSize(1);
  }

  @Test
  void a_client_with_two_projects_who_names_none_is_asked_about() {
    office.opens("Bakery site", Office.DALIA, "build");
    office.opens("Bakery shop", Office.DALIA, "build");
    office.now("2026-03-08T09:00");

    office.client(Office.DALIA, "<q@bakery.example>", "שאלה", "מה קורה?");
    assertThat(office.inquiries()).isEmpty();

    office.ownerAnswers("Bakery shop");
    assertThat(office.inquiries().getFirst().projectId())
        .isEqualTo(office.project("Bakery shop").id());
  }

  /** 000.2 */
  @Test
  void a_chat_message_that_the_owner_forwards_is_the_clients_own_question() {
    office.opens("Harvest page", Office.RAMI, "build");
    office.promised("Harvest page", NINETEENTH);
    office.now("2026-03-11T09:20");

    office.owner(
        Office.BOT,
        "Fwd: WhatsApp",
        "[11/03/2026, 09:12] رامي: صباح الخير، في أخبار عن الصفحة؟ وين وصلتوا؟");
    assertThat(office.inquiries()).hasSize(1);

    office.ownerAnswers("ok");
    assertThat(office.newestTo(Office.RAMI).inReplyTo()).isEmpty();
    assertThat(office.newestTo(Office.RAMI).language()).isEqualTo("ar");
  }

  @Test
  void a_mail_that_the_owner_writes_herself_is_heard_and_promises() {
    office.opens("Olive Press site", Office.RAMI, "sketch");
    office.now("2026-03-08T09:00");
    office.client(Office.RAMI, "<q@olives.example>", "الموقع", "شو صار بالموقع؟");
    var draft = office.newestTo(Office.NOA);

    office.owner(Office.RAMI, "الموقع", "مرحبا رامي، النموذج الأول بيكون عندك يوم الخميس.\nنوعا");

    var state = office.state("Olive Press site");
    assertThat(state.lastHeard()).isPresent();
    assertThat(state.nextPromise().orElseThrow().due()).isEqualTo(LocalDate.of(2026, 3, 12));
    assertThat(office.inquiries().getFirst().answeredAt()).isPresent();
    office.answer(draft, "Thursday");
    assertThat(office.mailsTo(Office.RAMI)).as("she answered herself").isEmpty();
  }

  @Test
  void a_project_is_opened_by_the_owners_mail_after_she_confirmed_it() {
    office.now("2026-03-08T09:00");
    office.owner(
        Office.BOT,
        "פרויקט חדש",
        """
        פרויקט: אתר הגן
        לקוח: גן תות
        איש קשר: מיכל
        כתובת: michal@gan.example
        שפה: עברית
        לשון: נקבה
        """);
    assertThat(office.projects()).isEmpty();

    office.ownerAnswers("ok");

    assertThat(office.state("אתר הגן").stage()).isEqualTo("materials");
    assertThat(office.newestTo(Office.NOA).subject()).startsWith("Done");
  }

  @Test
  void an_order_that_lacks_something_is_answered_with_what_it_lacks() {
    office.owner(Office.BOT, "New project", "project: Garage site\nclient: Garage");

    assertThat(office.projects()).isEmpty();
    assertThat(office.newestTo(Office.NOA).text()).contains("Missing for a new project: address");
  }

  @Test
  void our_own_copy_is_recognised_and_left_alone() {
    emmaAsks();
    int before = office.mailsTo(Office.NOA).size();

    assertThat(office.comesBack(office.newestTo(Office.NOA))).contains("own copy");

    assertThat(office.mailsTo(Office.NOA)).hasSize(before);
  }

  @ParameterizedTest
  @EnumSource
  void a_mail_with_a_nul_in_it_stops_nothing(Database database) {
    office = new Office(database, Optional.empty());
    office.opens("Yoga site", Office.EMMA, "build");

    office.client(Office.EMMA, "<n@yoga.example>", "Web\0site", "Any\0 news about the website?");

    assertThat(office.inquiries()).hasSize(1);
  }

  private void daliaAsks() {
    office.opens("Bakery site", Office.DALIA, "build");
    office.promised("Bakery site", NINETEENTH);
    office.now("2026-03-08T09:00");
    office.client(Office.DALIA, "<q1@bakery.example>", "האתר", "היי נועה, מה קורה עם האתר?");
  }

  private void emmaAsks() {
    office.opens("Yoga site", Office.EMMA, "build");
    office.promised("Yoga site", NINETEENTH);
    office.now("2026-03-08T09:00");
    office.client(Office.EMMA, "<q@yoga.example>", "Website", "Any news about the website?");
  }
}
