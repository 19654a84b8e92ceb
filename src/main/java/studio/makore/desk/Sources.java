package studio.makore.desk;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import studio.makore.language.Language;
import studio.makore.project.Studio;
import studio.makore.reply.Draft;
import studio.makore.reply.Templates;

/** Tells an owner where each fact of a draft comes from. */
final class Sources {
  private final Templates templates;
  private final Studio studio;

  Sources(Templates templates, Studio studio) {
    this.templates = templates;
    this.studio = studio;
  }

  /** One line for each fact that the draft's mail must tell: the fact, and whose word it is. */
  String told(Draft draft, Language language) {
    var phrases = Phrases.in(language);
    Map<String, String> facts = draft.facts();
    return draft.template().required().stream()
        .filter(fact -> facts.containsKey(Sheet.FROM + fact))
        .map(fact ->
            phrases.say(
                "source.line",
                templates.factName(fact, language),
                oneLine(facts.getOrDefault(fact, "")),
                phrases.say(
                    "source." + facts.getOrDefault(Sheet.FROM + fact, "").toLowerCase(Locale.ROOT),
                    studio.owner().name())))
        .collect(Collectors.joining("\n"));
  }

  private static String oneLine(String value) {
    String line = value.lines().collect(Collectors.joining("; "));
    return line.length() > 80 ? line.substring(0, 80) + "…" : line;
  }
}
