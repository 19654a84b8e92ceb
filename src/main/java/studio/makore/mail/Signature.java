package studio.makore.mail;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the signature of a run of own lines begins: a delimiter, a phone's line, a legal notice, a
 * closing with a name. When in doubt there is none: words of the person are never taken for one.
 */
final class Signature {
  private static final int MAX_LINES_BELOW_DELIMITER = 30;
  private static final int MAX_LINES_BELOW_LOOSE_DELIMITER = 10;
  private static final int MAX_LINES_BELOW_PHONE = 5;
  private static final int MAX_LINES_BELOW_CLOSING = 10;
  private static final int MAX_SHORT = 100;

  /** Signatures stand at the end; so many lines are looked at, however long the text is. */
  private static final int MAX_REACH = 150;

  private static final Pattern CONTACT =
      Pattern.compile("@|\\||www\\.|https?://|\\d[\\d ()./+-]{5,30}\\d");

  private static final Pattern BLANKS = Pattern.compile(" +");
  private static final Pattern DASHED_NAME = Pattern.compile("-{1,2}\\p{L}.{1,40}");

  private final List<Line> lines;
  private final Writer writer;

  private Signature(List<Line> lines, Writer writer) {
    this.lines = lines;
    this.writer = writer;
  }

  /** The index of the first line of the signature; {@code lines.size()} when there is none. */
  static int start(List<Line> lines, Writer writer) {
    int skipped = Math.max(0, lines.size() - MAX_REACH);
    return skipped + new Signature(lines.subList(skipped, lines.size()), writer).start();
  }

  /** The lines of a warning that a mail gateway put on top ("CAUTION: this email ..."). */
  static int endOfBanner(List<Line> lines) {
    int start = 0;
    while (start < lines.size() && lines.get(start).isBlank()) {
      start++;
    }
    int end = start;
    StringBuilder paragraph = new StringBuilder();
    while (end < lines.size() && !lines.get(end).isBlank() && end < start + 8) {
      paragraph.append(lines.get(end++).folded()).append(' ');
    }
    boolean follows = lines.subList(end, lines.size()).stream().anyMatch(line -> !line.isBlank());
    return follows && Phrases.count("banner", paragraph.toString()) >= 2 ? end : 0;
  }

  private int start() {
    int end = withoutBlanks(lines.size());
    int cut = end;
    cut = delimiter(cut);
    int before;
    do {
      before = cut;
      cut = disclaimer(phone(withoutBlanks(cut)));
    } while (cut < before);
    do {
      before = cut;
      cut = closing(withoutBlanks(cut));
    } while (cut < before);
    cut = phone(withoutBlanks(contactBlock(withoutBlanks(cut))));
    return cut == end ? lines.size() : cut;
  }

  private int delimiter(int end) {
    for (int i = 0; i < end; i++) {
      boolean exact = lines.get(i).text().equals("--") || lines.get(i).text().equals("-- ");
      if (!exact && !isLooseDelimiter(lines.get(i).folded())) {
        continue;
      }
      int below = written(i + 1, end);
      if (exact && below > 0 && below <= MAX_LINES_BELOW_DELIMITER
          || below > 0 && below <= MAX_LINES_BELOW_LOOSE_DELIMITER && areShort(i + 1, end)) {
        return i;
      }
    }
    return end;
  }

  /** One kind of sign drawn some times, and nothing else: {@code --}, {@code ___}. */
  private static boolean isLooseDelimiter(String text) {
    if (text.isEmpty() || text.length() > 3 && text.charAt(0) == '-') {
      return false;
    }
    char sign = text.charAt(0);
    int least =
        switch (sign) {
          case '-' -> 1;
          case '_' -> 2;
          case '*', '=', '~' -> 3;
          default -> Integer.MAX_VALUE;
        };
    return text.length() >= least && text.chars().allMatch(c -> c == sign);
  }

  private int phone(int end) {
    for (int i = end - 1; i >= 0 && written(i, end) <= MAX_LINES_BELOW_PHONE; i--) {
      if (isPhoneLine(lines.get(i)) && areShort(i + 1, end)) {
        return i;
      }
    }
    return end;
  }

