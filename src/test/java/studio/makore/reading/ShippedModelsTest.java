package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models in the repository, on mails that any of them must get right. */
class ShippedModelsTest {
  private static final Path MODELS = Path.of("models");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          he | STATUS_INQUIRY  | היי, מה קורה עם האתר? מתי נוכל לראות משהו?
          he | APPROVAL        | עברנו על הסקיצה, מאשרים. אפשר להתקדם
          he | CHANGE_REQUEST  | תגדילו בבקשה את הלוגו ותשנו את הצבע של הכותרת
          he | PAYMENT         | שילמתי היום את החשבונית, אפשר לקבל קבלה?
          ar | STATUS_INQUIRY  | مرحبا، شو صار بالموقع؟ أيمتى بيكون جاهز؟
          ar | APPROVAL        | موافقين على التصميم، كملوا
          ar | CHANGE_REQUEST  | كبّروا الشعار وغيّروا لون العنوان لو سمحتوا
          ar | STATUS_INQUIRY  | shu sar bel mawqe3?
          en | STATUS_INQUIRY  | Hi, any news about our website? When do we go live?
          en | APPROVAL        | We approve the design, please go ahead.
          en | CHANGE_REQUEST  | Please make the logo bigger and change the headline.
          en | SCHEDULING      | Can we move our meeting to Tuesday at 11?
          en | STATUS_INQUIRY  | ??
          """)
  void plain_mails_are_read(String language, Act act, String mail) {
    Reading reading = Reader.load(MODELS).read("", mail, MailContext.WORDS_ONLY);
    assertThat(reading.language().tag()).isEqualTo(language);
    assertThat(reading.names()).as("%s", reading).contains(act);
  }

  @Test
  void the_training_text_is_in_order_and_rich_enough() {
    Path training = MODELS.resolve("training");
    List<TrainingText> texts =
        TrainingText.languages(training).stream()
            .map(language -> TrainingText.read(training, language))
            .toList();
    assertThat(texts).extracting(text -> text.language().tag()).contains("he", "ar", "en");
    for (TrainingText text : texts) {
      for (Act act : Act.values()) {
        long examples = text.sentences().stream().filter(s -> s.acts().contains(act)).count();
        boolean dear = List.of(Act.STATUS_INQUIRY, Act.APPROVAL, Act.CHANGE_REQUEST).contains(act);
        assertThat(examples)
            .as("%s %s", text.language(), act)
            .isGreaterThanOrEqualTo(dear ? 120 : 40);
      }
    }
  }

  @Test
  void the_models_stay_small() throws Exception {
    long bytes = 0;
    try (var files = Files.list(MODELS.resolve("trained"))) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    assertThat(bytes).isLessThan(8_000_000);
  }
}
