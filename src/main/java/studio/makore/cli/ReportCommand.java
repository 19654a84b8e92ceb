package studio.makore.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.makore.report.ReportWriter;
import studio.makore.report.Reporter;
import studio.makore.report.Week;

@Command(name = "report", description = "The weekly report: inquiries caused by silence.")
final class ReportCommand implements Callable<Integer> {
  @Mixin private StudioOption studio = new StudioOption();

  @Option(
      names = "--week",
      paramLabel = "DAY",
      description = "Any day of the week to report, such as 2026-03-15; this week when not given.")
  private @Nullable LocalDate day;

  @Option(names = "--html", paramLabel = "FILE", description = "Also write it as a page.")
  private @Nullable Path page;

  @Override
  public Integer call() throws IOException {
    try (var rooms = studio.open()) {
      var house = rooms.getBean(Settings.class).studio();
      var clock = rooms.getBean(Clock.class);
      var week =
          Week.of(
              day == null ? LocalDate.now(clock.withZone(house.zone())) : day, house.workingDays());
      var report = rooms.getBean(Reporter.class).report(week, clock.instant());
      var writer = rooms.getBean(ReportWriter.class);
      var language = house.owner().language();
      System.out.print(writer.text(report, language));
      if (page != null) {
        Files.writeString(page, writer.page(report, language));
        System.err.println("The page: " + page.toAbsolutePath());
      }
      return 0;
    }
  }
}
