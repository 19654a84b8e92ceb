package studio.makore.desk;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import studio.makore.language.Language;
import studio.makore.reading.Act;

/** What the desk says to owners outside templates, and the words it understands, by language. */
record Phrases(ResourceBundle words) {
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

  String say(String key, Object... values) {
    return String.format(words.getString(key), values);
  }
}
