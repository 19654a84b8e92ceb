package studio.makore.desk;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of a mail, as one readable line.
 *
 * @param who who wrote it
 * @param does what the mail does
 * @param words its own words that show it
 * @param project the project it belongs to
 * @param done what Makore did
 */
record Fate(String who, String does, String words, Optional<String> project, String done) {
  private static final int LONGEST_WORDS = 80;

  static Fate of(String who, String does, String done) {
    return new Fate(who, does, "", Optional.empty(), done);
  }

  @Override
  public String toString() {
    String subject =
        Stream.of(who + project.map(name -> " (" + name + ")").orElse(""), does, quote())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return subject + " → " + done;
  }

  private String quote() {
    String line = words.replaceAll("\\s+", " ").strip();
    if (line.isEmpty()) {
      return "";
    }
    return "«"
        + (line.length() > LONGEST_WORDS ? line.substring(0, LONGEST_WORDS) + "…" : line)
        + "»";
  }
}
