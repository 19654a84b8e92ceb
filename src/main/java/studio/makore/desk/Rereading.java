package studio.makore.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import studio.makore.mail.Mail;
import studio.makore.project.Contact;
import studio.makore.project.Owner;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectStore;
import studio.makore.project.TimelineEntry;
import studio.makore.reading.Act;
import studio.makore.reading.Correction;
import studio.makore.reading.Corrections;
import studio.makore.reading.MailContext;
import studio.makore.reading.Objection;
import studio.makore.reading.ReadAct;
import studio.makore.reading.Reader;
import studio.makore.reading.Reading;
import studio.makore.reply.Composer;
import studio.makore.reply.Draft;
import studio.makore.reply.DraftStore;
import studio.makore.reply.TemplateName;
import studio.makore.silence.Ledger;

/**
 * Takes back what was done because a client's mail was read wrongly, once an owner says so, and
 * handles the mail anew. Her word is kept: the same words are read as she said from then on.
 */
final class Rereading {
  private final ProjectStore projects;
  private final Ledger ledger;
  private final DraftStore drafts;
  private final Told told;
  private final Reader reader;
  private final Corrections corrections;
  private final ClientMails clientMails;
  private final Composer composer;
  private final Post post;

  Rereading(
      ProjectStore projects,
      Ledger ledger,
      DraftStore drafts,
      Told told,
      Reader reader,
      Corrections corrections,
      ClientMails clientMails,
      Composer composer,
      Post post) {
    this.projects = projects;
    this.ledger = ledger;
    this.drafts = drafts;
    this.told = told;
    this.reader = reader;
    this.corrections = corrections;
    this.clientMails = clientMails;
    this.composer = composer;
    this.post = post;
  }

  /**
   * An owner's reply that objects to a reading.
   *
   * @param messageId of the owner's reply
   * @param wrote the client's mail that was read wrongly
   */
  record Objected(
      String messageId, Mail reply, Owner owner, Instant now, Objection objection, String wrote) {}

  /** The mail's words, who wrote them, and whose project they are about. */
  record Found(ClientMails.Words words, Contact contact, Project project) {}

  /** What the reply objects to; empty when it is no objection, or its token names no reading. */
  Optional<Objected> objected(
      String messageId, Mail reply, Owner owner, String token, Instant now) {
    return Objection.read(reply.text())
        .flatMap(objection ->
            drafts
                .byToken(token)
                .flatMap(Draft::causeMessageId)
                .or(() -> told.messageId(token))
                .map(wrote -> new Objected(messageId, reply, owner, now, objection, wrote)));
  }

  Fate correct(Objected objected, Found found) {
    List<TimelineEntry> done = doneBecauseOf(objected.wrote(), found.project());
    Set<Act> wrong = readIn(done);
    wrong.retainAll(objected.objection().not());
    if (wrong.isEmpty()) {
      return neverRead(objected, found);
    }
    List<String> words = learn(objected, found, wrong);
    boolean sent = undo(objected, found, done, wrong);
    projects.append(
        found.project().id(),
        objected.now(),
        new ProjectEvent.Noted(note(objected, words, wrong)),
        objected.messageId());
    Fate anew =
        clientMails.anew(
            found.words().anew(objected.messageId()),
            found.contact(),
            found.project(),
            objected.now(),
            stillToDo(wrong));
    tell(objected, words, wrong, sent);
    return new Fate(
        objected.owner().name(),
        "says it was not " + names(wrong),
        words.isEmpty() ? "" : words.getFirst(),
        Optional.of(found.project().name()),
        "undone and learnt; read anew: " + anew.does() + ", " + anew.done());
  }

  private List<TimelineEntry> doneBecauseOf(String messageId, Project project) {
    return TimelineEntry.standing(projects.timeline(project.id())).stream()
        .filter(entry -> entry.by().equals(messageId))
        .toList();
  }

  /** The acts that were read in the mail, by its last reading. */
  private static Set<Act> readIn(List<TimelineEntry> done) {
    Set<Act> acts = EnumSet.noneOf(Act.class);
    done.stream()
        .map(TimelineEntry::event)
        .filter(ProjectEvent.ClientWrote.class::isInstance)
        .map(ProjectEvent.ClientWrote.class::cast)
        .reduce((_, later) -> later)
        .ifPresent(wrote -> wrote.acts().forEach(act -> acts.add(Act.valueOf(act))));
    return acts;
  }

