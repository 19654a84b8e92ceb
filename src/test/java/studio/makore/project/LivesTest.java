package studio.makore.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in every life of every project, whatever clients and studio do. */
class LivesTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  private static final int DAYS = 300;
  private static final Processes PROCESSES =
      Processes.read(Path.of("templates/process.yml"), Lives.LANGUAGES);

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  private static Lives studio(long seed, Set<Long> punctual) {
    var lives = new Lives(PROCESSES, seed, FIRST, punctual);
    for (int i = 0; i < 3; i++) {
      PROCESSES.keys().forEach(lives::open);
    }
    return lives;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @DisplayName("000.20: no active project ends a working day without a day its client knows")
  void no_project_is_left_in_the_air(long seed) {
    var lives = studio(seed, Set.of());
    for (int day = 0; day < DAYS; day++, lives.next()) {
      lives.play();
      if (lives.workingDay()) {
        assertThat(InTheAir.on(lives.today, lives.states(), PROCESSES, Lives.STUDIO, lives.load()))
            .filteredOn(each -> each.why() != InTheAir.Why.CLIENT_SILENT)
            .as("on %s with seed %d", lives.today, seed)
            .isEmpty();
      }
    }
  }
}
