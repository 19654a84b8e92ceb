package studio.makore.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.makore.calendar.WorkingDays;
import studio.makore.language.Gender;
import studio.makore.language.Language;
import studio.makore.project.IfLate;
import studio.makore.project.Owner;
import studio.makore.project.Process;
import studio.makore.project.Processes;
import studio.makore.project.Studio;
import studio.makore.project.WorkingTogether;
import studio.makore.project.WorkingTogether.Bring;
import studio.makore.project.WorkingTogether.Row;

/** The page "How we work together", as a client gets it. */
class WorkingTogetherPageTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
  private static final Templates TEMPLATES = Templates.load(Samples.TEMPLATES);
  private static final Processes PROCESSES =
      Processes.read(Samples.TEMPLATES.resolve("process.yml"), TEMPLATES.languages());
  private static final Studio STUDIO =
      new Studio(
          "Northlight",
          "hello@northlight.example",
          "bot@northlight.example",
          false,
          ZoneId.of("Asia/Jerusalem"),
          WorkingDays.sundayToThursday(),
          List.of(new Owner("Noa", "noa@northlight.example", Language.HEBREW, Gender.FEMININE)),
          Optional.empty());

  static Stream<Arguments> every_process_in_every_language() {
    return TEMPLATES.languages().stream()
        .flatMap(language -> PROCESSES.keys().stream().map(key -> Arguments.of(key, language)));
  }

  /** demands 003.13: one page in each language, however long the process; 003.17: two forms. */
  @ParameterizedTest
  @MethodSource("every_process_in_every_language")
  void the_pdf_is_one_page_without_days_and_with_them(String process, Language language)
      throws IOException {
    for (WorkingTogether page : List.of(undated(process), dated(process, 1))) {
      byte[] pdf = PdfPage.of("Shop", fact(Fact.PAGE_HTML, page, language), language);
      Files.createDirectories(Samples.PAGES);
      Files.write(
          Samples.PAGES.resolve("page.%s.%s.%d.pdf".formatted(process, language, page.version())),
          pdf);
      try (var document = Loader.loadPDF(pdf)) {
        assertThat(document.getNumberOfPages()).isOne();
        assertThat(new PDFTextStripper().getText(document)).contains("Northlight", "Noa");
      }
    }
  }

  /** demands 003.14: who is responsible for what, in each stage, on both sides. */
  @ParameterizedTest
  @MethodSource("every_process_in_every_language")
  void no_stage_is_nobodys(String process, Language language) {
    var page = undated(process);
    String text = fact("page", page, language);
    var stages = text.split("\n\n", -1);
    for (int i = 0; i < page.rows().size(); i++) {
      assertThat(stages[i + 1].lines()).hasSize(4).first().asString().startsWith(i + 1 + ". ");
      assertThat(stages[i + 1]).contains("(Noa)");
    }
  }

  /** demands 003.15: what follows for the client and what follows for the studio. */
  @ParameterizedTest
  @MethodSource("every_process_in_every_language")
  void both_sides_know_what_happens_when_they_are_late(String process, Language language) {
    var page = undated(process);
    IfLate late = page.rows().getFirst().ifLate().orElseThrow();
    assertThat(fact("page", page, language))
        .contains(in(late.client(), language))
        .contains(in(late.studio(), language));
  }

  /** demands 003.18: rough lengths, and where the turn passes on. */
  @Test
  void without_days_it_says_how_long_and_where_the_turn_passes_on() {
    assertThat(fact("page", undated("website"), Language.ENGLISH))
        .contains(
            """
            1. Gathering your texts and pictures
            - How long: about 5 working days, then it is our turn
            - From you: your logo (within 3 working days), the texts of the pages (within 5 working days)\
            """)
        .contains(
            """
            2. Designing the first sketch
            - How long: about 9 working days, then it is your turn
            - From you: nothing for now
            - From us: the first sketch of the site (Noa)
            """)
        .contains("What happens when one of us is 3 working days late\n- If it is you: every")
        .doesNotContain("March");
  }

  /** demands 003.17: what to talk through at the first meeting, on the copy without days alone. */
  @Test
  void the_copy_for_the_first_meeting_says_what_to_talk_through() {
    assertThat(fact("page", undated("website"), Language.HEBREW))
        .contains("על מה עוברים יחד בפגישה הראשונה\n- מי אצלכם");
    assertThat(fact(Fact.PAGE_HTML, undated("website"), Language.HEBREW)).contains("\u2610");
    assertThat(fact("page", dated("website", 1), Language.HEBREW)).doesNotContain("בפגישה");
  }

  /** demands 003.22: exact days in place of rough ones. */
  @Test
  void with_days_it_says_each_of_them() {
    assertThat(fact("page", dated("website", 1), Language.ENGLISH))
        .startsWith("Harbour Books shop · Northlight · version 1, Tuesday 3 March\n")
        .contains("- By when: done, Thursday 26 February\n")
        .contains("- By when: Tuesday 10 March, then it is your turn")
        .doesNotContain("about", "within");
  }

  /** demands 003.23: what has moved since the version before. */
  @Test
  void a_later_version_says_what_has_moved() {
    var before = dated("website", 2);
    var build = before.rows().get(3);
    var page =
        new WorkingTogether(
            2,
            before.rows(),
            List.of(
                new WorkingTogether.Change(
                    build.names(), LocalDate.of(2026, 3, 26), LocalDate.of(2026, 3, 31))));
    assertThat(facts(page, Language.ENGLISH))
        .containsEntry(
            "changes", "- Building the site: Tuesday 31 March instead of Thursday 26 March");
    assertThat(facts(before, Language.ENGLISH)).doesNotContainKey("changes");
  }

  @Test
  void stages_with_rules_of_their_own_are_named() {
    var page = undated("website");
    var rows = new ArrayList<>(page.rows());
    var own =
        new IfLate(1, Map.of(Language.ENGLISH, "we wait"), Map.of(Language.ENGLISH, "we pay"));
    rows.set(3, with(rows.get(3), rows.get(3).to(), false, Optional.of(own)));
    assertThat(fact("page", new WorkingTogether(0, rows, List.of()), Language.ENGLISH))
        .contains("3 working days late (gathering your texts and pictures, designing the first")
        .contains("one working day late (building the site)\n- If it is you: we wait");
  }

  /** demands 003.13 and 003.23: the mail has the page in it, and asks for a word of receipt. */
  @ParameterizedTest
  @MethodSource("every_process_in_every_language")
  void the_mail_shows_the_page(String process, Language language) {
    mail(TemplateName.WORKING_TOGETHER, process, undated(process), language);
    mail(TemplateName.WORKING_TOGETHER_DATED, process, dated(process, 1), language);
  }

  private static void mail(
      TemplateName name, String process, WorkingTogether page, Language language) {
    var facts = new HashMap<>(Samples.facts(language));
    facts.remove("changes");
    facts.putAll(facts(page, language));
    var rendered = TEMPLATES.render(name, language, Gender.PLURAL, Gender.PLURAL, facts);
    assertThat(rendered)
        .isInstanceOfSatisfying(
            Rendering.Ready.class,
            mail -> {
              Samples.page(
                  name.key() + "." + process + "." + language,
                  language,
                  mail.subject(),
                  mail.html());
              assertThat(mail.text())
                  .contains(page.rows().size() + ". ")
                  .doesNotContain("{", "}", "\\");
            });
  }

  @Test
  void a_language_without_words_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> facts(undated("website"), new Language("fr")))
        .withMessageContaining("\"fr\"");
  }

  private static WorkingTogether undated(String process) {
    return WorkingTogether.undated(PROCESSES.find(process).orElseThrow(), STUDIO);
  }

  /** The first stage is behind us, each other ends a week after the one before. */
  private static WorkingTogether dated(String key, int version) {
    Process process = PROCESSES.find(key).orElseThrow();
    var rows = new ArrayList<Row>();
    for (Row row : WorkingTogether.undated(process, STUDIO).rows()) {
      boolean over = rows.isEmpty();
      LocalDate to = over ? LocalDate.of(2026, 2, 26) : TODAY.plusWeeks(rows.size());
      rows.add(with(row, Optional.of(to), over, row.ifLate()));
    }
    return new WorkingTogether(version, rows, List.of());
  }

  private static Row with(Row row, Optional<LocalDate> to, boolean over, Optional<IfLate> ifLate) {
    var brings =
        row.brings().stream()
            .map(bring -> new Bring(bring.names(), bring.workingDays(), to.filter(_ -> !over)))
            .toList();
    return new Row(
        row.stage(),
        row.names(),
        row.who(),
        row.answers(),
        row.client(),
        row.studio(),
        brings,
        row.workingDays(),
        to,
        over,
        ifLate,
        row.handsOver());
  }

  private static String fact(String name, WorkingTogether page, Language language) {
    return in(facts(page, language), name);
  }

  private static Map<String, String> facts(WorkingTogether page, Language language) {
    return WorkingTogetherPage.of(page, "Harbour Books shop", STUDIO.name(), TODAY, language)
        .facts();
  }

  private static <K> String in(Map<K, String> words, K key) {
    return Objects.requireNonNull(words.get(key));
  }
}
