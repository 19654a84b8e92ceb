package studio.makore.desk;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.makore.project.Project;

/**
 * Reads an owner's line such as "the bakery phoned, asks when": which project, which order, and the
 * words that are left. The grammar is closed: before the order's own words stand only the project
 * and words that mean nothing. All languages are understood together, for owners mix them.
 */
final class OrderLine {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}@._+'\"׳״-]+");
  private static final int LONGEST = 600;
  private static final int SHORTEST_NAME = 3;

  /** The letters that Hebrew and Arabic write onto the front of a word. */
  private static final Pattern PREFIXES =
      Pattern.compile("^(?:ו?[הלבמשכ]{1,2}|و?(?:ال|لل|ل|ب|ف|ك))");

  /** What was understood of a line. */
  sealed interface Read {
    /**
     * An order.
     *
     * @param words what the line says behind the order's own words
     */
    record Understood(Order order, Project project, String words, String line) implements Read {}

    /** An order, but for which project? */
    record Whose(List<Project> choices) implements Read {}

    /** No order. */
    record Nothing() implements Read {}
  }

  /** A project and the names an owner may call it by. */
  record Called(Project project, Collection<String> names) {}

  private record Word(String folded, int start, int end) {}

  private record Mention(Project project, int from, int to, int length) {}

  private record Verb(Order order, int from, int to) {}

  private final String line;
  private final List<Word> words;

  private OrderLine(String line) {
    this.line = line;
    this.words = words(line);
  }

  static Read read(String line, List<Called> projects) {
    String stripped = line.strip();
    return stripped.isEmpty() || stripped.length() > LONGEST
        ? new Read.Nothing()
        : new OrderLine(stripped).read(projects);
  }

  private Read read(List<Called> projects) {
    var mentions = mentions(projects);
    var verb = verb(mentions);
    if (verb.isEmpty()) {
      return new Read.Nothing();
    }
    var named = mentions.stream().map(Mention::project).distinct().toList();
    if (named.size() != 1) {
      return new Read.Whose(named);
    }
    var order = verb.get().order();
    boolean asks = line.contains("?") || line.contains("؟");
    if (asks && !order.mayAsk() || isNegated() && order.isTurnedByNot()) {
      return new Read.Nothing();
    }
    return new Read.Understood(order, named.getFirst(), rest(verb.get(), mentions), line);
  }

  private boolean isNegated() {
    var not = Phrases.everywhere("order.not");
    return words.stream().anyMatch(word -> not.contains(word.folded()));
  }

  /** The longest names that the line holds; shorter ones inside of them count for nothing. */
  private List<Mention> mentions(List<Called> projects) {
    var whole =
        projects.stream()
            .flatMap(
                called -> called.names().stream().flatMap(name -> find(called.project(), name)))
            .toList();
    var found = whole.isEmpty() ? partial(projects) : whole;
    int longest = found.stream().mapToInt(Mention::length).max().orElse(0);
    return found.stream().filter(mention -> mention.length() == longest).toList();
  }

  private Stream<Mention> find(Project project, String name) {
    var wanted = words(name).stream().map(Word::folded).toList();
    return IntStream.rangeClosed(0, words.size() - wanted.size())
        .filter(at -> !wanted.isEmpty() && holds(at, wanted))
        .mapToObj(at ->
            new Mention(
                project, at, at + wanted.size(), wanted.stream().mapToInt(String::length).sum()))
        .limit(1);
  }

  private boolean holds(int at, List<String> wanted) {
    return IntStream.range(0, wanted.size())
        .allMatch(i -> {
          String word = words.get(at + i).folded();
          return word.equals(wanted.get(i))
              || i == 0 && unprefixed(word).equals(unprefixed(wanted.get(i)));
        });
  }

  private static String unprefixed(String word) {
    String bare = PREFIXES.matcher(word).replaceFirst("");
    return bare.length() >= SHORTEST_NAME ? bare : word;
  }

  /** One word of a name that no other project has in its own. */
  private List<Mention> partial(List<Called> projects) {
    var idle = Phrases.everywhere("order.idle");
    var verbs =
        Arrays.stream(Order.values())
            .flatMap(order -> Phrases.everywhere(order.key()).stream())
            .flatMap(phrase -> Arrays.stream(phrase.split(" ")))
            .collect(Collectors.toSet());
    return projects.stream()
        .flatMap(called ->
            called.names().stream()
                .flatMap(name -> words(name).stream())
                .map(Word::folded)
                .filter(word -> word.length() >= SHORTEST_NAME)
                .filter(word -> !idle.contains(word) && !verbs.contains(word))
                .flatMap(word -> find(called.project(), word)))
        .toList();
  }

  /** The order's own words, where nothing but the project and idle words stand before them. */
  private Optional<Verb> verb(List<Mention> mentions) {
    var idle = Phrases.everywhere("order.idle");
    for (int at = 0; at < words.size(); at++) {
      int here = at;
      var verb =
          Arrays.stream(Order.values())
              .flatMap(order ->
                  Phrases.everywhere(order.key()).stream()
                      .map(phrase -> List.of(phrase.split(" ")))
                      .filter(phrase -> isAt(here, phrase))
                      .map(phrase -> new Verb(order, here, here + phrase.size())))
              .max(Comparator.comparing(found -> found.to()));
      boolean named = mentions.stream().anyMatch(m -> here >= m.from() && here < m.to());
      if (verb.isPresent() && !named) {
        return verb;
      }
      if (!named && !idle.contains(words.get(at).folded())) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean isAt(int at, List<String> phrase) {
    return at + phrase.size() <= words.size()
        && IntStream.range(0, phrase.size())
            .allMatch(i -> words.get(at + i).folded().equals(phrase.get(i)));
  }

  /** What stands behind the order, without the project's name at either end and without colons. */
  private String rest(Verb verb, List<Mention> mentions) {
    int from = verb.to();
    int to = words.size();
    for (Mention mention : mentions) {
      if (mention.from() == from) {
        from = mention.to();
      }
      if (mention.to() == to && mention.from() >= from) {
        to = mention.from();
      }
    }
    if (from >= to) {
      return "";
    }
    String rest =
        line.substring(
            words.get(from).start(), to == words.size() ? line.length() : words.get(to).start());
    return rest.strip().replaceAll("^[:,;.–-]+\\s*", "").strip();
  }

  private static List<Word> words(String text) {
    return WORD.matcher(text).results().map(OrderLine::word).toList();
  }

  private static Word word(MatchResult found) {
    return new Word(
        OwnerCommands.folded(found.group()).replaceAll("^[-._'\"]+|[-._'\"]+$", ""),
        found.start(),
        found.end());
  }
}
