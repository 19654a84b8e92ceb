package studio.makore.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Option;
import studio.makore.project.YamlFile;

/** The option that names the studio's configuration, shared by the commands that need one. */
final class StudioOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The studio's configuration; makore.yml beside the launcher when not given.")
  private @Nullable Path file;

  MakoreFile file() {
    Path named = Optional.ofNullable(file).orElse(Folders.ofThisProcess().configuration());
    if (!Files.exists(named)) {
      throw new Failure(
          ("there is no %s: copy makore.example.yml to that name and change what is yours,"
                  + " or name another file by --config")
              .formatted(named));
    }
    return MakoreFile.read(named, System.getenv());
  }

  /** The rooms, wired for the studio; to be closed. */
  ConfigurableApplicationContext open() {
    return open(file());
  }

  /**
   * As above, for a file that was read already.
   *
   * @throws YamlFile.Wrong when the database cannot be used
   */
  static ConfigurableApplicationContext open(MakoreFile file) {
    var rooms = Wiring.open(file.settings(), Folders.ofThisProcess(), Clock.systemUTC());
    try {
      rooms.getBean(JdbcClient.class);
      return rooms;
    } catch (BeansException e) {
      rooms.close();
      throw file.unusableDatabase(Failure.innermost(e));
    }
  }
}
