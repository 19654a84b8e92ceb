package studio.makore.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The name that closes an answer: "Send it. Thanks, Emma", or the lines of a name and a business
 * below it. Where a signature has its usual marks it was cut before.
 *
 * <p>A second thought taken for a name would send a mail against the owner's will. So a word that
 * says anything in the grammar of answers is no name; in scripts without capitals a name needs a
 * closing word before it or a bar behind it.
 */
final class Closing {
  private static final List<Phrase> CLOSING = Grammar.ALL.section("closing");
  private static final List<Phrase> KNOWN = Grammar.ALL.all();

  private static final int LONGEST_NAME = 2;
  private static final int MOST_LINES = 4;
  private static final int LONGEST_CLOSING = 4;

  /** A name on a line of its own, or a capitalised word after a comma. */
  private static final Pattern NAMED =
      Pattern.compile(
          "\\n\\s{0,9}(?<line>[^\\n]{2,40})$|,\\s{0,3}(?<word>\\p{Lu}\\p{Ll}{1,20})[.!]?$");

  private static final Pattern LAST_PARAGRAPH =
      Pattern.compile("\\n[ \\t]{0,20}\\n([^\\n]++(?:\\n[^\\n]++)*+)$");

  /** "Emma", "Emma Hart" */
  private static final Pattern CAPITALISED =
      Pattern.compile("\\p{Lu}\\p{Ll}{1,20}(?: \\p{Lu}\\p{Ll}{1,20})?");

  /** "Nest & Bramble websites", "Hart Studio" */
  private static final Pattern BUSINESS =
      Pattern.compile("\\p{Lu}\\p{L}{1,20}(?: &| and)? \\p{Lu}\\p{L}{1,20}(?: \\p{L}{1,20}){0,2}");

  /** "Noa | Northlight" */
  private static final Pattern BARRED =
      Pattern.compile("\\p{L}{2,20}(?: \\p{L}{2,20})? ?\\| ?\\p{L}{2,20}(?: \\p{L}{2,20}){0,3}");

  private Closing() {}

  /** The text without a name that closes it. */
  static String cut(String text) {
    Matcher paragraph = LAST_PARAGRAPH.matcher(text);
    if (paragraph.find() && isSignature(paragraph.group(1).lines().map(String::strip).toList())) {
      return text.substring(0, paragraph.start()).strip();
    }
    Matcher named = NAMED.matcher(text);
    if (!named.find()) {
      return text;
    }
    String name = named.group("line") == null ? named.group("word") : named.group("line");
    String before = text.substring(0, named.start());
    return isName(name) && closes(before) ? before.strip() : text;
  }

  private static boolean isSignature(List<String> lines) {
    boolean shaped =
        BARRED.matcher(lines.getFirst()).matches()
            || (lines.size() > 1 && CAPITALISED.matcher(lines.getFirst()).matches());
    return shaped
        && lines.size() <= MOST_LINES
        && lines.stream()
            .skip(1)
            .allMatch(line -> BUSINESS.matcher(line).matches() || BARRED.matcher(line).matches())
        && lines.stream().noneMatch(Closing::saysAnything);
  }

  private static boolean isName(String name) {
    List<Token> tokens = Grammar.tokens(name);
    return !tokens.isEmpty()
        && tokens.size() <= LONGEST_NAME
        && tokens.stream().allMatch(Token::word)
        && !saysAnything(name);
  }

  private static boolean saysAnything(String name) {
    List<Token> tokens = Grammar.tokens(name);
    return KNOWN.stream().anyMatch(phrase -> phrase.isIn(tokens));
  }

  private static boolean closes(String text) {
    List<Token> tokens = Grammar.tokens(text);
    int end = tokens.size();
    while (end > 0 && Grammar.pause(tokens.get(end - 1))) {
      end--;
    }
    List<Token> said = tokens.subList(0, end);
    return IntStream.range(Math.max(0, end - LONGEST_CLOSING), end)
        .anyMatch(from -> Grammar.isRow(said.subList(from, said.size()), CLOSING, List.of()));
  }
}
