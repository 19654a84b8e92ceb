package studio.makore.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studio.makore.report.Northlight.FIRST_OF_MARCH;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.makore.Database;
import studio.makore.language.Language;
import studio.makore.project.ProjectEvent;
import studio.makore.silence.Cause;
import studio.makore.silence.OwedUpdate;

class ReportWriterTest {
  private static final List<Language> LANGUAGES =
      List.of(Language.HEBREW, Language.ARABIC, Language.ENGLISH);

  private final ReportWriter writer = new ReportWriter();
  private final Northlight studio = new Northlight(Database.H2);

  @ParameterizedTest
  @ValueSource(strings = {"he", "ar", "en"})
  void the_whole_report_is_there_in_each_language(String tag) throws IOException {
    var language = new Language(tag);
    var report = fullWeek();

    String page = writer.page(report, language);
    String text = writer.text(report, language);
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/report-" + tag + ".html"), page);
    Files.writeString(Path.of("target/report-" + tag + ".txt"), text);

    for (String form : List.of(text, Jsoup.parse(page).text())) {
      assertThat(form)
          .contains("Northlight", "מאפיית דליה", "عيادة النور", "Harbour Café")
          .contains("מה קורה עם הסקיצה?", "ما أخبار الموقع؟", "Any news on the shop?")
          .contains("the first sketch of the site")
          .doesNotContain("{{", "null", "Optional");
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          he, 1, פנייה אחת שנולדה מהשתיקה שלנו
          he, 2, שתי פניות שנולדו מהשתיקה שלנו
          he, 3, 3 פניות שנולדו מהשתיקה שלנו
          he, 12, 12 פניות שנולדו מהשתיקה שלנו
          ar, 1, استفسار واحد سببه صمتنا
          ar, 2, استفساران سببهما صمتنا
          ar, 3, 3 استفسارات سببها صمتنا
          ar, 11, 11 استفسارًا سببها صمتنا
          en, 1, One inquiry caused by our silence
          en, 2, 2 inquiries caused by our silence
          """)
  void inquiries_are_counted_as_each_language_counts(String tag, int count, String headline) {
    var dalia = studio.contact("Bakery", "Dalia", Language.HEBREW);
    IntStream.range(0, count)
        .mapToObj(i -> studio.open(dalia, "site " + i, -3))
        .forEach(project -> studio.asks(dalia, project, 2, Cause.NO_DATE_GIVEN));

    var report = studio.report(FIRST_OF_MARCH, 5);

    assertThat(writer.text(report, new Language(tag))).contains("\n" + headline + "\n");
    assertThat(writer.subject(report, new Language(tag))).startsWith(headline + " (");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          he, 0, פחות מיום
          he, 1, יום אחד
          he, 2, יומיים
          he, 11, 11 ימים
          ar, 2, يومان
          ar, 10, 10 أيام
          ar, 11, 11 يومًا
          ar, 100, 100 يوم
          ar, 103, 103 أيام
          ar, 202, 202 يوم
          en, 1, 1 day
          en, 101, 101 days
          """)
  void days_are_counted_as_each_language_counts(String tag, int days, String words) {
    assertThat(Words.in(new Language(tag)).count("days", days)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          he, שבוע שקט: אף אחד לא היה צריך לשאול מה קורה. כל הכבוד!
          ar, أسبوع هادئ: لم يضطر أحد إلى السؤال عن الأخبار. عمل رائع!
          en, A quiet week: nobody had to ask what's happening. Well done!
          """)
  void a_quiet_week_is_celebrated_in_one_line(String tag, String celebration) {
    studio.promises(
        studio.open(studio.contact("Bakery", "Dalia", Language.HEBREW), "site", -3), -3, "it", 20);
    var report = studio.report(FIRST_OF_MARCH, 5);

    assertThat(writer.text(report, new Language(tag)).lines()).containsOnlyOnce(celebration);
    assertThat(Jsoup.parse(writer.html(report, new Language(tag))).select("h1").text())
        .isEqualTo(celebration);
  }

  @ParameterizedTest
  @EnumSource
  void each_cause_is_told_in_each_language(Cause cause) {
    for (var language : LANGUAGES) {
      assertThat(Words.in(language).say("cause." + cause)).isNotBlank();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void each_owed_update_is_told_in_each_language(OwedUpdate owed) {
    for (var language : LANGUAGES) {
      assertThat(Words.in(language).say("owed." + owed)).isNotBlank();
    }
  }

  /** 000.1: "if a client asks, I erred". */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          he, אשמ;באשמת;בגלל הלקוח;הלקוח איחר;הלקוחה איחרה;נודניק;נדנד;חסר סבלנות;לחוץ;לא שלח;לא הבינ;שכח;עיכב;שוב ושוב
          ar, ذنب;خطأ العميل;بسبب العميل;تأخر;تأخّر;نسي;لم يرسل;لم يفهم;مزعج;صبر;إلحاح;مماطل
          en, fault;blame;because of the client;client was late;late client;impatient;nag;pester;annoy;anxious;forgot;failed to;did not send;delayed
          """)
  void nothing_in_the_report_blames_the_client(String tag, String blame) throws IOException {
    var ours =
        String.join(
                "\n",
                lines("/studio/makore/report/%s.properties".formatted(tag)).values().stream()
                    .map(Object::toString)
                    .toList())
            .toLowerCase(java.util.Locale.ROOT);
    String forClients =
        lines("/studio/makore/reply/words.%s.properties".formatted(tag)).getProperty("blame");

    assertThat(Stream.of(blame.split(";"), forClients.split(";")).flatMap(Arrays::stream))
        .hasSizeGreaterThan(20)
        .allSatisfy(phrase -> assertThat(ours).doesNotContain(phrase.strip()));
  }

  @Test
  void the_words_of_all_languages_have_the_same_keys_but_for_their_forms() throws IOException {
    var english = keys("en");
    assertThat(keys("he")).isEqualTo(english);
    assertThat(keys("ar")).isEqualTo(english);
  }

  @Test
  void a_language_without_a_file_is_refused_by_the_file_it_needs() {
    assertThatThrownBy(() -> writer.subject(studio.report(FIRST_OF_MARCH, 5), new Language("fr")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fr.properties");
  }

  @ParameterizedTest
  @ValueSource(strings = {"he", "ar", "en"})
  void hostile_names_and_words_are_shown_and_never_obeyed(String tag) {
    var language = new Language(tag);
    var mallory =
        studio.contact("<b>Evil & Co</b>", "\"><script>alert(1)</script>", Language.ENGLISH);
    var project = studio.open(mallory, "\u202e{{studio}} <img src=http://evil.example/x.png>", -3);
    studio.asksForPromised(
        mallory,
        project,
        2,
        "</td><td>",
        "\u001b[31mred\u001b[0m\u202e <a href='javascript:x'>\n$1 \\ {{n}}");

    var report = studio.report(FIRST_OF_MARCH, 5);
    var html = Jsoup.parse(writer.page(report, language));
    String text = writer.text(report, language);

    assertThat(html.select("script, img, a, b")).isEmpty();
    assertThat(html.text()).contains("<b>Evil & Co</b>", "{{studio}} <img", "$1 \\ {{n}}");
    assertThat(text).contains("<b>Evil & Co</b>", "{{studio}} <img", "$1 \\ {{n}}");
    assertThat(text.codePoints().filter(c -> c != '\n').mapToObj(Character::getType))
        .doesNotContain((int) Character.CONTROL);
    assertThat(text + html.html()).doesNotContain("\u202e", "\u001b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"he", "ar", "en"})
  void the_html_asks_for_nothing_from_outside_and_says_its_direction(String tag) {
    var language = new Language(tag);
    var html = Jsoup.parse(writer.html(fullWeek(), language));
    String direction = tag.equals("en") ? "ltr" : "rtl";

    assertThat(html.select("svg, img, script, style, link, [src], [href]")).isEmpty();
    var outermost = Objects.requireNonNull(html.body().firstElementChild());
    assertThat(outermost.attr("lang")).isEqualTo(tag);
    assertThat(outermost.attr("dir")).isEqualTo(direction);
    assertThat(html.select("table"))
        .allSatisfy(table -> assertThat(table.attr("dir")).isEqualTo(direction));
    assertThat(html.select("td[bgcolor]").eachAttr("width")).contains("85%");
  }

  @ParameterizedTest
  @ValueSource(strings = {"he", "ar"})
  void every_line_of_right_to_left_text_starts_from_the_right(String tag) {
    assertThat(writer.text(fullWeek(), new Language(tag)).lines().filter(line -> !line.isBlank()))
        .allSatisfy(line -> assertThat(Apart.rightToLeft(line, false)).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"he", "ar", "en"})
  void lines_of_text_fit_a_terminal(String tag) {
    var dalia = studio.contact("Bakery", "Dalia", Language.HEBREW);
    var site = studio.open(dalia, "A name that goes on " + "and on ".repeat(20), -3);
    studio.asks(dalia, site, 2, Cause.CLIENT_DELAY, OwedUpdate.CLIENT_REMINDER, "So? ".repeat(200));

    String text = writer.text(studio.report(FIRST_OF_MARCH, 5), new Language(tag));

    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(text).contains("So?…");
  }

  @Test
  void a_quotation_runs_its_own_way_in_any_report() {
    var html = Jsoup.parse(writer.html(fullWeek(), Language.ENGLISH));

    assertThat(html.select("p[dir=rtl]").text()).contains("מה קורה עם הסקיצה?");
    assertThat(html.select("p[dir=ltr]").text()).contains("Did my mail reach you?");
  }

  @Test
  void a_link_in_a_long_quotation_can_be_copied_from_the_text() {
    var dalia = studio.contact("Bakery", "Dalia", Language.HEBREW);
    var site = studio.open(dalia, "site", -3);
    String link = "https://bakery.example/a-rather-long-address-of-a-page-that-nobody-saw";
    studio.asks(
        dalia,
        site,
        2,
        Cause.NO_DATE_GIVEN,
        OwedUpdate.STAGE_START,
        "Is it soon? ".repeat(6) + link);

    assertThat(writer.text(studio.report(FIRST_OF_MARCH, 5), Language.HEBREW).lines())
        .filteredOn(line -> line.contains(link))
        .singleElement()
        .satisfies(line -> assertThat(line).doesNotContain("\u2068", "\u2069"));
  }

  private WeeklyReport fullWeek() {
    var dalia = studio.contact("מאפיית דליה", "דליה", Language.HEBREW);
    var omar = studio.contact("عيادة النور", "عمر", Language.ARABIC);
    var grace = studio.contact("Harbour Café", "Grace O'Neil", Language.ENGLISH);
    var bakery = studio.open(dalia, "אתר המאפייה 2.0", -40);
    var clinic = studio.open(omar, "موقع العيادة", -40);
    var shop = studio.open(grace, "Harbour shop & menu", -40);
    var landing = studio.open(dalia, "Landing page לפסח", -20);
    studio.open(grace, "Winter campaign", 1);
    int[] before = {6, 4, 4, 2, 3};
    for (int week = 0; week < before.length; week++) {
      for (int time = 0; time < before[week]; time++) {
        int day = -34 + 7 * week + time;
        studio.asks(dalia, bakery, day, Cause.NO_DATE_GIVEN);
        studio.answers(bakery, day);
      }
    }
    studio.asks(
        grace, shop, -1, Cause.UNANSWERED_MAIL, OwedUpdate.ANSWER, "Did my mail reach you?");
    studio.promises(bakery, -8, "the first sketch of the site", 1);
    studio.happens(bakery, -8, new ProjectEvent.ClientHeard("start", "<s@northlight.example>"));
    studio.asksForPromised(
        dalia,
        bakery,
        2,
        "the first sketch of the site",
        "היי,\nמה קורה עם הסקיצה? אמרתם שזה יהיה ב-1.3, וכבר עבר.");
    studio.asksForPromised(dalia, bakery, 3, "the first sketch of the site", "?");
    studio.answers(bakery, 4);
    studio.asks(
        omar,
        clinic,
        3,
        Cause.MIDWAY_SILENCE,
        OwedUpdate.MIDWAY,
        "مرحبا، ما أخبار الموقع؟ هل WordPress جاهز؟");
    studio.asks(
        dalia, landing, 4, Cause.CLIENT_DELAY, OwedUpdate.CLIENT_REMINDER, "מתי עולים לאוויר?");
    studio.asks(omar, clinic, 4, Cause.MIDWAY_SILENCE, OwedUpdate.MIDWAY, "؟");
    studio.asks(
        grace, landing, 5, Cause.ANXIOUS_THOUGH_INFORMED, OwedUpdate.NONE, "Any news on the shop?");
    studio.promises(clinic, -8, "النموذج الأول", 12);
    return studio.report(FIRST_OF_MARCH, 5);
  }

  private static List<String> keys(String tag) throws IOException {
    return lines("/studio/makore/report/%s.properties".formatted(tag))
        .stringPropertyNames()
        .stream()
        .map(key -> key.replaceFirst("\\.[\\d-]+$", ""))
        .distinct()
        .sorted()
        .toList();
  }

  private static Properties lines(String file) throws IOException {
    var lines = new Properties();
    try (var in = Objects.requireNonNull(ReportWriterTest.class.getResourceAsStream(file))) {
      lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return lines;
  }
}
