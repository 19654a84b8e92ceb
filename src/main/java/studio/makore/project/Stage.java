package studio.makore.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.makore.language.Language;

/**
 * One step of a process.
 *
 * @param key the word that names it in files and commands
 * @param names what the step is called, by language, for the sentence "we are now at …"
 * @param results what the client has in hand when it ends, by language, for "next comes …"
 * @param waitingFor what the client has to do, by language; empty when it is the studio's turn
 * @param revisions what the studio hands in after corrections, by language; empty where the stage
 *     does not end by an approval
 * @param workingDays how long it usually takes
 * @param cushion working days added on top before a date is promised
 * @param court whose turn it is while it lasts
 * @param ends what takes the project to the next stage
 * @param brings what the client has to bring; empty where the court is the studio's
 * @param ifLate what happens if one side is late; empty where nothing does
 * @param owner who at the studio answers for it; the studio's first owner when empty
 */
public record Stage(
    String key,
    Map<Language, String> names,
    Map<Language, String> results,
    Map<Language, String> waitingFor,
    Map<Language, String> revisions,
    int workingDays,
    int cushion,
    Court court,
    Ends ends,
    List<Item> brings,
    Optional<IfLate> ifLate,
    Optional<String> owner) {

  /** What ends a stage. */
  public enum Ends {
    /** The client approves what was presented. */
    APPROVAL,
    /** The client delivers what was asked for. */
    MATERIALS,
    /** The studio says that it is done. */
    STUDIO,
    /** Nothing: the last stage, which goes on. */
    NEVER
  }

  /** Working days to promise: the usual length and the cushion. */
  public int promisedDays() {
    return workingDays + cushion;
  }
}
