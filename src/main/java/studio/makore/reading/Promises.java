package studio.makore.reading;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.makore.calendar.WorkingDays;
import studio.makore.language.DateFinder;
import studio.makore.language.DateMention;
import studio.makore.language.Language;
import studio.makore.language.Languages;
import studio.makore.language.Moment;
import studio.makore.language.Sentences;

/**
 * Finds what a mail promises: something that its writer does or the reader will have, by a date
 * that is named and still to come. A question, a condition, a refusal, what the other side is asked
 * for or had said, a meeting and quoted words are none. The phrases are data ({@code
 * TAG.promises.txt}), those of all languages together.
 *
 * <pre>
 * Promises.find("You'll have the revised sketch by Tuesday.", Speaker.STUDIO, sent, workingDays)
 *     // "the revised sketch", 2026-03-10
 * </pre>
 */
public final class Promises {
  private static final Grammar GRAMMAR = Grammar.read("promises");

  private static final List<Phrase> GIVES = GRAMMAR.section("gives");
  private static final List<Phrase> ARRIVES = GRAMMAR.section("arrives");
  private static final List<Phrase> EITHER = GRAMMAR.section("gives", "arrives");
  private static final List<Phrase> BUT = GRAMMAR.section("but");
  private static final List<Phrase> NEGATION = GRAMMAR.section("negation");
  private static final List<Phrase> NOT_NEGATION = GRAMMAR.section("not_negation");
  private static final List<Phrase> NO_PROMISE = GRAMMAR.section("condition", "request");
  private static final List<Phrase> MEETING = GRAMMAR.section("meeting");
  private static final List<Phrase> STUDIO_WORK = GRAMMAR.section("studio_work");
  private static final List<Phrase> LEAD = GRAMMAR.section("lead");
  private static final List<Phrase> TRAIL = GRAMMAR.section("trail");

  /** Somebody else's words. */
  private static final Pattern QUOTATION =
      Pattern.compile(
          "\"[^\"\\n]{3,300}\"|\u201c[^\u201d\\n]{3,300}\u201d|\u00ab[^\u00bb\\n]{3,300}\u00bb");

  /** Longer sentences are lists and legal texts. */
  private static final int LONGEST_SENTENCE = 600;

  /** Stands for a date in a text that is searched for what it is the date of. */
  private static final String DATE = " \u2016 ";

  private final Speaker speaker;
  private final OffsetDateTime sent;
  private final WorkingDays workingDays;
  private final Language language;

  private Promises(
      Speaker speaker, OffsetDateTime sent, WorkingDays workingDays, Language language) {
    this.speaker = speaker;
    this.sent = sent;
    this.workingDays = workingDays;
    this.language = language;
  }

  /**
   * The promises in the order of the text.
   *
   * @param newText what the writer wrote now: without quoted history and signature
   * @param speaker who wrote it
   * @param sent when; days and hours are those of its offset
   * @param workingDays by which working days are counted
   */
  public static List<Said> find(
      String newText, Speaker speaker, OffsetDateTime sent, WorkingDays workingDays) {
    var promises = new Promises(speaker, sent, workingDays, Languages.of(newText));
    return Sentences.split(newText).stream()
        .map(sentence -> sentence.text())
        .filter(sentence -> sentence.length() <= LONGEST_SENTENCE && !isQuestion(sentence))
        .flatMap(promises::inSentence)
        .toList();
  }

  private static boolean isQuestion(String sentence) {
    return sentence.contains("?") || sentence.contains("\u061f") || sentence.startsWith(">");
  }

  private Stream<Said> inSentence(String sentence) {
    String own = QUOTATION.matcher(sentence).replaceAll(" ");
    return dates(own).isEmpty()
        ? Stream.empty()
        : Wording.of(own).cutAt(BUT).stream().flatMap(clause -> inClause(clause, sentence));
  }

