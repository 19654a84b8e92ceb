package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          this was not an approval                                  | APPROVAL
          This wasn't an approval.                                  | APPROVAL
          No, that's wrong, that was not an approval                | APPROVAL
          She didn't approve anything!                              | APPROVAL
          it is not a complaint                                     | COMPLAINT
          That was not a question.                                  | STATUS_INQUIRY+QUESTION
          she wasn't asking about the status                        | STATUS_INQUIRY
          not a change request, thanks                              | CHANGE_REQUEST
          זה לא היה אישור                                           | APPROVAL
          זו לא הייתה שאלה                                          | STATUS_INQUIRY+QUESTION
          לא, זאת לא תלונה                                          | COMPLAINT
          היא לא אישרה את הסקיצה                                    | APPROVAL
          הוא לא ביקש עדכון                                         | STATUS_INQUIRY
          זה לא ביטול. הם רק דוחים קצת                              | CANCELLATION
          هذا ليس موافقة                                            | APPROVAL
          هذه لم تكن موافقة                                         | APPROVAL
          هاي مش موافقة                                             | APPROVAL
          لا، ما وافقت على التصميم                                  | APPROVAL
          هذا مو شكوى                                               | COMPLAINT
          لم يكن هذا سؤالاً                                         | STATUS_INQUIRY+QUESTION
          مش استفسار عن الوضع                                       | STATUS_INQUIRY
          """)
  void what_a_mail_was_not_is_understood(String reply, String acts) {
    assertThat(Objection.read(reply)).hasValue(new Objection(acts(acts), Set.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          This was not an approval, it was a change request | APPROVAL  | CHANGE_REQUEST
          not a complaint but a question                    | COMPLAINT | STATUS_INQUIRY+QUESTION
          זה לא היה אישור, אלא בקשת תיקון                    | APPROVAL  | CHANGE_REQUEST
          זו לא תלונה, זה סתם תודה                           | COMPLAINT | THANKS
          هذا ليس موافقة بل طلب تعديل                        | APPROVAL  | CHANGE_REQUEST
          """)
  void what_it_was_instead_is_understood_too(String reply, String not, String but) {
    assertThat(Objection.read(reply)).hasValue(new Objection(acts(not), acts(but)));
  }

  private static Set<Act> acts(String names) {
    return Arrays.stream(names.split("\\+")).map(Act::valueOf).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok",
        "no",
        "yes, send it",
        "not approved",
        "15 March",
        "This was not an approval I can live with",
        "was this an approval?",
        "לא",
        "לא מאושר",
        "זה לא טוב",
        "לשלוח",
        "لا",
        "مش موافق",
        "ارسل",
        ""
      })
  void whatever_else_an_owner_answers_is_no_objection(String reply) {
    assertThat(Objection.read(reply)).isEmpty();
  }

  @Test
  void a_long_hostile_reply_costs_nothing() {
    String hostile = "not a ".repeat(100_000);
    long start = System.nanoTime();

    assertThat(Objection.read(hostile)).isEmpty();

    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }
}
