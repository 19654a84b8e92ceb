package studio.makore.desk;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import studio.makore.project.Process;
import studio.makore.project.Stage;

/** Finds the stage that an owner's words name. */
final class Stages {
  private Stages() {}

  /** By its key or its name in any language; of several the one whose name is longest. */
  static Optional<Stage> named(String text, Process process) {
    String said = " " + OwnerCommands.folded(text).replaceAll("[^\\p{L}\\p{N}-]+", " ") + " ";
    return process.stages().stream()
        .flatMap(stage ->
            names(stage)
                .filter(name -> said.contains(" " + name + " "))
                .map(name -> new Named(stage, name)))
        .max(Comparator.comparing(named -> named.name().length()))
        .map(Named::stage);
  }

  private record Named(Stage stage, String name) {}

  private static Stream<String> names(Stage stage) {
    return Stream.concat(
            Stream.of(stage.key(), stage.key().replace('-', ' ')), stage.names().values().stream())
        .map(OwnerCommands::folded);
  }
}
