package studio.makore.desk;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import studio.makore.project.Project;
import studio.makore.project.Studio;
import studio.makore.reply.Composer;
import studio.makore.reply.TemplateName;

/** A client who was away is back: the project on one page, for the owner's eyes (003.5). */
final class ReEntries {
  private final Studio studio;
  private final Portfolio portfolio;
  private final Chronicle chronicle;
  private final Composer composer;
  private final Post post;

  ReEntries(Studio studio, Portfolio portfolio, Chronicle chronicle, Composer composer, Post post) {
    this.studio = studio;
    this.portfolio = portfolio;
    this.chronicle = chronicle;
    this.composer = composer;
    this.post = post;
  }

  /** Sends the brief; once for each cause. */
  void brief(Project project, String cause, LocalDate today) {
    var owner = studio.owner();
    post.send(
        composer.toOwner(
            owner,
            TemplateName.RE_ENTRY_BRIEF,
            Map.of(
                "client",
                portfolio.clientName(project),
                "project",
                project.name(),
                "brief",
                String.join("\n", chronicle.of(project, owner.language(), today))),
            Optional.empty(),
            Optional.empty()),
        "brief:" + cause);
  }
}
