package studio.makore.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.makore.language.DateLexicon.Phrase;
import studio.makore.language.DateLexicon.Prefix;
import studio.makore.language.DateToken.Kind;

/** Gives the words, figures and signs of a text their meanings. */
final class DateTerms {
  /** "and-from-the-": no word carries more. */
  private static final int MOST_PREFIXES = 3;

  private static final Map<Sense, Integer> STOP = Map.of(Sense.STOP, 0);

  private static final Pattern CHUNK = Pattern.compile("\\S++");

  /** Nothing inside a link or an address is a date. */
  private static final Pattern LINK =
      Pattern.compile(
          "\\p{Alpha}://|www\\.|@[\\w-]{1,63}\\.\\w|[A-Za-z][\\w-]{0,63}\\.[a-z][\\w-]{1,63}(?![^\\s/?,;:)])");

  private final DateLexicon lexicon;
  private final String text;
  private final List<DateToken> tokens;
  private final List<Term> terms = new ArrayList<>();
  private final BitSet links;
  private int next;

  private DateTerms(String text, DateLexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
    this.tokens = DateToken.of(text);
    this.links = links(text);
  }

  static List<Term> of(String text, DateLexicon lexicon) {
    var terms = new DateTerms(text, lexicon);
    while (terms.next < terms.tokens.size()) {
      DateToken token = terms.tokens.get(terms.next++);
      switch (token.kind()) {
        case WORD -> terms.word(token);
        case DIGITS -> terms.digits(token);
        case SIGN -> terms.sign(token);
        case BLANK_LINE -> terms.add(token, STOP);
      }
    }
    return terms.terms;
  }

  private static BitSet links(String text) {
    var links = new BitSet();
    Matcher chunk = CHUNK.matcher(text);
    while (chunk.find()) {
      if (LINK.matcher(chunk.group()).find()) {
        links.set(chunk.start(), chunk.end());
      }
    }
    return links;
  }

  private void word(DateToken token) {
    if (links.get(token.start()) || !known(token, 0, token.key(), 0)) {
      add(token, Map.of());
    }
  }

  /** Finds the word as it stands, or behind the letters that may be written on to it. */
  private boolean known(DateToken token, int from, String key, int prefixes) {
    Optional<Phrase> phrase = lexicon.longest(key, tokens, next).or(() -> withoutApostrophe(key));
    if (phrase.isPresent()) {
      next = DateLexicon.lastToken(phrase.get(), tokens, next);
      terms.add(
          new Term(
              token.placeOf(from),
              tokens.get(next - 1).end(),
              phrase.get().senses(),
              Optional.empty()));
      return true;
    }
    if (key.isEmpty()) {
      return prefixes > 0 && figureFollows();
    }
    return prefixes < MOST_PREFIXES
        && lexicon.prefixes().stream()
            .anyMatch(prefix -> behind(prefix, token, from, key, prefixes));
  }

  private boolean behind(Prefix prefix, DateToken token, int from, String key, int prefixes) {
    if (!key.startsWith(prefix.letters())) {
      return false;
    }
    int rest = from + prefix.letters().length();
    int place = terms.size();
    String left = key.substring(prefix.letters().length());
    boolean known =
        known(token, rest, left.isEmpty() ? left : prefix.completion() + left, prefixes + 1);
    if (known) {
      terms.add(
          place,
          new Term(token.placeOf(from), token.placeOf(rest), prefix.senses(), Optional.empty()));
    }
    return known;
  }

  /** "Monday's", "days'", a quoted word. */
  private Optional<Phrase> withoutApostrophe(String key) {
    int apostrophe = key.indexOf('\'');
    return apostrophe > 0 && key.length() - apostrophe <= 2
        ? lexicon.longest(key.substring(0, apostrophe), tokens, next)
        : Optional.empty();
  }

  /** A prefix alone is one where a figure, or a word after a hyphen, takes the word's place. */
  private boolean figureFollows() {
    if (next >= tokens.size()) {
      return false;
    }
    DateToken follower = tokens.get(next);
    if (follower.kind() == Kind.DIGITS) {
      return true;
    }
    if (follower.key().equals("-") && next + 1 < tokens.size()) {
      DateToken second = tokens.get(next + 1);
      boolean joined = second.start() == follower.end() && second.kind() != Kind.SIGN;
      if (joined) {
        next++;
      }
      return joined;
    }
    return false;
  }

