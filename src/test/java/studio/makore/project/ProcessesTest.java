package studio.makore.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("process.yml"), text);
  }
}
