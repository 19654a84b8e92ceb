package studio.makore.desk;

import java.util.Optional;
import studio.makore.language.Gender;
import studio.makore.language.Languages;
import studio.makore.mail.Address;
import studio.makore.mail.Forwarded;
import studio.makore.mail.Mail;
import studio.makore.mail.MailParser;
import studio.makore.project.Contact;
import studio.makore.project.Project;
import studio.makore.project.ProjectStore;
import studio.makore.project.Studio;
import studio.makore.reading.Decision;
import studio.makore.reply.Asked;
import studio.makore.reply.QuestionStore;

/** Takes the answer to whose a mail is, and then handles the mail that waited for it. */
final class WhoseAnswers {
  private static final String NUMBERED = "inbound:";

  private final Studio studio;
  private final Portfolio portfolio;
  private final MailParser parser;
  private final ProjectStore projects;
  private final QuestionStore questions;
  private final ClientMails clientMails;
  private final Post post;

  WhoseAnswers(
      Studio studio,
      Portfolio portfolio,
      MailParser parser,
      ProjectStore projects,
      QuestionStore questions,
      ClientMails clientMails,
      Post post) {
    this.studio = studio;
    this.portfolio = portfolio;
    this.parser = parser;
    this.projects = projects;
    this.questions = questions;
    this.clientMails = clientMails;
    this.post = post;
  }

  /** Empty when the answer names neither a project nor says no. */
  Optional<Fate> take(Answer answer, Asked.Whose whose) {
    var chosen = WhoseQuestions.chosen(whose, answer.text());
    if (chosen.isPresent()) {
      questions.answer(answer.token());
      return Optional.of(takeUp(answer, whose.inboundId(), chosen.get().projectId()));
    }
    if (answer.decision() instanceof Decision.Discard) {
      questions.answer(answer.token());
      return Optional.of(Fate.of(answer.owner().name(), "says it is no project's", "left alone"));
    }
    return Optional.empty();
  }

  /** Handles the mail that waited, as the chosen project's. */
  private Fate takeUp(Answer answer, long inboundId, long projectId) {
    Mail mail =
        parser.parse(
            post.inbound(inboundId)
                .orElseThrow(() ->
                    new IllegalStateException("mail " + inboundId + " is not kept any more")));
    var found =
        found(
            mail,
            mail.messageId().orElse(NUMBERED + inboundId),
            projects.project(projectId).orElseThrow());
    return clientMails.handle(found.words(), found.contact(), found.project(), answer.now());
  }

  /**
   * The words of a mail that came in before; a mail without a Message-ID is named by its number.
   */
  Optional<Rereading.Found> found(String messageId, Project project) {
    var raw =
        messageId.startsWith(NUMBERED)
            ? post.inbound(Long.parseLong(messageId.substring(NUMBERED.length())))
            : post.inbound(messageId);
    return raw.map(bytes -> found(parser.parse(bytes), messageId, project));
  }

  private Rereading.Found found(Mail mail, String messageId, Project project) {
    boolean ownersForward =
        mail.forwarded().isPresent()
            && mail.author().flatMap(from -> studio.owner(from.address())).isPresent();
    var words =
        ownersForward
            ? ClientMails.Words.forwarded(messageId, mail.forwarded().orElseThrow())
            : ClientMails.Words.of(messageId, mail);
    Optional<Address> writer =
        ownersForward ? mail.forwarded().flatMap(Forwarded::from) : mail.author();
    return new Rereading.Found(words, contact(writer, words, project), project);
  }

  /** Who is written to about a project. */
  Contact writtenTo(Project project) {
    return portfolio.contact(project);
  }

  /** The person who wrote it, made a contact of the project's client where she is new. */
  private Contact contact(Optional<Address> writer, ClientMails.Words words, Project project) {
    var address = writer.filter(from -> from.address().contains("@"));
    var known = address.flatMap(from -> projects.contact(from.address()));
    if (known.isPresent()) {
      return known.get();
    }
    var client = projects.clientById(project.clientId()).orElseThrow();
    if (address.isEmpty()) {
      return projects.contactsOf(client.id()).getFirst();
    }
    Address from = address.get();
    return projects.addContact(
        client,
        from.name().isBlank() ? from.address() : from.name(),
        from.address(),
        Languages.of(words.text()),
        Gender.PLURAL);
  }
}
