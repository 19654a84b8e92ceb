package studio.makore.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The studio's own way of working: stages in their order, at least one, and the updates it owes.
 *
 * @param rules those that are named; all others are off
 * @param workingTogetherSince projects opened before that day do not get the page "How we work
 *     together"; empty where its rule is off
 */
public record Process(
    String key,
    List<Stage> stages,
    Map<Update, UpdateRule> rules,
    Kickoff kickoff,
    Optional<LocalDate> workingTogetherSince) {

  public Optional<Stage> stage(String key) {
    return stages.stream().filter(stage -> stage.key().equals(key)).findFirst();
  }

  /**
   * The stage a project is in.
   *
   * @throws IllegalStateException when the file does not name it any more
   */
  public Stage stageOf(ProjectState state) {
    return stage(state.stage())
        .orElseThrow(() ->
            new IllegalStateException(
                "the project \"%s\" is in the stage \"%s\", which its process \"%s\" does not name"
                    .formatted(state.project().name(), state.stage(), key)));
  }

  public Stage first() {
    return stages.getFirst();
  }

  /** The stage after that one; empty after the last. */
  public Optional<Stage> after(Stage stage) {
    int next = stages.indexOf(stage) + 1;
    return next < stages.size() ? Optional.of(stages.get(next)) : Optional.empty();
  }

  /** How that update is kept. */
  public UpdateRule rule(Update update) {
    return rules.getOrDefault(update, UpdateRule.off(update));
  }
}
