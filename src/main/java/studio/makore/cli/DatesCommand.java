package studio.makore.cli;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.makore.language.DateFinder;
import studio.makore.language.DateMention;
import studio.makore.language.Language;
import studio.makore.language.Languages;
import tools.jackson.databind.JsonNode;

@Command(name = "dates", description = "Finds the dates and times that texts name.")
final class DatesCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH|-",
      description = "JSON lines {\"id\",\"sent\",\"text\"}; - reads standard input.")
  private String path = "-";

  record Line(String id, List<Found> dates) {}

  record Found(String text, String start, @Nullable String end) {
    static Found of(DateMention mention) {
      return new Found(
          mention.text(),
          mention.start().toString(),
          mention.end().map(Object::toString).orElse(null));
    }
  }

  @Override
  public Integer call() {
    JsonLines.read(path, this::line);
    return 0;
  }

  private void line(JsonNode line) {
    String text = JsonLines.text(line, "text");
    Language language = Languages.of(text);
    var found =
        DateFinder.find(text, sent(line), language, DateFinder.usualWeek(language)).stream()
            .map(Found::of)
            .toList();
    JsonLines.print(new Line(JsonLines.text(line, "id"), found));
  }

  /** The moment a line says it was sent. */
  static OffsetDateTime sent(JsonNode line) {
    String sent = JsonLines.text(line, "sent");
    try {
      return OffsetDateTime.parse(sent);
    } catch (DateTimeParseException e) {
      throw new Failure(
          "%s: \"sent\" should be a moment such as 2026-03-03T10:12:00+02:00, not \"%s\""
              .formatted(JsonLines.text(line, "id"), sent));
    }
  }
}
