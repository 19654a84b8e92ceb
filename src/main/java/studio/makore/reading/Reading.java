package studio.makore.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.makore.language.Language;

/**
 * What a mail says.
 *
 * @param language the language of the new text
 * @param acts the surest first; may hold a best guess when unsure, and nothing when there was
 *     nothing to read
 * @param unsure whether a person should look before anything is done on the strength of this
 *     reading: nothing was clear enough, the acts contradict each other, or the words are mostly
 *     unknown
 */
public record Reading(Language language, List<ReadAct> acts, boolean unsure) {
  public Reading {
    acts = List.copyOf(acts);
  }

  public boolean has(Act act) {
    return find(act).isPresent();
  }

  public Optional<ReadAct> find(Act act) {
    return acts.stream().filter(read -> read.act() == act).findFirst();
  }

  /** The words that show the act, if it was read. */
  public Optional<String> evidence(Act act) {
    return find(act).map(ReadAct::evidence);
  }

  public Set<Act> names() {
    return acts.stream().map(ReadAct::act).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the mail accepts the deliverable without asking for any change of it. */
  public boolean plainApproval() {
    return has(Act.APPROVAL) && !has(Act.CHANGE_REQUEST) && !has(Act.REJECTION);
  }
}
