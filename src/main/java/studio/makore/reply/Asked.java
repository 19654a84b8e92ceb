package studio.makore.reply;

import java.util.List;

/** What Makore asked an owner, apart from drafts. */
public sealed interface Asked {
  /**
   * Which project an incoming mail belongs to.
   *
   * @param inboundId the stored mail that waits for the answer
   * @param choices in the order they were numbered, the first being 1
   */
  record Whose(long inboundId, List<Choice> choices) implements Asked {}

  record Choice(long projectId, String name) {}

  /**
   * Whether a command was understood.
   *
   * @param text the command as it will be carried out
   */
  record Command(String text) implements Asked {}
}
