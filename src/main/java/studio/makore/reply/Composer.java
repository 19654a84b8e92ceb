package studio.makore.reply;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.makore.language.Bidi;
import studio.makore.language.Gender;
import studio.makore.language.Language;
import studio.makore.mail.Address;
import studio.makore.mail.Enclosure;
import studio.makore.mail.Mail;
import studio.makore.mail.OutgoingMail;
import studio.makore.project.Owner;

/**
 * Writes the mails that go out: drafts to clients in an owner's name, and Makore's own to owners.
 * Each mail made has a Message-ID of its own, so one cause is composed once.
 */
public final class Composer {
  private final Templates templates;
  private final Tokens tokens;
  private final Clock clock;
  private final ZoneId zone;
  private final Address studio;
  private final Address bot;
  private final boolean plusAddressing;
  private final Enclosures enclosures;

  /**
   * @param zone the studio's, in which mails are dated
   * @param studio the studio's name, and the address clients write to
   * @param bot Makore's own name, and the address owners answer to
   * @param plusAddressing whether mail to {@code bot+anything@} reaches the bot (RFC 5233); where
   *     it does not, the token in the subject has to do
   */
  public Composer(
      Templates templates,
      Tokens tokens,
      Clock clock,
      ZoneId zone,
      Address studio,
      Address bot,
      boolean plusAddressing) {
    this.templates = templates;
    this.tokens = tokens;
    this.clock = clock;
    this.zone = zone;
    this.studio = studio;
    this.bot = bot;
    this.plusAddressing = plusAddressing;
    this.enclosures = new Enclosures(templates, studio, zone);
  }

  /**
   * The mail that an approved draft becomes, in the client's thread and above what the client
   * wrote.
   *
   * @param writer the owner in whose name it goes
   * @throws IllegalStateException when the draft is not approved
   */
  public OutgoingMail toClient(Draft draft, Owner writer) {
    if (draft.status() != Draft.Status.APPROVED) {
      throw new IllegalStateException(
          "draft %d is %s; only an approved one is sent".formatted(draft.id(), draft.status()));
    }
    Optional<Quotation> quote = draft.answered().map(mail -> quotation(mail, draft.language()));
    return new OutgoingMail(
        tokens.messageId(studio),
        new Address(writer.name(), studio.address()),
        Optional.empty(),
        List.of(Address.of(draft.to())),
        draft.subject(),
        now(),
        draft.inReplyTo(),
        draft.references(),
        draft.language().tag(),
        Bidi.rightToLeft(draft.language()),
        draft.text() + quote.map(below -> "\n" + below.text()).orElse(""),
        draft.html() + quote.map(below -> "<br>\n" + below.html()).orElse(""),
        enclosures.of(draft),
        Optional.empty());
  }

  private Quotation quotation(Answered mail, Language language) {
    return Quotation.of(mail, language, templates.words(language), zone, now().toLocalDate());
  }

  /**
   * Shows an open draft to an owner: for approval when it is whole, else with the question for what
   * it lacks.
   *
   * @param evidence the client's own words that made it due; blank where no mail of hers did
   * @param sources where the facts come from, one a line; may be blank
   */
  public OutgoingMail showDraft(
      Owner owner, Draft draft, String client, String project, String evidence, String sources) {
    var facts = new HashMap<String, String>();
    facts.put("client", client);
    facts.put("project", project);
    facts.put("reason", templates.reason(draft.template(), owner.language()));
    facts.put("evidence", evidence);
    facts.put("sources", sources);
    facts.put("draft", draft.text());
    facts.put("draft_subject", draft.subject());
    facts.put("missing", missing(draft, owner.language()));
    TemplateName name =
        draft.status() == Draft.Status.ASKING
            ? TemplateName.QUESTION_FACT
            : TemplateName.DRAFT_FOR_APPROVAL;
    return toOwner(
        owner,
        name,
        facts,
        Optional.of(draft.token()),
        Optional.empty(),
        draft.status() == Draft.Status.ASKING ? List.of() : enclosures.of(draft));
  }

  private String missing(Draft draft, Language language) {
    return String.join(
        "; ", draft.missing().stream().map(fact -> templates.factName(fact, language)).toList());
  }

  /**
   * A mail of Makore's own to an owner, marked as automatic (RFC 3834).
   *
   * @param facts the name's {@link TemplateName#required()}; {@code name} and {@code studio} are
   *     known, and a blank {@code subject} is told as having none
   * @param token of what the owner's reply will decide; goes into Reply-To and subject
   * @param answers the owner's mail that this one answers
   * @throws IllegalArgumentException when a fact is missing
   */
  public OutgoingMail toOwner(
      Owner owner,
      TemplateName name,
      Map<String, String> facts,
      Optional<String> token,
      Optional<Mail> answers) {
    return toOwner(owner, name, facts, token, answers, List.of());
  }

  private OutgoingMail toOwner(
      Owner owner,
      TemplateName name,
      Map<String, String> facts,
      Optional<String> token,
      Optional<Mail> answers,
      List<Enclosure> enclosed) {
    Optional<Answered> thread = answers.flatMap(Answered::of);
    Rendering.Ready ready = rendered(owner, name, facts);
    return new OutgoingMail(
        tokens.messageId(bot),
        bot,
        token.filter(_ -> plusAddressing).map(secret -> Tokens.address(bot, secret)),
        List.of(new Address(owner.name(), owner.address())),
        ready.subject() + token.map(Tokens::subjectTag).orElse(""),
        now(),
        thread.flatMap(Answered::messageId),
        thread.map(Answered::references).orElse(List.of()),
        owner.language().tag(),
        Bidi.rightToLeft(owner.language()),
        ready.text(),
        ready.html(),
        enclosed,
        Optional.of(thread.isPresent() ? "auto-replied" : "auto-generated"));
  }

  private Rendering.Ready rendered(Owner owner, TemplateName name, Map<String, String> facts) {
    var all = new HashMap<>(facts);
    all.put("name", owner.name());
    all.put("studio", studio.name());
    all.computeIfPresent(
        "subject",
        (_, subject) ->
            subject.isBlank() ? templates.words(owner.language()).noSubject() : subject);
    return switch (templates.render(name, owner.language(), owner.gender(), Gender.PLURAL, all)) {
      case Rendering.Ready ready -> ready;
      case Rendering.Missing missing ->
          throw new IllegalArgumentException(
              "%s lacks %s".formatted(name, String.join(", ", missing.placeholders())));
    };
  }

  private ZonedDateTime now() {
    return ZonedDateTime.now(clock.withZone(zone));
  }
}
