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
import studio.makore.language.Sentences;

/**
 * What a text would mean if the studio wrote it: its gestures, the days it promises, the stage it
 * speaks of.
 */
record StudioWords(Set<Gesture> gestures, List<SaidDay> promises, String stage) {
  private static final int MOST_SENTENCES = 60;
  private static final int LONGEST_QUOTE = 200;

  static StudioWords of(String text, OffsetDateTime sent, Language language) {
    var book = Wordbook.in(language);
    var gestures = EnumSet.noneOf(Gesture.class);
    var promises = new ArrayList<SaidDay>();
    String stage = "";
    for (var sentence : Sentences.split(text).stream().limit(MOST_SENTENCES).toList()) {
      var said = Said.of(sentence.text(), book);
      gestures.addAll(said.gestures());
      said.promise(sent, language).ifPresent(promises::add);
      stage = book.stage(said.wording()).orElse(stage);
    }
    return new StudioWords(gestures, List.copyOf(promises), stage);
  }

  /** One sentence. */
  private record Said(String sentence, Wording wording, Wordbook book, Set<Gesture> gestures) {

    static Said of(String sentence, Wordbook book) {
      var wording = Wording.of(sentence);
      var gestures = EnumSet.noneOf(Gesture.class);
      boolean notYet = book.says("not-yet", wording);
      for (Gesture gesture : Gesture.values()) {
        boolean done = gesture == Gesture.DELIVERS || gesture == Gesture.PRESENTS;
        if (!(done && notYet) && book.says(gesture, wording)) {
          gestures.add(gesture);
        }
      }
      return new Said(sentence, wording, book, gestures);
    }

    /**
     * The latest day it names that is still to come, unless it is a question, names a meeting's or
     * the client's own day, or speaks of what is done.
     */
    Optional<SaidDay> promise(OffsetDateTime sent, Language language) {
      if (asks() || gestures.contains(Gesture.ASKS) || book.says("no-promise", wording)) {
        return Optional.empty();
      }
      var today = sent.toLocalDate();
      return DateFinder.find(sentence, sent, language, DateFinder.usualWeek(language)).stream()
          .map(mention -> mention.end().orElse(mention.start()).date())
          .filter(day -> isToCome(day, today))
          .max(Comparator.naturalOrder())
          .map(day -> new SaidDay(day, Quote.of(sentence, LONGEST_QUOTE)));
    }

    private boolean isToCome(LocalDate day, LocalDate today) {
      return day.isAfter(today) || day.equals(today) && book.says("not-yet", wording);
    }

    private boolean asks() {
      return sentence.indexOf('?') >= 0 || sentence.indexOf('\u061f') >= 0;
    }
  }
}
