package studio.makore.desk;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studio.makore.project.Item;
import studio.makore.project.Process;
import studio.makore.project.ProjectState;
import studio.makore.project.Stage;
import studio.makore.project.Studio;
import studio.makore.reading.Act;
import studio.makore.reading.Reading;

/** All that the policy may look at: what the mail does and where its project stands. */
record Situation(
    Reading reading,
    List<String> attachments,
    ProjectState state,
    Process process,
    Studio studio,
    Instant now) {
  private static final int SHORTEST_NAME = 4;

  boolean does(Act act) {
    return reading.has(act);
  }

  /** The client's own words for an act. */
  String words(Act act) {
    return reading.evidence(act).orElse("");
  }

  Stage stage() {
    return process.stageOf(state);
  }

  /** What rests because the client was silent goes on when she is not any more. */
  boolean awaits(Stage.Ends ends) {
    return stage().ends() == ends && (state.active() || dormant());
  }

  private boolean dormant() {
    return state.paused() && state.because().equals(Optional.of(ProjectState.DORMANT));
  }

  /** Whether the project was closed because the client was silent. */
  boolean cameBack() {
    return state.closed() && state.because().equals(Optional.of(ProjectState.DORMANT));
  }

  /** The names of the files, and the keys of the items that the mail names. */
  List<String> brought() {
    String said = OwnerCommands.folded(words(Act.MATERIALS) + " " + String.join(" ", attachments));
    var named =
        state.missing(process).stream()
            .filter(item ->
                item.names().values().stream().anyMatch(name -> names(said, name))
                    || said.contains(OwnerCommands.folded(item.key())))
            .map(Item::key);
    return Stream.concat(attachments.stream(), named).distinct().toList();
  }

  /** What is missing after this mail. */
  List<Item> stillMissing() {
    var brought = brought();
    return state.missing(process).stream()
        .filter(item ->
            brought.stream()
                .noneMatch(name ->
                    name.toLowerCase(Locale.ROOT).contains(item.key().toLowerCase(Locale.ROOT))))
        .toList();
  }

  /** Whether one of the longer words of an item's name is said. */
  private static boolean names(String said, String item) {
    return Arrays.stream(OwnerCommands.folded(item).split("[^\\p{L}]+"))
        .filter(word -> word.length() >= SHORTEST_NAME)
        .anyMatch(said::contains);
  }
}
