package studio.makore.reply;

import java.util.List;

/** The templates cannot be used; every reason is one sentence that names file, line and cure. */
public final class TemplateProblems extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  TemplateProblems(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence each, in the order of the files. */
  public List<String> problems() {
    return problems;
  }
}
