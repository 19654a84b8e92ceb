package studio.makore.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** The option that names the studio's configuration, shared by the commands that need one. */
final class StudioOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The studio's configuration; makore.yml beside the launcher when not given.")
  private @Nullable Path file;

  Settings settings() {
    var folders = Folders.ofThisProcess();
    return MakoreFile.read(
        Optional.ofNullable(file).orElse(folders.configuration()), System.getenv());
  }

  /** The rooms, wired for the studio; to be closed. */
  ConfigurableApplicationContext open() {
    return Wiring.open(settings(), Folders.ofThisProcess(), Clock.systemUTC());
  }
}
