package studio.makore.reply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.makore.language.Gender;
import studio.makore.language.Language;

/** Status answers to Dana, who asked by mail. */
final class Drafts {
  static final Templates TEMPLATES = Templates.load(Samples.TEMPLATES);

  private Drafts() {}

  static NewDraft whole(String cause, Language language) {
    return draft(cause, language, Samples.facts(language));
  }

  static NewDraft withoutDate(String cause, Language language) {
    var facts = new HashMap<>(Samples.facts(language));
    facts.remove("next_date");
    return draft(cause, language, facts);
  }

  private static NewDraft draft(String cause, Language language, Map<String, String> facts) {
    return new NewDraft(
        7,
        70,
        TemplateName.STATUS_ANSWER,
        cause,
        Optional.of("<ask@client.example>"),
        "dana@client.example",
        language,
        Answered.of(Mails.mail().references(List.of("<first@client.example>")).build()),
        facts,
        render(language, facts));
  }

  static Rendering render(Language language, Map<String, String> facts) {
    return TEMPLATES.render(
        TemplateName.STATUS_ANSWER, language, Gender.FEMININE, Gender.FEMININE, facts);
  }
}
