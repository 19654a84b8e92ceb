package studio.makore.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import studio.makore.reading.TextCheck.NearDuplicate;

/**
 * Finds sentences that do the same in nearly the same words: of the four-letter pieces of two
 * sentences together, three in five or more are in both (their Jaccard index). Spelling, case,
 * punctuation and digits do not count. Every pair is compared that shares a piece; with an index
 * from pieces to sentences, twenty thousand sentences take a second or two.
 */
final class NearDuplicates {
  private static final double NEAR = 0.6;
  private static final int PIECE = 4;

  private final List<Labelled> sentences;
  private final List<Set<String>> pieces;
  private final Map<String, List<Integer>> where = new HashMap<>();

  private NearDuplicates(List<Labelled> sentences) {
    this.sentences = sentences;
    this.pieces = sentences.stream().map(sentence -> pieces(sentence.text())).toList();
  }

  static List<NearDuplicate> among(List<Labelled> sentences) {
    return sentences.stream()
        .collect(Collectors.groupingBy(Labelled::acts, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(same -> new NearDuplicates(same).find().stream())
        .toList();
  }

  private static Set<String> pieces(String text) {
    String words =
        Token.of(text).stream()
            .filter(Token::telling)
            .map(Token::text)
            .collect(Collectors.joining(" ", " ", " "));
    Set<String> pieces = new HashSet<>();
    for (int at = 0; at + PIECE <= words.length(); at++) {
      pieces.add(words.substring(at, at + PIECE));
    }
    return pieces.isEmpty() ? Set.of(words) : pieces;
  }

  private List<NearDuplicate> find() {
    List<NearDuplicate> found = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      int twin = twin(i);
      if (twin >= 0) {
        Labelled one = sentences.get(i);
        found.add(new NearDuplicate(one.text(), sentences.get(twin).text(), one.acts()));
      }
      for (String piece : pieces.get(i)) {
        where.computeIfAbsent(piece, _ -> new ArrayList<>()).add(i);
      }
    }
    return found;
  }

  /** The earlier sentence that this one resembles most, if it nearly repeats it; else -1. */
  private int twin(int i) {
    int[] shared = new int[i];
    for (String piece : pieces.get(i)) {
      for (int earlier : where.getOrDefault(piece, List.of())) {
        shared[earlier]++;
      }
    }
    int twin = -1;
    double most = NEAR;
    for (int earlier = 0; earlier < i; earlier++) {
      int all = pieces.get(i).size() + pieces.get(earlier).size() - shared[earlier];
      double alike = (double) shared[earlier] / all;
      if (alike >= most) {
        most = alike;
        twin = earlier;
      }
    }
    return twin;
  }
}
