package studio.makore.reply;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.makore.language.Language;

/**
 * A mail to a client that waits for an owner's decision.
 *
 * @param token stands for exactly this text: a draft that gets another text gets another token
 * @param missing the placeholders that lack a value while it is {@code ASKING}, else none
 * @param text what will be sent; while it is {@code ASKING}, only a sketch with gaps
 * @param html the same as the body's inner HTML; {@code ""} while it is {@code ASKING}
 * @param ownerMessageIds the mails by which it was shown to owners
 * @param decisionWords the owner's own words, or why it went stale
 */
public record Draft(
    long id,
    String token,
    long projectId,
    long contactId,
    TemplateName template,
    String cause,
    Optional<String> causeMessageId,
    String to,
    Language language,
    Optional<Answered> answered,
    Map<String, String> facts,
    List<String> missing,
    String subject,
    String text,
    String html,
    Status status,
    List<String> ownerMessageIds,
    Instant createdAt,
    Optional<Instant> decidedAt,
    Optional<String> decisionWords) {

  /** The life of a draft; it leaves the first two once and never comes back. */
  public enum Status {
    /** Lacks a fact that only an owner knows. */
    ASKING,
    /** Whole, and shown to the owner. */
    WAITING,
    APPROVED,
    DISCARDED,
    /** What it says has been overtaken; it is never sent. */
    STALE;

    public boolean open() {
      return this == ASKING || this == WAITING;
    }
  }

  /** The Message-ID this mail answers. */
  public Optional<String> inReplyTo() {
    return answered.flatMap(Answered::messageId);
  }

  /** The thread this mail goes into, oldest first. */
  public List<String> references() {
    return answered.map(Answered::references).orElse(List.of());
  }
}
