package studio.makore.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studio.makore.language.Spelling;
import studio.makore.mail.Address;
import studio.makore.mail.Mail;
import studio.makore.project.Contact;
import studio.makore.project.Project;
import studio.makore.project.ProjectState;
import studio.makore.project.ProjectStore;
import studio.makore.project.Studio;

/** Finds who wrote a mail and which project it is about. Nothing is guessed. */
final class Matcher {
  private final Studio studio;
  private final ProjectStore projects;
  private final Portfolio portfolio;

  Matcher(Studio studio, ProjectStore projects, Portfolio portfolio) {
    this.studio = studio;
    this.projects = projects;
    this.portfolio = portfolio;
  }

  /** Who wrote it. A mail with several authors is from nobody Makore knows. */
  Sender sender(Mail mail) {
    if (mail.from().size() != 1) {
      return new Sender.Unknown(mail.author().orElse(Address.of("")));
    }
    var from = mail.from().getFirst();
    return studio
        .owner(from.address())
        .<Sender>map(Sender.Ours::new)
        .or(() -> projects.contact(from.address()).map(Sender.Theirs::new))
        .orElse(new Sender.Unknown(from));
  }

  /** Which of a contact's projects the mail is about. */
  Match project(Mail mail, Contact contact) {
    var thread = thread(mail);
    if (thread.isPresent() && thread.get().clientId() == contact.clientId()) {
      return new Match.Sure(thread.get(), Match.Ground.THREAD);
    }
    var all = projects.projectsOf(contact.clientId());
    var open = all.stream().filter(project -> !state(project).closed()).toList();
    var choices = open.isEmpty() ? all : open;
    var named = choices.stream().filter(project -> names(mail, project)).toList();
    if (named.size() == 1) {
      return new Match.Sure(named.getFirst(), Match.Ground.NAMED);
    }
    if (choices.size() == 1) {
      return new Match.Sure(choices.getFirst(), Match.Ground.ONLY_ONE);
    }
    return new Match.Unsure(choices);
  }

  /** The project that the mail's thread belongs to. */
  Optional<Project> thread(Mail mail) {
    var ids = Stream.concat(mail.references().stream(), mail.inReplyTo().stream()).toList();
    return projects.threadProject(ids).flatMap(projects::project);
  }

  /** The projects that are not closed. */
  List<Project> open() {
    return projects.projects().stream().filter(project -> !state(project).closed()).toList();
  }

  private ProjectState state(Project project) {
    return portfolio.state(project);
  }

  /** The project's whole name stands in the subject or in what is written, also by others. */
  private static boolean names(Mail mail, Project project) {
    String name = folded(project.name());
    return Stream.concat(
            Stream.of(mail.subject(), mail.text()),
            mail.forwarded().stream().flatMap(inner -> Stream.of(inner.subject(), inner.text())))
        .anyMatch(text -> folded(text).contains(name));
  }

  private static String folded(String text) {
    return Spelling.fold(text).toLowerCase(Locale.ROOT);
  }
}
