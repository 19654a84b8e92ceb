package studio.makore.reply;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.makore.language.Bidi;
import studio.makore.language.Gender;
import studio.makore.language.Language;

/**
 * One mail in one language, checked and ready to be filled.
 *
 * @param facts the placeholders it uses, in their order
 */
record MailTemplate(
    Template subject, List<Paragraph> paragraphs, List<String> facts, boolean rightToLeft) {
  /**
   * Lines up to the next blank one.
   *
   * @param optional the facts without which the whole paragraph goes
   */
  record Paragraph(Template text, List<String> optional) {}

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z_]{1,40})\\}\\}");
  private static final Pattern BLANK_LINES = Pattern.compile("\\n(?:[ \\t]*+\\n)++");
  private static final Mustache.Compiler COMPILER = Mustache.compiler().escapeHTML(false);
  private static final String GAP = "______";

  static MailTemplate of(TemplateFile file, TemplateName name, Language language) {
    String body = String.join("\n", file.body());
    return new MailTemplate(
        COMPILER.compile(file.subject()),
        BLANK_LINES.splitAsStream(body).map(text -> paragraph(text, name)).toList(),
        factsIn(file.subject() + "\n" + body),
        Bidi.rightToLeft(language));
  }

  private static Paragraph paragraph(String text, TemplateName name) {
    return new Paragraph(
        COMPILER.compile(text), factsIn(text).stream().filter(name.optional()::contains).toList());
  }

  private static List<String> factsIn(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(placeholder -> placeholder.group(1))
        .distinct()
        .toList();
  }

  Rendering render(Gender you, Gender me, Map<String, String> values) {
    var optional = paragraphs.stream().flatMap(part -> part.optional().stream()).toList();
    List<String> missing =
        facts.stream()
            .filter(fact -> !optional.contains(fact) && valueOf(fact, values).isEmpty())
            .toList();
    var context = context(you, me, fact -> markdown(fact, values));
    String markdown =
        paragraphs.stream()
            .filter(
                part -> part.optional().stream().noneMatch(fact -> valueOf(fact, values).isEmpty()))
            .map(part -> part.text().execute(context))
            .collect(Collectors.joining("\n\n"));
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
