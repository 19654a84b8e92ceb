package studio.makore.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.makore.language.Language;

/** Reads one process of the studio's file. */
final class ProcessReader {
  private final String[] languages;

  ProcessReader(Set<Language> languages) {
    this.languages = languages.stream().map(Language::tag).sorted().toArray(String[]::new);
  }

  Process process(String key, YamlFile.Section section) {
    section.allow("stages", "if-late", "updates");
    Optional<IfLate> everywhere = section.optionalSection("if-late").map(this::ifLate);
    var stages = new ArrayList<Stage>();
    for (var item : section.sections("stages")) {
      Stage stage = stage(item, everywhere);
      if (stages.stream().anyMatch(other -> other.key().equals(stage.key()))) {
        throw item.wrong("key", "\"" + stage.key() + "\" stands twice in this process");
      }
      stages.add(stage);
    }
    return new RulesReader(section).process(key, List.copyOf(stages));
  }

  private Stage stage(YamlFile.Section section, Optional<IfLate> everywhere) {
    section.allow(
        "key",
        "name",
        "result",
        "waiting-for",
        "revision",
        "days",
        "cushion",
        "court",
        "ends",
        "brings",
        "if-late",
        "owner");
    Court court = section.choice("court", Court.class);
    Stage.Ends ends = section.choice("ends", Stage.Ends.class);
    int days = section.number("days", 0, 260);
    return new Stage(
        section.text("key"),
        words(section, "name"),
        words(section, "result"),
        court == Court.CLIENT ? words(section, "waiting-for") : Map.of(),
        ends == Stage.Ends.APPROVAL ? words(section, "revision") : Map.of(),
        days,
        section.has("cushion") ? section.number("cushion", 0, 60) : 0,
        court,
        ends,
        items(section, court, days),
        section.optionalSection("if-late").map(this::ifLate).or(() -> everywhere),
        section.optionalText("owner"));
  }

  private List<Item> items(YamlFile.Section section, Court court, int usualDays) {
    if (!section.has("brings")) {
      return List.of();
    }
    if (court != Court.CLIENT) {
      throw section.wrong("brings", "is only for a stage whose court is the client's");
    }
    var items = new ArrayList<Item>();
    for (var item : section.sections("brings")) {
      item.allow("key", "name", "days");
      String key = item.text("key");
      if (items.stream().anyMatch(other -> other.key().equals(key))) {
        throw item.wrong("key", "\"" + key + "\" stands twice in this stage");
      }
      items.add(
          new Item(
              key,
              words(item, "name"),
              item.has("days") ? item.number("days", 0, 260) : usualDays));
    }
    return List.copyOf(items);
  }

  private IfLate ifLate(YamlFile.Section section) {
    section.allow("days", "client", "studio");
    return new IfLate(
        section.number("days", 1, 260), words(section, "client"), words(section, "studio"));
  }

  private Map<Language, String> words(YamlFile.Section section, String key) {
    var byLanguage = section.section(key);
    byLanguage.allow(languages);
    var words = new LinkedHashMap<Language, String>();
    for (String tag : languages) {
      words.put(new Language(tag), byLanguage.text(tag));
    }
    return words;
  }
}
