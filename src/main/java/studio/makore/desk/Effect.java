package studio.makore.desk;

import studio.makore.project.ProjectEvent;
import studio.makore.reply.TemplateName;
import studio.makore.silence.Silence;

/** Something the policy wants done. Applied all together or not at all. */
sealed interface Effect {
  /** Write an event on the project's timeline. */
  record Record(ProjectEvent event) implements Effect {}

  /** Write the inquiry into the ledger. */
  record WriteInquiry(String words, Silence silence) implements Effect {}

  /** Draft this reply to the client and show it to the owner. */
  record MakeDraft(TemplateName template, String words) implements Effect {}

  /** Something ended or began: tell the client what follows, by the update that is owed for it. */
  record TellWhatFollows(String words) implements Effect {}

  /** Another person at the client's takes over. */
  record HandOver(String words) implements Effect {}

  /** Tell the owner of a mail that she should see to herself; nothing is drafted for it. */
  record TellOwner(Matter matter, String words) implements Effect {}

  /** Why a mail is the owner's own to answer; the words for it are data by language. */
  enum Matter {
    COMPLAINS,
    REFUSES,
    CANCELS,
    APPROVES_NOTHING_OPEN,
    PART_ARRIVED,
    CAME_BACK,
    HANDS_OVER,
    CALL_DECLINED,
    CALL_MEETS_ANOTHER,
    NOT_UNDERSTOOD
  }
}
