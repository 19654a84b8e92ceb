package studio.makore.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import studio.makore.reading.Explanation;
import studio.makore.reading.Explanation.Push;

/** An explanation as {@code ./makore classify --explain} shows it to people. */
final class ExplanationText {
  /** What is less likely than this is not worth a line, unless it was read. */
  private static final double WORTH_TELLING = 0.1;

  private static final int MOST_WORDS = 6;

  private ExplanationText() {}

  static String of(String id, Explanation explanation) {
    var text = new StringBuilder();
    var reading = explanation.reading();
    String acts =
        reading.acts().stream()
            .map(one -> figure("%s %.2f", one.act(), one.confidence()))
            .collect(Collectors.joining(", "));
    text.append(figure("%s (%s): ", id.isEmpty() ? "mail" : id, reading.language()))
        .append(acts.isEmpty() ? "nothing" : acts)
        .append(reading.unsure() ? ", unsure\n" : "\n");
    explanation.acts().stream()
        .filter(of -> of.read() || of.likely() >= WORTH_TELLING)
        .forEach(of -> act(of, text));
    explanation
        .guards()
        .forEach(
            spoke -> text.append(figure("  guard %s: \"%s\"\n", spoke.guard(), spoke.sentence())));
    return text.toString();
  }

  private static void act(Explanation.OfAct of, StringBuilder text) {
    text.append(
        figure(
            "  %-16s %s; %.2f by its words, enough from %.2f\n",
            of.act(), of.read() ? "read" : "not read", of.likely(), of.threshold()));
    text.append(figure("    \"%s\"\n", of.sentence()));
    words("for", of.pro(), text);
    words("against", of.contra(), text);
    text.append(figure("    %-8s %+.2f\n", "the rest", of.rest()));
  }

  private static void words(String side, List<Push> words, StringBuilder text) {
    if (!words.isEmpty()) {
      text.append(figure("    %-8s ", side))
          .append(
              words.stream()
                  .limit(MOST_WORDS)
                  .map(word -> figure("%s %+.2f", word.word(), word.weight()))
                  .collect(Collectors.joining(", ")))
          .append('\n');
    }
  }

  private static String figure(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
