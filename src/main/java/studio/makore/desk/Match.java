package studio.makore.desk;

import java.util.List;
import studio.makore.project.Project;

/** Which project a mail is about, and on what ground. */
sealed interface Match {
  /** It is this one. */
  record Sure(Project project, Ground ground) implements Match {}

  /** It may be any of these, or none: the owner is asked. */
  record Unsure(List<Project> choices) implements Match {}

  /** What makes a match sure. */
  enum Ground {
    /** It answers a mail that belongs to the project. */
    THREAD,
    /** The subject or the text names the project. */
    NAMED,
    /** The client has no other active project. */
    ONLY_ONE,
    /** The owner said so. */
    OWNER
  }
}
