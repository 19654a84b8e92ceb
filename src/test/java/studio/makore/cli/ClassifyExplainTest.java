package studio.makore.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClassifyExplainTest {
  private static final byte[] CONDITIONAL =
      "{\"id\":\"7\",\"body\":\"Hi Martha,\\nOnce the blue is lighter we approve the sketch.\"}"
          .getBytes(UTF_8);

  @Test
  void a_person_reads_what_pushed_the_score_and_which_guard_spoke() {
    var terminal = Terminal.run(Terminal.PROJECT, CONDITIONAL, "classify", "-", "--explain");

    assertThat(terminal.exit()).isZero();
    assertThat(terminal.out())
        .startsWith("7 (en): ")
        .containsPattern(
            "APPROVAL +not read; [01]\\.\\d\\d by its words, enough from [01]\\.\\d\\d")
        .containsPattern("for +approve \\+\\d")
        .contains("guard conditional: \"Once the blue is lighter we approve the sketch.\"");
  }

  @Test
  void a_program_gets_the_same_as_json() {
    JsonNode line =
        JsonMapper.shared()
            .readTree(
                Terminal.run(Terminal.PROJECT, CONDITIONAL, "classify", "-", "--explain", "--json")
                    .out());

    assertThat(line.path("id").asString()).isEqualTo("7");
    assertThat(line.path("weighed")).hasSize(16);
    assertThat(line.at("/weighed/0/words/0/word").asString()).isNotEmpty();
    assertThat(line.path("guards").valueStream().map(g -> g.path("guard").asString()))
        .contains("conditional");
  }
}
