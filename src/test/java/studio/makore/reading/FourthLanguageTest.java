package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.makore.cli.Makore;

/**
 * French is added by files alone: those of {@code src/test/resources/fourth-language}, put before
 * the program on the class path, and its sentences in the models folder. A process of its own,
 * because languages are loaded once.
 */
class FourthLanguageTest {
  private static final Path FILES = Path.of("src/test/resources/fourth-language").toAbsolutePath();

  @TempDir static Path home;

  @BeforeAll
  static void french_is_taught() throws Exception {
    Path folder = Files.createDirectories(home.resolve("models/training/fr"));
    Files.copy(FILES.resolve("models/training/fr/seeds.tsv"), folder.resolve("seeds.tsv"));
    assertThat(makore("", "train")).contains("fr: 54 sentences");
  }

  /** What {@code ./makore} prints when it has the files of French. */
  private static String makore(String input, String... arguments) throws Exception {
    Path in = Files.writeString(home.resolve("in"), input);
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dmakore.home=" + home,
            "-cp",
            FILES + File.pathSeparator + System.getProperty("java.class.path"),
            Makore.class.getName());
    Process process =
        new ProcessBuilder(Stream.concat(java.stream(), Stream.of(arguments)).toList())
            .redirectInput(in.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void a_french_mail_is_read() throws Exception {
    assertThat(
            makore(
                """
                {"id":"1","body":"Bonjour Claire,\\nquand est-ce que le site sera prêt ?"}
                {"id":"2","body":"Nous approuvons la maquette."}
                {"id":"3","body":"Le logo est trop petit, pouvez-vous l'agrandir ?"}
                """,
                "classify",
                "-"))
        .containsPattern("\"1\",\"lang\":\"fr\",\"acts\":\\[\\{\"act\":\"STATUS_INQUIRY\"")
        .containsPattern("\"2\",\"lang\":\"fr\",\"acts\":\\[\\{\"act\":\"APPROVAL\"")
        .containsPattern("\"3\",\"lang\":\"fr\",\"acts\":\\[\\{\"act\":\"CHANGE_REQUEST\"");
  }

  @Test
  void a_french_condition_is_no_approval() throws Exception {
    assertThat(
            makore(
                "{\"id\":\"1\",\"body\":\"Dès que le bleu est plus clair, nous validons la maquette.\"}",
                "classify",
                "-",
                "--explain"))
        .contains("guard conditional")
        .containsPattern("APPROVAL +not read");
  }

  @Test
  void a_french_owner_decides() throws Exception {
    assertThat(
            makore(
                """
                {"id":"1","sent":"2026-03-03T10:12:00+01:00","body":"Oui, envoyez-le, merci"}
                {"id":"2","sent":"2026-03-03T10:12:00+01:00","body":"Laissez tomber"}
                {"id":"3","sent":"2026-03-03T10:12:00+01:00","body":"Oui, mais changez la date"}
                """,
                "decide",
                "-"))
        .containsSubsequence("\"SEND\"", "\"DISCARD\"", "\"UNCLEAR\"");
  }

  @Test
  void the_languages_that_were_there_stay_as_they_were() throws IOException {
    assertThat(Files.readString(FILES.resolve("studio/makore/language/languages.tsv")))
        .startsWith(
            Files.readString(Path.of("src/main/resources/studio/makore/language/languages.tsv")));
  }
}
