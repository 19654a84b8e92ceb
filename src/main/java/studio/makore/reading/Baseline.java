package studio.makore.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import studio.makore.language.Language;
import studio.makore.language.Languages;

/**
 * What OpenNLP's document categoriser with its default settings makes of the same training text:
 * the mark to measure {@link Reader} against. It knows one category a text, so each set of acts
 * that the training text names is one.
 */
public final class Baseline {
  private static final String NOTHING = "-";

  private final Map<Language, DocumentCategorizerME> categorizers;

  private Baseline(Map<Language, DocumentCategorizerME> categorizers) {
    this.categorizers = categorizers;
  }

  /**
   * @param models the folder that holds {@code training}
   */
  public static Baseline train(Path models) {
    Path training = models.resolve("training");
    Map<Language, DocumentCategorizerME> categorizers = new HashMap<>();
    for (Language language : TrainingText.languages(training)) {
      categorizers.put(language, train(TrainingText.read(training, language)));
    }
    return new Baseline(categorizers);
  }

  private static DocumentCategorizerME train(TrainingText text) {
    List<DocumentSample> samples =
        text.sentences().stream()
            .map(one -> new DocumentSample(category(one.acts()), tokens(one.text())))
            .toList();
    try {
      return new DocumentCategorizerME(
          DocumentCategorizerME.train(
              text.language().tag(),
              ObjectStreamUtils.createObjectStream(samples),
              TrainingParameters.defaultParams(),
              new DoccatFactory()));
    } catch (IOException e) {
      throw new UncheckedIOException("samples in memory cannot fail to be read", e);
    }
  }

  private static String category(Set<Act> acts) {
    return acts.isEmpty()
        ? NOTHING
        : acts.stream().sorted().map(Act::name).collect(Collectors.joining("+"));
  }

  private static String[] tokens(String text) {
    return SimpleTokenizer.INSTANCE.tokenize(text);
  }

  /** Measures it as {@link Evaluation#of} measures the reader. */
  public Evaluation evaluate(List<LabelledMail> mails, UnaryOperator<String> newText) {
    return Evaluation.of(mails, mail -> read(mail.subject() + "\n" + newText.apply(mail.body())));
  }

  private Reading read(String text) {
    Language language = Languages.of(text);
    DocumentCategorizerME categorizer = categorizers.get(language);
    if (categorizer == null) {
      return new Reading(language, List.of(), true);
    }
    double[] outcomes = categorizer.categorize(tokens(text));
    String best = categorizer.getBestCategory(outcomes);
    Set<Act> acts = EnumSet.noneOf(Act.class);
    if (!best.equals(NOTHING)) {
      Arrays.stream(best.split("\\+")).map(Act::valueOf).forEach(acts::add);
    }
    double confidence = outcomes[categorizer.getIndex(best)];
    return new Reading(
        language,
        acts.stream().map(act -> new ReadAct(act, confidence, text)).toList(),
        acts.isEmpty());
  }
}