  /**
   * Keeps a correction for each sentence that still reads as what it is not, until none does.
   *
   * @return those sentences
   */
  private List<String> learn(Objected objected, Found found, Set<Act> wrong) {
    var words = new ArrayList<String>();
    for (var next = misread(found, wrong); next.isPresent(); next = misread(found, wrong)) {
      Reading reading = next.get();
      String sentence =
          reading.acts().stream()
              .filter(read -> wrong.contains(read.act()))
              .map(ReadAct::evidence)
              .findFirst()
              .orElseThrow();
      if (words.contains(sentence)) {
        break;
      }
      Set<Act> acts = EnumSet.noneOf(Act.class);
      reading.acts().stream()
          .filter(read -> read.evidence().equals(sentence) && !reading.unsure())
          .map(ReadAct::act)
          .forEach(acts::add);
      acts.removeAll(wrong);
      acts.addAll(objected.objection().but());
      corrections.add(
          Correction.of(
              reading.language(),
              sentence,
              acts,
              objected.wrote(),
              objected.owner().address(),
              objected.now()));
      reader.heed(corrections.all());
      words.add(sentence);
    }
    return words;
  }

  private Optional<Reading> misread(Found found, Set<Act> wrong) {
    Reading reading = read(found);
    return reading.acts().stream()
            .anyMatch(read -> wrong.contains(read.act()) && !read.evidence().isBlank())
        ? Optional.of(reading)
        : Optional.empty();
  }

  /** Whether a mail went out to the client that cannot be taken back. */
  private boolean undo(Objected objected, Found found, List<TimelineEntry> done, Set<Act> wrong) {
    long project = found.project().id();
    done.forEach(entry ->
        projects.append(
            project, objected.now(), new ProjectEvent.Undone(entry.id()), objected.messageId()));
    projects.append(project, done.getFirst().at(), wrote(found), objected.wrote());
    if (wrong.contains(Act.STATUS_INQUIRY)) {
      ledger.withdraw(objected.wrote(), project, found.contact().id());
    }
    drafts.open(project).stream()
        .filter(draft -> draft.causeMessageId().filter(objected.wrote()::equals).isPresent())
        .forEach(draft -> drafts.discard(draft.token(), objected.reply().text()));
    return drafts.ofMail(objected.wrote()).stream()
        .anyMatch(draft -> draft.status() == Draft.Status.APPROVED);
  }

  /** That she wrote, and when, stays true. */
  private ProjectEvent wrote(Found found) {
    List<ReadAct> acts = read(found).acts();
    return new ProjectEvent.ClientWrote(
        acts.stream().map(read -> read.act().name()).toList(),
        acts.isEmpty() ? "" : acts.getFirst().evidence());
  }

  private Reading read(Found found) {
    return reader.read(
        found.words().subject(),
        found.words().text(),
        new MailContext(!found.words().attachments().isEmpty()));
  }

  /** That she wrote is written down already, and so is a question that was one. */
  private static Predicate<Effect> stillToDo(Set<Act> wrong) {
    return effect ->
        switch (effect) {
          case Effect.Record(ProjectEvent.ClientWrote _) -> false;
          case Effect.Record _, Effect.MakeDraft _, Effect.TellWhatFollows _, Effect.HandOver _ ->
              true;
          case Effect.WriteInquiry _ -> wrong.contains(Act.STATUS_INQUIRY);
          case Effect.TellOwner(var matter, String _) -> matter != Effect.Matter.NOT_UNDERSTOOD;
        };
  }

  private Fate neverRead(Objected objected, Found found) {
    var phrases = Phrases.in(objected.owner().language());
    send(
        objected,
        TemplateName.NOT_UNDERSTOOD,
        "words",
        phrases.say(
            "correction.never",
            phrases.acts(objected.objection().not().stream().limit(1).toList())));
    return new Fate(
        objected.owner().name(),
        "objects to a reading",
        objected.reply().text(),
        Optional.of(found.project().name()),
        "it was not read so, nothing done; told her so");
  }

  private void tell(Objected objected, List<String> words, Set<Act> wrong, boolean sent) {
    var phrases = Phrases.in(objected.owner().language());
    var said = new ArrayList<String>();
    said.add(
        phrases.say(
            "correction.done",
            words.isEmpty() ? "…" : String.join(" … ", words),
            phrases.acts(wrong)));
    said.add(phrases.say(sent ? "correction.sent" : "correction.undone"));
    send(objected, TemplateName.COMMAND_DONE, "done", String.join("\n", said));
  }

  private void send(Objected objected, TemplateName template, String fact, String words) {
    post.send(
        composer.toOwner(
            objected.owner(),
            template,
            Map.of(fact, words),
            Optional.empty(),
            Optional.of(objected.reply())),
        "corrected:" + objected.messageId());
  }

  private static String note(Objected objected, List<String> words, Set<Act> wrong) {
    return "%s: not %s: %s"
        .formatted(objected.owner().name(), names(wrong), String.join(" … ", words));
  }

  private static String names(Collection<Act> acts) {
    return acts.stream().map(Act::name).collect(Collectors.joining("+"));
  }
}
