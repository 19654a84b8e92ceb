package studio.makore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.makore.audit.Audit;
import studio.makore.audit.Audit.Asked;
import studio.makore.audit.Audit.Gap;
import studio.makore.audit.Audit.LikelyProject;
import studio.makore.audit.Audit.Named;
import studio.makore.audit.Audit.Outcome;
import studio.makore.audit.Audit.Unanswered;
import studio.makore.language.Language;
import studio.makore.silence.Cause;
import studio.makore.silence.OwedUpdate;
import tools.jackson.databind.json.JsonMapper;

class AuditWriterTest {
  private static final LocalDate DAY = LocalDate.of(2025, 3, 4);
  private final AuditWriter writer = new AuditWriter(20);

  private static Asked asked(Cause cause, OwedUpdate owed, int times, String words) {
    return new Asked(
        "bakery.example",
        "דליה",
        "Bakery site",
        "sketch",
        "Bakery site",
        OffsetDateTime.parse("2025-03-04T10:12:00+02:00"),
        OffsetDateTime.parse("2025-03-06T10:12:00+02:00"),
        times,
        words,
        Language.HEBREW,
        11,
        cause,
        owed,
        DAY.minusDays(3),
        Optional.of(DAY.minusDays(2)),
        Optional.empty(),
        false,
        Optional.empty());
  }

  private static Audit audit(List<Asked> asked) {
    return new Audit(
        "noa@northlight.example",
        Set.of("noa@northlight.example"),
        Language.ENGLISH,
        LocalDate.of(2025, 1, 5),
        LocalDate.of(2025, 12, 30),
        1200,
        500,
        600,
        List.of(
            new LikelyProject(
                "bakery.example",
                "dalia@bakery.example",
                "דליה",
                Language.HEBREW,
                "Bakery site",
                "sketch",
                "STUDIO",
                LocalDate.of(2025, 1, 5),
                DAY,
                40,
                Optional.empty())),
        asked,
        List.of(
            new Named(
                "bakery.example",
                "Bakery site",
                DAY.minusDays(9),
                DAY.minusDays(2),
                "הסקיצה תהיה אצלכם ב-2.3",
                Outcome.NOT_SEEN,
                Optional.empty())),
        List.of(
            new Unanswered(
                "bakery.example", "Bakery site", "Photos", DAY, Optional.of(DAY.plusDays(9)))),
        EnumSet.allOf(Gap.class));
  }

  private static Audit everyCause() {
    var asked = new ArrayList<Asked>();
    for (Cause cause : Cause.values()) {
      asked.add(asked(cause, OwedUpdate.values()[cause.ordinal() % 8], 1, "מה קורה עם האתר?"));
    }
    return audit(asked);
  }

  private Document page(Audit audit, String language) {
    return Jsoup.parse(writer.page(audit, new Language(language)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"he", "ar", "en"})
  void the_page_says_everything_in_every_language(String language) {
    Document page = page(everyCause(), language);

    assertThat(page.expectFirst("html").attr("dir"))
        .isEqualTo(language.equals("en") ? "ltr" : "rtl");
    assertThat(page.expectFirst("h1").text()).contains("10");
    assertThat(page.select(".card dl")).hasSize(Cause.values().length);
    assertThat(page.select("ol.updates li")).hasSize(5);
    assertThat(page.select("svg rect.miss")).isNotEmpty();
    assertThat(page.text()).doesNotContain("{{").doesNotContain("null");
    assertThat(page.select("link, script, img")).isEmpty();
  }

  @Test
  void a_question_is_our_miss_and_never_the_clients_fault() {
    for (String language : List.of("he", "ar", "en")) {
      assertThat(page(everyCause(), language).text().toLowerCase(java.util.Locale.ROOT))
          .doesNotContain("fault", "impatient", "nag", "annoy", "blame")
          .doesNotContain("אשמ", "נודניק", "חסר סבלנות", "מציק")
          .doesNotContain("ذنب", "مزعج", "خطأ العميل");
    }
  }

  @Test
  void asking_twice_counts_twice_and_the_hours_are_reckoned_openly() {
    var audit = audit(List.of(asked(Cause.BROKEN_PROMISE, OwedUpdate.DELAY_NOTICE, 3, "When?")));

    assertThat(audit.timesAsked()).isEqualTo(3);
    assertThat(page(audit, "en").text())
        .contains("3 times a client had to ask")
        .contains("3 × 20 minutes = 1 hours")
        .contains("would have spared 3 questions (100% of all questions)");
  }

  @Test
  void a_year_without_questions_is_praised() {
    Document page = page(audit(List.of()), "en");
    assertThat(page.expectFirst("h1.calm").text()).isEqualTo("Nobody had to ask what's happening.");
    assertThat(page.select("svg")).isEmpty();
  }

  @Test
  void nothing_in_a_mail_steers_page_or_spreadsheet() {
    String hostile = "=HYPERLINK(\"http://x\")<script>alert(1)</script>\u202e";
    var audit = audit(List.of(asked(Cause.UNKNOWN, OwedUpdate.NONE, 1, hostile)));

    assertThat(page(audit, "he").select("script")).isEmpty();
    assertThat(writer.inquiries(audit))
        .contains("\"'=HYPERLINK(\"\"http://x\"\")")
        .startsWith("\ufeffasked,lastAsked,times");
  }

  @Test
  void months_run_from_right_to_left_where_the_language_does() {
    var audit = everyCause();
    assertThat(x(page(audit, "en"), 2)).isLessThan(50);
    assertThat(x(page(audit, "he"), 2)).isGreaterThan(50);
  }

  private static double x(Document page, int month) {
    String x = page.select("svg rect.miss[y]").get(month).attr("x");
    return Double.parseDouble(x.substring(0, x.length() - 1));
  }

  @Test
  void programs_get_json_and_one_line_an_inquiry() {
    var audit = everyCause();
    var json = JsonMapper.shared().readTree(writer.json(audit));

    assertThat(json.path("timesAsked").asInt()).isEqualTo(10);
    assertThat(json.path("inquiries")).hasSize(10);
    assertThat(json.path("inquiries").get(0).path("words").asString())
        .isEqualTo("מה קורה עם האתר?");
    assertThat(writer.inquiries(audit).lines()).hasSize(11);
    assertThat(writer.promises(audit).lines()).hasSize(2);
  }
}
