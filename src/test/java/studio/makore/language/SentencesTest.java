package studio.makore.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private static List<String> split(String text) {
    return Sentences.split(text).stream().map(Sentence::text).toList();
  }

  @Test
  void stops_and_line_ends_divide() {
    assertThat(split("Hi Dana,\nany news? We wait!! Thanks."))
        .containsExactly("Hi Dana,", "any news?", "We wait!!", "Thanks.");
    assertThat(split("شو صار؟ ناطرين")).containsExactly("شو صار؟", "ناطرين");
    assertThat(split("היי.מה קורה עם האתר?תודה"))
        .containsExactly("היי.", "מה קורה עם האתר?", "תודה");
  }

  @Test
  void a_dot_inside_an_address_a_number_or_an_abbreviation_divides_nothing() {
    assertThat(split("See https://a.example/x?y=1. It costs 1.5 a month, e.g. in May."))
        .containsExactly("See https://a.example/x?y=1.", "It costs 1.5 a month, e.g. in May.");
    assertThat(split("1. Move the logo\n2. Call Mr. J. Smith"))
        .containsExactly("1. Move the logo", "2. Call Mr. J. Smith");
  }

  @Test
  void a_line_that_the_mail_program_wrapped_goes_on() {
    String wrapped =
        "We have been waiting for the new version of the home page since\nlast week.\nBye";
    assertThat(split(wrapped))
        .containsExactly(
            "We have been waiting for the new version of the home page since\nlast week.", "Bye");
  }

  @Test
  void bare_question_marks_are_a_sentence() {
    assertThat(split("\n ?? \n")).containsExactly("??");
    assertThat(split(" \u200f\n ")).isEmpty();
  }

  @Test
  void every_sentence_knows_where_it_stands() {
    String text = "  One.  Two?\n\u200fשלוש ";
    assertThat(Sentences.split(text))
        .hasSize(3)
        .allSatisfy(s -> assertThat(text.substring(s.start(), s.end())).isEqualTo(s.text()));
  }

  @Test
  void hostile_text_costs_little() {
    String hostile = "a.".repeat(200_000) + "\n" + "?".repeat(200_000) + "@".repeat(100_000);
    Assertions.assertTimeout(Duration.ofSeconds(10), () -> Sentences.split(hostile));
  }
}
