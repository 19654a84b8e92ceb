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

  /**
   * What an owner's morning mail listed, for an answer such as "1 3 yes, 4 no".
   *
   * @param items in the order they were numbered, the first being 1
   */
  record Morning(List<Item> items) implements Asked {}

  /**
   * One draft in a morning mail.
   *
   * @param token stands for exactly the text that was listed
   */
  record Item(long draftId, String token) {}

  /**
   * Whether what an order did is to stay.
   *
   * @param entries of the project's timeline, which an undoing takes back
   */
  record Done(long projectId, List<Long> entries) implements Asked {}

  /** Where a running project stands that comes under watch. */
  record Adopt(long projectId) implements Asked {}
}
