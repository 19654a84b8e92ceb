package studio.makore.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import studio.makore.language.Language;
import studio.makore.language.Spelling;

/**
 * The phrases by which a studio's own mails are understood, from {@code <tag>.words}: sections in
 * brackets, a phrase a line. {@code …} stands for up to three words, {@code *} at a word's end for
 * up to four letters.
 */
final class Wordbook {
  private static final String STAGE = "stage ";
  private static final Map<Language, Wordbook> KNOWN = new ConcurrentHashMap<>();

  private final Map<String, Phrases> sections;

  private Wordbook(Map<String, Phrases> sections) {
    this.sections = sections;
  }

  /** The book of that language; an empty one where nobody has written it. */
  static Wordbook in(Language language) {
    return KNOWN.computeIfAbsent(language, Wordbook::read);
  }

  boolean says(String section, Wording sentence) {
    Phrases phrases = sections.get(section);
    return phrases != null && phrases.in(sentence);
  }

  boolean says(Gesture gesture, Wording sentence) {
    return says(gesture.name().toLowerCase(Locale.ROOT), sentence);
  }

  /** The latest stage that the sentence names, in the order of the file. */
  Optional<String> stage(Wording sentence) {
    return sections.entrySet().stream()
        .filter(section -> section.getKey().startsWith(STAGE))
        .filter(section -> section.getValue().in(sentence))
        .map(section -> section.getKey().substring(STAGE.length()))
        .reduce((_, later) -> later);
  }

  private static Wordbook read(Language language) {
    String file = language.tag() + ".words";
    var sections = new LinkedHashMap<String, Phrases>();
    if (WordList.has(file)) {
      WordList.sections(file)
          .forEach((name, lines) -> {
            var phrases = new Phrases();
            lines.stream().map(Phrase::of).forEach(phrases::add);
            sections.put(name, phrases);
          });
    }
    return new Wordbook(sections);
  }

  /** A sentence's words, folded. */
  record Wording(List<String> words) {
    private static final int LONGEST = 400;

    static Wording of(String sentence) {
      String folded =
          Spelling.fold(
              sentence.length() <= LONGEST * 8 ? sentence : sentence.substring(0, LONGEST * 8));
      var words = new ArrayList<String>();
      int start = -1;
      for (int at = 0; at <= folded.length(); at++) {
        boolean inWord = at < folded.length() && inWord(folded.charAt(at));
        if (inWord && start < 0) {
          start = at;
        } else if (!inWord && start >= 0) {
          words.add(folded.substring(start, at));
          start = -1;
        }
      }
      return new Wording(words);
    }

    private static boolean inWord(char c) {
      return Character.isLetterOrDigit(c) || c == '\'';
    }
  }

  /** Phrases found by their first word, so that a long list costs little. */
  private static final class Phrases {
    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final List<Phrase> others = new ArrayList<>();

    void add(Phrase phrase) {
      phrase
          .firstWord()
          .map(word -> byFirstWord.computeIfAbsent(word, _ -> new ArrayList<>()))
          .orElse(others)
          .add(phrase);
    }

    boolean in(Wording sentence) {
      List<String> words = sentence.words();
      for (int at = 0; at < words.size(); at++) {
        if (begins(byFirstWord.getOrDefault(words.get(at), List.of()), words, at)
            || begins(others, words, at)) {
          return true;
        }
      }
      return false;
    }

    private static boolean begins(List<Phrase> phrases, List<String> words, int at) {
      for (Phrase phrase : phrases) {
        if (phrase.begins(words, at)) {
          return true;
        }
      }
      return false;
    }
  }

  private record Phrase(List<Piece> pieces) {
    private static final int LONGEST_GAP = 3;

    static Phrase of(String line) {
      var pieces = new ArrayList<Piece>();
      boolean gap = false;
      for (String word : line.split(" ")) {
        if (word.equals("…")) {
          gap = true;
        } else {
          pieces.add(Piece.of(word, gap));
          gap = false;
        }
      }
      return new Phrase(List.copyOf(pieces));
    }

    Optional<String> firstWord() {
      Piece first = pieces.getFirst();
      return first.open() ? Optional.empty() : Optional.of(first.word());
    }

    boolean begins(List<String> words, int at) {
      return pieces.getFirst().is(words.get(at)) && goesOn(words, at + 1, 1);
    }

    private boolean goesOn(List<String> words, int at, int piece) {
      if (piece == pieces.size()) {
        return true;
      }
      int last = Math.min(words.size() - 1, at + (pieces.get(piece).gap() ? LONGEST_GAP : 0));
      for (int here = at; here <= last; here++) {
        if (pieces.get(piece).is(words.get(here)) && goesOn(words, here + 1, piece + 1)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * @param before whether letters may stand in front, as Hebrew and Arabic glue small words on
   * @param after whether letters may follow
   * @param gap whether other words may stand before it
   */
  private record Piece(String word, boolean before, boolean after, boolean gap) {
    private static final int MOST_LETTERS = 4;

    static Piece of(String written, boolean gap) {
      boolean before = written.startsWith("*");
      boolean after = written.endsWith("*");
      String word =
          written.substring(before ? 1 : 0, after ? written.length() - 1 : written.length());
      return new Piece(Spelling.fold(word), before, after, gap);
    }

    boolean open() {
      return before || after;
    }

    boolean is(String other) {
      int spare = other.length() - word.length();
      if (spare == 0) {
        return other.equals(word);
      }
      if (spare < 0 || !open()) {
        return false;
      }
      int at = before ? other.indexOf(word) : 0;
      return at >= 0
          && at <= MOST_LETTERS
          && other.startsWith(word, at)
          && (after ? spare - at <= MOST_LETTERS : other.endsWith(word) && spare <= MOST_LETTERS);
    }
  }
}
