package studio.makore.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import studio.makore.language.Language;
import studio.makore.language.Languages;
import studio.makore.language.Sentence;
import studio.makore.language.Sentences;

/**
 * Reads what mails say. Thread-safe; a language's model is loaded when its first mail comes.
 *
 * <pre>
 * Reader reader = Reader.load(Path.of("models"));
 * Reading reading = reader.read("the site", "Hi, any news?", MailContext.WORDS_ONLY);
 * reading.has(Act.STATUS_INQUIRY);      // true
 * reading.evidence(Act.STATUS_INQUIRY); // "Hi, any news?"
 * </pre>
 */
public final class Reader {
  /** Nobody writes more that matters; a book costs no more than its beginning. */
  private static final int LONGEST = 20_000;

  /** A body of fewer words is read together with the subject. */
  private static final int FEW_WORDS = 3;

  private static final Pattern REPLY_PREFIX =
      Pattern.compile(
          "^\\s*(?:(?:re|fwd?|aw|wg|tr|השב|תשובה|הועבר|רד|رد|إعادة توجيه|تحويل)(?:\\[\\d{1,3}\\])?\\s*:\\s*)+",
          Pattern.CASE_INSENSITIVE);

  private final Path models;
  private final Map<Language, LanguageModel> loaded = new ConcurrentHashMap<>();

  private Reader(Path models) {
    this.models = models;
  }

  /**
   * @param models the folder that holds {@code trained}
   * @throws ModelsException when it has no trained models
   */
  public static Reader load(Path models) {
    Path trained = models.resolve("trained");
    if (!Files.isDirectory(trained)) {
      throw new ModelsException(
          "The folder " + trained + " with the trained models is missing: run ./makore train.");
    }
    return new Reader(models);
  }

  /** A reader that knows one language only. */
  static Reader of(Language language, LanguageModel model) {
    Reader reader = new Reader(Path.of("."));
    reader.loaded.put(language, model);
    return reader;
  }

  /**
   * Reads one mail of a person. Any text is accepted, of any length.
   *
   * @param subject as it stands in the mail, prefixes such as {@code Re:} included
   * @param newText what the sender wrote now: without quoted history and signature
   * @throws ModelsException when the model of the text's language is missing or damaged
   */
  public Reading read(String subject, String newText, MailContext context) {
    Language language = language(subject, newText);
    return new Judgement(language, model(language), spoken(subject, newText), context).reading();
  }

  /** Reads it as {@link #read} does, and tells why it is read so; takes some times as long. */
  public Explanation explain(String subject, String newText, MailContext context) {
    Reading reading = read(subject, newText, context);
    return Explanation.of(reading, model(reading.language()), spoken(subject, newText));
  }

  private static Language language(String subject, String newText) {
    return Languages.find(newText).or(() -> Languages.find(subject)).orElse(Language.ENGLISH);
  }

  private LanguageModel model(Language language) {
    return loaded.computeIfAbsent(language, l -> ModelFile.read(ModelFile.of(models, l)));
  }

  private static List<Spoken> spoken(String subject, String newText) {
    String body = newText.length() <= LONGEST ? newText : newText.substring(0, LONGEST);
    List<Spoken> sentences = new ArrayList<>();
    for (Sentence sentence : Sentences.split(body)) {
      sentences.add(Spoken.of(sentence.text()));
    }
    if (saysLittle(sentences)) {
      String bare = REPLY_PREFIX.matcher(subject).replaceFirst("").strip();
      if (!bare.isEmpty()) {
        sentences.addFirst(Spoken.of(bare.length() <= 500 ? bare : bare.substring(0, 500)));
      }
    }
    return sentences;
  }

  /**
   * A subject belongs to the thread more than to the mail, unless the mail says next to nothing.
   */
  private static boolean saysLittle(List<Spoken> sentences) {
    int words = 0;
    for (Spoken sentence : sentences) {
      for (Token token : sentence.tokens()) {
        words += token.word() ? 1 : 0;
      }
    }
    return words < FEW_WORDS;
  }
}
