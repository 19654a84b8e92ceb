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

/**
 * A language's model as a file, {@code models/trained/TAG.model}. The same model gives the same
 * bytes. Weights are half-precision floats behind their distances, and a weight too small to matter
 * is left out; that keeps the three languages together at a few megabytes.
 *
 * <pre>
 * int    magic, then the version in its last byte
 * double least known share; int n, n distances: the vocabulary's bits
 * int    number of acts, and for each:
 *   UTF name, 7 doubles: the weights of its signs and the constant term,
 *   int n, n times (distance, half): the weights of its buckets
 * </pre>
 *
 * A distance is how far the number lies behind the one before it, 7 bits a byte, low bits first.
 */
final class ModelFile {
  private static final int MAGIC = 0x4D4B5202;
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
        out.writeInt(model.panel().acts().size());
        for (Act act : model.panel().acts()) {
          out.writeUTF(act.name());
          for (double weight : model.balance(act).weights()) {
            out.writeDouble(weight);
          }
          write(model.panel().model(act), out);
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
      Map<Act, LinearModel> models = new EnumMap<>(Act.class);
      Map<Act, Balance> balances = new EnumMap<>(Act.class);
      for (int left = in.readInt(); left > 0; left--) {
        Act act = Act.valueOf(in.readUTF());
        balances.put(act, readBalance(in));
        models.put(act, readModel(in));
      }
      return new LanguageModel(Panel.of(models), balances, vocabulary, leastKnown);
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

  private static Balance readBalance(DataInputStream in) throws IOException {
    double[] weights = new double[Margins.SIGNS + 1];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.readDouble();
    }
    return new Balance(weights);
  }

  private static LinearModel readModel(DataInputStream in) throws IOException {
    float[] weights = new float[Features.COUNT];
    int bucket = -1;
    for (int left = in.readInt(); left > 0; left--) {
      bucket += readDistance(in);
      weights[bucket] = Float.float16ToFloat(in.readShort());
    }
    return new LinearModel(weights);
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
