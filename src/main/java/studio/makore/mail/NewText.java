package studio.makore.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.makore.mail.Line.Origin;

/**
 * The words a person wrote now, cut out of a mail's readable text: quoted history, forwarded mails
 * and the signature taken away, answers below and between quoted lines kept. Knows the shapes of
 * the common mail programs in the languages of the {@code phrases} files. Losing words is worse
 * than leaving a quote: what is not surely somebody else's stays.
 */
public final class NewText {
  /** More answers between quotes than any person writes. */
  private static final int MAX_RUNS = 500;

  /** Longer paragraphs are shown from their end. */
  private static final int MAX_QUESTION = 20;

  private static final Pattern RULE = Pattern.compile("[_\\-=*]{5,200}");

  private NewText() {}

  /**
   * The parts of a plain text.
   *
   * @param text what was written now; {@code ""} when the text is nothing but a quote or a forward
   * @param quoted whether history or a forwarded mail was cut off
   * @param signature what was cut off as signature, {@code ""} when there was none
   */
  public record Cut(String text, boolean quoted, String signature) {}

  /** Cuts a plain text as it stands in a {@code text/plain} part. Takes linear time. */
  public static Cut cut(String plainText) {
    Anatomy anatomy = dissect(Line.ofPlain(plainText), Writer.UNKNOWN);
    boolean quoted = anatomy.quoted() || anatomy.wrapped().isPresent();
    return anatomy.text().isEmpty() && !anatomy.explained()
        ? new Cut(plainText.strip(), false, "")
        : new Cut(anatomy.text(), quoted, anatomy.signature());
  }

  /**
   * A message taken apart.
   *
   * @param wrapped the lines of the forwarded or quoted mail below the person's words
   * @param explained whether an empty text is the truth: all there is are surely quotes
   * @param introduced whether the history is cut where a mail program introduced it
   */
  record Anatomy(
      String text,
      boolean quoted,
      String signature,
      List<InlineAnswer> answers,
      Optional<Wrapped> wrapped,
      boolean explained,
      boolean introduced) {}

  /**
   * Lines of the person in one stretch.
   *
   * @param above the quoted lines right above them, up to the stretch before
   */
  private record Run(List<Line> lines, List<Line> above) {
    Run(List<Line> above) {
      this(new ArrayList<>(), above);
    }
  }

  /**
   * The mail below the person's words, with its header block.
   *
   * @param forwarded whether the separator calls it forwarded; without a separator only the subject
   *     of the whole mail can tell a forward from a reply
   */
  record Wrapped(boolean forwarded, String glued, List<Line> lines) {}

  static Anatomy dissect(List<Line> lines, Writer writer) {
    List<Run> runs = new ArrayList<>();
    List<Line> above = new ArrayList<>();
    Run run = new Run(above);
    List<Line> marked = new ArrayList<>();
    boolean quoted = false;
    boolean explained = false;
    boolean introduced = false;
    Optional<Wrapped> wrapped = Optional.empty();
    int i = 0;
    while (i < lines.size()) {
      Line line = lines.get(i);
      if (line.is(Origin.SIGNATURE)) {
        marked.add(line);
        i++;
        continue;
      }
      Optional<Wrapped> below =
          wrapped.isEmpty() && opensRun(lines, i) ? wrapped(lines, i) : Optional.empty();
      if (below.isPresent()) {
        wrapped = below;
        explained = true;
        introduced = true;
        i += below.get().lines().size();
        runs.add(run);
        run = new Run(List.of());
        continue;
      }
      List<Line> rest = lines.subList(i, lines.size());
      int attribution = line.isBlank() || line.is(Origin.QUOTED) ? i : attribution(lines, i);
      if (attribution > i) {
        quoted = true;
        int next = nextWritten(lines, attribution);
        boolean unmarked = next < lines.size() && !lines.get(next).is(Origin.QUOTED);
        if (unmarked) {
          wrapped = wrapped.or(() -> Optional.of(new Wrapped(false, "", rest)));
          break;
        }
        explained |= next < lines.size();
        introduced |= next < lines.size();
        i = next;
      } else if (line.is(Origin.QUOTED)) {
        quoted |= !line.isBlank();
        explained |= !line.isBlank();
        if (!run.lines().isEmpty()) {
          runs.add(run);
          above = new ArrayList<>();
          run = new Run(above);
        }
        above.add(line);
        i++;
      } else {
        run.lines().add(line);
        i++;
      }
    }
    runs.add(run);
    boolean quotedBelow = run.lines().isEmpty() && !above.isEmpty();
    return assembled(runs, quotedBelow, marked, writer, quoted, wrapped, explained, introduced);
  }

