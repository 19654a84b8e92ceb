package studio.makore.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import studio.makore.language.Language;
import studio.makore.reading.Guard.Reach;

/** The way from the sentences of one mail to its reading. */
final class Judgement {
  /** Enough for the side of an act that a guard speaks for as well. */
  private static final double HALF = 0.5;

  /**
   * From here on a reading is likely enough to be right about every act; found on rehearsed mails,
   * which are harder than real ones.
   */
  private static final double SURE = 0.42;

  /** An act that is there by rule, not by score. */
  private static final double BY_RULE = 0.6;

  private final Language language;
  private final LanguageModel model;
  private final List<Spoken> sentences;
  private final MailContext context;
  private final Margins margins;

  /** What each act would be without a guard. */
  private final Map<Act, ReadAct> unguarded = new EnumMap<>(Act.class);

  /** By confidence, whatever it is. */
  private final List<ReadAct> weighed;

  Judgement(Language language, LanguageModel model, List<Spoken> said, MailContext context) {
    this.language = language;
    this.model = model;
    this.sentences = said;
    this.context = context;
    this.margins = model.panel().margins(said);
    List<ReadAct> guarded = new ArrayList<>();
    for (Act act : model.panel().acts()) {
      weigh(act, said).ifPresent(read -> unguarded.put(act, read));
      List<Spoken> audible = audible(act);
      Optional.ofNullable(unguarded.get(act))
          .filter(read -> audible.size() == said.size())
          .or(() -> weigh(act, audible))
          .ifPresent(guarded::add);
    }
    guarded.sort(Comparator.comparingDouble(ReadAct::confidence).reversed());
    this.weighed = List.copyOf(guarded);
  }

  Reading reading() {
    List<ReadAct> acts = new ArrayList<>(weighed.stream().filter(model::passes).toList());
    addConditions(acts);
    addContrast(acts);
    addAttached(acts);
    keepLonersAlone(acts);
    boolean unsure = unsure(acts);
    if (acts.isEmpty()) {
      weighed.stream().filter(read -> read.act() != Act.APPROVAL).findFirst().ifPresent(acts::add);
    }
    acts.sort(Comparator.comparingDouble(ReadAct::confidence).reversed());
    return new Reading(language, acts, unsure);
  }

  /** The sentences in which no guard speaks against the act; only what would pass is examined. */
  private List<Spoken> audible(Act act) {
    return switch (act) {
      case APPROVAL -> passes(act) ? approving() : sentences;
      case STATUS_INQUIRY ->
          passes(act) ? without(s -> Guards.ALL.stands(Guard.NO_UPDATE, s.tokens())) : sentences;
      default -> sentences;
    };
  }

  private boolean passes(Act act) {
    return Optional.ofNullable(unguarded.get(act)).filter(model::passes).isPresent();
  }

  private List<Spoken> approving() {
    boolean mailGuarded =
        sentences.stream().anyMatch(s -> Guards.ALL.standsAny(Reach.MAIL, s.tokens()));
    return mailGuarded ? List.of() : without(s -> Guards.ALL.standsAny(Reach.SENTENCE, s.tokens()));
  }

  private List<Spoken> without(Predicate<Spoken> guarded) {
    return sentences.stream().filter(guarded.negate()).toList();
  }

  private Optional<ReadAct> weigh(Act act, List<Spoken> said) {
    int column = model.panel().acts().indexOf(act);
    if (said.isEmpty() || column < 0) {
      return Optional.empty();
    }
    Margins margins = said.size() == sentences.size() ? this.margins : model.panel().margins(said);
    String evidence = said.get(margins.best(column)).text();
    double confidence = context.expected(act, model.probability(act, margins));
    return Optional.of(new ReadAct(act, confidence, evidence));
  }

  private static List<Token> tokens(List<Spoken> said) {
    List<Token> tokens = new ArrayList<>();
    said.forEach(sentence -> tokens.addAll(sentence.tokens()));
    return tokens;
  }

  private Optional<ReadAct> weighed(Act act) {
    return weighed.stream().filter(read -> read.act() == act).findFirst();
  }

  /** "Once it is blue we approve" asks for blue. */
  private void addConditions(List<ReadAct> acts) {
    boolean conditional =
        passes(Act.APPROVAL)
            && sentences.stream().anyMatch(s -> Guards.ALL.stands(Guard.CONDITIONAL, s.tokens()));
    if (conditional) {
      weighed(Act.CHANGE_REQUEST)
          .filter(change -> change.confidence() >= HALF * Threshold.of(Act.CHANGE_REQUEST))
          .ifPresent(change -> addNew(change, acts));
    }
  }

  /** "Approved, but …" asks for a change, unless what follows is clearly of another kind. */
  private void addContrast(List<ReadAct> acts) {
    acts.stream()
        .filter(read -> read.act() == Act.APPROVAL)
        .findFirst()
        .map(ReadAct::evidence)
        .filter(this::wantsMore)
        .ifPresent(sentence -> addNew(new ReadAct(Act.CHANGE_REQUEST, BY_RULE, sentence), acts));
  }

  private boolean wantsMore(String sentence) {
    List<Token> rest = Guards.ALL.afterContrast(Token.of(sentence));
    if (rest.stream().noneMatch(Token::word)) {
      return false;
    }
    Margins margins = Margins.of(model.panel().margins(Features.of(rest)));
    Set<Act> kin = EnumSet.of(Act.CHANGE_REQUEST, Act.APPROVAL, Act.REJECTION, Act.PROBLEM_REPORT);
    return model.panel().acts().stream()
        .filter(act -> !kin.contains(act))
        .noneMatch(act -> model.probability(act, margins) >= HALF);
  }

  /** Files without a word about them are what the studio was waiting for. */
  private void addAttached(List<ReadAct> acts) {
    if (context.attachments() && acts.isEmpty()) {
      String evidence = weighed(Act.MATERIALS).map(ReadAct::evidence).orElse("");
      acts.add(new ReadAct(Act.MATERIALS, BY_RULE, evidence));
    }
  }

  private static void addNew(ReadAct read, List<ReadAct> acts) {
    if (acts.stream().noneMatch(other -> other.act() == read.act())) {
      acts.add(read);
    }
  }

  /**
   * Thanks and private mails are nothing else: the act that stands highest above its threshold says
   * which of the two it is.
   */
  private static void keepLonersAlone(List<ReadAct> acts) {
    Optional<ReadAct> clearest =
        acts.stream()
            .max(Comparator.comparingDouble(read -> read.confidence() / Threshold.of(read.act())));
    if (clearest.filter(read -> read.act().standsAlone()).isPresent()) {
      acts.removeIf(read -> read != clearest.get());
    } else {
      acts.removeIf(read -> read.act().standsAlone());
    }
  }

  private boolean unsure(List<ReadAct> acts) {
    Set<Act> names = EnumSet.noneOf(Act.class);
    acts.forEach(read -> names.add(read.act()));
    boolean contradicts =
        names.contains(Act.APPROVAL)
            && (names.contains(Act.REJECTION) || names.contains(Act.CANCELLATION));
    return acts.isEmpty()
        || contradicts
        || sureness(names) < SURE
        || model.foreign(tokens(sentences));
  }

  /** The probability that the reading is right about every act. */
  private double sureness(Set<Act> read) {
    return weighed.stream()
        .mapToDouble(one -> read.contains(one.act()) ? one.confidence() : 1 - one.confidence())
        .reduce(1, (a, b) -> a * b);
  }
}
