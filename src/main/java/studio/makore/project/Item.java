package studio.makore.project;

import java.util.Map;
import studio.makore.language.Language;

/**
 * One thing the client has to bring in a stage.
 *
 * @param key the word that names it in commands; what comes in under a name with that word in it is
 *     taken for it
 * @param names by language
 * @param workingDays after which it is due, counted from when it was asked for
 */
public record Item(String key, Map<Language, String> names, int workingDays) {}
