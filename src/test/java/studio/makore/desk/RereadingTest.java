package studio.makore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.makore.Database;
import studio.makore.language.Language;
import studio.makore.project.ProjectEvent;
import studio.makore.project.TimelineEntry;
import studio.makore.reading.Correction;
import studio.makore.reading.Retraining;

/** An owner says that a mail was read wrongly, and what was done because of it is undone. */
class RereadingTest {
  private static final String APPROVED = "הסקיצה מהממת, מאשרת. אפשר להתחיל לבנות!";

  private Office office = new Office();

  private void daliaApproves(String messageId) {
    office.client(Office.DALIA, messageId, "Re: סקיצה", APPROVED);
  }

  private long standing(Class<? extends ProjectEvent> type) {
    return TimelineEntry.standing(office.timeline("Bakery site")).stream()
        .filter(entry -> type.isInstance(entry.event()))
        .count();
  }

  @ParameterizedTest
  @EnumSource
  void an_approval_that_was_none_is_taken_back(Database database) {
    office = new Office(database, Optional.empty());
    office.opens("Bakery site", Office.DALIA, "sketch-review");
    office.now("2026-03-08T09:00");
    daliaApproves("<y@bakery.example>");
    assertThat(office.state("Bakery site").stage()).isEqualTo("build");

    String fate = office.ownerAnswers("זה לא היה אישור");

    var state = office.state("Bakery site");
    assertThat(state.stage()).isEqualTo("sketch-review");
    assertThat(state.approvedAt()).isEmpty();
    assertThat(fate).contains("says it was not APPROVAL", "undone and learnt");
    assertThat(office.timeline("Bakery site"))
        .as("nothing is deleted")
        .anyMatch(entry -> entry.event() instanceof ProjectEvent.Approved)
        .anyMatch(entry -> entry.event() instanceof ProjectEvent.Undone)
        .anyMatch(entry ->
            entry.event() instanceof ProjectEvent.Noted(String words)
                && words.startsWith("Noa: not APPROVAL"));
    assertThat(standing(ProjectEvent.Approved.class)).isZero();
    assertThat(standing(ProjectEvent.ClientWrote.class)).isEqualTo(1);
    assertThat(office.mailsTo(Office.DALIA)).isEmpty();
    assertThat(office.newestTo(Office.NOA).text()).contains("was not an approval", "taken back");
  }

  @Test
  void the_draft_is_dropped_for_good() {
    office.opens("Bakery site", Office.DALIA, "sketch-review");
    office.now("2026-03-08T09:00");
    daliaApproves("<y@bakery.example>");
    var shown = office.newestTo(Office.NOA);

    office.answer(shown, "This was not an approval.");
    office.answer(shown, "ok");

    assertThat(office.mailsTo(Office.DALIA)).isEmpty();
  }

