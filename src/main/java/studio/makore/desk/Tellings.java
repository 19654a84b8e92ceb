package studio.makore.desk;

import java.util.Map;
import java.util.Optional;
import studio.makore.project.Contact;
import studio.makore.project.Project;
import studio.makore.project.Studio;
import studio.makore.reply.Composer;
import studio.makore.reply.TemplateName;

/** Tells the owner of a client's mail that she should see to herself. */
final class Tellings {
  private final Studio studio;
  private final Portfolio portfolio;
  private final Composer composer;
  private final Told told;
  private final Post post;

  Tellings(Studio studio, Portfolio portfolio, Composer composer, Told told, Post post) {
    this.studio = studio;
    this.portfolio = portfolio;
    this.composer = composer;
    this.told = told;
    this.post = post;
  }

  /** Once for each matter of a mail. */
  String tell(
      Effect.Matter matter,
      String said,
      Contact contact,
      Project project,
      ClientMails.Words words) {
    var owner = studio.owner();
    post.send(
        composer.toOwner(
            owner,
            TemplateName.CLIENT_WROTE,
            Map.of(
                "client",
                portfolio.clientName(project),
                "project",
                project.name(),
                "reason",
                Phrases.in(owner.language()).matter(matter),
                "evidence",
                said.isBlank() ? contact.name() : said),
            Optional.of(told.token(words.messageId())),
            Optional.empty()),
        "tell:" + matter + ":" + words.occasion());
    return "told " + owner.name() + ", nothing drafted";
  }
}
