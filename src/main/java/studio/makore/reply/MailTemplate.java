package studio.makore.reply;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import studio.makore.language.Bidi;
import studio.makore.language.Gender;
import studio.makore.language.Language;

/**
 * One mail in one language, checked and ready to be filled.
 *
 * @param facts the placeholders it uses, in their order
 */
record MailTemplate(Template subject, Template body, List<String> facts, boolean rightToLeft) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z_]{1,40})\\}\\}");
  private static final Mustache.Compiler COMPILER = Mustache.compiler().escapeHTML(false);
  private static final String GAP = "______";

  static MailTemplate of(TemplateFile file, Language language) {
    String body = String.join("\n", file.body());
    List<String> facts =
        PLACEHOLDER
            .matcher(file.subject() + "\n" + body)
            .results()
            .map(placeholder -> placeholder.group(1))
            .distinct()
            .toList();
    return new MailTemplate(
        COMPILER.compile(file.subject()),
        COMPILER.compile(body),
        facts,
        Bidi.rightToLeft(language));
  }

  Rendering render(Gender you, Gender me, Map<String, String> values) {
    List<String> missing = facts.stream().filter(fact -> valueOf(fact, values).isEmpty()).toList();
    String markdown = body.execute(context(you, me, fact -> markdown(fact, values)));
    if (!missing.isEmpty()) {
      return new Rendering.Missing(missing, Markdown.text(markdown));
    }
    return new Rendering.Ready(
        Markdown.plainLine(subject.execute(context(you, me, fact -> valueOf(fact, values)))),
        Markdown.text(markdown),
        Markdown.html(markdown, rightToLeft));
  }

  private Map<String, Object> context(Gender you, Gender me, Function<String, String> value) {
    var context = new HashMap<String, Object>();
    facts.forEach(fact -> context.put(fact, value.apply(fact)));
    context.put("you", formFor(you));
    context.put("me", formFor(me));
    return context;
  }

  private String markdown(String fact, Map<String, String> values) {
    String value = valueOf(fact, values).isEmpty() ? GAP : values.getOrDefault(fact, GAP);
    if (TemplateName.QUOTES.contains(fact)) {
      return Markdown.lines(value, "\n> ");
    }
    return TemplateName.PARAGRAPHS.contains(fact)
        ? Markdown.lines(value, "\n")
        : Markdown.line(value, rightToLeft);
  }

  private static String valueOf(String fact, Map<String, String> values) {
    return Markdown.plainLine(values.getOrDefault(fact, ""));
  }

  private static Mustache.Lambda formFor(Gender gender) {
    int part =
        switch (gender) {
          case FEMININE -> 0;
          case MASCULINE -> 1;
          case PLURAL -> 2;
        };
    return (forms, out) -> out.write(TemplateCheck.parts(forms.execute())[part]);
  }
}