  @Test
  void the_same_words_are_read_as_she_said_from_then_on() {
    office.opens("Bakery site", Office.DALIA, "sketch-review");
    office.now("2026-03-08T09:00");
    daliaApproves("<y@bakery.example>");
    office.ownerAnswers("this was not an approval");

    daliaApproves("<z@bakery.example>");

    assertThat(office.state("Bakery site").stage()).isEqualTo("sketch-review");
    assertThat(standing(ProjectEvent.Approved.class)).isZero();
    assertThat(office.corrections())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.by()).isEqualTo("noa@northlight.example"))
        .extracting(Correction::line)
        .anyMatch(line -> line.endsWith("\tהסקיצה מהממת, מאשרת."));
  }

  @Test
  void an_inquiry_that_was_none_is_struck_out() {
    office.opens("Bakery site", Office.DALIA, "build");
    office.now("2026-03-08T09:00");
    office.client(Office.DALIA, "<q@bakery.example>", "האתר", "היי, מה קורה עם האתר?");
    assertThat(office.inquiries()).hasSize(1);

    office.ownerAnswers("זו לא הייתה שאלה");

    assertThat(office.inquiries()).isEmpty();
    assertThat(office.mailsTo(Office.DALIA)).isEmpty();
  }

  @Test
  void what_it_was_instead_is_done_instead() {
    office.opens("Bakery site", Office.DALIA, "sketch-review");
    office.now("2026-03-08T09:00");
    daliaApproves("<y@bakery.example>");

    office.ownerAnswers("This was not an approval, it was a change request");

    assertThat(standing(ProjectEvent.Approved.class)).isZero();
    assertThat(standing(ProjectEvent.ChangesRequested.class)).isEqualTo(1);
    assertThat(office.mailsTo(Office.NOA))
        .as("a draft for the corrections is due")
        .anySatisfy(mail -> assertThat(mail.subject()).startsWith("One detail is missing"));
  }

  @Test
  void a_complaint_that_was_none_is_corrected_by_answering_the_mail_that_told_of_it() {
    office.opens("Yoga site", Office.EMMA, "build");
    office.now("2026-03-08T09:00");
    office.client(
        Office.EMMA, "<c@yoga.example>", "Hm", "This is unacceptable, I am very disappointed.");
    assertThat(office.newestTo(Office.NOA).subject()).startsWith("For you to see");

    String fate = office.ownerAnswers("that was not a complaint");

    assertThat(fate).contains("says it was not COMPLAINT");
    assertThat(office.corrections()).isNotEmpty();
  }

  @Test
  void what_was_never_read_cannot_be_corrected_and_she_is_told() {
    office.opens("Bakery site", Office.DALIA, "sketch-review");
    office.now("2026-03-08T09:00");
    daliaApproves("<y@bakery.example>");

    office.ownerAnswers("this was not a complaint");

    assertThat(office.state("Bakery site").stage()).isEqualTo("build");
    assertThat(office.corrections()).isEmpty();
    assertThat(office.newestTo(Office.NOA).text()).contains("I had not read that mail as");
  }

  @Test
  void a_mail_that_went_out_cannot_be_taken_back_and_that_is_said() {
    office.opens("Bakery site", Office.DALIA, "sketch-review");
    office.now("2026-03-08T09:00");
    daliaApproves("<y@bakery.example>");
    var shown = office.newestTo(Office.NOA);
    office.answer(shown, "ok");
    assertThat(office.mailsTo(Office.DALIA)).hasSize(1);

    office.answer(shown, "this was not an approval");

    assertThat(office.state("Bakery site").stage()).isEqualTo("sketch-review");
    assertThat(office.newestTo(Office.NOA).text()).contains("gone out already");
  }

  @Test
  void the_owner_is_told_whether_the_new_model_is_in_use() {
    office.retrained(new Retraining.Outcome(Language.HEBREW, 0.91, 0.915, true));
    assertThat(office.newestTo(Office.NOA).text())
        .contains("learnt what you corrected in Hebrew mails", "91.0 %", "91.5 %");
  }

  @Test
  void the_owner_is_told_when_the_former_model_is_kept() {
    office.retrained(new Retraining.Outcome(Language.ARABIC, 0.91, 0.85, false));
    assertThat(office.newestTo(Office.NOA).text())
        .contains("corrected in Arabic mails", "I keep the model I had");
  }

  @ParameterizedTest
  @CsvSource({"dalia", "tom"})
  void nobody_but_an_owner_corrects_anything(String who) {
    office.opens("Bakery site", Office.DALIA, "sketch-review");
    office.now("2026-03-08T09:00");
    daliaApproves("<y@bakery.example>");
    var shown = office.newestTo(Office.NOA);

    office.writes(
        who.equals("dalia") ? Office.DALIA : Office.STRANGER,
        shown,
        "this was not an approval",
        "");

    assertThat(office.state("Bakery site").stage()).isEqualTo("build");
    assertThat(office.corrections()).isEmpty();
  }
}
