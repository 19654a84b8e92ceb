package studio.makore.project;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.makore.language.Language;

/** The studio's ways of working, as it wrote them down in {@code templates/process.yml}. */
public final class Processes {
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  private final Map<String, Process> byKey;
  private final int capacity;

  private Processes(Map<String, Process> byKey, int capacity) {
    this.byKey = byKey;
    this.capacity = capacity;
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

  /** How many projects the studio works on in one day; no date is computed beyond that. */
  public int capacity() {
    return capacity;
  }

  /**
   * Reads the file.
   *
   * @param languages the languages every name must be given in
   * @throws YamlFile.Wrong with file, line, key and what is allowed
   */
  public static Processes read(Path file, Set<Language> languages) {
    var root = YamlFile.read(file).allow("capacity", "processes");
    var section = root.section("processes");
    var processes = new LinkedHashMap<String, Process>();
    for (String key : section.keys()) {
      processes.put(key, new ProcessReader(languages).process(key, section.section(key)));
    }
    return new Processes(
        processes, root.has("capacity") ? root.number("capacity", 1, 1000) : NO_LIMIT);
  }
}
