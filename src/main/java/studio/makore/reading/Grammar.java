package studio.makore.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import studio.makore.language.Languages;

/** A closed grammar, of all languages together: people mix them. */
record Grammar(List<Phrasebook> books) {
  /** That of an owner's answers. Loaded once; it is part of the program. */
  static final Grammar ALL = read("decisions");

  /** The grammar of the files {@code TAG.name.txt}. */
  static Grammar read(String name) {
    return new Grammar(
        Languages.all().stream()
            .map(language -> Phrasebook.read(language.tag() + "." + name + ".txt"))
            .toList());
  }

  /** Every phrase of every section. */
  List<Phrase> all() {
    return books.stream()
        .flatMap(book -> book.sections().values().stream().flatMap(List::stream))
        .toList();
  }

  List<Phrase> section(String... names) {
    return Stream.of(names)
        .flatMap(name -> books.stream().flatMap(book -> book.section(name).stream()))
        .toList();
  }

  /**
   * How far the text can be read as a row of {@code must} and {@code may} with punctuation between
   * them, at least one {@code must} among them: the places where such a row can end.
   */
  static BitSet row(List<Token> tokens, List<Phrase> must, List<Phrase> may) {
    BitSet before = new BitSet();
    BitSet after = new BitSet();
    before.set(0);
    for (int at = 0; at < tokens.size(); at++) {
      if (before.get(at)) {
        step(tokens, at, may, before);
        after.or(ends(tokens, at, must));
      }
      if (after.get(at)) {
        step(tokens, at, may, after);
        after.or(ends(tokens, at, must));
      }
    }
    return after;
  }

  private static void step(List<Token> tokens, int at, List<Phrase> may, BitSet reached) {
    if (pause(tokens.get(at))) {
      reached.set(at + 1);
    }
    reached.or(ends(tokens, at, may));
  }

  private static BitSet ends(List<Token> tokens, int at, List<Phrase> phrases) {
    BitSet here = new BitSet();
    here.set(at);
    BitSet ends = new BitSet();
    phrases.forEach(phrase -> ends.or(phrase.ends(tokens, here)));
    return ends;
  }

  /** The tokens less those that belong to one of the phrases. */
  static List<Token> without(List<Token> tokens, List<Phrase> phrases) {
    List<Token> kept = new ArrayList<>();
    for (int at = 0; at < tokens.size(); ) {
      int end = ends(tokens, at, phrases).length() - 1;
      if (end <= at) {
        kept.add(tokens.get(at));
      }
      at = Math.max(end, at + 1);
    }
    return kept;
  }

  /** A comma, a full stop, an exclamation; trailing off ("ok...") or asking is none. */
  static boolean pause(Token token) {
    return token.kind() == Token.Kind.MARK
        && (",.;-".contains(token.text()) || token.text().startsWith("!"));
  }

  /** Whether the text is nothing but such a row. */
  static boolean isRow(List<Token> tokens, List<Phrase> must, List<Phrase> may) {
    return row(tokens, must, may).get(tokens.size());
  }

  /** The text's tokens; the end of a line is a full stop. */
  static List<Token> tokens(String text) {
    return new ArrayList<>(Token.of(text.strip().replace("\n", " . ")));
  }
}
