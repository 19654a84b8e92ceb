package studio.makore.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The models of all acts of one language side by side: what a bucket says about each act lies
 * together, so that one pass over a text weighs it for all of them.
 *
 * @param acts whose columns these are, in their order
 * @param weights those of the first bucket for each act, then those of the second, and so on
 */
record Panel(List<Act> acts, float[] weights) {

  static Panel of(Map<Act, LinearModel> models) {
    Map<Act, LinearModel> columns = new TreeMap<>(models);
    float[] weights = new float[columns.size() * Features.COUNT];
    int at = 0;
    for (LinearModel model : columns.values()) {
      for (int bucket = 0; bucket < Features.COUNT; bucket++) {
        weights[bucket * columns.size() + at] = model.weights()[bucket];
      }
      at++;
    }
    return new Panel(List.copyOf(columns.keySet()), weights);
  }

  /** How far on the side of yes the text lies for each act; 0 is the border. */
  float[] margins(Features text) {
    int width = acts.size();
    float[] margins = new float[width];
    for (int i = 0; i < text.buckets().length; i++) {
      int row = text.buckets()[i] * width;
      float value = text.values()[i];
      for (int act = 0; act < width; act++) {
        margins[act] += weights[row + act] * value;
      }
    }
    return margins;
  }

  /** The margins of each sentence, and of all of them as one text. */
  Margins margins(List<Spoken> sentences) {
    float[][] each = new float[sentences.size()][];
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < each.length; i++) {
      each[i] = margins(sentences.get(i).features());
      tokens.addAll(sentences.get(i).tokens());
    }
    return each.length == 1 ? Margins.of(each[0]) : new Margins(each, margins(Features.of(tokens)));
  }

  /** What a bucket says about an act; 0 for an act that was not learnt. */
  float weight(Act act, int bucket) {
    int column = acts.indexOf(act);
    return column < 0 ? 0 : weights[bucket * acts.size() + column];
  }

  /** One act's model by itself, as OpenNLP knows models. */
  LinearModel model(Act act) {
    float[] column = new float[Features.COUNT];
    for (int bucket = 0; bucket < column.length; bucket++) {
      column[bucket] = weight(act, bucket);
    }
    return new LinearModel(column);
  }
}
