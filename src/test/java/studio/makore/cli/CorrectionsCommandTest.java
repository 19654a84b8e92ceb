package studio.makore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.makore.language.Language;
import studio.makore.reading.Act;
import studio.makore.reading.Correction;
import studio.makore.reading.Corrections;

class CorrectionsCommandTest {
  @TempDir Path folder;

  private static Correction correction(Language language, String words, Act... acts) {
    return new Correction(
        language, words, Set.of(acts), "<1@a.example>", "noa@northlight.example", Instant.EPOCH);
  }

  @Test
  void corrections_come_out_as_lines_of_training_text_by_language() {
    var home = Home.in(folder);
    try (var rooms = StudioOption.open(MakoreFile.read(folder.resolve("makore.yml"), Map.of()))) {
      var corrections = rooms.getBean(Corrections.class);
      corrections.add(correction(Language.HEBREW, "נשמע טוב", Act.SCHEDULING));
      corrections.add(correction(Language.ENGLISH, "ok\nthen"));
      corrections.add(correction(Language.HEBREW, "מתי?", Act.STATUS_INQUIRY));
    }

    assertThat(home.run("corrections"))
        .isEqualTo(
            new Terminal(
                0,
                """
                # en
                -\tok then
                # he
                SCHEDULING\tנשמע טוב
                STATUS_INQUIRY\tמתי?
                """,
                ""));
  }
}
