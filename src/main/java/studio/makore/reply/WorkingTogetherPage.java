package studio.makore.reply;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import studio.makore.language.Language;
import studio.makore.project.WorkingTogether;

/**
 * The page "How we work together" in one language: what comes from whom in each stage and by when,
 * where the turn passes on, and what happens if either side is late. Without days it ends with what
 * to talk through at the first meeting.
 */
public final class WorkingTogetherPage {
  private final PageContent content;

  private WorkingTogetherPage(PageContent content) {
    this.content = content;
  }

  /**
   * @param project its name, as the client knows it
   * @param studio the studio's name
   * @param today so that a year is named only when it is another
   * @throws IllegalArgumentException when Makore does not know the language
   */
  public static WorkingTogetherPage of(
      WorkingTogether page, String project, String studio, LocalDate today, Language language) {
    return new WorkingTogetherPage(
        new PageWriter(page, new PageWords(language), today).content(project, studio));
  }

  /**
   * All that a draft needs of the page: {@code page} for the mail, {@link Fact#PAGE_HTML} for the
   * PDF, and {@code changes} where there are some.
   */
  public Map<String, String> facts() {
    var facts = new HashMap<String, String>();
    facts.put("page", PageForms.text(content));
    facts.put(Fact.PAGE_HTML, PageForms.html(content));
    if (!content.changes().isEmpty()) {
      facts.put(
          "changes",
          content.changes().stream()
              .map(change -> "- " + change)
              .collect(Collectors.joining("\n")));
    }
    return Map.copyOf(facts);
  }
}