  /** "Sent from my iPhone", but not "Sent from my desk is much easier". */
  private static boolean isPhoneLine(Line line) {
    String text = line.folded();
    int link = text.indexOf('<');
    String words = trimmed(link > 0 ? text.substring(0, link) : text, "-*_[( ", "])*_. ");
    if (words.length() > 70 || words.isEmpty()) {
      return false;
    }
    if (Phrases.has("phone.alone", words)) {
      return true;
    }
    if (!Phrases.startsAny("phone", words)) {
      return false;
    }
    return Phrases.beginning("phone", BLANKS.matcher(words.replace('-', ' ')).replaceAll(" "))
            .or(() -> gluedPhone(words))
            .filter(phrase ->
                Phrases.occurs("device", words.substring(phrase.length()).replace('-', ' ')))
            .isPresent()
        && words.split(" ").length <= 10;
  }

  private static String trimmed(String text, String before, String behind) {
    int start = 0;
    while (start < text.length() && before.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = text.length();
    while (end > start && behind.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Hebrew glues "from" to what follows: "\u05e0\u05e9\u05dc\u05d7 \u05de-iPhone". */
  private static Optional<String> gluedPhone(String words) {
    return Phrases.of("phone").stream().filter(words::startsWith).findFirst();
  }

  /** A closing paragraph in the words of lawyers, and everything below it. */
  private int disclaimer(int end) {
    int paragraphEnd = end;
    int cut = end;
    while (paragraphEnd > 0) {
      int start = paragraphEnd;
      StringBuilder text = new StringBuilder();
      while (start > 0 && !lines.get(start - 1).isBlank()) {
        text.insert(0, lines.get(--start).folded() + " ");
      }
      if (start == paragraphEnd
          || text.length() < 30
          || Phrases.count("disclaimer", text.toString()) < 2) {
        return cut;
      }
      cut = withHeading(start);
      paragraphEnd = withoutBlanks(cut);
    }
    return cut;
  }

  /** A heading such as "Disclaimer" or a drawn line right above belongs to the notice. */
  private int withHeading(int start) {
    int above = withoutBlanks(start) - 1;
    if (above >= 0) {
      String text = lines.get(above).folded();
      if (isLooseDelimiter(text) || Phrases.has("disclaimer", text.replace(":", ""))) {
        return above;
      }
    }
    return start;
  }

  private int closing(int end) {
    for (int i = end - 1; i >= 0 && written(i, end) <= MAX_LINES_BELOW_CLOSING + 1; i--) {
      if (!continues(i) && isClosing(i, end)) {
        return i;
      }
    }
    return end;
  }

  /** True when the line is the rest of a wrapped sentence: "I hope you had" / "a nice weekend". */
  private boolean continues(int i) {
    String above = i == 0 ? "" : lines.get(i - 1).folded();
    return above.length() >= 50 && ".!?,:;)".indexOf(above.charAt(above.length() - 1)) < 0;
  }

  private boolean isClosing(int i, int end) {
    String text = withoutEnd(lines.get(i).folded());
    if (Phrases.has("closing", text)) {
      return written(i + 1, end) == 0 || namesSomebody(i + 1, end, false);
    }
    if (Phrases.has("thanks", text)) {
      // Thanks without a name below may be all the person has to say.
      return written(i + 1, end) > 0 && namesSomebody(i + 1, end, true);
    }
    return closesWithName(text, i + 1, end) || isDashedName(i, end);
  }

  /** Without the commas, full stops, smileys and hearts that people put behind a closing. */
  private static String withoutEnd(String text) {
    int end = text.length();
    while (end > 0) {
      int c = text.codePointBefore(end);
      if (" ,.!;:)(-\u2026".indexOf(c) < 0 && Character.getType(c) != Character.OTHER_SYMBOL) {
        break;
      }
      end -= Character.charCount(c);
    }
    return text.substring(0, end);
  }

  /** "-Dana" as the last line, but no item of a list. */
  private boolean isDashedName(int i, int end) {
    String text = lines.get(i).folded();
    if (written(i + 1, end) > 0 || !DASHED_NAME.matcher(text).matches()) {
      return false;
    }
    String name = text.replaceFirst("^-+", "");
    boolean listed = i > 0 && lines.get(i - 1).folded().startsWith("-");
    boolean named =
        writer.isNamedIn(name)
            || isCapitalised(lines.get(i).text().strip().replaceFirst("^-+", ""));
    return !listed && named && isName(name);
  }

  /** "Regards, Dana" on one line. */
  private boolean closesWithName(String text, int next, int end) {
    int comma = text.indexOf(',');
    if (comma < 0 || !(written(next, end) == 0 || areContacts(next, end))) {
      return false;
    }
    String name = text.substring(comma + 1).strip();
    String phrase = text.substring(0, comma).strip();
    if (!isName(name)) {
      return false;
    }
    return Phrases.has("closing", phrase)
        || Phrases.has("thanks", phrase) && writer.isNamedIn(name);
  }

  private boolean namesSomebody(int from, int end, boolean prove) {
    int first = from;
    while (first < end && lines.get(first).isBlank()) {
      first++;
    }
    Line name = lines.get(first);
    if (!isName(name.folded()) || !areContacts(first + 1, end)) {
      return Phrases.has("closing", name.folded().replaceAll("[\\s,.!]+$", ""));
    }
    if (!prove || writer.isNamedIn(name.folded())) {
      return true;
    }
    boolean contact =
        lines.subList(first + 1, end).stream()
            .anyMatch(line -> CONTACT.matcher(line.folded()).find());
    boolean shortName = name.folded().split(" ").length <= (writer.isKnown() ? 0 : 2);
    return contact || shortName || isCapitalised(name.text());
  }

  /** A block with the writer's name on top and a phone number, an address or a site below. */
  private int contactBlock(int end) {
    int start = end;
    while (start > 0 && !lines.get(start - 1).isBlank()) {
      start--;
    }
    if (start == 0 || end - start < 2 || !writer.isNamedIn(lines.get(start).folded())) {
      return end;
    }
    boolean contact =
        lines.subList(start + 1, end).stream()
            .anyMatch(line -> CONTACT.matcher(line.folded()).find());
    return contact && isName(lines.get(start).folded()) && areContacts(start + 1, end)
        ? start
        : end;
  }

  private static boolean isName(String folded) {
    return !folded.isEmpty()
        && folded.length() <= 60
        && folded.split(" ").length <= 5
        && folded.chars().noneMatch(c -> "?!:;".indexOf(c) >= 0 || Character.isDigit(c))
        && (!folded.endsWith(".") || folded.length() <= 3);
  }

  private static boolean isCapitalised(String text) {
    String[] words = text.strip().split("\\s+");
    if (words.length > 3) {
      return false;
    }
    for (String word : words) {
      if (word.isEmpty() || !Character.isUpperCase(word.charAt(0))) {
        return false;
      }
    }
    return true;
  }

  /** Lines such as a role, a company, a number: short, and no sentences. */
  private boolean areContacts(int from, int end) {
    for (int i = from; i < end; i++) {
      String text = lines.get(i).folded();
      boolean sentence =
          text.endsWith(".") && text.split(" ").length > 5 && !CONTACT.matcher(text).find();
      if (text.length() > MAX_SHORT || text.endsWith("?") || sentence) {
        return false;
      }
    }
    return true;
  }

  private boolean areShort(int from, int end) {
    return areContacts(from, end);
  }

  private int written(int from, int end) {
    int count = 0;
    for (int i = from; i < end; i++) {
      count += lines.get(i).isBlank() ? 0 : 1;
    }
    return count;
  }

  private int withoutBlanks(int end) {
    int e = end;
    while (e > 0 && lines.get(e - 1).isBlank()) {
      e--;
    }
    return e;
  }
}
