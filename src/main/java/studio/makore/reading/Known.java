package studio.makore.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.makore.language.Language;

/**
 * Sentences of which an owner has said what they do. The same words are known again whatever their
 * case, spelling, digits and punctuation; one word more or less makes another sentence, for it may
 * be a "not".
 */
record Known(Map<String, Set<Act>> sentences) {
  static final Known NOTHING = new Known(Map.of());

  /** An owner is not asked twice. */
  private static final double CERTAIN = 1;

  private static final int FEW_WORDS = 4;

  static Known of(List<Correction> corrections) {
    Map<String, Set<Act>> sentences = new HashMap<>();
    corrections.forEach(one -> sentences.put(key(Token.of(one.words())), one.acts()));
    return new Known(Map.copyOf(sentences));
  }

  private static String key(List<Token> tokens) {
    return tokens.stream()
        .filter(token -> token.kind() != Token.Kind.MARK || token.text().startsWith("?"))
        .map(token -> token.kind() == Token.Kind.MARK ? "?" : token.text())
        .collect(Collectors.joining(" "));
  }

  Optional<Set<Act>> acts(Spoken sentence) {
    return sentences.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(sentences.get(key(sentence.tokens())));
  }

  boolean none(List<Spoken> said) {
    return sentences.isEmpty() || said.stream().allMatch(one -> acts(one).isEmpty());
  }

  /**
   * The reading of a mail in which some sentences are known.
   *
   * @param judge reads what is left without them
   */
  Reading together(Language language, List<Spoken> said, Function<List<Spoken>, Reading> judge) {
    List<Spoken> unknown = said.stream().filter(one -> acts(one).isEmpty()).toList();
    Optional<Reading> rest =
        Optional.of(unknown)
            .filter(left -> !left.isEmpty())
            .map(judge)
            .filter(reading -> !reading.unsure() || saysEnough(unknown));
    List<ReadAct> acts = new ArrayList<>();
    Set<Act> names = EnumSet.noneOf(Act.class);
    for (Spoken sentence : said) {
      for (Act act : acts(sentence).orElse(Set.of())) {
        if (names.add(act)) {
          acts.add(new ReadAct(act, CERTAIN, sentence.text()));
        }
      }
    }
    boolean sure = rest.filter(Reading::unsure).isEmpty();
    if (sure || acts.isEmpty()) {
      rest.stream()
          .flatMap(reading -> reading.acts().stream())
          .filter(read -> names.add(read.act()))
          .forEach(acts::add);
    }
    if (acts.isEmpty()) {
      // all that was said does nothing: that is what OTHER means
      String first = said.isEmpty() ? "" : said.getFirst().text();
      acts.add(new ReadAct(Act.OTHER, CERTAIN, first));
      return new Reading(language, acts, false);
    }
    Set<Act> kept = Correction.together(names);
    acts.removeIf(read -> !kept.contains(read.act()));
    acts.sort(Comparator.comparingDouble(ReadAct::confidence).reversed());
    boolean certain = acts.stream().anyMatch(read -> read.confidence() == CERTAIN);
    return new Reading(language, acts, !sure && !certain);
  }

  /** A greeting or a name beside what is known is no reason to be unsure. */
  private static boolean saysEnough(List<Spoken> sentences) {
    return sentences.stream().flatMap(one -> one.tokens().stream()).filter(Token::word).count()
        >= FEW_WORDS;
  }
}
