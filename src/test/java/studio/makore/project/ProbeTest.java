package studio.makore.project;

import java.nio.file.Path;
import java.time.*;
import java.util.*;
import org.junit.jupiter.api.Test;

class ProbeTest {
  @Test
  void probe() {
    var p = Processes.read(Path.of("templates/process.yml"), Lives.LANGUAGES);
    var sent = new TreeMap<String, Integer>();
    var why = new TreeMap<String, Integer>();
    int late = 0, total = 0, days = 0;
    var lates = new TreeMap<String, Integer>();
    var twice = new HashSet<String>();
    int dup = 0;
    for (long seed = 0; seed < 4; seed++) {
      var l = new Lives(p, seed, LocalDate.of(2026, 3, 1));
      for (int i = 0; i < 3; i++) p.keys().forEach(l::open);
      for (int d = 0; d < 300; d++, l.next()) {
        l.play();
        if (!l.workingDay()) continue;
        for (var s : l.states()) if (s.active()) days++;
        for (var a : InTheAir.on(l.today, l.states(), p, Lives.STUDIO, l.load()))
          why.merge(
              a.why()
                  + " cure "
                  + a.cure().map(Owed::update)
                  + " "
                  + a.state().court()
                  + " word "
                  + a.state()
                      .lastWord()
                      .map(w -> LocalDate.ofInstant(w, Lives.ZONE).equals(l.today)),
              1,
              Integer::sum);
      }
      for (var s : l.sent) {
        total++;
        sent.merge(s.owed().update().name(), 1, Integer::sum);
        if (s.day().isAfter(s.owed().by())) {
          late++;
          if (late < 12)
            System.out.println(
                seed
                    + " "
                    + s.owed().update()
                    + " "
                    + s.owed().cause()
                    + " on "
                    + s.owed().on()
                    + " by "
                    + s.owed().by()
                    + " day "
                    + s.day()
                    + " "
                    + s.project().process()
                    + "\n     "
                    + l.timeline(s.project()).stream()
                        .filter(e ->
                            !e.at()
                                .isAfter(s.day().plusDays(1).atStartOfDay(Lives.ZONE).toInstant()))
                        .skip(
                            Math.max(
                                0,
                                l.timeline(s.project()).stream()
                                        .filter(e ->
                                            !e.at()
                                                .isAfter(
                                                    s.day()
                                                        .plusDays(1)
                                                        .atStartOfDay(Lives.ZONE)
                                                        .toInstant()))
                                        .count()
                                    - 9))
                        .map(e -> e.at() + " " + e.event())
                        .toList());
          lates.merge(s.owed().update() + "", 1, Integer::sum);
        }
        if (!twice.add(seed + ":" + s.project().id() + ":" + s.owed().cause())) dup++;
      }
      System.out.println(
          l.states().stream().filter(ProjectState::closed).count()
              + " closed, paused "
              + l.states().stream().filter(ProjectState::paused).count());
    }
    System.out.println(
        sent + "\nlate " + late + " of " + total + " " + lates + "\ndup " + dup + "\nair " + why
            + " of " + days);
  }
}
