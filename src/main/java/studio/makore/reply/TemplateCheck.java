package studio.makore.reply;

import static java.util.regex.Matcher.quoteReplacement;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads one template's lines for what would go wrong later, and says it as sentences. */
final class TemplateCheck {
  /** {@code {{name}}}, and everything else that a pair of braces may hold. */
  private static final Pattern TAG = Pattern.compile("(?<!\\{)\\{\\{([^{}]*+)\\}\\}(?!\\})");

  /** {@code {{#you}}her|him|them{{/you}}} */
  private static final Pattern FORMS =
      Pattern.compile("\\{\\{#(you|me)\\}\\}([^{}]*+)\\{\\{/\\1\\}\\}");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'\u2019]+");

  private final TemplateFile file;
  private final TemplateName name;
  private final Words words;
  private final List<String> problems;
  private final Set<String> used = new HashSet<>();

  private TemplateCheck(TemplateFile file, TemplateName name, Words words, List<String> problems) {
    this.file = file;
    this.name = name;
    this.words = words;
    this.problems = problems;
  }

  /** True when nothing is wrong; else every fault stands in {@code problems}. */
  static boolean passes(TemplateFile file, TemplateName name, Words words, List<String> problems) {
    int before = problems.size();
    new TemplateCheck(file, name, words, problems).check();
    return problems.size() == before;
  }

  private void check() {
    line(file.subject(), file.subjectLine());
    for (int i = 0; i < file.body().size(); i++) {
      alone(file.body().get(i), file.bodyLine() + i);
      line(file.body().get(i), file.bodyLine() + i);
    }
    name.required().stream()
        .filter(fact -> !used.contains(fact))
        .forEach(fact ->
            problems.add(
                "%s: never says {{%s}}, which this mail must say".formatted(file.path(), fact)));
    name.actor()
        .ifPresent(
            actor -> says(words.acts(actor), "whose move comes next, which a client must be told"));
    if (name.opens()) {
      says(words.wishes(), "a good wish, with which a project is opened");
    }
  }

  /** One of the phrases must be there in every form of address. */
  private void says(List<String> phrases, String what) {
    String body = String.join("\n", file.body());
    if (!spokenForms(body).allMatch(form -> phrases.stream().anyMatch(in(form)))) {
      problems.add(
          "%s: never says %s; write one of: %s"
              .formatted(file.path(), what, String.join(" / ", phrases)));
    }
  }

  private void line(String line, int number) {
    FORMS.matcher(line).results().forEach(forms -> threeParts(forms, number));
    String plain = FORMS.matcher(line).replaceAll("");
    TAG.matcher(plain).results().map(tag -> tag.group(1)).forEach(tag -> known(tag, number));
    String rest = TAG.matcher(plain).replaceAll("");
    if (rest.contains("{{") || rest.contains("}}")) {
      problem(number, "has {{ or }} without its partner");
    }
    if (name.forClient()) {
      blame(line, number);
      agreement(line, number);
    }
  }

  private void threeParts(MatchResult forms, int number) {
    int parts = parts(forms.group(2)).length;
    if (parts != 3) {
      problem(
          number,
          "%s has %d part%s; a gender form has exactly three: feminine|masculine|plural"
              .formatted(forms.group(), parts, parts == 1 ? "" : "s"));
    }
  }

  private void known(String tag, int number) {
    if (name.placeholders().contains(tag)) {
      used.add(tag);
    } else if (Set.of("#you", "/you", "#me", "/me").contains(tag)) {
      problem(
          number,
          "{{%s}} does not stand in a gender form; write {{#you}}feminine|masculine|plural{{/you}} on one line, with words only"
              .formatted(tag));
    } else {
      problem(
          number,
          "{{%s}} is unknown; this mail may use %s"
              .formatted(
                  tag,
                  name.placeholders().stream()
                      .map("{{%s}}"::formatted)
                      .collect(Collectors.joining(", "))));
    }
  }

  /** A value of several lines cannot stand in the middle of one. */
  private void alone(String line, int number) {
    for (String fact : name.placeholders()) {
      String tag = "{{" + fact + "}}";
      if (line.contains(tag)
          && TemplateName.QUOTES.contains(fact)
          && !line.strip().equals("> " + tag)) {
        problem(
            number, "%1$s has several lines and stands alone, as a quote: > %1$s".formatted(tag));
      }
      if (line.contains(tag)
          && TemplateName.PARAGRAPHS.contains(fact)
          && !line.strip().equals(tag)) {
        problem(number, "%s has several lines and stands alone on its line".formatted(tag));
      }
    }
  }

  private void blame(String line, int number) {
    saidIn(line, words.blame())
        .forEach(phrase ->
            problem(
                number,
                "\"%s\" puts it on the client; say what the studio does next instead"
                    .formatted(phrase)));
  }

  /** Nobody should have to look a date up in a contract. */
  private void agreement(String line, int number) {
    if (TemplateName.DATES.stream().noneMatch(date -> line.contains("{{" + date + "}}"))) {
      saidIn(line, words.agreement())
          .forEach(phrase ->
              problem(
                  number,
                  "\"%s\" sends the client to look for a date; put the date itself, such as {{next_date}}, on this line"
                      .formatted(phrase)));
    }
  }

  private static Stream<String> saidIn(String line, List<String> phrases) {
    List<String> forms = spokenForms(line).toList();
    return phrases.stream()
        .filter(phrase -> forms.stream().anyMatch(form -> in(form).test(phrase)));
  }

  private static Predicate<String> in(String spoken) {
    return phrase -> spoken.contains(" " + phrase + " ");
  }

  private static Stream<String> spokenForms(String text) {
    return IntStream.range(0, 3).mapToObj(form -> spoken(text, form));
  }

  /** The line in one of its gender forms: lower case, each word between single spaces. */
  private static String spoken(String line, int form) {
    String inForm =
        FORMS
            .matcher(line)
            .replaceAll(forms -> {
              String[] parts = parts(forms.group(2));
              return quoteReplacement(parts.length == 3 ? parts[form] : "");
            });
    return " " + NO_WORD.matcher(inForm.toLowerCase(Locale.ROOT)).replaceAll(" ") + " ";
  }

  static String[] parts(String forms) {
    return forms.split("\\|", -1);
  }

  private void problem(int line, String what) {
    problems.add("%s:%d: %s".formatted(file.path(), line, what));
  }
}
