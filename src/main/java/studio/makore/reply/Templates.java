package studio.makore.reply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.makore.language.Bidi;
import studio.makore.language.Gender;
import studio.makore.language.Language;

/**
 * The studio's mails in its own wording, one folder a language, one Markdown file a mail.
 *
 * <pre>{@code
 * ---
 * subject: "{{project}}: where we are"
 * ---
 * Hello {{name}},
 * {{#you}}ask her|ask him|ask them{{/you}}
 * }</pre>
 *
 * <p>{@code {{fact}}} stands for a value, {@code {{#you}}…{{/you}}} for words that follow the
 * addressee's gender and {@code {{#me}}…{{/me}}} the writer's, as {@code
 * feminine|masculine|plural}. A paragraph with a fact that its mail may do without goes when there
 * is no value. Values are shown as they are: whatever stands in one, it can neither format the mail
 * nor turn its direction. Immutable and safe for many threads.
 */
public final class Templates {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private final Map<Language, Map<TemplateName, MailTemplate>> byLanguage;
  private final Map<Language, Words> words;

  private Templates(
      Map<Language, Map<TemplateName, MailTemplate>> byLanguage, Map<Language, Words> words) {
    this.byLanguage = byLanguage;
    this.words = words;
  }

  /**
   * Reads every language's folder under {@code folder}; a mail is there in all languages or none is
   * usable.
   *
   * @throws TemplateProblems with all that is wrong, if anything is
   */
  public static Templates load(Path folder) {
    var problems = new ArrayList<String>();
    var byLanguage = new TreeMap<Language, Map<TemplateName, MailTemplate>>(Templates::byTag);
    var words = new TreeMap<Language, Words>(Templates::byTag);
    for (Path languageFolder : languageFolders(folder)) {
      var language = new Language(languageFolder.getFileName().toString());
      Optional<Words> known = Words.of(language);
      known.ifPresentOrElse(
          found -> {
            words.put(language, found);
            byLanguage.put(language, read(languageFolder, language, found, problems));
          },
          () -> problems.add(Words.lacking(languageFolder, language)));
    }
    if (byLanguage.isEmpty() && problems.isEmpty()) {
      problems.add(
          "%s holds no templates; it needs a folder for each language, such as he, ar or en"
              .formatted(folder));
    }
    if (!problems.isEmpty()) {
      throw new TemplateProblems(problems);
    }
    return new Templates(byLanguage, words);
  }

  private static int byTag(Language one, Language other) {
    return one.tag().compareTo(other.tag());
  }

  private static List<Path> languageFolders(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .filter(entry -> LANGUAGE.matcher(entry.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static Map<TemplateName, MailTemplate> read(
      Path folder, Language language, Words words, List<String> problems) {
    var found = new EnumMap<TemplateName, MailTemplate>(TemplateName.class);
    for (TemplateName name : TemplateName.values()) {
      TemplateFile.read(folder.resolve(name.file()), problems)
          .filter(file -> TemplateCheck.passes(file, name, words, problems))
          .ifPresent(file -> found.put(name, MailTemplate.of(file, name, language)));
    }
    problems.addAll(strangers(folder));
    return found;
  }

  private static List<String> strangers(Path folder) {
    List<String> known = Stream.of(TemplateName.values()).map(TemplateName::file).toList();
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> entry.toString().endsWith(".md"))
          .filter(entry -> !known.contains(entry.getFileName().toString()))
          .sorted()
          .map(entry ->
              "%s: no mail has this name; the names are %s"
                  .formatted(entry, String.join(", ", known)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /** The languages mails can be written in. */
  public Set<Language> languages() {
    return byLanguage.keySet();
  }

  /**
   * Writes a mail. Facts that the template does not use are ignored; one that it uses and that is
   * absent or blank makes the whole rendering {@link Rendering.Missing}.
   *
   * @param you the addressee's gender
   * @param me the gender of the person in whose name it goes
   * @throws IllegalArgumentException for a language that is not among {@link #languages()}
   */
  public Rendering render(
      TemplateName name, Language language, Gender you, Gender me, Map<String, String> facts) {
    return Objects.requireNonNull(in(language, byLanguage).get(name)).render(you, me, facts);
  }

  /** A mail in an owner's own words instead of a template's; they are shown as they are. */
  public Rendering.Ready ownWords(String subject, String text, Language language) {
    boolean rightToLeft = Bidi.rightToLeft(language);
    String markdown =
        text.strip()
            .lines()
            .map(line -> Markdown.line(line, rightToLeft))
            .collect(Collectors.joining("\n"));
    return new Rendering.Ready(
        Markdown.plainLine(subject), Markdown.text(markdown), Markdown.html(markdown, rightToLeft));
  }

  /** What a fact is called when the owner is asked for it, such as "the date of the next step". */
  public String factName(String placeholder, Language language) {
    return in(language, words).fact(placeholder);
  }

  /** Why this mail to a client is due, in words for the owner: "They asked where it stands". */
  public String reason(TemplateName name, Language language) {
    return in(language, words).reason(name);
  }

  Words words(Language language) {
    return in(language, words);
  }

  private <T> T in(Language language, Map<Language, T> values) {
    T value = values.get(language);
    if (value == null) {
      throw new IllegalArgumentException(
          "there are no templates in \"%s\"; there are some in %s"
              .formatted(language, byLanguage.keySet()));
    }
    return value;
  }
}
