package studio.makore.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import studio.makore.language.Language;
import studio.makore.reading.Guard.Reach;
import studio.makore.reading.LanguageModel.ActModel;

/** The way from the sentences of one mail to its reading. */
final class Judgement {
  /** Enough for the side of an act that a guard speaks for as well. */
  private static final double HALF = 0.5;

  /** A reading whose surest act is no better than an even chance is a guess. */
  private static final double SURE = 0.5;

  /** An act that is there by rule, not by score. */
  private static final double BY_RULE = 0.6;

  private final Language language;
  private final LanguageModel model;
  private final List<Spoken> sentences;
  private final MailContext context;
  private final Features whole;

  /** By confidence, whatever it is. */
  private final List<ReadAct> weighed;

  Judgement(Language language, LanguageModel model, List<Spoken> said, MailContext context) {
    this.language = language;
    this.model = model;
    this.sentences = said;
    this.context = context;
    this.whole = Features.of(tokens(said));
    this.weighed =
        model.acts().keySet().stream()
            .flatMap(act -> weigh(act, audible(act)).stream())
            .sorted(Comparator.comparingDouble(ReadAct::confidence).reversed())
            .toList();
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
    return weigh(act, sentences).filter(model::passes).isPresent();
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
    ActModel judge = model.acts().get(act);
    if (said.isEmpty() || judge == null) {
      return Optional.empty();
    }
    LinearModel weights = judge.model();
    Spoken best = said.getFirst();
    double most = Double.NEGATIVE_INFINITY;
    for (Spoken sentence : said) {
      double margin = weights.margin(sentence.features());
      if (margin > most) {
        most = margin;
        best = sentence;
      }
    }
    Features together = said.size() == sentences.size() ? whole : Features.of(tokens(said));
    double margin = LinearModel.together(most, weights.margin(together));
    return Optional.of(new ReadAct(act, weights.curve().at(margin), best.text()));
  }

  private static List<Token> tokens(List<Spoken> said) {
    return said.stream().flatMap(sentence -> sentence.tokens().stream()).toList();
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
          .filter(change -> change.confidence() >= HALF * model.threshold(Act.CHANGE_REQUEST))
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
    Features features = Features.of(rest);
    Set<Act> kin = EnumSet.of(Act.CHANGE_REQUEST, Act.APPROVAL, Act.REJECTION, Act.PROBLEM_REPORT);
    return model.acts().entrySet().stream()
        .filter(act -> !kin.contains(act.getKey()))
        .noneMatch(act ->
            act.getValue().model().curve().at(act.getValue().model().margin(features)) >= HALF);
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

  private static void keepLonersAlone(List<ReadAct> acts) {
    if (acts.stream().anyMatch(read -> !read.act().standsAlone())) {
      acts.removeIf(read -> read.act().standsAlone());
    } else if (acts.size() > 1) {
      acts.subList(1, acts.size()).clear();
    }
  }

  private boolean unsure(List<ReadAct> acts) {
    Set<Act> names = EnumSet.noneOf(Act.class);
    acts.forEach(read -> names.add(read.act()));
    boolean contradicts =
        names.contains(Act.APPROVAL)
            && (names.contains(Act.REJECTION) || names.contains(Act.CANCELLATION));
    boolean faint = acts.stream().noneMatch(read -> read.confidence() >= SURE);
    return faint || contradicts || model.foreign(tokens(sentences));
  }
}
