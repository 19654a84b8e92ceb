package studio.makore.reading;

/**
 * The models folder is not as it should be. The message is one sentence for the person who runs
 * Makore: what is wrong, in which file and line, and what mends it.
 */
public final class ModelsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ModelsException(String message) {
    super(message);
  }

  ModelsException(String message, Throwable cause) {
    super(message, cause);
  }
}
