package studio.makore.project;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A YAML file that the studio writes by hand. Whatever is wrong in it is said with file, line, key
 * and what would be right ({@link Wrong}).
 */
public final class YamlFile {
  private YamlFile() {}

  /** What is wrong in a file, as one sentence for the person who wrote it. */
  public static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Wrong(String sentence) {
      super(sentence);
    }
  }

  /**
   * Reads a file whose top level is a list of keys.
   *
   * @throws Wrong when there is no such file or it is not YAML
   */
  public static Section read(Path file) {
    try {
      return read(file, new StringReader(Files.readString(file)));
    } catch (IOException e) {
      throw new Wrong("%s: cannot be read: %s".formatted(file, reason(e)));
    }
  }

  /**
   * Reads the same from elsewhere.
   *
   * @param file what complaints call it
   */
  public static Section read(Path file, Reader reader) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(reader);
      if (!(root instanceof MappingNode mapping)) {
        throw new Wrong(file + ": the file should start with a key such as \"studio:\"");
      }
      return new Section(file, "", mapping);
    } catch (MarkedYAMLException e) {
      throw new Wrong("%s line %d: this is not YAML: %s".formatted(file, line(e), e.getProblem()));
    } catch (ReaderException e) {
      throw new Wrong(
          "%s: this is not YAML: the character U+%04X is not allowed"
              .formatted(file, e.getCodePoint()));
    }
  }

  private static int line(MarkedYAMLException e) {
    // a quote that is never closed is found at the file's end; where it began helps more
    boolean open = e.getContextMark() != null && e.getProblem().endsWith("end of stream");
    Mark mark = open ? e.getContextMark() : e.getProblemMark();
    return mark == null ? 1 : mark.getLine() + 1;
  }

  private static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.NoSuchFileException _ -> "there is no such file";
      case java.nio.charset.CharacterCodingException _ -> "it is not UTF-8";
      default -> String.valueOf(e.getMessage());
    };
  }

  /** A list of keys with their values, somewhere in the file. */
  public static final class Section {
    private final Path file;
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private Section(Path file, String path, MappingNode mapping) {
      this.file = file;
      this.path = path;
      this.line = mapping.getStartMark().getLine() + 1;
      for (var tuple : mapping.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          throw new Wrong("%s line %d: a key should be one word".formatted(file, line));
        }
        int keyLine = key.getStartMark().getLine() + 1;
        if (values.put(key.getValue(), tuple.getValueNode()) != null) {
          throw new Wrong(
              "%s line %d: %s stands twice".formatted(file, keyLine, full(key.getValue())));
        }
        lines.put(key.getValue(), keyLine);
      }
    }

    /** The keys in the order of the file. */
    public Collection<String> keys() {
      return values.keySet();
    }

    public boolean has(String key) {
      return values.containsKey(key);
    }

    /** Refuses every key but these. */
    public Section allow(String... keys) {
      var allowed = List.of(keys);
      for (String key : values.keySet()) {
        if (!allowed.contains(key)) {
          throw wrong(key, "is not a known key; allowed here: " + String.join(", ", allowed));
        }
      }
      return this;
    }

    /** A value that must be there and not be empty. */
    public String text(String key) {
      return optionalText(key).orElseThrow(() -> missing(key));
    }

    /** A value that may be missing. */
    public Optional<String> optionalText(String key) {
      Node node = values.get(key);
      if (node == null) {
        return Optional.empty();
      }
      if (!(node instanceof ScalarNode scalar)) {
        throw wrong(key, "should be one value");
      }
      String value = scalar.getValue().strip();
      return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** A whole number from {@code least} to {@code most}. */
    public int number(String key, int least, int most) {
      return inRange(key, text(key), least, most);
    }

    private int inRange(String key, String text, int least, int most) {
      try {
        int number = Integer.parseInt(text.strip());
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // falls through to the sentence below, which is the same for both
      }
      throw wrong(
          key, "should be a whole number from %d to %d, not \"%s\"".formatted(least, most, text));
    }

    /** A list of whole numbers in rising order, each from {@code least} to {@code most}. */
    public List<Integer> risingNumbers(String key, int least, int most) {
      var numbers = texts(key).stream().map(text -> inRange(key, text, least, most)).toList();
      for (int i = 1; i < numbers.size(); i++) {
        if (numbers.get(i) <= numbers.get(i - 1)) {
          throw wrong(key, "should rise from one number to the next, not " + numbers);
        }
      }
      if (numbers.isEmpty()) {
        throw wrong(key, "should be a list such as [1, 4, 8]");
      }
      return numbers;
    }

    /** One of an enum's names, in any case, {@code -} for {@code _}. */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
      String text = text(key);
      for (E constant : type.getEnumConstants()) {
        if (written(constant).equalsIgnoreCase(text.replace('_', '-'))) {
          return constant;
        }
      }
      String allowed =
          java.util.Arrays.stream(type.getEnumConstants())
              .map(Section::written)
              .collect(Collectors.joining(", "));
      throw wrong(key, "should be one of %s, not \"%s\"".formatted(allowed, text));
    }

    private static String written(Enum<?> constant) {
      return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** A value read by {@code reader}, whose exceptions become the sentence's end. */
    public <T> T value(String key, Function<String, T> reader) {
      String text = text(key);
      try {
        return reader.apply(text);
      } catch (RuntimeException e) {
        throw wrong(key, "\"%s\" is not right: %s".formatted(text, e.getMessage()));
      }
    }

    /** A section below this one that must be there. */
    public Section section(String key) {
      return optionalSection(key).orElseThrow(() -> missing(key));
    }

    public Optional<Section> optionalSection(String key) {
      Node node = values.get(key);
      if (node == null) {
        return Optional.empty();
      }
      if (!(node instanceof MappingNode mapping)) {
        throw wrong(key, "should be a list of keys, each with its value");
      }
      return Optional.of(new Section(file, full(key), mapping));
    }

    /** Whether the value is a list of keys, and not one word. */
    public boolean isSection(String key) {
      return values.get(key) instanceof MappingNode;
    }

    /** A list of sections, at least one. */
    public List<Section> sections(String key) {
      Node node = values.get(key);
      if (node == null) {
        throw missing(key);
      }
      if (!(node instanceof SequenceNode sequence)
          || sequence.getValue().isEmpty()
          || !sequence.getValue().stream().allMatch(MappingNode.class::isInstance)) {
        throw wrong(key, "should be a list whose items start with \"- \"");
      }
      return sequence.getValue().stream()
          .map(item -> new Section(file, full(key), (MappingNode) item))
          .toList();
    }

    /** A list of plain values; empty when the key is missing. */
    public List<String> texts(String key) {
      Node node = values.get(key);
      if (node == null) {
        return List.of();
      }
      if (!(node instanceof SequenceNode sequence)
          || !sequence.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
        throw wrong(key, "should be a list such as [one, two]");
      }
      return sequence.getValue().stream().map(item -> ((ScalarNode) item).getValue()).toList();
    }

    /** What is wrong at a key, with file and line. */
    public Wrong wrong(String key, String what) {
      return new Wrong(
          "%s line %d: %s %s".formatted(file, lines.getOrDefault(key, line), full(key), what));
    }

    private Wrong missing(String key) {
      return wrong(key, "is missing");
    }

    private String full(String key) {
      return path.isEmpty() ? key : path + "." + key;
    }
  }
}
