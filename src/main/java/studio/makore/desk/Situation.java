package studio.makore.desk;

import java.time.Instant;
import java.util.List;
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

  boolean does(Act act) {
    return reading.has(act);
  }

  /** The client's own words for an act. */
  String words(Act act) {
    return reading.evidence(act).orElse("");
  }

  Stage stage() {
    return process
        .stage(state.stage())
        .orElseThrow(() ->
            new IllegalStateException(
                "the project \"%s\" is in the stage \"%s\", which its process \"%s\" does not name"
                    .formatted(state.project().name(), state.stage(), process.key())));
  }

  boolean awaits(Stage.Ends ends) {
    return stage().ends() == ends && state.active();
  }
}
