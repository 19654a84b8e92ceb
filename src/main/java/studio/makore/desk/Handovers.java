package studio.makore.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.makore.language.Gender;
import studio.makore.project.Contact;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectStore;
import studio.makore.project.Studio;
import studio.makore.reply.TemplateName;

/**
 * Another person at the client's takes over: a farewell to the one who leaves, and a welcome with
 * all that was agreed to the one who comes (000.26).
 */
final class Handovers {
  private static final Pattern ADDRESS =
      Pattern.compile("[\\w.+-]{1,64}@[\\p{Alnum}-]{1,63}(?:\\.[\\p{Alnum}-]{1,63}){1,6}");

  private final Studio studio;
  private final Portfolio portfolio;
  private final ProjectStore projects;
  private final Drafting drafting;
  private final Chronicle chronicle;
  private final Tellings tellings;

  Handovers(
      Studio studio,
      Portfolio portfolio,
      ProjectStore projects,
      Drafting drafting,
      Chronicle chronicle,
      Tellings tellings) {
    this.studio = studio;
    this.portfolio = portfolio;
    this.projects = projects;
    this.drafting = drafting;
    this.chronicle = chronicle;
    this.tellings = tellings;
  }

  /** The first mail address in a text. */
  static Optional<String> address(String text) {
    return ADDRESS.matcher(text).results().map(found -> found.group()).findFirst();
  }

  /** A client's own word. Without the new person's address the owner has to see to it. */
  String toldByClient(
      Project project, Contact from, ClientMails.Words words, String said, Instant now) {
    var address = address(words.text()).filter(found -> !found.equalsIgnoreCase(from.address()));
    if (address.isEmpty() || belongsElsewhere(address.get(), from)) {
      return tellings.tell(Effect.Matter.HANDS_OVER, said, from, project, words);
    }
    var to = newContact(project, name(address.get()), address.get());
    return handOver(project, from, to, words.messageId(), now);
  }

  private boolean belongsElsewhere(String address, Contact from) {
    return projects
        .contact(address)
        .filter(known -> known.clientId() != from.clientId())
        .isPresent();
  }

  /** As a name until somebody gives a better one. */
  private static String name(String address) {
    String local = address.substring(0, address.indexOf('@')).split("[._+-]", 2)[0];
    return local.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + local.substring(1);
  }

  /** The person at the project's client, written to as the one before until told otherwise. */
  Contact newContact(Project project, String name, String address) {
    var before = portfolio.contact(project);
    var client = projects.clientById(project.clientId()).orElseThrow();
    return projects.addContact(client, name, address, before.language(), Gender.PLURAL);
  }

  /** Writes it down and drafts both mails. */
  String handOver(Project project, Contact from, Contact to, String by, Instant now) {
    var today = LocalDate.ofInstant(now, studio.zone());
    projects.append(project.id(), now, new ProjectEvent.HandedOver(from.id(), to.id()), by);
    draft(
        project, from, TemplateName.CONTACT_FAREWELL, Map.of("new_contact", to.name()), by, today);
    var agreed = chronicle.agreements(project, to.language(), today);
    draft(
        project,
        to,
        TemplateName.CONTACT_WELCOME,
        Map.of(
            "agreements",
            agreed.isEmpty()
                ? Phrases.in(to.language()).say("agreements.none")
                : String.join("\n", agreed)),
        by,
        today);
    return "handed over to " + to.name() + ", a farewell and a welcome drafted";
  }

  private void draft(
      Project project,
      Contact contact,
      TemplateName template,
      Map<String, String> given,
      String by,
      LocalDate today) {
    var occasion = new Drafting.Occasion(Optional.of(by), Optional.empty(), "", false, List.of());
    drafting.makeAndShow(
        Drafting.Due.reply(template, "%s:%d:%s".formatted(template, project.id(), by), occasion)
            .given(given),
        contact,
        project,
        today);
  }
}
