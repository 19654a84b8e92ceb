package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The learner on public intent sets, beside scikit-learn's LinearSVC on the same split: the train
 * file, measured on the dev file or, where there is none, on every fifth line kept out of it. No
 * part of the ordinary build, for it takes minutes and sets that the repository does not hold:
 *
 * <pre>
 * mvn test -Dtest=PublicIntents [-Dmakore.shared=FOLDER]
 * </pre>
 */
class PublicIntents {
  private static final Path SETS =
      Path.of(System.getProperty("makore.shared", "../shared")).resolve("corpora/public-intents");

  /** Debian's own, for which Debian packages scikit-learn. */
  private static final String PYTHON = System.getProperty("makore.python", "/usr/bin/python3");

  /** By so much one or the other may be ahead by chance on dev sets of some hundred lines. */
  private static final double LEVEL = 0.015;

  private static final int FOLDS = 3;

  @TempDir Path split;

  /** A line of a set. */
  private record Row(String text, Set<String> labels) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "banking77",
        "clinc150",
        "arbanking77",
        "hebrew-sentiment",
        "hint3-curekart",
        "hint3-powerplay11",
        "hint3-sofmattress",
        "nlupp-banking",
        "nlupp-hotels",
        "email-intent"
      })
  void the_learner_is_level_with_a_linear_svc(String set) throws Exception {
    assumeTrue(Files.isDirectory(SETS), () -> SETS + " is not here");
    split(SETS.resolve(set));
    List<Row> train = rows(split.resolve("train.jsonl"));
    List<Row> dev = rows(split.resolve("dev.jsonl"));

    long start = System.nanoTime();
    double ours = measured(train, dev);
    double seconds = (System.nanoTime() - start) / 1e9;
    OptionalDouble theirs = linearSvc();

    System.out.printf(
        Locale.ROOT,
        "%-18s train %5d, dev %4d: makore %.4f (%.1f s), LinearSVC %s%n",
        set,
        train.size(),
        dev.size(),
        ours,
        seconds,
        theirs.isPresent()
            ? String.format(Locale.ROOT, "%.4f", theirs.getAsDouble())
            : "not here (Debian: apt-get install python3-sklearn)");
    assumeTrue(theirs.isPresent());
    assertThat(ours).isGreaterThan(theirs.getAsDouble() - LEVEL);
  }

  private void split(Path set) throws IOException {
    List<String> train = Files.readAllLines(set.resolve("train.jsonl"));
    List<String> dev = new ArrayList<>();
    if (Files.exists(set.resolve("dev.jsonl"))) {
      dev.addAll(Files.readAllLines(set.resolve("dev.jsonl")));
    } else {
      List<String> kept = new ArrayList<>();
      for (int i = 0; i < train.size(); i++) {
        (i % 5 == 4 ? dev : kept).add(train.get(i));
      }
      train = kept;
    }
    if (set.endsWith("clinc150")) {
      // its train file has nothing out of scope, so that is no label to learn
      dev.removeIf(line -> line.endsWith("\"labels\": []}"));
    }
    Files.write(split.resolve("train.jsonl"), train);
    Files.write(split.resolve("dev.jsonl"), dev);
  }

  private static List<Row> rows(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode row = JsonMapper.shared().readTree(line);
      rows.add(
          new Row(
              row.get("text").asString(),
              row.get("labels").valueStream().map(JsonNode::asString).collect(Collectors.toSet())));
    }
    return rows;
  }

  /** Accuracy or, where a line has several labels, micro-F1. */
  private static double measured(List<Row> train, List<Row> dev) throws IOException {
    boolean several =
        train.stream().anyMatch(r -> r.labels().size() > 1)
            || dev.stream().anyMatch(r -> r.labels().size() > 1);
    Map<String, LinearModel> models = learn(train, several);
    if (several) {
      return score(weighed(models, dev), threshold(train)).f1();
    }
    long right =
        dev.stream()
            .filter(row -> only(row).equals(Set.of(best(models, Features.of(row.text())))))
            .count();
    return (double) right / dev.size();
  }

  /** How far a label lies on the side of yes in a row, and whether it holds. */
  private record Weighed(double margin, boolean holds) {}

  private static List<Weighed> weighed(Map<String, LinearModel> models, List<Row> rows) {
    List<Weighed> all = new ArrayList<>();
    for (Row row : rows) {
      Features text = Features.of(row.text());
      models.forEach(
          (label, model) -> all.add(new Weighed(model.margin(text), row.labels().contains(label))));
      row.labels().stream()
          .filter(label -> !models.containsKey(label))
          .forEach(_ -> all.add(new Weighed(Double.NEGATIVE_INFINITY, true)));
    }
    return all;
  }

  /** The margin with the best micro-F1 on rows that the models which weigh them had not seen. */
  private static double threshold(List<Row> train) throws IOException {
    List<Weighed> unseen = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      Map<Boolean, List<Row>> parts =
          IntStream.range(0, train.size())
              .boxed()
              .collect(
                  Collectors.partitioningBy(
                      i -> i % FOLDS == left, Collectors.mapping(train::get, Collectors.toList())));
      unseen.addAll(
          weighed(
              learn(parts.getOrDefault(false, List.of()), true),
              parts.getOrDefault(true, List.of())));
    }
    return IntStream.rangeClosed(-20, 10)
        .mapToObj(i -> i / 20.0)
        .max(Comparator.comparingDouble(at -> score(unseen, at).f1()))
        .orElseThrow();
  }

  private static Score score(List<Weighed> weighed, double threshold) {
    Score score = Score.NONE;
    for (Weighed one : weighed) {
      boolean read = one.margin() > threshold;
      score =
          score.plus(
              new Score(
                  read && one.holds() ? 1 : 0,
                  read && !one.holds() ? 1 : 0,
                  !read && one.holds() ? 1 : 0));
    }
    return score;
  }

  /** No label is one like the others. */
  private static Set<String> only(Row row) {
    return row.labels().isEmpty() ? Set.of("") : row.labels();
  }

  private static Map<String, LinearModel> learn(List<Row> train, boolean several)
      throws IOException {
    Set<String> labels = new TreeSet<>();
    train.forEach(row -> labels.addAll(several ? row.labels() : only(row)));
    List<Features> texts = train.stream().map(row -> Features.of(row.text())).toList();
    List<String[]> contexts = texts.stream().map(Features::contexts).toList();
    Map<String, LinearModel> models = new TreeMap<>();
    for (String label : labels) {
      List<Event> events = new ArrayList<>();
      for (int i = 0; i < train.size(); i++) {
        boolean holds = (several ? train.get(i).labels() : only(train.get(i))).contains(label);
        events.add(
            new Event(
                holds ? LinearModel.YES : LinearModel.NO, contexts.get(i), texts.get(i).values()));
      }
      models.put(label, new LinearTrainer().train(ObjectStreamUtils.createObjectStream(events)));
    }
    return models;
  }

  private static String best(Map<String, LinearModel> models, Features text) {
    return models.entrySet().stream()
        .max((a, b) -> Double.compare(a.getValue().margin(text), b.getValue().margin(text)))
        .orElseThrow()
        .getKey();
  }

  private OptionalDouble linearSvc() throws IOException, InterruptedException {
    Process python =
        new ProcessBuilder(PYTHON, "src/test/python/linear_svc.py", split.toString())
            .redirectError(split.resolve("errors").toFile())
            .start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return python.waitFor() == 0
        ? OptionalDouble.of(Double.parseDouble(said.strip()))
        : OptionalDouble.empty();
  }
}