  private List<DateMention> dates(String text) {
    return DateFinder.find(text, sent, language, workingDays).stream()
        .filter(mention -> !last(mention).date().isBefore(sent.toLocalDate()))
        .toList();
  }

  private static Moment last(DateMention mention) {
    return mention.end().orElse(mention.start());
  }

  private Stream<Said> inClause(Wording clause, String sentence) {
    if (clause.has(NO_PROMISE) || clause.has(NEGATION, NOT_NEGATION)) {
      return Stream.empty();
    }
    List<DateMention> dates = dates(clause.text());
    Optional<Wording.Place> made = clause.first(EITHER);
    if (dates.isEmpty() || made.isEmpty()) {
      return Stream.empty();
    }
    boolean dateFirst = dates.getFirst().position() < clause.starts().get(made.get().from());
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < dates.size(); i++) {
      DateMention date = dates.get(i);
      Wording part = Wording.of(part(clause.text(), dates, i, dateFirst));
      if (part.has(MEETING) || isOthersWork(part)) {
        continue;
      }
      String what = what(part);
      if (!what.isEmpty()) {
        said.add(new Said(speaker, what, sentence, date.start(), date.end()));
      } else if (said.isEmpty()) {
        said.add(new Said(speaker, sentence, sentence, date.start(), date.end()));
      } else {
        // "on Sunday or Monday": what is sure is the later one
        Said before = said.removeLast();
        said.add(new Said(speaker, before.what(), sentence, date.start(), date.end()));
      }
    }
    return said.stream();
  }

  /**
   * What belongs to one of the dates, with a mark in the date's place: up to it and on to the next,
   * or back to the one before, whichever way the clause goes.
   */
  private static String part(String clause, List<DateMention> dates, int i, boolean dateFirst) {
    DateMention date = dates.get(i);
    int dateEnd = end(date);
    boolean last = i == dates.size() - 1;
    int from = i == 0 ? 0 : dateFirst ? date.position() : end(dates.get(i - 1));
    int to = last ? clause.length() : dateFirst ? dates.get(i + 1).position() : dateEnd;
    return clause.substring(from, date.position()) + DATE + clause.substring(dateEnd, to);
  }

  private static int end(DateMention date) {
    return date.position() + date.text().length();
  }

  /** "The site will be live on Sunday" is no promise of the client's. */
  private boolean isOthersWork(Wording part) {
    return speaker == Speaker.CLIENT && part.first(GIVES).isEmpty() && part.has(STUDIO_WORK);
  }

  /** The words for the thing: behind a verb that gives, before one by which it comes. */
  private static String what(Wording part) {
    Optional<Wording.Place> gives = part.first(GIVES);
    Optional<Wording.Place> made = gives.or(() -> part.first(ARRIVES));
    int size = part.tokens().size();
    int from = made.map(Wording.Place::from).orElse(size);
    int to = made.map(Wording.Place::to).orElse(size);
    List<String> before = pieces(lastOfTwo(part.words(0, from))).reversed();
    List<String> after = pieces(part.words(to, size));
    // Arabic frames it: "will be the sketch ready"
    List<String> inside = from + 1 < to ? pieces(part.words(from + 1, to - 1)) : List.of();
    return gives.isPresent() ? first(after, before) : first(before, after, inside);
  }

  /** "No problem, the sketch" */
  private static String lastOfTwo(String words) {
    String[] parts = words.split("[,\u060c]", -1);
    return parts.length == 2 && !parts[1].isBlank() ? parts[1] : words;
  }

  private static List<String> pieces(String text) {
    return Stream.of(text.split(DATE))
        .map(piece -> Wording.of(piece).trimmed(LEAD, TRAIL))
        .toList();
  }

  @SafeVarargs
  private static String first(List<String>... preferred) {
    return Stream.of(preferred)
        .flatMap(List::stream)
        .filter(piece -> !piece.isBlank())
        .findFirst()
        .orElse("");
  }
}
