package studio.makore.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.makore.language.Gender;
import studio.makore.language.Language;

class TemplatesTest {
  private static final Templates TEMPLATES = Templates.load(Samples.TEMPLATES);

  static Stream<Arguments> every_mail() {
    return TEMPLATES.languages().stream()
        .flatMap(language ->
            Arrays.stream(TemplateName.values()).map(name -> Arguments.of(language, name)));
  }

  static Stream<Arguments> every_mail_to_a_client() {
    return every_mail().filter(mail -> ((TemplateName) mail.get()[1]).forClient());
  }

  @Test
  void the_studio_writes_hebrew_arabic_and_english() {
    assertThat(TEMPLATES.languages())
        .containsExactlyInAnyOrder(Language.HEBREW, Language.ARABIC, Language.ENGLISH);
  }

  @ParameterizedTest
  @MethodSource("every_mail")
  void every_mail_reads_right_for_every_gender(Language language, TemplateName name) {
    for (Gender you : Gender.values()) {
      for (Gender me : Gender.values()) {
        var mail = ready(name, language, you, me, Samples.facts(language));
        if (you == me) {
          Samples.page(
              name.key() + "." + language + "." + you, language, mail.subject(), mail.html());
        }
        assertThat(mail.subject()).isNotBlank().doesNotContain("\n", "{", "}");
        assertThat(mail.text()).doesNotContain("{", "}", "|", "\\", "**", "______");
        assertThat(mail.html()).doesNotContain("{", "}", "|", "\\", "**", "\u2068", "\u2069");
        assertThat(mail.text()).doesNotContainPattern("\\p{IsHebrew}/\\p{IsHebrew}");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("every_mail_to_a_client")
  void a_mail_to_a_client_says_every_fact_it_must(Language language, TemplateName name) {
    Map<String, String> facts = Samples.facts(language);
    var mail = ready(name, language, Gender.PLURAL, Gender.PLURAL, facts);
    String text = mail.text().replaceAll("[\\u2068\\u2069]", "").replaceAll("(?m)^> ", "");
    assertThat(name.required()).allSatisfy(fact -> assertThat(text).contains(facts.get(fact)));
    assertThat(text).contains(facts.get("name"), facts.get("writer"), facts.get("studio"));
  }

  /** demands 000.5 and 000.7: who acts, and when; a mail that names no day has its reason. */
  @ParameterizedTest
  @MethodSource("every_mail_to_a_client")
  void a_mail_to_a_client_names_who_acts_and_when(Language language, TemplateName name) {
    assertThat(name.actor()).isPresent();
    boolean day = name.placeholders().stream().anyMatch(TemplateName.DATES::contains);
    switch (name) {
      // the day is not known before the contract; the client's to choose; somebody else's to know
      case WORKING_TOGETHER, DORMANT_CLOSED, CONTACT_FAREWELL -> assertThat(day).isFalse();
      default -> assertThat(day).isTrue();
    }
  }

  /** demands 000.5: where it stands, what comes next and when, for whosever move it is. */
  @Test
  void a_mail_that_waits_for_the_client_says_by_when_if_it_is_known() {
    var facts = new HashMap<>(Samples.facts(Language.ENGLISH));
    assertThat(waiting(facts)).contains("By when, so that our dates hold: Thursday 12 March");
    facts.remove("due_date");
    assertThat(waiting(facts)).doesNotContain("By when").contains("the next move is yours");
  }

  private static String waiting(Map<String, String> facts) {
    return ready(TemplateName.STATUS_WAITING, Language.ENGLISH, Gender.PLURAL, Gender.PLURAL, facts)
        .text();
  }

  /** The list for the owner in the templates' folder: each mail, and what it may say. */
  @Test
  void the_templates_readme_lists_every_mail_with_its_facts() throws IOException {
    String readme = Files.readString(Samples.TEMPLATES.resolve("README.md"));
    assertThat(readme.lines().filter(line -> line.startsWith("| `")))
        .hasSameSizeAs(TemplateName.values());
    for (TemplateName name : TemplateName.values()) {
      assertThat(readme.lines())
          .filteredOn(line -> line.startsWith("| `%s` | ".formatted(name.key())))
          .singleElement()
          .asString()
          .endsWith(" | " + facts(name) + " |");
    }
  }

  private static String facts(TemplateName name) {
    return Stream.concat(
            name.required().stream(), name.optional().stream().map(fact -> "(" + fact + ")"))
        .collect(Collectors.joining(", "));
  }

  /** demands 000.3 and 000.5 */
  @ParameterizedTest
  @MethodSource("every_mail_to_a_client")
  void no_internal_fact_can_stand_in_a_mail_to_a_client(Language language, TemplateName name) {
    assertThat(name.placeholders())
        .doesNotContain("evidence", "draft", "reason", "words", "command", "client", "missing");
  }

  @ParameterizedTest
  @MethodSource("every_mail")
  void a_mail_that_lacks_a_fact_is_not_written(Language language, TemplateName name) {
    for (String fact : name.required()) {
      var facts = new HashMap<>(Samples.facts(language));
      facts.put(fact, " \u200f ");
      assertThat(TEMPLATES.render(name, language, Gender.FEMININE, Gender.FEMININE, facts))
          .isInstanceOfSatisfying(
              Rendering.Missing.class,
              missing -> {
                assertThat(missing.placeholders()).containsExactly(fact);
                if (name.forClient()) {
                  assertThat(missing.sketch()).contains("______");
                }
              });
      facts.remove(fact);
      assertThat(TEMPLATES.render(name, language, Gender.FEMININE, Gender.FEMININE, facts))
          .isInstanceOf(Rendering.Missing.class);
    }
  }

  /** A day with nothing in one of its parts has no empty heading for it. */
  @Test
  void a_paragraph_that_lacks_an_optional_fact_is_left_out() {
    var facts = new HashMap<>(Samples.facts(Language.ENGLISH));
    facts.put("in_the_air", " ");
    facts.remove("drafts");
    var mail = ready(TemplateName.MORNING, Language.ENGLISH, Gender.PLURAL, Gender.PLURAL, facts);
    assertThat(mail.text())
        .doesNotContain("in the air", "drafts")
        .contains("Waiting for your approval:", "Due today:")
        .doesNotContain("\n\n\n");
  }

  @ParameterizedTest
  @MethodSource("every_mail_to_a_client")
  void the_owner_can_be_told_what_a_mail_is_for_and_asked_for_its_facts(
      Language language, TemplateName name) {
    assertThat(TEMPLATES.reason(name, language)).isNotBlank();
    assertThat(name.placeholders())
        .allSatisfy(fact -> assertThat(TEMPLATES.factName(fact, language)).isNotBlank());
  }

  @Test
  void hebrew_addresses_a_woman_a_man_and_several_each_in_their_form() {
    assertThat(answerIn(Language.HEBREW, Gender.FEMININE, Gender.FEMININE)).contains("שאת צריכה");
    assertThat(answerIn(Language.HEBREW, Gender.MASCULINE, Gender.FEMININE)).contains("שאתה צריך");
    assertThat(answerIn(Language.HEBREW, Gender.PLURAL, Gender.PLURAL))
        .contains("שאתם צריכים")
        .contains("אנחנו כאן");
  }

  @Test
  void arabic_speaks_of_the_writer_in_her_form_or_his() {
    assertThat(answerIn(Language.ARABIC, Gender.PLURAL, Gender.FEMININE)).contains("حاضرة");
    assertThat(answerIn(Language.ARABIC, Gender.PLURAL, Gender.MASCULINE))
        .contains("حاضر")
        .doesNotContain("حاضرة");
  }

  @Test
  void a_value_can_neither_format_the_mail_nor_open_a_tag_or_a_link() {
    var mail =
        answer(
            Language.ENGLISH,
            "where",
            "# *done* <b onclick=x>now</b> [click](javascript:alert(1)) `code` &amp; 1. {{name}}\n- x");
    assertThat(mail.text())
        .contains(
            "# *done* <b onclick=x>now</b> [click](javascript:alert(1)) `code` &amp; 1. {{name}} - x");
    assertThat(mail.html())
        .contains("# *done* &lt;b onclick=x&gt;now&lt;/b&gt; [click](javascript:alert(1))")
        .contains("`code` &amp;amp; 1. {{name}} - x")
        .doesNotContain("<b ", "<a ", "<code", "<em");
  }

  @Test
  void a_value_cannot_turn_the_direction_of_the_mail_or_break_its_line() {
    var mail = answer(Language.HEBREW, "where", "\u202eabc\u2069\u2069\u0007 \r\n def\u2028");
    assertThat(mail.text()).contains("\u2068abc def\u2069").doesNotContain("\u202e", "\u0007");
    assertThat(mail.html()).contains("<span dir=\"ltr\">abc def</span>");
  }

  @Test
  void english_in_a_hebrew_line_is_set_apart_and_hebrew_is_not() {
    var mail = answer(Language.HEBREW, "where", "Home page (v2)");
    assertThat(mail.text()).contains("\u2068Home page (v2)\u2069");
    assertThat(mail.html()).contains("<span dir=\"ltr\">Home page (v2)</span>");
    assertThat(answer(Language.HEBREW, "where", "דף הבית").text()).contains(" דף הבית\n");
  }

  @Test
  void a_web_address_in_plain_text_stays_bare() {
    var mail = answer(Language.HEBREW, "where", "https://draft.studio.example/a_b?c=1");
    assertThat(mail.text()).contains(" https://draft.studio.example/a_b?c=1\n");
    assertThat(mail.html())
        .contains("<span dir=\"ltr\">https://draft.studio.example/a_b?c=1</span>");
  }

  @Test
  void a_subject_is_one_plain_line() {
    var facts = new HashMap<>(Samples.facts(Language.ENGLISH));
    facts.put("project", "Shop\r\nBcc: all@client.example\u202e *new*");
    var mail = ready(TemplateName.THANKS, Language.ENGLISH, Gender.PLURAL, Gender.PLURAL, facts);
    assertThat(mail.subject()).isEqualTo("Shop Bcc: all@client.example *new*: thank you");
  }

  @Test
  void a_draft_is_shown_to_the_owner_as_a_quote_line_by_line() {
    var facts = new HashMap<>(Samples.facts(Language.ENGLISH));
    facts.put("draft", "Hello *you*,\n\n\n- one\n    two\n> three\n===\n</blockquote><script>\n");
    var mail =
        ready(
            TemplateName.DRAFT_FOR_APPROVAL, Language.ENGLISH, Gender.PLURAL, Gender.PLURAL, facts);
    assertThat(mail.text())
        .contains(
            """
            > Hello *you*,
            >
            > - one
            > two
            > > three
            > ===
            > </blockquote><script>
            """);
    assertThat(mail.html())
        .contains(
            "- one<br>\ntwo<br>\n&gt; three<br>\n===<br>\n&lt;/blockquote&gt;&lt;script&gt;</p>")
        .doesNotContain("<script");
  }

  @Test
  void each_quoted_paragraph_runs_in_its_own_direction() {
    var facts = new HashMap<>(Samples.facts(Language.HEBREW));
    facts.put("draft", "שלום\n\nHello");
    var mail =
        ready(
            TemplateName.DRAFT_FOR_APPROVAL, Language.HEBREW, Gender.PLURAL, Gender.PLURAL, facts);
    assertThat(mail.html()).contains("<p dir=\"rtl\">שלום</p>", "<p dir=\"ltr\">Hello</p>");
  }

  @Test
  void a_list_stays_a_list_in_plain_text() {
    assertThat(answer(Language.ENGLISH, "where", "sketch").text())
        .contains("\n- Where we are: sketch\n- What comes next: ");
  }

  @Test
  void a_long_hostile_value_is_written_in_a_moment() {
    String hostile = "*_`[<\u2068(\\".repeat(20_000);
    long start = System.nanoTime();
    var mail = answer(Language.HEBREW, "where", hostile);
    assertThat(mail.text()).contains("*_`[<(\\*_`[<(");
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }

  @Test
  void a_language_without_templates_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            TEMPLATES.render(
                TemplateName.THANKS, new Language("fr"), Gender.PLURAL, Gender.PLURAL, Map.of()))
        .withMessage("there are no templates in \"fr\"; there are some in [ar, en, he]");
  }

  private static String answerIn(Language language, Gender you, Gender me) {
    return ready(TemplateName.STATUS_ANSWER, language, you, me, Samples.facts(language)).text();
  }

  private static Rendering.Ready answer(Language language, String fact, String value) {
    var facts = new HashMap<>(Samples.facts(language));
    facts.put(fact, value);
    return ready(TemplateName.STATUS_ANSWER, language, Gender.FEMININE, Gender.FEMININE, facts);
  }

  private static Rendering.Ready ready(
      TemplateName name, Language language, Gender you, Gender me, Map<String, String> facts) {
    return (Rendering.Ready) TEMPLATES.render(name, language, you, me, facts);
  }
}
