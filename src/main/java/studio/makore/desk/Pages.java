package studio.makore.desk;

import studio.makore.project.Owed;
import studio.makore.project.Process;
import studio.makore.project.ProjectState;
import studio.makore.project.Studio;
import studio.makore.project.WorkingTogether;
import studio.makore.reply.WorkingTogetherPage;

/** Writes the page "How we work together" into the facts of a mail. */
record Pages(Studio studio) {

  void put(Owed owed, ProjectState state, Process process, Sheet sheet) {
    WorkingTogetherPage.of(
            WorkingTogether.of(owed, state, process, studio),
            state.project().name(),
            studio.name(),
            sheet.today(),
            sheet.language())
        .facts()
        .forEach((fact, value) -> sheet.put(fact, value, Sheet.Source.PROCESS));
  }
}
