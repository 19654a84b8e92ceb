package studio.makore.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import studio.makore.mail.Attachment;
import studio.makore.mail.Forwarded;
import studio.makore.mail.Mail;
import studio.makore.project.Contact;
import studio.makore.project.Processes;
import studio.makore.project.Project;
import studio.makore.project.ProjectState;
import studio.makore.project.ProjectStore;
import studio.makore.project.Studio;
import studio.makore.reading.MailContext;
import studio.makore.reading.Reader;
import studio.makore.reading.Reading;
import studio.makore.reply.Answered;
import studio.makore.reply.Composer;
import studio.makore.reply.TemplateName;
import studio.makore.silence.Inquiry;
import studio.makore.silence.Ledger;

/** Reads what a client wrote, asks the policy, and applies what it decides. */
final class ClientMails {
  private final Studio studio;
  private final Processes processes;
  private final Reader reader;
  private final ProjectStore projects;
  private final Ledger ledger;
  private final Drafting drafting;
  private final Composer composer;
  private final Told told;
  private final Post post;

  ClientMails(
      Studio studio,
      Processes processes,
      Reader reader,
      ProjectStore projects,
      Ledger ledger,
      Drafting drafting,
      Composer composer,
      Told told,
      Post post) {
    this.studio = studio;
    this.processes = processes;
    this.reader = reader;
    this.projects = projects;
    this.ledger = ledger;
    this.drafting = drafting;
    this.composer = composer;
    this.told = told;
    this.post = post;
  }

  /**
   * A client's words, however they came.
   *
   * @param messageId of the mail they came in
   * @param occasion names their handling as a cause
   * @param answered what a reply would answer; empty when there is no mail of the client's to reply
   *     to
   */
  record Words(
      String messageId,
      String occasion,
      String subject,
      String text,
      List<String> attachments,
      Optional<Answered> answered) {

    static Words of(String messageId, Mail mail) {
      return new Words(
          messageId,
          messageId,
          mail.subject(),
          mail.text(),
          mail.attachments().stream()
              .map(Attachment::name)
              .filter(name -> !name.isBlank())
              .toList(),
          Answered.of(mail));
    }

    /** What a client wrote elsewhere and an owner passed on. */
    static Words forwarded(String messageId, Forwarded inner) {
      return new Words(
          messageId, messageId, inner.subject(), inner.text(), List.of(), Optional.empty());
    }

    /** The same words, handled once more because of another mail. */
    Words anew(String because) {
      return new Words(
          messageId, messageId + " after " + because, subject, text, attachments, answered);
    }
  }

  /** Handles a client's words about a project. */
  Fate handle(Words words, Contact contact, Project project, Instant now) {
    return anew(words, contact, project, now, _ -> true);
  }

  /** Handles words that were handled before; of what they call for only what is still to do. */
  Fate anew(
      Words words, Contact contact, Project project, Instant now, Predicate<Effect> stillToDo) {
    var process = processes.of(project);
    var state = ProjectState.of(project, process, projects.timeline(project.id()));
    Reading reading =
        reader.read(words.subject(), words.text(), new MailContext(!words.attachments().isEmpty()));
    var situation = new Situation(reading, words.attachments(), state, process, studio, now);
    projects.rememberThread(words.messageId(), project.id());
    var effects = Policy.decide(situation).stream().filter(stillToDo).toList();
    var done = apply(effects, words, contact, project, now);
    return new Fate(
        contact.name(),
        does(reading),
        evidence(reading),
        Optional.of(project.name()),
        done.isEmpty() ? "written down" : String.join("; ", done));
  }

  private List<String> apply(
      List<Effect> effects, Words words, Contact contact, Project project, Instant now) {
    var today = LocalDate.ofInstant(now, studio.zone());
    var done = new ArrayList<String>();
    String cause = "mail:" + words.occasion();
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.Record(var event) ->
            projects.append(project.id(), now, event, words.messageId());
        case Effect.WriteInquiry(String said, var silence) -> {
          Inquiry inquiry =
              ledger.write(state(project), contact, now, words.messageId(), said, silence);
          cause = cause(inquiry);
          done.add(told(inquiry));
        }
        case Effect.MakeDraft(TemplateName template, String said) ->
            done.add(
                drafting.make(
                    new Drafting.Due(
                        template,
                        cause,
                        words.messageId(),
                        words.answered(),
                        said.isBlank() ? words.text() : said,
                        words.attachments()),
                    contact,
                    state(project),
                    today));
        case Effect.TellOwner(var matter, String said) -> {
          tell(matter, said.isBlank() ? words.text() : said, contact, project, words);
          done.add("told " + studio.owner().name() + ", nothing drafted");
        }
      }
    }
    return done;
  }

  /**
   * Asking again is the same cause while the first draft waits; once the owner has decided on it
   * and the client asks all the same, another draft is due.
   */
  private String cause(Inquiry inquiry) {
    for (int time = inquiry.times(); time >= 1; time--) {
      String earlier = "inquiry:" + inquiry.id() + ":" + time;
      if (drafting.waits(earlier)) {
        return earlier;
      }
    }
    return "inquiry:" + inquiry.id() + ":" + inquiry.times();
  }

  private static String told(Inquiry inquiry) {
    if (inquiry.times() > 1) {
      return "asked for the " + ordinal(inquiry.times()) + " time, inquiry " + inquiry.id();
    }
    return "inquiry %d: %d days of silence, %s"
        .formatted(
            inquiry.id(),
            inquiry.silentDays(),
            inquiry.cause().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
  }

  private static String ordinal(int n) {
    return switch (n) {
      case 2 -> "second";
      case 3 -> "third";
      default -> n + "th";
    };
  }

  private void tell(
      Effect.Matter matter, String said, Contact contact, Project project, Words words) {
    var owner = studio.owner();
    post.send(
        composer.toOwner(
            owner,
            TemplateName.CLIENT_WROTE,
            Map.of(
                "client", projects.clientById(contact.clientId()).orElseThrow().name(),
                "project", project.name(),
                "reason", Phrases.in(owner.language()).matter(matter),
                "evidence", said.isBlank() ? "—" : said),
            Optional.of(told.token(words.messageId())),
            Optional.empty()),
        "tell:" + matter + ":" + words.occasion());
  }

  private ProjectState state(Project project) {
    return ProjectState.of(project, processes.of(project), projects.timeline(project.id()));
  }

  private static String does(Reading reading) {
    if (reading.unsure() || reading.acts().isEmpty()) {
      return "cannot be read surely";
    }
    return reading.acts().stream().map(act -> act.act().name()).collect(Collectors.joining("+"));
  }

  private static String evidence(Reading reading) {
    return reading.acts().isEmpty() ? "" : reading.acts().getFirst().evidence();
  }
}
