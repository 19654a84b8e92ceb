package studio.makore.cli;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.makore.language.DateFinder;
import studio.makore.language.Languages;
import studio.makore.language.Moment;
import studio.makore.mail.NewText;
import studio.makore.reading.DateSource;
import studio.makore.reading.Decision;
import studio.makore.reading.Decisions;

@Command(name = "decide", description = "Reads what owners decide about drafts.")
final class DecideCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH|-",
      description = "JSON lines {\"id\",\"sent\",\"body\"}; - reads standard input.")
  private String path = "-";

  record Line(String id, String decision, @Nullable String date, @Nullable String text) {
    static Line of(String id, Decision decision) {
      return switch (decision) {
        case Decision.Send _ -> new Line(id, "SEND", null, null);
        case Decision.Discard _ -> new Line(id, "DISCARD", null, null);
        case Decision.Replace(String text) -> new Line(id, "REPLACE", null, text);
        case Decision.Date(LocalDate date, Optional<LocalTime> time) ->
            new Line(id, "DATE", new Moment(date, time).toString(), null);
        case Decision.Later(LocalDate date, Optional<LocalTime> time) ->
            new Line(id, "LATER", new Moment(date, time).toString(), null);
        case Decision.Unclear _ -> new Line(id, "UNCLEAR", null, null);
      };
    }
  }

  @Override
  public Integer call() {
    JsonLines.read(path, DecideCommand::line);
    return 0;
  }

  private static void line(JsonLines.Line line) {
    String text = NewText.cut(line.text("body")).text();
    var dates = DateSource.sent(line.moment("sent"), DateFinder.usualWeek(Languages.of(text)));
    JsonLines.print(Line.of(line.id(), Decisions.read(text, dates)));
  }
}
