package studio.makore.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an owner is told about a template she changed. */
class TemplateProblemsTest {
  @TempDir private Path folder;

  @BeforeEach
  void the_studios_templates() throws IOException {
    try (Stream<Path> files = Files.walk(Samples.TEMPLATES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(Samples.TEMPLATES.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void an_unknown_placeholder_is_named_with_its_line_and_the_known_ones() throws IOException {
    assertThat(after("en/thanks.md", "{{next_date}}", "{{next_date}} {{nxet_date}}"))
        .containsExactly(
            folder.resolve("en/thanks.md")
                + ":8: {{nxet_date}} is unknown; this mail may use {{name}}, {{project}}, {{studio}},"
                + " {{writer}}, {{next_step}}, {{next_date}}");
  }

  @Test
  void an_owners_internal_fact_is_unknown_to_a_mail_to_a_client() throws IOException {
    assertThat(after("he/thanks.md", "{{next_date}}", "{{next_date}} {{evidence}}"))
        .singleElement()
        .asString()
        .contains("he/thanks.md:8: {{evidence}} is unknown");
  }

  @Test
  void an_unknown_placeholder_in_the_subject_is_found_too() throws IOException {
    assertThat(after("ar/thanks.md", "\"{{project}}", "\"{{projekt}}"))
        .singleElement()
        .asString()
        .contains("ar/thanks.md:2: {{projekt}} is unknown");
  }

  @Test
  void other_tags_of_the_template_language_are_unknown() throws IOException {
    assertThat(
            after("en/thanks.md", "Thank you,", "{{{name}}} {{>thanks}} {{#project}}x{{/project}}"))
        .anySatisfy(problem -> assertThat(problem).contains("en/thanks.md:6: has {{ or }} without"))
        .anySatisfy(problem -> assertThat(problem).contains("6: {{>thanks}} is unknown"))
        .anySatisfy(problem -> assertThat(problem).contains("6: {{#project}} is unknown"));
  }

  @Test
  void a_gender_form_has_exactly_three_parts() throws IOException {
    assertThat(after("en/thanks.md", "Thank you,", "{{#you}}her|him{{/you}}"))
        .containsExactly(
            folder.resolve("en/thanks.md")
                + ":6: {{#you}}her|him{{/you}} has 2 parts;"
                + " a gender form has exactly three: feminine|masculine|plural");
  }

  @Test
  void a_gender_form_holds_words_only_and_is_closed_on_its_line() throws IOException {
    assertThat(after("en/thanks.md", "Thank you,", "{{#me}}a|b|{{name}}{{/me}}"))
        .first()
        .asString()
        .contains("en/thanks.md:6: {{#me}} does not stand in a gender form");
  }

  @Test
  void a_mail_without_a_subject_is_told() throws IOException {
    assertThat(after("en/thanks.md", "subject: \"{{project}}: thank you\"", ""))
        .containsExactly(
            folder.resolve("en/thanks.md") + ":2: has no subject; write a line subject: \"…\"");
  }

  @Test
  void a_subject_without_quotes_is_told() throws IOException {
    assertThat(after("en/thanks.md", "\"{{project}}: thank you\"", "{{project}}: thank you"))
        .singleElement()
        .asString()
        .contains("en/thanks.md:2: is not YAML; put the subject between double quotes");
  }

  @Test
  void front_matter_holds_the_subject_only() throws IOException {
    assertThat(after("en/thanks.md", "subject:", "from: me\nsubject:"))
        .singleElement()
        .asString()
        .contains("en/thanks.md:2: only the key subject is allowed here");
  }

  @Test
  void front_matter_begins_and_ends() throws IOException {
    assertThat(after("en/thanks.md", "\n---\n", "\n"))
        .singleElement()
        .asString()
        .contains("en/thanks.md:1: the front matter lacks its closing line ---");
    Files.writeString(folder.resolve("en/thanks.md"), "Hello");
    assertThat(problems())
        .singleElement()
        .asString()
        .contains("en/thanks.md:1: must begin with a line ---");
  }

  /** demands 000.5: a status answer without where, what next or when is rejected. */
  @Test
  void a_status_answer_must_say_where_what_next_and_when() throws IOException {
    for (String fact : List.of("where", "next_step", "next_date")) {
      assertThat(after("he/status-answer.md", "{{" + fact + "}}", ""))
          .containsExactly(
              folder.resolve("he/status-answer.md")
                  + ": never says {{"
                  + fact
                  + "}}, which this mail must say");
    }
  }

  /** demands 000.7: the studio leads; each mail to a client names who acts next. */
  @Test
  void a_mail_to_a_client_must_say_whose_move_comes_next() throws IOException {
    assertThat(after("en/midway.md", "The next move is ours", "We are at it"))
        .containsExactly(
            folder.resolve("en/midway.md")
                + ": never says whose move comes next, which a client must be told;"
                + " write one of: the next move is ours");
    assertThat(after("en/materials-request.md", "the next move is yours", "the next move is ours"))
        .hasSize(1);
    assertThat(
            after("he/midway.md", "הכדור אצלנו", "{{#you}}הכדור אצלנו|הכדור אצלנו|עובדים{{/you}}"))
        .hasSize(1);
  }

  /** demands 000.10: good wishes, what happens now, and exactly when. */
  @Test
  void a_kickoff_wishes_well_and_says_what_happens_now_and_exactly_when() throws IOException {
    for (String mail : List.of("he/kickoff-work.md", "ar/kickoff-work.md", "en/kickoff-work.md")) {
      refuses(mail, "next_step", "next_date");
    }
    for (String mail : List.of("he/kickoff-call.md", "ar/kickoff-call.md", "en/kickoff-call.md")) {
      refuses(mail, "next_step", "call_slot", "call_minutes");
    }
    assertThat(after("he/kickoff-work.md", " שיהיה בהצלחה לכולנו!", ""))
        .containsExactly(
            folder.resolve("he/kickoff-work.md")
                + ": never says a good wish, with which a project is opened;"
                + " write one of: בהצלחה / הצלחה");
    assertThat(after("ar/kickoff-call.md", "بالتوفيق لنا جميعًا!", "")).hasSize(1);
    assertThat(after("en/kickoff-materials.md", "a good start", "a start")).hasSize(1);
    assertThat(after("en/kickoff-call.md", "a good start", "a start")).hasSize(1);
  }

  /** demands 004.8: a request without deadline and consequence is refused. */
  @Test
  void a_request_for_materials_says_by_when_and_what_happens_otherwise() throws IOException {
    for (String mail :
        List.of(
            "materials-request",
            "materials-reminder",
            "materials-last-reminder",
            "dormant-notice")) {
      for (String language : List.of("he/", "ar/", "en/")) {
        refuses(language + mail + ".md", "items", "due_date", "consequence");
      }
    }
  }

  /** demands 002.15: what, the date it was, the new one and what makes up for it. */
  @Test
  void a_delay_notice_says_what_from_when_to_when_and_what_makes_up_for_it() throws IOException {
    for (String language : List.of("he/", "ar/", "en/")) {
      refuses(language + "delay-notice.md", "next_step", "old_date", "next_date", "remedy");
    }
  }

  /** demands 000.16: nobody is sent to look a date up in a contract. */
  @Test
  void as_in_the_agreement_is_not_said_without_the_date() throws IOException {
    assertThat(after("en/thanks.md", "Thank you,", "It is ready as in the agreement."))
        .containsExactly(
            folder.resolve("en/thanks.md")
                + ":6: \"as in the agreement\" sends the client to look for a date;"
                + " put the date itself, such as {{next_date}}, on this line");
    assertThat(after("he/thanks.md", "כיף לקרוא", "האתר יהיה מוכן לפי ההסכם")).hasSize(1);
    assertThat(after("ar/thanks.md", "أسعدتنا", "يجهز الموقع حسب العقد، أسعدتنا")).isNotEmpty();
    assertThat(after("en/thanks.md", "Thank you,", "By {{next_date}}, as in the agreement."))
        .isEmpty();
  }

  @Test
  void a_value_of_several_lines_stands_alone_as_a_quote() throws IOException {
    assertThat(after("en/draft-for-approval.md", "> {{draft}}", "{{draft}}"))
        .singleElement()
        .asString()
        .endsWith("{{draft}} has several lines and stands alone, as a quote: > {{draft}}");
    assertThat(after("en/command-done.md", "{{done}}", "So: {{done}}"))
        .singleElement()
        .asString()
        .endsWith("command-done.md:8: {{done}} has several lines and stands alone on its line");
  }

  /** demands 004.14 and the house rule that an inquiry is the studio's miss. */
  @Test
  void words_that_blame_the_client_are_refused_in_every_gender() throws IOException {
    assertThat(after("en/thanks.md", "Thank you,", "As we already told you,"))
        .containsExactly(
            folder.resolve("en/thanks.md")
                + ":6: \"as we already\" puts it on the client; say what the studio does next instead");
    assertThat(after("he/thanks.md", "כיף לקרוא", "אבל {{#you}}את שכחת|שכחת|שכחתם{{/you}}!"))
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem).contains("he/thanks.md:6: \"שכחת"));
    assertThat(after("ar/thanks.md", "أسعدتنا", "كما ذكرنا، أسعدتنا")).isNotEmpty();
  }

  @Test
  void every_language_has_every_mail() throws IOException {
    Files.delete(folder.resolve("ar/stale.md"));
    assertThat(problems())
        .containsExactly(
            folder.resolve("ar/stale.md") + ": is missing; every language needs every mail");
  }

  @Test
  void a_file_with_a_misspelt_name_is_told() throws IOException {
    Files.writeString(folder.resolve("en/thank.md"), "");
    assertThat(problems())
        .singleElement()
        .asString()
        .contains("en/thank.md: no mail has this name; the names are status-answer.md, ");
  }

  @Test
  void a_language_that_makore_has_no_words_for_is_told() throws IOException {
    Files.createDirectory(folder.resolve("fr"));
    assertThat(problems())
        .singleElement()
        .asString()
        .endsWith(
            "fr: Makore does not know the language \"fr\" yet;"
                + " it needs a resource studio/makore/reply/words.fr.properties");
  }

  @Test
  void a_file_in_another_charset_is_told() throws IOException {
    Files.write(
        folder.resolve("en/thanks.md"), "---\nca\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problems())
        .singleElement()
        .asString()
        .endsWith("is not UTF-8; save it as UTF-8 text");
  }

  @Test
  void a_file_too_long_for_a_mail_is_told() throws IOException {
    Files.writeString(folder.resolve("en/thanks.md"), "x".repeat(70_000));
    assertThat(problems()).singleElement().asString().contains("larger than 64 KB");
  }

  @Test
  void an_empty_folder_is_told() {
    assertThatExceptionOfType(TemplateProblems.class)
        .isThrownBy(() -> Templates.load(folder.resolve("nowhere")))
        .withMessageContaining("nowhere holds no templates; it needs a folder for each language");
  }

  @Test
  void all_problems_are_told_at_once() throws IOException {
    Files.delete(folder.resolve("ar/stale.md"));
    assertThat(after("en/thanks.md", "{{writer}}", "{{author}}")).hasSize(2);
  }

  /** Without any one of these facts the file is refused, and for that alone. */
  private void refuses(String file, String... facts) throws IOException {
    for (String fact : facts) {
      assertThat(after(file, "{{" + fact + "}}", ""))
          .as("%s without %s", file, fact)
          .containsExactly(
              "%s: never says {{%s}}, which this mail must say"
                  .formatted(folder.resolve(file), fact));
    }
  }

  /** The problems after one change to one of the studio's files, which is undone again. */
  private List<String> after(String file, String old, String changed) throws IOException {
    Path path = folder.resolve(file);
    String before = Files.readString(path);
    assertThat(before).contains(old);
    Files.writeString(path, before.replace(old, changed));
    List<String> problems = problems();
    Files.writeString(path, before);
    return problems;
  }

  private List<String> problems() {
    try {
      Templates.load(folder);
      return List.of();
    } catch (TemplateProblems e) {
      return e.problems();
    }
  }
}
