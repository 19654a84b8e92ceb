package studio.makore.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.makore.reading.Correction;
import studio.makore.reading.Corrections;

@Command(
    name = "corrections",
    description =
        "What owners corrected, as lines of training text, a # and the language above them.")
final class CorrectionsCommand implements Callable<Integer> {
  @Mixin private StudioOption studio = new StudioOption();

  @Override
  public Integer call() {
    try (var rooms = studio.open()) {
      rooms.getBean(Corrections.class).all().stream()
          .collect(groupingBy(one -> one.language().tag(), TreeMap::new, toList()))
          .forEach((language, corrections) -> {
            System.out.println("# " + language);
            corrections.stream().map(Correction::line).forEach(System.out::println);
          });
    }
    return 0;
  }
}
