package studio.makore.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.makore.language.Language;

/** The studio's ways of working, as it wrote them down in {@code templates/process.yml}. */
public final class Processes {
  private final Map<String, Process> byKey;

  private Processes(Map<String, Process> byKey) {
    this.byKey = byKey;
  }

  /** The process of that key. */
  public Optional<Process> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /**
   * The process that a project walks through.
   *
   * @throws IllegalStateException when the file does not name it any more
   */
  public Process of(Project project) {
    return find(project.process())
        .orElseThrow(() ->
            new IllegalStateException(
                "the project \"%s\" walks through the process \"%s\", which templates/process.yml does not name"
                    .formatted(project.name(), project.process())));
  }

  /** The keys in the order of the file. */
  public Collection<String> keys() {
    return byKey.keySet();
  }

  /**
   * Reads the file.
   *
   * @param languages the languages every name must be given in
   * @throws YamlFile.Wrong with file, line, key and what is allowed
   */
  public static Processes read(Path file, Set<Language> languages) {
    var section = YamlFile.read(file).allow("processes").section("processes");
    var processes = new LinkedHashMap<String, Process>();
    for (String key : section.keys()) {
      processes.put(key, process(key, section.section(key).allow("stages"), languages));
    }
    return new Processes(processes);
  }

  private static Process process(String key, YamlFile.Section section, Set<Language> languages) {
    var stages = new ArrayList<Stage>();
    for (var item : section.sections("stages")) {
      Stage stage = stage(item, languages);
      if (stages.stream().anyMatch(other -> other.key().equals(stage.key()))) {
        throw item.wrong("key", "\"" + stage.key() + "\" stands twice in this process");
      }
      stages.add(stage);
    }
    return new Process(key, List.copyOf(stages));
  }

  private static Stage stage(YamlFile.Section section, Set<Language> languages) {
    section.allow(
        "key", "name", "result", "waiting-for", "revision", "days", "cushion", "court", "ends");
    Court court = section.choice("court", Court.class);
    Stage.Ends ends = section.choice("ends", Stage.Ends.class);
    return new Stage(
        section.text("key"),
        words(section, "name", languages),
        words(section, "result", languages),
        court == Court.CLIENT ? words(section, "waiting-for", languages) : Map.of(),
        ends == Stage.Ends.APPROVAL ? words(section, "revision", languages) : Map.of(),
        section.number("days", 0, 260),
        section.has("cushion") ? section.number("cushion", 0, 60) : 0,
        court,
        ends);
  }

  private static Map<Language, String> words(
      YamlFile.Section section, String key, Set<Language> languages) {
    var byLanguage = section.section(key);
    var allowed = languages.stream().map(Language::tag).sorted().toArray(String[]::new);
    byLanguage.allow(allowed);
    var words = new LinkedHashMap<Language, String>();
    for (String tag : List.of(allowed)) {
      words.put(new Language(tag), byLanguage.text(tag));
    }
    return words;
  }
}
