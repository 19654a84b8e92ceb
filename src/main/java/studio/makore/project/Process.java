package studio.makore.project;

import java.util.List;
import java.util.Optional;

/** The studio's own way of working: stages in their order, at least one. */
public record Process(String key, List<Stage> stages) {

  public Optional<Stage> stage(String key) {
    return stages.stream().filter(stage -> stage.key().equals(key)).findFirst();
  }

  public Stage first() {
    return stages.getFirst();
  }

  /** The stage after that one; empty after the last. */
  public Optional<Stage> after(Stage stage) {
    int next = stages.indexOf(stage) + 1;
    return next < stages.size() ? Optional.of(stages.get(next)) : Optional.empty();
  }
}