  /** A figure, or two with a dash between them; a figure that is part of something else is none. */
  private void digits(DateToken token) {
    String[] ends = token.key().split("-", -1);
    Optional<Figure> whole =
        Figure.read(token.key()).filter(f -> f.separator() != '-' || f.date().isPresent());
    Optional<Phrase> phrase = lexicon.longest(token.key(), tokens, next);
    if (partOfSomethingElse(token)) {
      add(token, Map.of());
    } else if (phrase.isPresent()) {
      next = DateLexicon.lastToken(phrase.get(), tokens, next);
      add(token, phrase.get().senses());
    } else if (whole.isPresent()) {
      terms.add(new Term(token.start(), token.end(), Map.of(), whole));
    } else if (ends.length == 2 && isRangeEnd(ends[0]) && isRangeEnd(ends[1])) {
      int dash = ends[0].length();
      terms.add(figure(token, 0, dash, ends[0]));
      terms.add(
          new Term(
              token.placeOf(dash),
              token.placeOf(dash + 1),
              Map.of(Sense.DASH, 0),
              Optional.empty()));
      terms.add(figure(token, dash + 1, token.key().length(), ends[1]));
    } else {
      add(token, Map.of());
    }
  }

  private static boolean isRangeEnd(String digits) {
    return Figure.read(digits)
        .filter(f -> f.date().isPresent() || f.clock().isPresent() || f.count().isPresent())
        .isPresent();
  }

  private static Term figure(DateToken token, int from, int to, String digits) {
    int end = to < token.key().length() ? token.placeOf(to) : token.end();
    return new Term(token.placeOf(from), end, Map.of(), Figure.read(digits));
  }

  /** A price, a share, an identifier, a file's name, a link. */
  private boolean partOfSomethingElse(DateToken token) {
    return links.get(token.start())
        || "$\u20ac\u00a3\u20aa#+_=&/@*\\".indexOf(before(token)) >= 0
        || "$\u20ac\u00a3\u20aa%\u066a_=&@+*".indexOf(after(token, 0)) >= 0
        || (after(token, 0) == '.' && Character.isLetter(after(token, 1)))
        || (Character.isLetter(after(token, 0)) && !knownSuffix())
        || (Character.isLetter(before(token)) && !isPrefixed())
        || isNumberOfAName();
  }

  /** "COVID-19", "meeting-10.3" */
  private boolean isNumberOfAName() {
    int last = terms.size() - 1;
    return last > 0
        && terms.get(last).is(Sense.DASH)
        && terms.get(last - 1).isPlainWord()
        && terms.get(last - 1).end() == terms.get(last).start()
        && terms.get(last).end() == tokens.get(next - 1).start();
  }

  private char before(DateToken token) {
    return before(token, 1);
  }

  private char before(DateToken token, int further) {
    return token.start() >= further ? text.charAt(token.start() - further) : ' ';
  }

  private char after(DateToken token, int further) {
    int at = token.end() + further;
    return at < text.length() ? text.charAt(at) : ' ';
  }

  private boolean knownSuffix() {
    return lexicon.longest(tokens.get(next).key(), tokens, next + 1).isPresent();
  }

  private boolean isPrefixed() {
    return !terms.isEmpty() && !terms.getLast().isPlainWord();
  }

  private void sign(DateToken token) {
    Optional<Phrase> phrase = lexicon.longest(token.key(), tokens, next);
    if (phrase.isPresent()) {
      next = DateLexicon.lastToken(phrase.get(), tokens, next);
      add(token, phrase.get().senses());
      return;
    }
    Map<Sense, Integer> senses =
        switch (token.key()) {
          case "," -> Map.of(Sense.COMMA, 0);
          case "-" -> Map.of(Sense.DASH, 0);
          case "(" -> Map.of(Sense.OPEN, 0);
          case ")" -> Map.of(Sense.CLOSE, 0);
          case ".", "!", "?", ";", "|", "\u2022" -> STOP;
          case "%", "$", "\u20aa", "\u20ac", "\u00a3" -> Map.of(Sense.COUNTED, 0);
          case "&" -> Map.of(Sense.AND, 0);
          default -> Map.of();
        };
    add(token, senses);
  }

  private void add(DateToken token, Map<Sense, Integer> senses) {
    terms.add(new Term(token.start(), token.end(), senses, Optional.empty()));
  }
}
