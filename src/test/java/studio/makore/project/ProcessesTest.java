package studio.makore.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.makore.language.Language;

class ProcessesTest {
  private static final Set<Language> LANGUAGES =
      Set.of(Language.HEBREW, Language.ARABIC, Language.ENGLISH);

  @TempDir Path folder;

  @Test
  void the_process_that_comes_with_makore_is_right() {
    var processes = Processes.read(Path.of("templates/process.yml"), LANGUAGES);

    assertThat(processes.keys()).contains("website", "landing-page");
    var website = processes.find("website").orElseThrow();
    assertThat(website.first().court()).isEqualTo(Court.CLIENT);
    assertThat(website.after(website.stage("sketch-review").orElseThrow()).orElseThrow().key())
        .isEqualTo("build");
    assertThat(website.stage("build").orElseThrow().promisedDays()).isEqualTo(18);
  }

  @Test
  void a_wrong_value_is_said_with_file_line_key_and_what_is_allowed() throws IOException {
    var file =
        write(
            """
            processes:
              small:
                stages:
                  - key: build
                    name: {en: building, he: בנייה, ar: بناء}
                    result: {en: the site, he: האתר, ar: الموقع}
                    days: 3
                    court: nobody
                    ends: studio
            """);

    assertThatThrownBy(() -> Processes.read(file, LANGUAGES))
        .isInstanceOf(YamlFile.Wrong.class)
        .hasMessage(
            file
                + " line 8: processes.small.stages.court should be one of studio, client, not"
                + " \"nobody\"");
  }

  @Test
  void a_stage_without_its_words_in_a_language_of_the_studio_is_refused() throws IOException {
    var file =
        write(
            """
            processes:
              small:
                stages:
                  - key: build
                    name: {en: building, he: בנייה}
                    result: {en: the site, he: האתר, ar: الموقع}
                    days: 3
                    court: studio
                    ends: studio
            """);

    assertThatThrownBy(() -> Processes.read(file, LANGUAGES))
        .hasMessage(file + " line 5: processes.small.stages.name.ar is missing");
  }

  @Test
  void an_unknown_key_is_refused_so_that_no_typing_error_passes() throws IOException {
    var file = write("proceses: {}\n");

    assertThatThrownBy(() -> Processes.read(file, LANGUAGES))
        .hasMessage(
            file + " line 1: proceses is not a known key; allowed here: capacity, processes");
  }

  @Test
  void what_is_not_yaml_is_said_with_its_line() throws IOException {
    var file = write("processes:\n  small: [\n");

    assertThatThrownBy(() -> Processes.read(file, LANGUAGES))
        .isInstanceOf(YamlFile.Wrong.class)
        .hasMessageStartingWith(file + " line 3: this is not YAML");
  }

  @Test
  void a_missing_file_is_said_by_name() {
    var file = folder.resolve("none.yml");

    assertThatThrownBy(() -> Processes.read(file, LANGUAGES))
        .hasMessage(file + ": cannot be read: there is no such file");
  }

  private static final String SMALL =
      """
      processes:
        small:
          stages:
            - key: brief
              name: {en: brief, he: בריף, ar: موجز}
              result: {en: the brief, he: הבריף, ar: الموجز}
              waiting-for: {en: your brief, he: הבריף שלכם, ar: موجزكم}
              days: 3
              court: client
              ends: materials
          updates:
            %s
      """;

  @Test
  @DisplayName("000.8: what is not named is off; each mode and number is read")
  void each_rule_stands_alone() throws IOException {
    var process =
        Processes.read(
                write(SMALL.formatted("client-reminder: {mode: automatic, after: [2, 5]}")),
                LANGUAGES)
            .find("small")
            .orElseThrow();

    assertThat(process.rule(Update.CLIENT_REMINDER).mode()).isEqualTo(UpdateRule.Mode.AUTOMATIC);
    assertThat(process.rule(Update.CLIENT_REMINDER).days()).containsExactly(2, 5);
    assertThat(process.rule(Update.KICKOFF).on()).isFalse();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          midway: sometimes | updates.midway should be one of off, ask, automatic, not "sometimes"
          midway: {mode: ask, longer-than: many} | updates.midway.longer-than should be a whole number from 1 to 260, not "many"
          client-reminder: {mode: ask, after: [5, 2]} | updates.client-reminder.after should rise from one number to the next, not [5, 2]
          working-together: ask | updates.working-together should say from which day projects are opened under it, such as {mode: ask, since: 2026-03-01}
          kickoff: {mode: ask, with: call} | updates.kickoff.minutes is missing
          kickoff: {mode: ask, with: lunch} | updates.kickoff.with should be one of call, work, not "lunch"
          """)
  void a_wrong_rule_is_said_with_its_line(String rule, String complaint) throws IOException {
    var file = write(SMALL.formatted(rule));

    assertThatThrownBy(() -> Processes.read(file, LANGUAGES))
        .hasMessage(file + " line 12: processes.small." + complaint);
  }

  @Test
  @DisplayName("003.15, 004.8: whoever is asked for something is told what happens if it is late")
  void a_request_without_a_consequence_is_refused() throws IOException {
    var file = write(SMALL.formatted("materials-request: ask"));

    assertThatThrownBy(() -> Processes.read(file, LANGUAGES))
        .hasMessage(
            file
                + " line 3: processes.small.if-late is missing, for the process or its stage"
                + " \"brief\": materials-request tells the client what happens if something is late");
  }

  @Test
  void only_a_client_brings_something() throws IOException {
    var file =
        write(
            SMALL
                .formatted("midway: ask")
                .replace(
                    "court: client",
                    "brings: [{key: logo, name: {en: logo, he: לוגו, ar: شعار}}]\n        court: studio"));

    assertThatThrownBy(() -> Processes.read(file, LANGUAGES))
        .hasMessageEndingWith(
            "processes.small.stages.brings is only for a stage whose court is the client's");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("process.yml"), text);
  }
}
