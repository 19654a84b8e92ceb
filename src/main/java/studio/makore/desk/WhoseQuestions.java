package studio.makore.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.makore.mail.Forwarded;
import studio.makore.mail.Mail;
import studio.makore.project.Owner;
import studio.makore.project.Project;
import studio.makore.reply.Asked;
import studio.makore.reply.Composer;
import studio.makore.reply.QuestionStore;
import studio.makore.reply.TemplateName;

/** Asks the owner whose a mail is that fits no project, or several, and reads her answer. */
final class WhoseQuestions {
  private static final Pattern NUMBER = Pattern.compile("\\D{0,20}(\\d{1,2})\\D{0,20}");

  private final QuestionStore questions;
  private final Composer composer;
  private final Post post;

  WhoseQuestions(QuestionStore questions, Composer composer, Post post) {
    this.questions = questions;
    this.composer = composer;
    this.post = post;
  }

  Fate ask(long inboundId, String messageId, Mail mail, List<Project> choices, Owner owner) {
    var numbered =
        choices.stream().map(project -> new Asked.Choice(project.id(), project.name())).toList();
    var question = questions.ask(new Asked.Whose(inboundId, numbered));
    String words = mail.text().isBlank() ? mail.uncut() : mail.text();
    post.send(
        composer.toOwner(
            owner,
            TemplateName.QUESTION_WHOSE,
            Map.of(
                "from", from(mail),
                "subject", mail.subject(),
                "words", words.isBlank() ? "—" : words,
                "choices", choices(numbered)),
            Optional.of(question.token()),
            Optional.empty()),
        "whose:" + messageId);
    return new Fate(
        from(mail),
        "writes",
        words,
        Optional.empty(),
        (choices.size() > 1 ? "it may belong to several projects" : "nobody Makore knows")
            + "; asked "
            + owner.name());
  }

  private static String from(Mail mail) {
    return mail.forwarded()
        .flatMap(Forwarded::from)
        .map(inner -> inner.name().isBlank() ? inner.address() : inner.name())
        .or(() -> mail.author().map(Object::toString))
        .filter(name -> !name.isBlank())
        .orElse("?");
  }

  private static String choices(List<Asked.Choice> numbered) {
    return numbered.isEmpty()
        ? "—"
        : IntStream.range(0, numbered.size())
            .mapToObj(i -> (i + 1) + ". " + numbered.get(i).name())
            .collect(Collectors.joining("\n"));
  }

  /** The project that an answer names by its number or its whole name. */
  static Optional<Asked.Choice> chosen(Asked.Whose asked, String answer) {
    String line = OwnerCommands.folded(answer.lines().findFirst().orElse(""));
    var named =
        asked.choices().stream()
            .filter(choice -> line.contains(OwnerCommands.folded(choice.name())))
            .toList();
    if (named.size() == 1) {
      return Optional.of(named.getFirst());
    }
    var number = NUMBER.matcher(answer.strip());
    if (!number.matches()) {
      return Optional.empty();
    }
    int chosen = Integer.parseInt(number.group(1));
    return chosen >= 1 && chosen <= asked.choices().size()
        ? Optional.of(asked.choices().get(chosen - 1))
        : Optional.empty();
  }
}
