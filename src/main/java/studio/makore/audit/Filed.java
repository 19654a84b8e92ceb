package studio.makore.audit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.makore.language.Spelling;
import studio.makore.mail.Mail;

/** Where a mail lay: by the folder's name, or by the labels of a Gmail export. */
enum Filed {
  RECEIVED,
  SENT,
  /** A draft that was never sent. */
  DRAFT,
  JUNK;

  private static final Map<Filed, Set<String>> NAMES = names();
  private static final Map<String, Filed> FOLDERS = new ConcurrentHashMap<>();
  private static final int MOST_FOLDERS = 1000;

  static Filed of(String file, Mail mail) {
    return of(file, mail.header("X-Gmail-Labels").orElse(""));
  }

  /**
   * @param labels of a Gmail export, decoded; {@code ""} without any
   */
  static Filed of(String file, String labels) {
    if (!labels.isBlank()) {
      return of(Arrays.stream(labels.split(",", 40)));
    }
    int name = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
    boolean box = file.indexOf(".eml", Math.max(0, name)) < 0 && !file.contains(":2,");
    String folder = box ? file : file.substring(0, Math.max(0, name));
    Filed known = FOLDERS.get(folder);
    if (known == null) {
      known = of(Arrays.stream(folder.split("[/\\\\]")).flatMap(Filed::folder));
      if (FOLDERS.size() < MOST_FOLDERS) {
        FOLDERS.put(folder, known);
      }
    }
    return known;
  }

  /**
   * {@code .INBOX.Sent}, {@code Sent.mbox}, {@code Sent-1}: the name, without what surrounds it.
   */
  private static Stream<String> folder(String name) {
    String bare = name.toLowerCase(Locale.ROOT);
    for (String end : List.of(".mbox", ".mbx", ".sbd")) {
      bare = bare.endsWith(end) ? bare.substring(0, bare.length() - end.length()) : bare;
    }
    return Stream.concat(Stream.of(bare), Arrays.stream(bare.split("[.]")));
  }

  private static Filed of(Stream<String> names) {
    var found =
        names
            .map(name -> Spelling.fold(name).strip())
            .map(name -> name.startsWith("\"") ? name.replace("\"", "") : name)
            .toList();
    return Stream.of(JUNK, DRAFT, SENT)
        .filter(filed -> found.stream().anyMatch(NAMES.getOrDefault(filed, Set.of())::contains))
        .findFirst()
        .orElse(RECEIVED);
  }

  private static Map<Filed, Set<String>> names() {
    var names = new EnumMap<Filed, Set<String>>(Filed.class);
    for (var entry : WordList.sections("folders.txt").entrySet()) {
      names.put(
          Filed.valueOf(entry.getKey().toUpperCase(Locale.ROOT)),
          entry.getValue().stream().map(Spelling::fold).collect(Collectors.toUnmodifiableSet()));
    }
    return names;
  }
}
