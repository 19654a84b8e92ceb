package studio.makore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Running projects are taken over from a sheet, shown, and written out again. */
class ProjectSheetTest {
  private static final String SHEET =
      """
      project,client,contact,address,language,gender,process,stage,promised
      Bakery site,Bakery,דליה,dalia@bakery.example,he,feminine,website,build,2099-03-12
      "Harvest, page",Olive Press,رامي,rami@olives.example,ar,masculine,landing-page,sketch-review,
      """;

  @TempDir Path folder = Path.of("");
  private Home home = new Home(folder);

  @BeforeEach
  void everythingIsAsItShouldBe() {
    home = Home.in(folder);
  }

  @Test
  @DisplayName("000.9, 003.24: adopted by a sheet, shown, and exported as they came")
  void projects_come_in_and_go_out_by_a_sheet() {
    home.write("running.csv", "\ufeff" + SHEET);

    assertThat(home.run("project", "import", folder.resolve("running.csv").toString()))
        .isEqualTo(new Terminal(0, "Took over 2 projects.\n", ""));
    assertThat(home.run("project", "export")).isEqualTo(new Terminal(0, SHEET, ""));
    assertThat(home.run("project", "show", "Bakery site").out())
        .contains("נקלט באמצע הדרך", "בניית האתר", "12 במרץ 2099");
    assertThat(home.run("project", "durations").out().lines())
        .hasSize(3)
        .element(1)
        .asString()
        .startsWith("Bakery site,website,build,")
        .endsWith(",,15,18,0,0,0,0,0,0");
  }

  @Test
  void a_wrong_sheet_takes_over_nothing() {
    home.write("running.csv", SHEET.replace("sketch-review", "party"));

    var terminal = home.run("project", "import", folder.resolve("running.csv").toString());

    assertThat(terminal.exit()).isEqualTo(1);
    assertThat(terminal.err())
        .contains("line 3: the process \"landing-page\" has no stage \"party\"; it has sketch,");
    assertThat(home.run("project", "export").out().lines()).hasSize(1);
  }

  @Test
  void a_sheet_without_a_column_or_with_a_wrong_day_is_refused() {
    home.write("running.csv", SHEET.replace("address", "mail"));
    assertThat(home.run("project", "import", folder.resolve("running.csv").toString()).err())
        .contains("line 1: the column \"address\" is missing; the columns are project, client,");

    home.write("running.csv", SHEET.replace("2099-03-12", "soon"));
    assertThat(home.run("project", "import", folder.resolve("running.csv").toString()).err())
        .contains("line 2: promised should be a day such as 2026-03-15, not \"soon\"");
  }
}
