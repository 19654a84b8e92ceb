package studio.makore.language;

import static java.util.stream.Collectors.toSet;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which language a text is written in. */
public final class Languages {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://|www\\.)\\S{1,2000}|[\\w.+-]{1,64}@[\\w.-]{1,255}");
  private static final Pattern LATIN_WORD = Pattern.compile("[\\p{IsLatin}\\d']{1,40}");

  /**
   * A word with a digit for an Arabic letter: "7elo", "3am", "mwaf2", "sa3a"; not "2nd", "5pm",
   * "mp3", "h264", "v2".
   */
  private static final Pattern ARABIZI =
      Pattern.compile(
          "(?!\\d(?:st|nd|rd|th|am|pm|min|kg|px|gb|mb|tb|days?|hours?)$)"
              + "(?:[235-9][a-z]{2,20}|[a-z]{1,20}[235-9][a-z]{1,20}|[a-z]{3,20}[23579])");

  /**
   * Letters of other scripts count for less than a Hebrew or an Arabic one: people drop "WordPress"
   * into Hebrew all the time, and hardly ever the other way round.
   */
  private static final int LATIN_LETTER = 1;

  private static final int OTHER_LETTER = 3;

  /** A language and how to know it: by its script, or within the Latin script by its words. */
  private record Mark(Language language, UnicodeScript script, Set<String> latinWords) {}

  private static final List<Mark> MARKS =
      Words.of("languages.tsv").stream().map(Languages::mark).toList();

  private Languages() {}

  private static Mark mark(String line) {
    String[] columns = line.split("\t");
    Set<String> words =
        columns.length < 3
            ? Set.of()
            : Words.of(columns[2]).stream().map(Spelling::fold).collect(toSet());
    return new Mark(new Language(columns[0]), UnicodeScript.valueOf(columns[1]), words);
  }

  /** The languages that Makore has data for, the first being the one for texts without letters. */
  public static List<Language> all() {
    return MARKS.stream().map(Mark::language).toList();
  }

  /** As {@link #find}, and English for a text without letters. */
  public static Language of(String text) {
    return find(text).orElse(Language.ENGLISH);
  }

  /**
   * The language most of the text is in; empty when it has no letters that tell. Web and mail
   * addresses do not count. Latin script is English, or Arabic where its words are clearly Arabizi.
   */
  public static Optional<Language> find(String text) {
    boolean addresses = text.contains("http") || text.contains("www.") || text.indexOf('@') >= 0;
    String bare = addresses ? ADDRESS.matcher(text).replaceAll(" ") : text;
    return heaviest(bare)
        .flatMap(script ->
            script == UnicodeScript.LATIN
                ? byWords(bare)
                : MARKS.stream().filter(m -> m.script() == script).map(Mark::language).findFirst());
  }

  private static Optional<UnicodeScript> heaviest(String text) {
    Map<UnicodeScript, Integer> weights = new EnumMap<>(UnicodeScript.class);
    int latin = 0;
    int hebrew = 0;
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      // the scripts of nearly all letters, without looking them up
      if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
        latin += LATIN_LETTER;
      } else if (c >= '\u05d0' && c <= '\u05ea') {
        hebrew += OTHER_LETTER;
      } else if (c >= 0x80 && Character.isLetter(c)) {
        UnicodeScript script = UnicodeScript.of(c);
        weights.merge(
            script, script == UnicodeScript.LATIN ? LATIN_LETTER : OTHER_LETTER, Integer::sum);
      }
    }
    add(UnicodeScript.LATIN, latin, weights);
    add(UnicodeScript.HEBREW, hebrew, weights);
    return weights.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  private static void add(UnicodeScript script, int weight, Map<UnicodeScript, Integer> weights) {
    if (weight > 0) {
      weights.merge(script, weight, Integer::sum);
    }
  }

  private static Optional<Language> byWords(String text) {
    List<String> words =
        LATIN_WORD.matcher(Spelling.fold(text)).results().map(r -> r.group()).toList();
    return MARKS.stream()
        .filter(mark -> !mark.latinWords().isEmpty())
        .max(
            Comparator.comparingLong((Mark mark) -> hits(mark, words))
                .thenComparing(mark -> mark.script() == UnicodeScript.LATIN))
        .map(Mark::language);
  }

  private static long hits(Mark mark, List<String> words) {
    boolean arabizi = mark.script() == UnicodeScript.ARABIC;
    return words.stream()
        .filter(w -> mark.latinWords().contains(w) || arabizi && matches(ARABIZI, w))
        .count();
  }

  private static boolean matches(Pattern pattern, String word) {
    Matcher matcher = pattern.matcher(word);
    return matcher.matches();
  }
}