  private static Anatomy assembled(
      List<Run> runs,
      boolean quotedBelow,
      List<Line> marked,
      Writer writer,
      boolean quoted,
      Optional<Wrapped> wrapped,
      boolean explained,
      boolean introduced) {
    List<String> texts = new ArrayList<>();
    List<String> signatures = new ArrayList<>();
    List<InlineAnswer> answers = new ArrayList<>();
    for (Run run : runs) {
      List<Line> own = withoutRule(run.lines());
      own = own.subList(Signature.endOfBanner(own), own.size());
      int signature = runs.size() <= MAX_RUNS ? Signature.start(own, writer) : own.size();
      texts.add(text(own.subList(0, signature)));
      String question = lastParagraph(run.above());
      if (!question.isEmpty() && !texts.getLast().isEmpty()) {
        answers.add(new InlineAnswer(question, texts.getLast()));
      }
      signatures.add(text(own.subList(signature, own.size())));
    }
    signatures.add(text(marked));
    String text = joined(texts);
    String signature = joined(signatures);
    if (text.isEmpty() && !signature.isEmpty() && !explained && !quoted) {
      // Nothing but a signature: then these are the words.
      return new Anatomy(signature, false, "", List.of(), wrapped, true, introduced);
    }
    return new Anatomy(
        text,
        quoted,
        signature,
        answers.size() > 1 || quotedBelow ? List.copyOf(answers) : List.of(),
        wrapped,
        explained || text.isEmpty() && signature.isEmpty() && !quoted,
        introduced);
  }

  /** What was quoted last; one level of quote marks is taken off. */
  private static String lastParagraph(List<Line> quoted) {
    int end = quoted.size();
    while (end > 0 && quoted.get(end - 1).isBlank()) {
      end--;
    }
    int start = end;
    while (start > 0 && !quoted.get(start - 1).isBlank() && start > end - MAX_QUESTION) {
      start--;
    }
    return quoted.subList(start, end).stream()
        .map(line -> line.content().strip())
        .collect(Collectors.joining("\n"));
  }

  /** A wrapped mail can begin at any own line, but among quoted ones only at the first. */
  private static boolean opensRun(List<Line> lines, int i) {
    Line line = lines.get(i);
    if (line.isBlank()) {
      return false;
    }
    if (line.is(Origin.OWN)) {
      return true;
    }
    int before = i - 1;
    while (before >= 0 && lines.get(before).isBlank()) {
      before--;
    }
    return before < 0 || !lines.get(before).is(Origin.QUOTED);
  }

  private static Optional<Wrapped> wrapped(List<Line> lines, int i) {
    Optional<Separator> separator = Separator.of(lines.get(i));
    if (separator.isPresent()) {
      List<Line> below = lines.subList(i, endOfWrapped(lines, i, i + 1));
      return Optional.of(new Wrapped(separator.get().forwarded(), separator.get().rest(), below));
    }
    return QuotedHeader.at(lines, i)
        .map(header -> new Wrapped(false, "", lines.subList(i, endOfWrapped(lines, i, i))));
  }

  /**
   * A wrapped mail goes on to the end, unless all of it is marked as quoted: then it ends with its
   * marks, and the person may have written below it.
   */
  private static int endOfWrapped(List<Line> lines, int start, int header) {
    int first = nextWritten(lines, header);
    if (first >= lines.size() || !lines.get(first).is(Origin.QUOTED)) {
      return lines.size();
    }
    int end = first;
    for (int i = first; i < lines.size(); i++) {
      if (lines.get(i).is(Origin.QUOTED)) {
        end = i + 1;
      } else if (!lines.get(i).isBlank()) {
        break;
      }
    }
    return Math.max(end, start + 1);
  }

  private static int attribution(List<Line> lines, int i) {
    int end = Attribution.end(lines, i);
    if (end > i || !Attribution.isShort(lines.get(i))) {
      return end;
    }
    int next = nextWritten(lines, i + 1);
    return next < lines.size() && lines.get(next).is(Origin.QUOTED) ? i + 1 : i;
  }

  private static int nextWritten(List<Line> lines, int from) {
    int next = from;
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    return next;
  }

  /** Outlook.com draws a line of underscores above the header block. */
  private static List<Line> withoutRule(List<Line> run) {
    int end = run.size();
    while (end > 0 && run.get(end - 1).isBlank()) {
      end--;
    }
    boolean rule = end > 0 && RULE.matcher(run.get(end - 1).folded()).matches();
    return rule ? run.subList(0, end - 1) : run;
  }

  private static String text(List<Line> lines) {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n")).strip();
  }

  private static String joined(List<String> texts) {
    return texts.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("\n\n"));
  }
}
