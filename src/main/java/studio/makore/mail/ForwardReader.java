package studio.makore.mail;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.makore.mail.NewText.Wrapped;
import studio.makore.mail.Phrases.Label;

/** Reads the mail below a forward separator or inside a header block. */
final class ForwardReader {
  private static final int MAX_GLUED = 4000;

  private ForwardReader() {}

  /**
   * @param subject what is taken where the wrapper names none
   * @param offset the time zone the forwarder's program wrote local dates in
   */
  static Forwarded read(Wrapped wrapped, String subject, ZoneOffset offset) {
    Forwarded inner = inner(wrapped, offset);
    return inner.subject().isEmpty()
        ? new Forwarded(inner.from(), inner.date(), subject, inner.text())
        : inner;
  }

  private static Forwarded inner(Wrapped wrapped, ZoneOffset offset) {
    List<Line> lines = wrapped.lines();
    if (!wrapped.glued().isEmpty()) {
      return glued(lines, offset);
    }
    int start = Separator.of(lines.getFirst()).isPresent() ? 1 : 0;
    while (start < lines.size() && lines.get(start).isBlank()) {
      start++;
    }
    Optional<QuotedHeader> header = QuotedHeader.belowSeparator(lines, start);
    if (header.isPresent()) {
      return forwarded(header.get().values(), body(lines, header.get().end()), offset);
    }
    int attribution = start < lines.size() ? Attribution.end(lines, start) : start;
    if (attribution > start) {
      String line = join(lines.subList(start, attribution));
      return new Forwarded(
          Addresses.written(afterDate(line)),
          WrittenDate.parse(line.length() > 120 ? line.substring(0, 120) : line, offset),
          "",
          body(lines, attribution));
    }
    return new Forwarded(Optional.empty(), Optional.empty(), "", body(lines, start));
  }

  static Forwarded of(Mail mail) {
    return new Forwarded(mail.author(), mail.date(), mail.subject(), mail.uncut());
  }

  private static Forwarded forwarded(Map<Label, String> values, String text, ZoneOffset offset) {
    return new Forwarded(
        Addresses.written(values.getOrDefault(Label.FROM, "")),
        WrittenDate.parse(values.getOrDefault(Label.DATE, ""), offset),
        values.getOrDefault(Label.SUBJECT, ""),
        text);
  }

  /**
   * @param at where the label begins
   * @param value where its value begins
   */
  private record Start(Label label, int at, int value) {}

  /** Yahoo's plain text glues the whole block onto the separator's line. */
  private static Forwarded glued(List<Line> lines, ZoneOffset offset) {
    String first = lines.getFirst().content();
    if (first.length() > MAX_GLUED) {
      first = first.substring(0, MAX_GLUED);
    }
    List<Start> starts = new ArrayList<>();
    for (int colon = first.indexOf(':'); colon >= 0; colon = first.indexOf(':', colon + 1)) {
      start(first, colon, starts).ifPresent(starts::add);
    }
    Map<Label, String> values = new EnumMap<>(Label.class);
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1).at() : first.length();
      values.put(starts.get(i).label(), first.substring(starts.get(i).value(), end).strip());
    }
    return forwarded(values, body(lines, 1), offset);
  }

  /** The longest new label that ends at the colon. */
  private static Optional<Start> start(String text, int colon, List<Start> known) {
    for (int from = Math.max(0, colon - 25); from < colon; from++) {
      Optional<Label> label = Phrases.label(Fold.fold(text.substring(from, colon)));
      if (label.isPresent()
          && isLabelStart(text, from)
          && known.stream().noneMatch(start -> start.label() == label.get())) {
        return Optional.of(new Start(label.get(), from, colon + 1));
      }
    }
    return Optional.empty();
  }

  /**
   * A glued label follows a bracket, a digit or a blank, or differs in case from the letter before
   * it.
   */
  private static boolean isLabelStart(String text, int at) {
    if (at == 0 || !Character.isLetter(text.charAt(at - 1))) {
      return true;
    }
    return Character.isUpperCase(text.charAt(at));
  }

  private static String body(List<Line> lines, int start) {
    List<Line> rest = new ArrayList<>(lines.subList(Math.min(start, lines.size()), lines.size()));
    boolean quoted = rest.stream().allMatch(line -> line.isBlank() || line.is(Line.Origin.QUOTED));
    return rest.stream()
        .map(line -> quoted ? line.content() : line.text())
        .collect(Collectors.joining("\n"))
        .strip();
  }

  private static String join(List<Line> lines) {
    return lines.stream().map(line -> line.content().strip()).collect(Collectors.joining(" "));
  }

  /** The part of an attribution that may name the writer: what follows the time. */
  private static String afterDate(String attribution) {
    int at = -1;
    for (int i = 1; i + 1 < attribution.length() && i < 120; i++) {
      boolean clock =
          attribution.charAt(i) == ':'
              && Character.isDigit(attribution.charAt(i - 1))
              && Character.isDigit(attribution.charAt(i + 1));
      at = clock ? i + 3 : at;
    }
    return at < 0 || at >= attribution.length() ? attribution : attribution.substring(at);
  }
}
