package studio.makore.desk;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import studio.makore.language.Language;
import studio.makore.language.Languages;
import studio.makore.reading.Act;

/** What the desk says to owners outside templates, and the words it understands, by language. */
record Phrases(ResourceBundle words) {
  private static final Map<String, List<String>> EVERYWHERE = new ConcurrentHashMap<>();

  /** Falls back to English for a language without a file. */
  static Phrases in(Language language) {
    return new Phrases(
        ResourceBundle.getBundle(
            "studio.makore.desk.phrases",
            language.locale(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  String matter(Effect.Matter matter) {
    return words.getString("matter." + matter.name().toLowerCase(Locale.ROOT));
  }

  /** The acts in words: "an approval and a question". */
  String acts(Collection<Act> acts) {
    return acts.stream()
        .sorted()
        .map(act -> words.getString("act." + act.name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(" " + words.getString("correction.and") + " "));
  }

  /** The ways to say a thing, folded for comparison, the usual one first. */
  List<String> variants(String key) {
    return Arrays.stream(words.getString(key).split(",", -1)).map(OwnerCommands::folded).toList();
  }

  /** The ways to say a thing in any language that has a file, folded for comparison. */
  static List<String> everywhere(String key) {
    return EVERYWHERE.computeIfAbsent(
        key,
        wanted ->
            Languages.all().stream()
                .map(Phrases::in)
                .flatMap(phrases -> phrases.variants(wanted).stream())
                .distinct()
                .toList());
  }

  String say(String key, Object... values) {
    return String.format(words.getString(key), values);
  }
}
