package studio.makore.reading;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studio.makore.language.Languages;

/**
 * What an owner says of a reading that is wrong: "this was not an approval", "זו לא הייתה שאלה, אלא
 * תלונה". Understood by a closed grammar ({@code TAG.objections.txt}); it never sends anything.
 *
 * @param not what the mail does not do; several, where the word may mean either ("a question")
 * @param but what it does instead, if that was said
 */
public record Objection(Set<Act> not, Set<Act> but) {
  private static final int LONGEST = 500;

  private static final List<Phrasebook> BOOKS =
      Languages.all().stream()
          .map(language -> Phrasebook.read(language.tag() + ".objections.txt"))
          .toList();
  private static final List<Phrase> NOT = section("not");
  private static final List<Phrase> BUT = section("but");
  private static final List<Phrase> FILLER = section("filler");

  public Objection {
    not = Set.copyOf(not);
    but = Set.copyOf(but);
  }

  private static List<Phrase> section(String name) {
    return BOOKS.stream().flatMap(book -> book.section(name).stream()).toList();
  }

  private static List<Phrase> names(Act act) {
    return section(act.name().toLowerCase(Locale.ROOT));
  }

  private static List<Phrase> denials(Act act) {
    return section("no_" + act.name().toLowerCase(Locale.ROOT));
  }

  /**
   * Reads an owner's reply; empty when it is no objection. Behind the sentence that objects there
   * may be others, to which no heed is paid.
   *
   * @param newText what the owner wrote now: without quoted history and signature
   */
  public static Optional<Objection> read(String newText) {
    String text = newText.strip();
    List<Token> tokens =
        Grammar.tokens(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
    BitSet start = new BitSet();
    start.set(0);
    BitSet said = past(tokens, start, FILLER);
    BitSet named = ends(tokens, said, NOT);
    Set<Act> not = EnumSet.noneOf(Act.class);
    Set<Act> but = EnumSet.noneOf(Act.class);
    for (Act act : Act.values()) {
      BitSet ends = ends(tokens, named, names(act));
      ends.or(ends(tokens, said, denials(act)));
      Optional<Set<Act>> rest = rest(tokens, ends);
      rest.ifPresent(instead -> {
        not.add(act);
        but.addAll(instead);
      });
    }
    but.removeAll(not);
    return not.isEmpty() ? Optional.empty() : Optional.of(new Objection(not, but));
  }

  /** What it was instead; empty when the sentence goes on in a way that is not understood. */
  private static Optional<Set<Act>> rest(List<Token> tokens, BitSet from) {
    if (from.isEmpty()) {
      return Optional.empty();
    }
    BitSet after = past(tokens, from, FILLER);
    BitSet named = ends(tokens, after, BUT);
    Set<Act> instead = EnumSet.noneOf(Act.class);
    for (Act act : Act.values()) {
      if (closes(tokens, past(tokens, ends(tokens, named, names(act)), FILLER))) {
        instead.add(act);
      }
    }
    return !instead.isEmpty() || closes(tokens, after) || closes(tokens, from)
        ? Optional.of(instead)
        : Optional.empty();
  }

  /** Whether the text or its sentence ends at one of the places. */
  private static boolean closes(List<Token> tokens, BitSet places) {
    return places.stream()
        .anyMatch(at ->
            at >= tokens.size()
                || tokens.get(at).text().startsWith(".")
                || at > 0 && tokens.get(at - 1).text().startsWith("."));
  }

  /** The places, and those that lie behind fillers and pauses. */
  private static BitSet past(List<Token> tokens, BitSet from, List<Phrase> fillers) {
    BitSet reached = (BitSet) from.clone();
    for (int at = reached.nextSetBit(0);
        at >= 0 && at < tokens.size();
        at = reached.nextSetBit(at + 1)) {
      if (Grammar.pause(tokens.get(at))) {
        reached.set(at + 1);
      }
      BitSet here = new BitSet();
      here.set(at);
      reached.or(ends(tokens, here, fillers));
    }
    return reached;
  }

  private static BitSet ends(List<Token> tokens, BitSet starts, List<Phrase> phrases) {
    BitSet ends = new BitSet();
    Stream.of(starts)
        .filter(places -> !places.isEmpty())
        .forEach(places -> phrases.forEach(phrase -> ends.or(phrase.ends(tokens, places))));
    return ends;
  }
}
