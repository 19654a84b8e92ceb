package studio.makore.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          מה קורה עם האתר?                          | he
          וين وصلتوا بالموقع؟                        | ar
          Where does the site stand?                | en
          יש תקלה ב-WordPress וב-Elementor          | he
          نمط HTML                                  | ar
          Please look at דף הבית and tell me        | en
          shu sar bel mawqe3, 3am nestanna          | ar
          mwaf2                                     | ar
          ok send it at 3pm, the 2nd one            | en
          see https://shop.example/a-long-path טוב  | he
          """)
  void the_words_tell_the_language(String text, String tag) {
    assertThat(Languages.of(text)).as(text).isEqualTo(new Language(tag));
  }

  @Test
  void a_text_without_letters_has_no_language_of_its_own() {
    assertThat(Languages.find("?? 👍 12:30")).isEmpty();
    assertThat(Languages.of("??")).isEqualTo(Language.ENGLISH);
  }

  @Test
  void an_address_says_nothing_about_the_language() {
    assertThat(Languages.find("https://shop.example/page info@studio.example")).isEmpty();
  }
}
