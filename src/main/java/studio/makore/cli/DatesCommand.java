package studio.makore.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.makore.language.DateFinder;
import studio.makore.language.DateMention;
import studio.makore.language.Language;
import studio.makore.language.Languages;

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
    JsonLines.read(path, DatesCommand::line);
    return 0;
  }

  private static void line(JsonLines.Line line) {
    String text = line.text("text");
    Language language = Languages.of(text);
    var found =
        DateFinder.find(text, line.moment("sent"), language, DateFinder.usualWeek(language))
            .stream()
            .map(Found::of)
            .toList();
    JsonLines.print(new Line(line.id(), found));
  }
}
