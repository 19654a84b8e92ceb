package studio.makore.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.makore.audit.Wordbook.Wording;
import studio.makore.language.DateFinder;
import studio.makore.language.Language;
import studio.makore.language.Moment;
import studio.makore.language.Sentences;

/** What a mail of the studio's says: its gestures, the days it promises, the stage it speaks of. */
record StudioWords(Set<Gesture> gestures, List<SaidDay> promises, String stage) {
  private static final int MOST_SENTENCES = 60;
  private static final int LONGEST_QUOTE = 200;

  static final StudioWords NONE = new StudioWords(EnumSet.noneOf(Gesture.class), List.of(), "");

  /** The gestures that have a section of phrases of their own. */
  private static final Set<Gesture> WRITTEN = EnumSet.complementOf(EnumSet.of(Gesture.ASIDE));

  /** Of a client's mail: only the stage it speaks of. */
  static StudioWords ofClient(String text, Language language) {
    var book = Wordbook.in(language);
    String stage =
        Sentences.split(text).stream()
            .limit(MOST_SENTENCES)
            .map(sentence -> book.stage(Wording.of(sentence.text())))
            .flatMap(Optional::stream)
            .reduce("", (_, later) -> later);
    return new StudioWords(EnumSet.noneOf(Gesture.class), List.of(), stage);
  }

  static StudioWords of(String text, OffsetDateTime sent, Language language) {
    var book = Wordbook.in(language);
    var sentences =
        Sentences.split(text).stream()
            .limit(MOST_SENTENCES)
            .map(sentence -> Said.of(sentence.text(), book))
            .toList();
    boolean meeting = sentences.stream().anyMatch(Said::meeting);
    var gestures = EnumSet.noneOf(Gesture.class);
    var promises = new ArrayList<SaidDay>();
    String stage = "";
    for (var said : sentences) {
      gestures.addAll(said.gestures());
      said.promise(sent, language, meeting).ifPresent(promises::add);
      stage = book.stage(said.wording()).orElse(stage);
    }
    return new StudioWords(gestures, List.copyOf(promises), stage);
  }

  /** One sentence. */
  private record Said(
      String sentence, Wording wording, boolean notYet, boolean meeting, Set<Gesture> gestures) {

    static Said of(String sentence, Wordbook book) {
      var wording = Wording.of(sentence);
      boolean notYet = book.says("not-yet", wording);
      boolean meeting = book.says("meeting", wording);
      var gestures = EnumSet.noneOf(Gesture.class);
      if (book.says("money", wording)) {
        gestures.add(Gesture.ASIDE);
        return new Said(sentence, wording, notYet, meeting, gestures);
      }
      for (Gesture gesture : WRITTEN) {
        if (book.says(gesture, wording)) {
          gestures.add(gesture);
        }
      }
      if (meeting) {
        gestures.add(Gesture.ASIDE);
      }
      if (notYet || meeting && isQuestion(sentence)) {
        gestures.remove(Gesture.PRESENTS);
      }
      if (notYet) {
        gestures.remove(Gesture.DELIVERS);
      }
      return new Said(sentence, wording, notYet, meeting, gestures);
    }

    /**
     * The latest day it names that is still to come, unless it is a question or names a day of a
     * meeting's, of money or of the client's.
     *
     * @param meetingInMail whether the mail speaks of a meeting anywhere: its hours are then the
     *     meeting's
     */
    Optional<SaidDay> promise(OffsetDateTime sent, Language language, boolean meetingInMail) {
      if (isQuestion(sentence)
          || gestures.contains(Gesture.ASIDE)
          || gestures.contains(Gesture.ASKS)) {
        return Optional.empty();
      }
      var today = sent.toLocalDate();
      return DateFinder.find(sentence, sent, language, DateFinder.usualWeek(language)).stream()
          .map(mention -> mention.end().orElse(mention.start()))
          .filter(moment -> !(meetingInMail && moment.time().isPresent()))
          .map(Moment::date)
          .filter(day -> isToCome(day, today))
          .max(Comparator.naturalOrder())
          .map(day -> new SaidDay(day, Quote.of(sentence, LONGEST_QUOTE)));
    }

    private boolean isToCome(LocalDate day, LocalDate today) {
      return day.isAfter(today) || day.equals(today) && notYet;
    }

    private static boolean isQuestion(String sentence) {
      return sentence.indexOf('?') >= 0 || sentence.indexOf('\u061f') >= 0;
    }
  }
}
