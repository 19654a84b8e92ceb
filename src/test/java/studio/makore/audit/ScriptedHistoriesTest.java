package studio.makore.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.makore.silence.Cause;

/** A year of 44 projects in three languages, of which the truth is known. */
class ScriptedHistoriesTest {
  private static final Histories YEAR = new Histories(1);
  private static Audit audit;

  @TempDir static Path folder;

  @BeforeAll
  static void the_year_is_audited() throws IOException {
    audit = audit(Boxes.mbox(folder.resolve("All mail.mbox"), YEAR.letters()), "gmail");
  }

  private static Audit audit(Path mailbox, String name) throws IOException {
    return new Auditor(Path.of("models"))
        .audit(
            List.of(mailbox), folder.resolve(name + ".journal"), Set.of(), Auditor.Progress.NONE);
  }

  /** What was found of what there is. */
  private record Found(Histories.Truth truth, Audit.Asked asked) {}

  private static List<Found> found() {
    var left = new ArrayList<>(audit.asked());
    var found = new ArrayList<Found>();
    for (var truth : YEAR.truth()) {
      left.stream()
          .filter(asked -> asked.client().equals(truth.client()))
          .filter(asked -> asked.at().toLocalDate().equals(truth.on()))
          .findFirst()
          .ifPresent(asked -> {
            found.add(new Found(truth, asked));
            left.remove(asked);
          });
    }
    return found;
  }

  @Test
  void the_scripts_hold_all_causes_and_three_languages() {
    assertThat(YEAR.truth().stream().map(Histories.Truth::cause).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(Cause.class));
    assertThat(YEAR.truth().stream().map(Histories.Truth::language).distinct()).hasSize(3);
  }

  @Test
  void inquiries_are_found_and_their_causes() {
    var found = found();
    double recall = (double) found.size() / YEAR.truth().size();
    double precision = (double) found.size() / audit.asked().size();
    long right = found.stream().filter(one -> one.truth().cause() == one.asked().cause()).count();
    double causes = (double) right / found.size();
    tell(found);
    System.out.printf(
        "audit: %d projects, %d mails, %d inquiries; recall %.3f, precision %.3f, causes %.3f%n",
        audit.projects().size(),
        YEAR.letters().size(),
        YEAR.truth().size(),
        recall,
        precision,
        causes);
    assertThat(recall).isGreaterThanOrEqualTo(0.95);
    assertThat(precision).isGreaterThanOrEqualTo(0.93);
    assertThat(causes).isGreaterThanOrEqualTo(0.9);
  }

  private static void tell(List<Found> found) {
    var seen = found.stream().map(Found::truth).collect(Collectors.toSet());
    YEAR.truth().stream()
        .filter(truth -> !seen.contains(truth))
        .forEach(truth -> System.out.println("not found: " + truth));
    var matched = found.stream().map(Found::asked).collect(Collectors.toSet());
    audit.asked().stream()
        .filter(asked -> !matched.contains(asked))
        .forEach(asked ->
            System.out.println("none: " + asked.client() + " " + asked.at() + " " + asked.words()));
    found.stream()
        .filter(one -> one.truth().cause() != one.asked().cause())
        .forEach(one ->
            System.out.println(
                one.truth().cause()
                    + " taken for "
                    + one.asked().cause()
                    + ": "
                    + one.truth()
                    + " "
                    + one.asked().promise()));
  }

  @Test
  void the_studio_and_its_clients_are_found() {
    assertThat(audit.studio()).isEqualTo(Histories.STUDIO);
    assertThat(audit.projects().stream().map(Audit.LikelyProject::client))
        .doesNotContain("ledger-accounts.example", "fonts.example")
        .contains("maafiyat-dalia.example", "makhbaz-zahra.example", "harbour-roasters.example");
  }

  @Test
  void asking_again_before_an_answer_is_the_same_inquiry() {
    var twice = audit.asked().stream().filter(asked -> asked.times() == 2).toList();
    assertThat(twice).hasSize(3).allMatch(asked -> asked.cause() == Cause.BROKEN_PROMISE);
  }

  @Test
  void a_maildir_tells_what_an_export_tells() throws IOException {
    var maildir = audit(Boxes.maildir(folder.resolve("Maildir"), YEAR.letters()), "maildir");
    assertThat(maildir).isEqualTo(audit);
  }

  @Test
  void nothing_in_the_mailbox_is_touched() throws IOException {
    Path box = Boxes.maildir(folder.resolve("untouched"), YEAR.letters().subList(0, 60));
    var before = contents(box);
    audit(box, "untouched");
    assertThat(contents(box)).isEqualTo(before);
  }

  private static TreeMap<String, String> contents(Path box) throws IOException {
    var contents = new TreeMap<String, String>();
    try (var files = Files.walk(box)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            file + " " + Files.getLastModifiedTime(file),
            java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  @Test
  void an_interrupted_audit_goes_on_and_tells_the_same() throws IOException {
    Path box = Boxes.mbox(folder.resolve("interrupted.mbox"), YEAR.letters());
    Path journal = folder.resolve("interrupted.journal");
    var auditor = new Auditor(Path.of("models"));
    try {
      auditor.audit(List.of(box), journal, Set.of(), new Stop(300));
    } catch (IllegalStateException stopped) {
      assertThat(stopped).hasMessage("enough");
    }
    // the machine went off in the middle of a record
    byte[] written = Files.readAllBytes(journal);
    Files.write(journal, java.util.Arrays.copyOf(written, written.length - 7));

    var rest = new Stop(Integer.MAX_VALUE);
    var resumed = auditor.audit(List.of(box), journal, Set.of(), rest);

    assertThat(resumed).isEqualTo(audit);
    assertThat(rest.known).isBetween(290, 300);
    assertThat(rest.read + rest.known).isEqualTo(YEAR.letters().size());
  }

  /** Stops the reading after so many mails. */
  private static final class Stop implements Auditor.Progress {
    private final int after;
    int read;
    int known;

    Stop(int after) {
      this.after = after;
    }

    @Override
    public void read(int mails, long bytes, long ofBytes) {
      if (++read >= after) {
        throw new IllegalStateException("enough");
      }
    }

    @Override
    public void known(int mails, long bytes, long ofBytes) {
      known++;
    }
  }
}
