package studio.makore.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.makore.language.Language;
import studio.makore.reading.LanguageModel.ActModel;

/** The way from the sentences of one mail to its reading. */
record Judgement(
    Language language, LanguageModel model, List<Spoken> sentences, MailContext context) {

  Reading reading() {
    List<ReadAct> all = new ArrayList<>();
    Features whole = Features.of(sentences.stream().flatMap(s -> s.tokens().stream()).toList());
    for (Map.Entry<Act, ActModel> act : model.acts().entrySet()) {
      score(act.getKey(), act.getValue(), whole).ifPresent(all::add);
    }
    all.sort(Comparator.comparingDouble(ReadAct::confidence).reversed());
    List<ReadAct> acts =
        new ArrayList<>(
            all.stream()
                .filter(model::passes)
                .toList());
    if (acts.stream().anyMatch(a -> !a.act().standsAlone())) {
      acts.removeIf(a -> a.act().standsAlone());
    } else if (acts.size() > 1) {
      acts.subList(1, acts.size()).clear();
    }
    boolean unsure = acts.isEmpty();
    if (acts.isEmpty()) {
      all.stream().filter(a -> a.act() != Act.APPROVAL).findFirst().ifPresent(acts::add);
    }
    return new Reading(language, acts, unsure);
  }

  private Optional<ReadAct> score(Act act, ActModel judge, Features whole) {
    Optional<ReadAct> best =
        sentences.stream()
            .map(s -> new ReadAct(act, judge.model().probability(s.features()), s.text()))
            .max(Comparator.comparingDouble(ReadAct::confidence));
    int mode = Integer.getInteger("score", 0);
    double w = judge.model().probability(whole);
    return best.map(b ->
        new ReadAct(
            act,
            mode == 0
                ? (b.confidence() + w) / 2
                : mode == 1 ? b.confidence() : mode == 2 ? w : Math.sqrt(w * b.confidence()),
            b.evidence()));
  }
}
