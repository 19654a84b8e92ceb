package studio.makore.project;

import java.util.Map;
import studio.makore.language.Language;

/**
 * What happens in a stage if one side is late.
 *
 * @param workingDays how many working days after the due day it happens; the one before, not yet
 * @param client what follows when the client is late, by language
 * @param studio what the studio gives when it is late itself, by language
 */
public record IfLate(int workingDays, Map<Language, String> client, Map<Language, String> studio) {

  /** The words for that side's lateness. */
  public Map<Language, String> words(Court late) {
    return late == Court.CLIENT ? client : studio;
  }
}
