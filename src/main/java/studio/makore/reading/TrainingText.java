package studio.makore.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import studio.makore.language.Language;
import studio.makore.language.Spelling;

/**
 * The labelled sentences of one language: every {@code *.tsv} file of {@code models/training/TAG},
 * in the order of their names. A line is {@code ACT[+ACT…]<TAB>sentence}, with {@code -} for a
 * sentence that does nothing; lines that open with {@code #} are comments.
 *
 * @param sentences each spelling once, in the order of the files
 * @param notes what a person should look at: sentences that stand there twice, one sentence each
 */
record TrainingText(Language language, List<Labelled> sentences, List<String> notes) {
  static final String NOTHING = "-";

  private record Line(Path file, int number, Labelled labelled) {
    String place() {
      return file + ":" + number;
    }
  }

  /**
   * @throws ModelsException naming file and line where the text is not in the form above
   */
  static TrainingText read(Path training, Language language) {
    List<Line> lines = new ArrayList<>();
    for (Path file : tsv(training.resolve(language.tag()))) {
      lines.addAll(lines(file));
    }
    return of(language, lines);
  }

  /** The languages that have a folder with training text. */
  static List<Language> languages(Path training) {
    if (!Files.isDirectory(training)) {
      throw new ModelsException(
          "There is no training text: the folder " + training + " does not exist.");
    }
    try (var folders = Files.list(training)) {
      return folders
          .filter(folder -> !tsv(folder).isEmpty())
          .map(folder -> new Language(String.valueOf(folder.getFileName())))
          .sorted((a, b) -> a.tag().compareTo(b.tag()))
          .toList();
    } catch (IOException e) {
      throw new ModelsException("Cannot read the folder " + training + ": " + e.getMessage(), e);
    }
  }

  private static Collection<Path> tsv(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Set<Path> files = new TreeSet<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.tsv")) {
      found.forEach(files::add);
    } catch (IOException e) {
      throw new ModelsException("Cannot read the folder " + folder + ": " + e.getMessage(), e);
    }
    return files;
  }

  private static List<Line> lines(Path file) {
    List<String> text;
    try {
      text = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ModelsException(file + " cannot be read as UTF-8 text: " + e.getMessage(), e);
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      String line = text.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        lines.add(new Line(file, i + 1, labelled(line, file + ":" + (i + 1))));
      }
    }
    return lines;
  }

  private static Labelled labelled(String line, String place) {
    int tab = line.indexOf('\t');
    if (tab < 0 || line.substring(tab).isBlank()) {
      throw new ModelsException(
          place + ": write the acts, a tab and the sentence, as in APPROVAL+CHANGE_REQUEST<tab>…");
    }
    String names = line.substring(0, tab).strip();
    Set<Act> acts = EnumSet.noneOf(Act.class);
    if (!names.equals(NOTHING)) {
      Arrays.stream(names.split("\\+", -1))
          .map(name -> act(name.strip(), place))
          .forEach(acts::add);
    }
    if (acts.size() > 1 && acts.stream().anyMatch(Act::standsAlone)) {
      throw new ModelsException(
          place + ": THANKS and OTHER stand alone, but here is " + names + ".");
    }
    return new Labelled(line.substring(tab + 1).strip(), Set.copyOf(acts));
  }

  private static Act act(String name, String place) {
    return Arrays.stream(Act.values())
        .filter(act -> act.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new ModelsException(
                place
                    + ": \""
                    + name
                    + "\" is no act; the acts are "
                    + Arrays.stream(Act.values()).map(Act::name).collect(Collectors.joining(", "))
                    + ", or - for none."));
  }

  private static TrainingText of(Language language, List<Line> lines) {
    Map<String, Line> first = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    for (Line line : lines) {
      Line before = first.putIfAbsent(Spelling.fold(line.labelled().text()), line);
      if (before != null) {
        boolean same = before.labelled().acts().equals(line.labelled().acts());
        notes.add(
            line.place()
                + " repeats "
                + before.place()
                + (same ? "." : " with other acts; the first one counts."));
      }
    }
    return new TrainingText(
        language, first.values().stream().map(Line::labelled).toList(), List.copyOf(notes));
  }
}
