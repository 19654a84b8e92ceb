package studio.makore.reply;

import java.util.List;

/** What became of a template and its facts: a mail, or the list of what it lacks. */
public sealed interface Rendering {
  /**
   * A whole mail.
   *
   * @param subject one line
   * @param text the text/plain part
   * @param html the inner HTML of the body, to be framed with language and direction
   */
  record Ready(String subject, String text, String html) implements Rendering {}

  /**
   * At least one fact is absent or blank, so there is no mail.
   *
   * @param placeholders the facts that lack, in the order the template names them
   * @param sketch the text so far with a gap for each; for the owner's eyes, never to be sent
   */
  record Missing(List<String> placeholders, String sketch) implements Rendering {}
}
