package studio.makore.reply;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A template as it stands on disk: front matter between two lines of {@code ---}, then the body.
 *
 * @param bodyLine the number of the body's first line in the file
 */
record TemplateFile(Path path, String subject, int subjectLine, List<String> body, int bodyLine) {
  private static final long LARGEST = 64 * 1024;
  private static final String FENCE = "---";

  /** Empty when the file cannot be used; then one sentence more stands in {@code problems}. */
  static Optional<TemplateFile> read(Path path, List<String> problems) {
    try {
      if (Files.size(path) > LARGEST) {
        problems.add("%s: is larger than 64 KB, too long for a mail".formatted(path));
        return Optional.empty();
      }
      return Optional.of(
          parse(path, Files.readString(path).replace("\ufeff", "").lines().toList()));
    } catch (NoSuchFileException e) {
      problems.add("%s: is missing; every language needs every mail".formatted(path));
    } catch (CharacterCodingException e) {
      problems.add("%s: is not UTF-8; save it as UTF-8 text".formatted(path));
    } catch (IOException e) {
      problems.add("%s: cannot be read (%s)".formatted(path, e.getMessage()));
    } catch (Unreadable e) {
      problems.add("%s:%d: %s".formatted(path, e.line, e.getMessage()));
    }
    return Optional.empty();
  }

  private static TemplateFile parse(Path path, List<String> lines) throws Unreadable {
    if (lines.isEmpty() || !lines.getFirst().strip().equals(FENCE)) {
      throw new Unreadable(1, "must begin with a line --- and a line subject: …");
    }
    int end = 1;
    while (end < lines.size() && !lines.get(end).strip().equals(FENCE)) {
      end++;
    }
    if (end == lines.size()) {
      throw new Unreadable(1, "the front matter lacks its closing line ---");
    }
    ScalarNode subject = subject(String.join("\n", lines.subList(1, end)));
    return new TemplateFile(
        path,
        subject.getValue(),
        subject.getStartMark().getLine() + 2,
        lines.subList(end + 1, lines.size()),
        end + 2);
  }

  private static ScalarNode subject(String frontMatter) throws Unreadable {
    Node root;
    try {
      root =
          new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(frontMatter));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 2;
      throw new Unreadable(line, "is not YAML; put the subject between double quotes");
    }
    ScalarNode subject = null;
    if (root instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        subject = subject(entry);
      }
    }
    if (subject == null || subject.getValue().isBlank()) {
      throw new Unreadable(2, "has no subject; write a line subject: \"…\"");
    }
    return subject;
  }

  private static ScalarNode subject(NodeTuple entry) throws Unreadable {
    int line = entry.getKeyNode().getStartMark().getLine() + 2;
    if (!(entry.getKeyNode() instanceof ScalarNode key) || !key.getValue().equals("subject")) {
      throw new Unreadable(line, "only the key subject is allowed here");
    }
    if (!(entry.getValueNode() instanceof ScalarNode value)) {
      throw new Unreadable(line, "subject must be one line of text; put it between double quotes");
    }
    return value;
  }

  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    Unreadable(int line, String message) {
      super(message);
      this.line = line;
    }
  }
}
