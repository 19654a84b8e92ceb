package studio.makore.mailbox;

/** What is written down about a mail: one line, not endless, and nothing a database refuses. */
final class Sentence {
  private static final int LONGEST = 1000;

  private Sentence() {}

  static String of(String text) {
    // PostgreSQL takes no NUL; a server's words and a hostile mail may hold anything
    String line = text.replaceAll("[\\p{Cntrl}\\s]{1,1000}", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  static String of(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : of(message);
  }
}
