package studio.makore.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.makore.project.Project;
import studio.makore.project.ProjectEvent;
import studio.makore.project.ProjectStore;
import studio.makore.project.TimelineEntry;
import studio.makore.reply.Asked;
import studio.makore.reply.Composer;
import studio.makore.reply.QuestionStore;
import studio.makore.reply.TemplateName;

/** Writes down what an owner ordered, says what was understood, and offers to take it back. */
final class OrdersDone {
  private final Portfolio portfolio;
  private final ProjectStore projects;
  private final QuestionStore questions;
  private final Rounds rounds;
  private final Composer composer;
  private final Post post;

  OrdersDone(
      Portfolio portfolio,
      ProjectStore projects,
      QuestionStore questions,
      Rounds rounds,
      Composer composer,
      Post post) {
    this.portfolio = portfolio;
    this.projects = projects;
    this.questions = questions;
    this.rounds = rounds;
    this.composer = composer;
    this.post = post;
  }

  /**
   * @param does what the owner does, for the log
   * @param phrase by which it is told to her, with the project's name and {@code values} in it
   */
  Fate carryOut(
      Answer order,
      Project project,
      List<ProjectEvent> events,
      String does,
      String phrase,
      Object... values) {
    long before = projects.lastEntry(project.id());
    events.forEach(event -> projects.append(project.id(), order.now(), event, order.messageId()));
    var done = rounds.of(project, Drafting.Occasion.TIME, order.now());
    say(order, project, entriesSince(before, project, order), phrase, values);
    return new Fate(
        order.owner().name(),
        does,
        order.text(),
        Optional.of(project.name()),
        done.isEmpty() ? "written down" : "written down; " + String.join("; ", done));
  }

  /** Says it of an event that is written down already. */
  Fate written(Answer order, Project project, ProjectEvent event, String phrase, Object... values) {
    var entry =
        projects.timeline(project.id()).stream()
            .filter(each -> each.event().equals(event) && each.by().equals(order.messageId()))
            .map(TimelineEntry::id)
            .reduce((_, last) -> last);
    say(order, project, entry.stream().toList(), phrase, values);
    return new Fate(
        order.owner().name(), "orders", order.text(), Optional.of(project.name()), "written down");
  }

  private List<Long> entriesSince(long before, Project project, Answer order) {
    return projects.timeline(project.id()).stream()
        .filter(entry -> entry.id() > before && entry.by().equals(order.messageId()))
        .map(TimelineEntry::id)
        .toList();
  }

  private void say(
      Answer order, Project project, List<Long> entries, String phrase, Object... values) {
    var all = new ArrayList<Object>();
    all.add(project.name());
    all.addAll(List.of(values));
    String done = order.phrases().say(phrase, all.toArray());
    String stands = new LifeLine(portfolio).of(project, order.owner().language(), order.today());
    var token =
        entries.isEmpty()
            ? Optional.<String>empty()
            : Optional.of(questions.ask(new Asked.Done(project.id(), entries)).token());
    String undo = token.map(_ -> "\n" + order.phrases().say("did.undo")).orElse("");
    post.send(
        composer.toOwner(
            order.owner(),
            TemplateName.COMMAND_DONE,
            Map.of("done", done + "\n" + stands + undo),
            token,
            Optional.of(order.mail())),
        "done:" + order.messageId());
  }
}
