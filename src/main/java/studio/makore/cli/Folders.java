package studio.makore.cli;

import java.nio.file.Path;

/** Where Makore's own files lie: templates, models, and the file it is configured by. */
record Folders(Path home) {
  /** The launcher names the folder; otherwise it is the one Makore was started in. */
  static Folders ofThisProcess() {
    return new Folders(
        Path.of(System.getProperty("makore.home", ".")).toAbsolutePath().normalize());
  }

  Path templates() {
    return home.resolve("templates");
  }

  Path process() {
    return templates().resolve("process.yml");
  }

  Path models() {
    return home.resolve("models");
  }

  Path configuration() {
    return home.resolve("makore.yml");
  }
}
