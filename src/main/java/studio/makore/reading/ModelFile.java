package studio.makore.reading;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import studio.makore.language.Language;
import studio.makore.reading.LanguageModel.ActModel;

/**
 * A language's model as a file, {@code models/trained/TAG.model}. The same model gives the same
 * bytes. Weights are half-precision floats behind their distances, and a weight too small to matter
 * is left out; that keeps the three languages together at a few megabytes.
 *
 * <pre>
 * int    magic, then the version in its last byte
 * double least known share; int n, n distances: the vocabulary's bits
 * int    number of acts, and for each:
 *   UTF name, double threshold, double a, double b of the curve, int n, n times (distance, half)
 * </pre>
 *
 * A distance is how far the number lies behind the one before it, 7 bits a byte, low bits first.
 */
final class ModelFile {
  private static final int MAGIC = 0x4D4B5201;
  private static final float TOO_SMALL = 0.002f;

  private ModelFile() {}

  static Path of(Path models, Language language) {
    return models.resolve("trained").resolve(language.tag() + ".model");
  }

  static void write(LanguageModel model, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
        out.writeInt(MAGIC);
        out.writeDouble(model.leastKnown());
        write(model.vocabulary(), out);
        out.writeInt(model.acts().size());
        for (Map.Entry<Act, ActModel> act : new EnumMap<>(model.acts()).entrySet()) {
          out.writeUTF(act.getKey().name());
          out.writeDouble(act.getValue().threshold());
          write(act.getValue().model(), out);
        }
      }
    } catch (IOException e) {
      throw new ModelsException("Cannot write the model " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * @throws ModelsException when the file is missing or is no model of this version
   */
  static LanguageModel read(Path file) {
    try (var in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      if (in.readInt() != MAGIC) {
        throw new ModelsException(
            file + " is no model of this version of Makore: run ./makore train to make it anew.");
      }
      double leastKnown = in.readDouble();
      Vocabulary vocabulary = readVocabulary(in);
      Map<Act, ActModel> acts = new EnumMap<>(Act.class);
      for (int left = in.readInt(); left > 0; left--) {
        Act act = Act.valueOf(in.readUTF());
        double threshold = in.readDouble();
        acts.put(act, new ActModel(readModel(in), threshold));
      }
      return new LanguageModel(acts, vocabulary, leastKnown);
    } catch (NoSuchFileException e) {
      throw new ModelsException("The model " + file + " is missing: run ./makore train.", e);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new ModelsException(
          "The model " + file + " is damaged: run ./makore train to make it anew.", e);
    }
  }

  private static void write(Vocabulary vocabulary, DataOutputStream out) throws IOException {
    BitSet pieces = vocabulary.pieces();
    out.writeInt(pieces.cardinality());
    int before = -1;
    for (int bit = pieces.nextSetBit(0); bit >= 0; bit = pieces.nextSetBit(bit + 1)) {
      writeDistance(bit - before, out);
      before = bit;
    }
  }

  private static Vocabulary readVocabulary(DataInputStream in) throws IOException {
    BitSet pieces = new BitSet(Vocabulary.SIZE);
    int bit = -1;
    for (int left = in.readInt(); left > 0; left--) {
      bit += readDistance(in);
      pieces.set(bit);
    }
    return new Vocabulary(pieces);
  }

  private static void write(LinearModel model, DataOutputStream out) throws IOException {
    out.writeDouble(model.curve().a());
    out.writeDouble(model.curve().b());
    float[] weights = model.weights();
    int kept = 0;
    for (float weight : weights) {
      kept += matters(weight) ? 1 : 0;
    }
    out.writeInt(kept);
    int before = -1;
    for (int bucket = 0; bucket < weights.length; bucket++) {
      if (matters(weights[bucket])) {
        writeDistance(bucket - before, out);
        out.writeShort(Float.floatToFloat16(weights[bucket]));
        before = bucket;
      }
    }
  }

  private static LinearModel readModel(DataInputStream in) throws IOException {
    Sigmoid curve = new Sigmoid(in.readDouble(), in.readDouble());
    float[] weights = new float[Features.COUNT];
    int bucket = -1;
    for (int left = in.readInt(); left > 0; left--) {
      bucket += readDistance(in);
      weights[bucket] = Float.float16ToFloat(in.readShort());
    }
    return new LinearModel(weights, curve);
  }

  private static boolean matters(float weight) {
    return Math.abs(weight) >= TOO_SMALL;
  }

  private static void writeDistance(int distance, DataOutputStream out) throws IOException {
    int left = distance;
    while (left >= 0x80) {
      out.writeByte(left & 0x7F | 0x80);
      left >>>= 7;
    }
    out.writeByte(left);
  }

  private static int readDistance(DataInputStream in) throws IOException {
    int distance = 0;
    for (int shift = 0; shift < 28; shift += 7) {
      int next = in.readUnsignedByte();
      distance |= (next & 0x7F) << shift;
      if (next < 0x80) {
        return distance;
      }
    }
    throw new IOException("a distance of more than four bytes");
  }
}
