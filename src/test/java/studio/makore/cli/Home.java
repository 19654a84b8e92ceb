package studio.makore.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder of Makore's own that a test may spoil: templates, models and a makore.yml. */
record Home(Path folder) {
  static final String CONFIGURATION =
      """
      studio:
        name: Northlight
        address: hello@northlight.example
        time-zone: Asia/Jerusalem
        working-week: [sunday, monday, tuesday, wednesday, thursday]
        holidays: [IL]
        owners:
          - {name: Noa, address: noa@northlight.example, language: he, gender: feminine}
      mailboxes:
        - host: 127.0.0.1
          port: 1
          tls: tls
          user: hello@northlight.example
          password-file: password
      smtp:
        host: 127.0.0.1
        port: 1
        tls: tls
        user: hello@northlight.example
        password-file: password
      database:
        url: jdbc:h2:file:./makore
      """;

  /** With everything as it should be, except that no mail server runs. */
  static Home in(Path folder) {
    var home = new Home(folder);
    try {
      Path templates = Terminal.PROJECT.resolve("templates");
      try (Stream<Path> files = Files.walk(templates)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Files.copy(file, folder.resolve("templates").resolve(templates.relativize(file)));
        }
      }
      Files.createSymbolicLink(folder.resolve("models"), Terminal.PROJECT.resolve("models"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    home.write("makore.yml", CONFIGURATION);
    home.write("password", "secret\n");
    return home;
  }

  Path write(String file, String text) {
    try {
      return Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes the words of a file that must be in it. */
  void change(String file, String from, String to) {
    try {
      String text = Files.readString(folder.resolve(file));
      if (!text.contains(from)) {
        throw new IllegalArgumentException(file + " does not say " + from);
      }
      write(file, text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Terminal run(String... arguments) {
    return Terminal.run(folder, arguments);
  }

  Terminal reads(byte[] in, String... arguments) {
    return Terminal.run(folder, in, arguments);
  }
}
