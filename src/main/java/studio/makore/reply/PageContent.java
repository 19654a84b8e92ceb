package studio.makore.reply;

import java.util.List;
import java.util.Optional;
import studio.makore.project.Court;

/**
 * What the page "How we work together" says, in one language's words.
 *
 * @param heading the page's name
 * @param about project, studio and version
 * @param stages in their order
 * @param late what happens then
 * @param talk what to talk through at the first meeting; empty with days
 * @param changes what differs from the version before
 */
record PageContent(
    String heading,
    String about,
    Columns columns,
    List<Entry> stages,
    List<Late> late,
    Optional<Talk> talk,
    List<String> changes) {

  /** What the columns are called. */
  record Columns(String stage, String fromYou, String fromUs, String when) {}

  /**
   * One stage.
   *
   * @param when how long it takes or the day it ends, and whose turn it is then
   */
  record Entry(String title, Court who, List<String> fromYou, String fromUs, List<String> when) {}

  /**
   * What happens if one side is late.
   *
   * @param when how late, and in which stages if not in all
   */
  record Late(String when, String ifYou, String you, String ifUs, String us) {}

  /** What to talk through. */
  record Talk(String heading, List<String> points) {}
}
