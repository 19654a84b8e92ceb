package studio.makore.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import studio.makore.reading.DateSource;
import studio.makore.reading.Decision;
import studio.makore.reading.Decisions;

/**
 * Reads one answer to several drafts by a closed grammar: "1 3 yes, 2 on Tuesday, 4 no". Each part
 * names numbers and then one decision, or "all" and one decision. A part that is not wholly
 * understood, a number that is not on the list or comes twice, and nothing of the answer counts.
 */
final class Batch {
  /** A comma or a line's end; a comma between two numbers joins them. */
  private static final Pattern PARTS = Pattern.compile("\\R|[;,،؛]|\\.(?=\\s|$)");

  private static final Pattern NUMBERS_FIRST =
      Pattern.compile(
          "(?<numbers>\\d{1,2}(?:[\\s+&]{1,5}\\d{1,2}){0,30})[\\s:.)-]{1,5}(?<rest>\\D.{0,200})");
  private static final Pattern NUMBERS_LAST =
      Pattern.compile(
          "(?<rest>[^\\d]{1,60}?)[\\s:]{1,5}(?<numbers>\\d{1,2}(?:[\\s+&]{1,5}\\d{1,2}){0,30})");
  private static final Pattern ONLY_NUMBERS =
      Pattern.compile("\\d{1,2}(?:[\\s+&]{1,5}\\d{1,2}){0,30}");

  private final int size;
  private final DateSource dates;
  private final List<String> all;
  private final List<String> and;
  private final Map<Integer, Decision> read = new LinkedHashMap<>();

  private Batch(int size, DateSource dates) {
    this.size = size;
    this.dates = dates;
    this.all = Phrases.everywhere("batch.all");
    this.and = Phrases.everywhere("batch.and");
  }

  /**
   * The decision for each number, from 1; empty when the answer is not wholly understood.
   *
   * @param size how many were listed
   */
  static Optional<Map<Integer, Decision>> read(String answer, int size, DateSource dates) {
    var batch = new Batch(size, dates);
    return batch.parts(answer).stream().allMatch(batch::take) && !batch.read.isEmpty()
        ? Optional.of(batch.read)
        : Optional.empty();
  }

  /** Numbers alone belong to the part after them: "1, 3 yes". */
  private List<String> parts(String answer) {
    var parts = new ArrayList<String>();
    String numbers = "";
    for (String part : PARTS.split(answer.strip())) {
      String line = (numbers + " " + withoutAnd(part.strip())).strip();
      numbers = ONLY_NUMBERS.matcher(line).matches() ? line : "";
      if (numbers.isEmpty() && !line.isEmpty()) {
        parts.add(line);
      }
    }
    if (!numbers.isEmpty()) {
      parts.add(numbers);
    }
    return parts;
  }

  /** "1 and 3 yes" is "1 3 yes". */
  private String withoutAnd(String part) {
    String words = " " + part + " ";
    for (String word : and) {
      words =
          words.replaceAll("(?i)(?<=\\d)\\s{1,3}" + Pattern.quote(word) + "\\s{0,3}(?=\\d)", " ");
    }
    return words.strip();
  }

  private boolean take(String part) {
    var first = NUMBERS_FIRST.matcher(part);
    if (first.matches()) {
      return put(numbers(first.group("numbers")), first.group("rest"));
    }
    var last = NUMBERS_LAST.matcher(part);
    if (last.matches()) {
      Decision decision = Decisions.read(last.group("rest"), DateSource.NONE);
      boolean plain = decision instanceof Decision.Send || decision instanceof Decision.Discard;
      return plain && put(numbers(last.group("numbers")), last.group("rest"));
    }
    return everything(part);
  }

  /** "All yes"; and to a list of one, a decision without a number. */
  private boolean everything(String part) {
    for (String word : all) {
      String folded = OwnerCommands.folded(part);
      if (folded.startsWith(word + " ")) {
        return put(IntStream.rangeClosed(1, size).boxed().toList(), part.substring(word.length()));
      }
      if (folded.endsWith(" " + word)) {
        return put(
            IntStream.rangeClosed(1, size).boxed().toList(),
            part.substring(0, part.length() - word.length()));
      }
    }
    return size == 1 && put(List.of(1), part);
  }

  private boolean put(List<Integer> numbers, String words) {
    Decision decision = Decisions.read(words.strip(), dates);
    if (decision instanceof Decision.Unclear || decision instanceof Decision.Replace) {
      return false;
    }
    return numbers.stream()
        .allMatch(number -> number >= 1 && number <= size && read.put(number, decision) == null);
  }

  private static List<Integer> numbers(String text) {
    return Pattern.compile("\\d{1,2}")
        .matcher(text)
        .results()
        .map(number -> Integer.valueOf(number.group()))
        .toList();
  }
}
