package studio.makore.desk;

import static java.util.function.Predicate.not;
import static studio.makore.desk.Effect.Matter.APPROVES_NOTHING_OPEN;
import static studio.makore.desk.Effect.Matter.CANCELS;
import static studio.makore.desk.Effect.Matter.COMPLAINS;
import static studio.makore.desk.Effect.Matter.NOT_UNDERSTOOD;
import static studio.makore.project.Court.CLIENT;
import static studio.makore.project.Court.STUDIO;
import static studio.makore.project.Stage.Ends.APPROVAL;
import static studio.makore.project.Stage.Ends.MATERIALS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import studio.makore.project.ProjectEvent;
import studio.makore.project.Stage;
import studio.makore.reading.Act;
import studio.makore.reply.TemplateName;
import studio.makore.silence.Silence;

/**
 * What Makore does about a client's mail: one table, read from the top. Each row that fits adds its
 * effects; of the drafts that come together only the first is made, so that one mail never gets two
 * answers. Pure.
 */
final class Policy {
  private Policy() {}

  private static final Predicate<Situation> UNCLEAR =
      s -> s.reading().unsure() || s.reading().acts().isEmpty();

  /** An approval that holds: with corrections or a refusal beside it, it completes nothing. */
  private static final Predicate<Situation> APPROVES =
      surely(Act.APPROVAL).and(not(does(Act.CHANGE_REQUEST))).and(not(does(Act.REJECTION)));

  private record Row(Predicate<Situation> when, Function<Situation, List<Effect>> then) {}

  private static final List<Row> TABLE =
      List.of(
          new Row(_ -> true, Policy::wrote),
          new Row(Situation::cameBack, Policy::wakes),
          new Row(does(Act.CANCELLATION), tell(Act.CANCELLATION, CANCELS)),
          new Row(does(Act.COMPLAINT), tell(Act.COMPLAINT, COMPLAINS)),
          new Row(does(Act.REJECTION), Policy::refused),
          new Row(surely(Act.CHANGE_REQUEST).and(not(does(Act.REJECTION))), Policy::corrected),
          new Row(APPROVES.and(awaits(APPROVAL)), Policy::approved),
          new Row(APPROVES.and(not(awaits(APPROVAL))), tell(Act.APPROVAL, APPROVES_NOTHING_OPEN)),
          new Row(surely(Act.MATERIALS).and(awaits(MATERIALS)), Policy::delivered),
          new Row(surely(Act.CONTACT_CHANGE), Policy::handsOver),
          new Row(does(Act.STATUS_INQUIRY), Policy::asked),
          new Row(UNCLEAR.and(not(does(Act.STATUS_INQUIRY))), tell(NOT_UNDERSTOOD)));

  private static Predicate<Situation> does(Act act) {
    return s -> s.does(act);
  }

  /** What changes a project's state must be read surely. */
  private static Predicate<Situation> surely(Act act) {
    return does(act).and(not(UNCLEAR));
  }

  private static Predicate<Situation> awaits(Stage.Ends ends) {
    return s -> s.awaits(ends);
  }

  /** The effects of a mail, in the order in which they are to be applied. */
  static List<Effect> decide(Situation situation) {
    var effects = new ArrayList<Effect>();
    for (Row row : TABLE) {
      if (row.when().test(situation)) {
        for (Effect effect : row.then().apply(situation)) {
          if (!(effect instanceof Effect.MakeDraft)
              || effects.stream().noneMatch(Effect.MakeDraft.class::isInstance)) {
            effects.add(effect);
          }
        }
      }
    }
    return List.copyOf(effects);
  }

  private static List<Effect> wrote(Situation s) {
    var acts = s.reading().acts().stream().map(act -> act.act().name()).toList();
    var words = s.reading().acts().isEmpty() ? "" : s.reading().acts().getFirst().evidence();
    return List.of(new Effect.Record(new ProjectEvent.ClientWrote(acts, words)));
  }

  private static Function<Situation, List<Effect>> tell(Act act, Effect.Matter matter) {
    return s -> List.of(new Effect.TellOwner(matter, s.words(act)));
  }

  private static Function<Situation, List<Effect>> tell(Effect.Matter matter) {
    return _ -> List.of(new Effect.TellOwner(matter, ""));
  }

  private static List<Effect> refused(Situation s) {
    String words = s.words(Act.REJECTION);
    return List.of(
        new Effect.Record(new ProjectEvent.Rejected(s.state().stage(), words)),
        new Effect.TellOwner(Effect.Matter.REFUSES, words));
  }

  private static List<Effect> corrected(Situation s) {
    String words = s.words(Act.CHANGE_REQUEST);
    var effects = new ArrayList<Effect>();
    effects.add(new Effect.Record(new ProjectEvent.ChangesRequested(s.state().stage(), words)));
    if (s.awaits(APPROVAL) && s.state().court() == CLIENT) {
      effects.add(new Effect.Record(new ProjectEvent.CourtTurned(STUDIO)));
    }
    effects.add(new Effect.MakeDraft(TemplateName.CHANGES_RECEIVED, words));
    return effects;
  }

  private static List<Effect> approved(Situation s) {
    String words = s.words(Act.APPROVAL);
    return moveOn(s, new ProjectEvent.Approved(s.state().stage(), words), words);
  }

  /** What is still missing keeps the stage open, and the owner is told, for names can mislead. */
  private static List<Effect> delivered(Situation s) {
    String words = s.words(Act.MATERIALS);
    var received = new ProjectEvent.MaterialsReceived(s.brought());
    return s.stillMissing().isEmpty()
        ? moveOn(s, received, words)
        : List.of(
            new Effect.Record(received), new Effect.TellOwner(Effect.Matter.PART_ARRIVED, words));
  }

  private static List<Effect> moveOn(Situation s, ProjectEvent event, String words) {
    var effects = new ArrayList<Effect>();
    effects.add(new Effect.Record(event));
    if (s.state().paused()) {
      effects.add(new Effect.Record(new ProjectEvent.Resumed()));
    }
    Optional.of(s.stage())
        .flatMap(s.process()::after)
        .ifPresent(
            next -> effects.add(new Effect.Record(new ProjectEvent.StageEntered(next.key()))));
    effects.add(new Effect.TellWhatFollows(words));
    return effects;
  }

  /** Whoever is back after it was closed for silence is not left waiting for an order. */
  private static List<Effect> wakes(Situation s) {
    return List.of(
        new Effect.Record(new ProjectEvent.Resumed()),
        new Effect.TellOwner(Effect.Matter.CAME_BACK, ""));
  }

  private static List<Effect> handsOver(Situation s) {
    return List.of(new Effect.HandOver(s.words(Act.CONTACT_CHANGE)));
  }

  private static List<Effect> asked(Situation s) {
    String words = s.words(Act.STATUS_INQUIRY);
    var silence =
        Silence.before(
            s.now(), s.state(), s.process(), s.studio().workingDays(), s.studio().zone());
    var template =
        s.state().court() == CLIENT ? TemplateName.STATUS_WAITING : TemplateName.STATUS_ANSWER;
    return List.of(new Effect.WriteInquiry(words, silence), new Effect.MakeDraft(template, words));
  }
}
