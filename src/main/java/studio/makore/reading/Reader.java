package studio.makore.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Models models;
  private final Map<Language, LanguageModel> loaded = new ConcurrentHashMap<>();
  private volatile Known known = Known.NOTHING;

  private Reader(Models models) {
    this.models = models;
  }

  /**
   * @param models the folder that holds {@code trained}
   * @throws ModelsException when it has no trained models
   */
  public static Reader load(Path models) {
    return load(models, Optional.empty());
  }

  /**
   * As {@link #load(Path)}, with the models that the studio has trained from these with its own
   * corrections.
   *
   * @param own the folder of {@link Retraining}, which need not be there yet
   */
  public static Reader load(Path models, Path own) {
    return load(models, Optional.of(own));
  }

  private static Reader load(Path models, Optional<Path> own) {
    Path trained = models.resolve("trained");
    if (!Files.isDirectory(trained)) {
      throw new ModelsException(
          "The folder " + trained + " with the trained models is missing: run ./makore train.");
    }
    return new Reader(new Models(models, own));
  }

  /** A reader that knows one language only. */
  static Reader of(Language language, LanguageModel model) {
    Reader reader = new Reader(new Models(Path.of("."), Optional.empty()));
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
    List<Spoken> said = spoken(subject, newText);
    Known corrected = known;
    return corrected.none(said)
        ? judge(language, said, context)
        : corrected.together(language, said, rest -> judge(language, rest, context));
  }

  private Reading judge(Language language, List<Spoken> said, MailContext context) {
    return new Judgement(language, model(language), said, context).reading();
  }

  /**
   * From now on, words that were corrected are read as the owner said, in whatever mail they stand;
   * the same words in another case, spelling or punctuation too.
   */
  public void heed(List<Correction> corrections) {
    known = Known.of(corrections);
  }

  /** Reads with this model from now on, and keeps the file as the studio's own. */
  void take(Language language, Path fresh) {
    LanguageModel model = ModelFile.read(fresh);
    models.own(language).ifPresent(place -> Models.take(fresh, place));
    loaded.put(language, model);
  }

  /** Reads a sentence in a language that is known. */
  Reading readIn(Language language, String text) {
    return judge(language, spoken("", text), MailContext.WORDS_ONLY);
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
    return loaded.computeIfAbsent(language, models::read);
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
