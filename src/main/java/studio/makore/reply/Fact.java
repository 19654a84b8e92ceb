package studio.makore.reply;

/** Facts of a draft that no text shows: what its enclosures are made of. */
public final class Fact {
  /** When a call starts, as a {@code LocalDateTime} in the studio's zone. */
  public static final String CALL_START = "call_start";

  /** How long it takes, in minutes; the text names it too. */
  public static final String CALL_MINUTES = "call_minutes";

  /** The page "How we work together" as HTML without its frame. */
  public static final String PAGE_HTML = "page_html";

  private Fact() {}
}
