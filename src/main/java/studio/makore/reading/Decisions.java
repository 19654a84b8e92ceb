package studio.makore.reading;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what an owner decided about a draft. A yes counts only when the whole reply is a yes by a
 * closed grammar ({@code TAG.decisions.txt}); one word more, a question mark, a "but", and the
 * answer is {@link Decision.Unclear}. There is no score and no guess.
 *
 * <pre>
 * Decisions.read("ok, send it", DateSource.NONE)            // Send
 * Decisions.read("ok but fix the date", DateSource.NONE)    // Unclear
 * Decisions.read("No. Write:\nHi Dana, …", DateSource.NONE) // Replace("Hi Dana, …")
 * </pre>
 */
public final class Decisions {
  /** An answer is short; what is longer is something else, unless it brings a new text. */
  private static final int LONGEST_ANSWER = 300;

  /** A colon further on than this stands inside a text, not above one. */
  private static final int LONGEST_HEADING = 60;

  private static final int FEWEST_NEW_WORDS = 3;
  private static final int LONGEST_REASON = 20;

  private static final List<Phrase> YES = Grammar.ALL.section("yes", "send");
  private static final List<Phrase> BESIDE_YES = Grammar.ALL.section("nice", "filler");
  private static final List<Phrase> SEND = Grammar.ALL.section("send");
  private static final List<Phrase> NO = Grammar.ALL.section("no", "discard");
  private static final List<Phrase> DISCARD = Grammar.ALL.section("discard");
  private static final List<Phrase> BESIDE_DISCARD = Grammar.ALL.section("no", "filler");
  private static final List<Phrase> FILLER = Grammar.ALL.section("filler");
  private static final List<Phrase> NO_REASON = Grammar.ALL.section("no_reason");
  private static final List<Phrase> HEADING = Grammar.ALL.section("replace");
  private static final List<Phrase> BESIDE_HEADING =
      Grammar.ALL.section("no", "discard", "yes", "nice", "filler");
  private static final List<Phrase> LATER = Grammar.ALL.section("later");
  private static final List<Phrase> NOT_LATER =
      Grammar.ALL.section("send", "discard", "no", "not_later");
  private static final List<Phrase> NOT_NOW = Grammar.ALL.section("not_now");
  private static final List<Phrase> BESIDE_SEND_THEN =
      Grammar.ALL.section("yes", "nice", "filler", "later_send");
  private static final List<Phrase> BESIDE_DATE = Grammar.ALL.section("beside_date", "filler");

  private Decisions() {}

  /**
   * @param newText what the owner wrote now: without quoted history and signature
   * @param dates finds the dates in it, knowing when it was sent
   */
  public static Decision read(String newText, DateSource dates) {
    String text = newText.strip();
    return replacement(text)
        .map(Decision.class::cast)
        .orElseGet(() -> answer(Closing.cut(text), dates));
  }

  private static Decision answer(String text, DateSource dates) {
    if (text.length() > LONGEST_ANSWER) {
      return new Decision.Unclear();
    }
    List<Token> tokens = Grammar.tokens(text);
    if (tokens.stream().anyMatch(token -> token.text().startsWith("?"))) {
      return new Decision.Unclear();
    }
    if (Grammar.isRow(tokens, YES, BESIDE_YES)) {
      return new Decision.Send();
    }
    if (Grammar.isRow(tokens, NO, FILLER) || discardsWithReason(tokens)) {
      return new Decision.Discard();
    }
    return dated(text, tokens, dates).orElseGet(Decision.Unclear::new);
  }

  /** "Write instead: …" */
  private static Optional<Decision.Replace> replacement(String text) {
    int colon = text.indexOf(':');
    if (colon < 0 || colon > LONGEST_HEADING) {
      return Optional.empty();
    }
    boolean heading =
        Grammar.isRow(Grammar.tokens(text.substring(0, colon)), HEADING, BESIDE_HEADING);
    String fresh = unquoted(text.substring(colon + 1).strip());
    long words = Token.of(fresh).stream().filter(Token::word).count();
    return heading && words >= FEWEST_NEW_WORDS
        ? Optional.of(new Decision.Replace(fresh))
        : Optional.empty();
  }

  /** Quotation marks around the whole are the owner's, not the client's. */
  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 2
            && Stream.of("\"\"", "“”", "„“", "״״", "«»")
                .anyMatch(pair ->
                    text.charAt(0) == pair.charAt(0)
                        && text.charAt(text.length() - 1) == pair.charAt(1)
                        && text.indexOf(pair.charAt(1), 1) == text.length() - 1);
    return quoted ? text.substring(1, text.length() - 1).strip() : text;
  }

  /** "Scrap it, we talked this morning." */
  private static boolean discardsWithReason(List<Token> tokens) {
    BitSet ends = Grammar.row(tokens, DISCARD, BESIDE_DISCARD);
    return ends.stream()
        .filter(end -> end > 0 && end < tokens.size() && Grammar.pause(tokens.get(end - 1)))
        .mapToObj(end -> tokens.subList(end, tokens.size()))
        .anyMatch(reason ->
            reason.size() <= LONGEST_REASON
                && NO_REASON.stream().noneMatch(phrase -> phrase.isIn(reason)));
  }

  private static Optional<Decision> dated(String text, List<Token> tokens, DateSource dates) {
    List<DateSource.Named> named = dates.in(text);
    if (named.size() != 1 || named.getFirst().range()) {
      return Optional.empty();
    }
    DateSource.Named date = named.getFirst();
    if (postpones(tokens) || isSentThen(text, date)) {
      return Optional.of(new Decision.Later(date.date(), date.time()));
    }
    return isAllButDate(text, date)
        ? Optional.of(new Decision.Date(date.date(), date.time()))
        : Optional.empty();
  }

  /** "Not now, remind me on Thursday" */
  private static boolean postpones(List<Token> tokens) {
    List<Token> rest = Grammar.without(tokens, NOT_NOW);
    return LATER.stream().anyMatch(phrase -> phrase.isIn(tokens))
        && NOT_LATER.stream().noneMatch(phrase -> phrase.isIn(rest));
  }

  /** "Yes, send it tomorrow morning" is no yes for now; the owner is asked again then. */
  private static boolean isSentThen(String text, DateSource.Named date) {
    String rest = date.before(text) + " " + date.after(text);
    return Grammar.isRow(Grammar.tokens(rest), SEND, BESIDE_SEND_THEN);
  }

  private static boolean isAllButDate(String text, DateSource.Named date) {
    return Stream.of(date.before(text), date.after(text))
        .map(Grammar::tokens)
        .filter(rest -> !rest.stream().allMatch(Grammar::pause))
        .allMatch(rest -> Grammar.isRow(rest, BESIDE_DATE, FILLER));
  }
}
