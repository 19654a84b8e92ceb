package studio.makore.mail;

import java.util.Optional;

/**
 * The line between a person's words and an older mail: {@code -----Original Message-----}, {@code
 * ---------- Forwarded message ---------}, {@code Begin forwarded message:}, Samsung's {@code ----
 * Name wrote ----}.
 *
 * @param forwarded whether it introduces a forwarded mail
 * @param rest what follows on the same line (Yahoo glues the whole header to it)
 */
record Separator(boolean forwarded, String rest) {
  private static final int MAX_CORE = 90;

  static Optional<Separator> of(Line line) {
    String text = line.folded();
    if (text.indexOf(':') < 0 && !isDrawn(text)) {
      return Optional.empty();
    }
    int lead = decoration(text, 0);
    int end = closingDecoration(text, lead);
    String core = text.substring(lead, end).strip();
    boolean colon = core.endsWith(":");
    core = colon ? core.substring(0, core.length() - 1).strip() : core;
    if (core.isEmpty() || core.length() > MAX_CORE) {
      return Optional.empty();
    }
    boolean drawn = dashes(text, 0, lead) >= 2;
    if (!drawn && !colon) {
      return Optional.empty();
    }
    int after = end + decoration(text.substring(end), 0);
    boolean closed = dashes(text, end, after) >= 2;
    String rest = closed ? text.substring(after).strip() : "";
    if (Phrases.has("separator.forwarded", core)
        || drawn && Phrases.begins("separator.forwarded", core)) {
      return Optional.of(new Separator(true, rest));
    }
    if (drawn && (Phrases.has("separator.original", core) || closed && isAttribution(core))) {
      return Optional.of(new Separator(false, rest));
    }
    return Optional.empty();
  }

  /** Most lines are neither drawn nor introduce anything, and are done with here. */
  private static boolean isDrawn(String text) {
    return dashes(text, 0, decoration(text, 0)) >= 2;
  }

  /** Samsung, Sony and Zoho write the attribution between the dashes. */
  private static boolean isAttribution(String core) {
    return Phrases.of("attribution.verb").stream().anyMatch(verb -> core.endsWith(" " + verb));
  }

  /** The end of a run of drawn characters and blanks. */
  private static int decoration(String text, int from) {
    int i = from;
    while (i < text.length() && "-_=*~#.>| ".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static int closingDecoration(String text, int from) {
    for (String mark : new String[] {"--", "==", "__", "**", "~~"}) {
      int at = text.indexOf(mark, from);
      if (at >= 0) {
        return at;
      }
    }
    return text.length();
  }

  private static int dashes(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if ("-_=*~".indexOf(text.charAt(i)) >= 0) {
        count++;
      }
    }
    return count;
  }
}
