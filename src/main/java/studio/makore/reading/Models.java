package studio.makore.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import studio.makore.language.Language;

/**
 * Where the models lie: those that Makore comes with, and those that a studio trained from them
 * with its own corrections. A studio's model names the one it took the place of, so that it steps
 * back when Makore comes with a better one.
 *
 * @param shipped the folder that holds {@code training} and {@code trained}
 * @param own the studio's folder, which need not be there
 */
record Models(Path shipped, Optional<Path> own) {
  private static final int ENOUGH = 12;

  LanguageModel read(Language language) {
    Path model = ModelFile.of(shipped, language);
    Optional<Path> studios = own(language).filter(Files::exists);
    if (studios.isPresent()) {
      try {
        return ModelFile.read(studios.get());
      } catch (ModelsException damaged) {
        // the one that Makore came with reads the studio's mail until the next training
        return ModelFile.read(model);
      }
    }
    return ModelFile.read(model);
  }

  /** Where the studio's model of a language lies, or would. */
  Optional<Path> own(Language language) {
    return own.map(folder ->
        folder.resolve("%s.%s.model".formatted(language, digest(ModelFile.of(shipped, language)))));
  }

  /**
   * Puts a freshly written model in the place of the studio's; the one before it is kept beside it,
   * its name ending in {@code .before}.
   */
  static void take(Path fresh, Path place) {
    try {
      if (Files.exists(place)) {
        Files.copy(
            place,
            place.resolveSibling(place.getFileName() + ".before"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ModelsException("Cannot write the model " + place + ": " + e.getMessage(), e);
    }
  }

  private static String digest(Path file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest).substring(0, ENOUGH);
    } catch (IOException e) {
      return "none";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
