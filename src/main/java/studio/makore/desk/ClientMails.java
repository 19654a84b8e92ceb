package studio.makore.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import studio.makore.mail.Attachment;
import studio.makore.mail.Forwarded;
import studio.makore.mail.Mail;
import studio.makore.project.Contact;
import studio.makore.project.Court;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectStore;
import studio.makore.project.Studio;
import studio.makore.reading.MailContext;
import studio.makore.reading.Reader;
import studio.makore.reading.Reading;
import studio.makore.reply.Answered;
import studio.makore.reply.TemplateName;
import studio.makore.silence.Inquiry;
import studio.makore.silence.Ledger;
import studio.makore.silence.Silence;

/** Reads what a client wrote, asks the policy, and applies what it decides. */
final class ClientMails {
  private final Studio studio;
  private final Reader reader;
  private final ProjectStore projects;
  private final Ledger ledger;
  private final Drafting drafting;
  private final Portfolio portfolio;
  private final Rounds rounds;
  private final SlotAnswers slotAnswers;
  private final Handovers handovers;
  private final Tellings tellings;

  ClientMails(
      Studio studio,
      Portfolio portfolio,
      Reader reader,
      ProjectStore projects,
      Ledger ledger,
      Drafting drafting,
      Rounds rounds,
      SlotAnswers slotAnswers,
      Handovers handovers,
      Tellings tellings) {
    this.studio = studio;
    this.portfolio = portfolio;
    this.rounds = rounds;
    this.slotAnswers = slotAnswers;
    this.handovers = handovers;
    this.reader = reader;
    this.projects = projects;
    this.ledger = ledger;
    this.drafting = drafting;
    this.tellings = tellings;
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
    var process = portfolio.process(project);
    Reading reading =
        reader.read(words.subject(), words.text(), new MailContext(!words.attachments().isEmpty()));
    var situation =
        new Situation(reading, words.attachments(), portfolio.state(project), process, studio, now);
    projects.rememberThread(words.messageId(), project.id());
    var slot = slotAnswers.take(words, contact, situation);
    var effects = Policy.decide(situation).stream().filter(stillToDo).toList();
    var done = slot.isEmpty() ? apply(effects, words, contact, project, now) : slot;
    return new Fate(
        contact.name(),
        does(reading),
        evidence(reading),
        Optional.of(project.name()),
        done.isEmpty() ? "written down" : String.join("; ", done));
  }

  private List<String> apply(
      List<Effect> effects, Words words, Contact contact, Project project, Instant now) {
    var done = new ArrayList<String>();
    String cause = "mail:" + words.occasion();
    var brought = new ArrayList<String>();
    Optional<String> follows = Optional.empty();
    Optional<Effect.MakeDraft> reply = Optional.empty();
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.Record(var event) -> {
          projects.append(project.id(), now, event, words.messageId());
          if (event instanceof ProjectEvent.MaterialsReceived(var names)) {
            brought.addAll(names);
          }
        }
        case Effect.WriteInquiry(String said, var silence) -> {
          Inquiry inquiry =
              ledger.write(
                  portfolio.state(project), contact, now, words.messageId(), said, silence);
          cause = cause(inquiry);
          done.add(told(inquiry));
        }
        case Effect.TellWhatFollows(String said) -> follows = Optional.of(said);
        case Effect.MakeDraft draft -> reply = Optional.of(draft);
        case Effect.HandOver(String said) ->
            done.add(handovers.toldByClient(project, contact, words, said, now));
        case Effect.TellOwner(var matter, String said) -> {
          String quoted = said.isBlank() ? words.text() : said;
          done.add(tellings.tell(matter, quoted, contact, project, words));
        }
      }
    }
    done.addAll(answer(follows, reply, brought, cause, words, contact, project, now));
    return done;
  }

  /** One mail never gets two answers: the update that is owed for it, or else the reply. */
  private List<String> answer(
      Optional<String> follows,
      Optional<Effect.MakeDraft> reply,
      List<String> brought,
      String cause,
      Words words,
      Contact contact,
      Project project,
      Instant now) {
    if (follows.isPresent()) {
      var told = rounds.of(project, occasion(words, follows.get(), !brought.isEmpty()), now);
      if (!told.isEmpty()) {
        return told;
      }
    }
    var done = new ArrayList<String>();
    reply.ifPresent(draft ->
        done.add(
            drafting.makeAndShow(
                Drafting.Due.reply(draft.template(), cause, occasion(words, draft.words(), false)),
                contact,
                project,
                LocalDate.ofInstant(now, studio.zone()))));
    done.addAll(rounds.of(project, Drafting.Occasion.TIME, now));
    return done;
  }

  private static Drafting.Occasion occasion(Words words, String said, boolean brought) {
    return new Drafting.Occasion(
        Optional.of(words.messageId()),
        words.answered(),
        said.isBlank() ? words.text() : said,
        brought,
        words.attachments());
  }

  /**
   * A question that did not come by mail: it is a miss like any other, and answered by mail
   * (000.2).
   *
   * @param by the Message-ID of the mail that told of it
   */
  List<String> askedElsewhere(Project project, String said, String by, Instant now) {
    var state = portfolio.state(project);
    var contact = portfolio.contact(project);
    var silence =
        Silence.before(now, state, portfolio.process(project), studio.workingDays(), studio.zone());
    Inquiry inquiry = ledger.write(state, contact, now, by, said, silence);
    var template =
        state.court() == Court.CLIENT ? TemplateName.STATUS_WAITING : TemplateName.STATUS_ANSWER;
    var occasion = new Drafting.Occasion(Optional.of(by), Optional.empty(), said, false, List.of());
    return List.of(
        told(inquiry),
        drafting.makeAndShow(
            Drafting.Due.reply(template, cause(inquiry), occasion),
            contact,
            project,
            LocalDate.ofInstant(now, studio.zone())));
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
