package studio.makore.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import studio.makore.audit.Audit.Asked;
import studio.makore.audit.Audit.Gap;
import studio.makore.audit.Audit.LikelyProject;
import studio.makore.audit.Audit.Named;
import studio.makore.audit.Audit.Unanswered;
import studio.makore.calendar.WorkingDays;
import studio.makore.language.Language;
import studio.makore.mail.Kind;
import studio.makore.reading.Reader;

/**
 * Audits past mailboxes: mbox files, Maildirs, Gmail's export, folders of {@code .eml}. They are
 * only read. The same mails give the same audit, in whatever order they lie and however often the
 * reading of them was interrupted.
 *
 * <pre>{@code
 * Audit audit = new Auditor(Path.of("models"))
 *     .audit(List.of(Path.of("Mail")), Path.of("audit/read.journal"), Set.of(), Auditor.Progress.NONE);
 * }</pre>
 */
public final class Auditor {
  static final Comparator<Extract> ORDER =
      Comparator.comparingLong(Extract::at)
          .thenComparingLong(Extract::id)
          .thenComparingLong(Extract::key);

  /** A share of the studio's own mails below this means that most of them are not here. */
  private static final int FEW = 8;

  private final Path models;

  /** Is told how far the reading has come; called by one thread. */
  public interface Progress {
    Progress NONE =
        new Progress() {
          @Override
          public void read(int mails, long bytes, long ofBytes) {}

          @Override
          public void known(int mails, long bytes, long ofBytes) {}
        };

    /** One more mail was read. */
    void read(int mails, long bytes, long ofBytes);

    /** One more mail was known from before. */
    void known(int mails, long bytes, long ofBytes);
  }

  /**
   * @param models the folder that holds {@code trained}
   */
  public Auditor(Path models) {
    this.models = models;
  }

  /**
   * Reads and judges.
   *
   * @param journal a file in which to keep what was read, so that an interrupted audit goes on; its
   *     folder is made when it is not there
   * @param studio addresses of the studio; found out when there are none
   * @throws IOException when a mailbox or the journal cannot be read
   */
  public Audit audit(List<Path> paths, Path journal, Set<String> studio, Progress progress)
      throws IOException {
    var folder = journal.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    var extractor = new Extractor(Reader.load(models));
    Set<String> guess = Envelope.likelyStudio(paths, studio);
    List<Extract> mails;
    try (var kept = Journal.open(journal, fingerprint())) {
      mails = once(new MailboxReading(extractor, kept, guess, progress).read(paths));
    }
    var addresses = studio(mails, studio);
    if (!addresses.all().equals(guess)) {
      // what was taken for a client's is read as the studio's own, and the other way round
      try (var kept = Journal.open(journal, fingerprint())) {
        mails = once(new MailboxReading(extractor, kept, addresses.all(), progress).read(paths));
      }
    }
    return new Judgement(mails, new Correspondence(mails, addresses)).audit();
  }

  private static StudioAddresses studio(List<Extract> mails, Set<String> named) {
    return new StudioAddresses(
        mails.stream().filter(mail -> mail.kind() == Kind.PERSON).map(Envelope::of).toList(),
        named);
  }

  /** Another model reads mails differently: what was read with it is read again. */
  private String fingerprint() throws IOException {
    var checksum = new CRC32C();
    try (Stream<Path> files = Files.list(models.resolve("trained"))) {
      for (Path file : files.sorted().toList()) {
        checksum.update(Files.readAllBytes(file));
      }
    }
    return Long.toHexString(checksum.getValue());
  }

  /** Each mail once, though Gmail and copies show it in several folders. */
  private static List<Extract> once(List<Extract> extracts) {
    var sorted = new ArrayList<>(extracts);
    // of two copies of one mail the one that was filed as sent tells more
    sorted.sort(
        Comparator.comparing((Extract mail) -> mail.filed() != Filed.SENT).thenComparing(ORDER));
    var byId = new HashMap<Long, Extract>();
    var mails = new ArrayList<Extract>();
    for (Extract mail : sorted) {
      if (mail.id() == 0 || byId.putIfAbsent(mail.id(), mail) == null) {
        mails.add(mail);
      }
    }
    mails.sort(ORDER);
    return mails;
  }

  /** One audit in the making. */
  private static final class Judgement {
    private final List<Extract> mails;
    private final Correspondence correspondence;
    private final List<Correspondence.ClientMails> clients;
    private final List<Extract> ours = new ArrayList<>();
    private final List<Extract> theirs = new ArrayList<>();
    private final ZoneOffset zone;

    Judgement(List<Extract> mails, Correspondence correspondence) {
      this.mails = mails;
      this.correspondence = correspondence;
      this.clients = correspondence.clients();
      for (var client : clients) {
        for (Extract mail : client.mails()) {
          (correspondence.fromStudio(mail) ? ours : theirs).add(mail);
        }
      }
      this.zone = mostFrequent(ours.isEmpty() ? theirs : ours, Extractor::offset, ZoneOffset.UTC);
    }

    Audit audit() {
      var around = new ProjectHistory.Surroundings(correspondence, returned(), workingDays(), zone);
      var all = Stream.concat(ours.stream(), theirs.stream()).sorted(ORDER).toList();
      LocalDate first = all.isEmpty() ? LocalDate.EPOCH : day(all.getFirst());
      LocalDate last = all.isEmpty() ? LocalDate.EPOCH : day(all.getLast());
      var projects = new ArrayList<LikelyProject>();
      var asked = new ArrayList<Asked>();
      var promises = new ArrayList<Named>();
      var unanswered = new ArrayList<Unanswered>();
      for (var client : clients) {
        for (var cluster : new Threads(client).projects()) {
          var history = new ProjectHistory(client.name(), cluster.name(), around);
          cluster.mails().forEach(history::take);
          history.end(last);
          asked.addAll(history.asked());
          promises.addAll(history.promises());
          unanswered.addAll(history.unanswered());
          projects.add(project(client, cluster, history));
        }
      }
      asked.sort(
          Comparator.comparing(Asked::at)
              .thenComparing(Asked::client)
              .thenComparing(Asked::project));
      promises.sort(
          Comparator.comparing(Named::said)
              .thenComparing(Named::due)
              .thenComparing(Named::client)
              .thenComparing(Named::words));
      unanswered.sort(Comparator.comparing(Unanswered::on).thenComparing(Unanswered::client));
      return new Audit(
          correspondence.mainAddress(),
          new TreeSet<>(correspondence.studioAddresses()),
          mostFrequent(ours.isEmpty() ? theirs : ours, Extract::language, Language.ENGLISH),
          first,
          last,
          mails.size(),
          theirs.size(),
          ours.size(),
          List.copyOf(projects),
          List.copyOf(asked),
          List.copyOf(promises),
          List.copyOf(unanswered),
          gaps());
    }

    private LikelyProject project(
        Correspondence.ClientMails client, Threads.Cluster cluster, ProjectHistory history) {
      Extract contact = client.contact();
      return new LikelyProject(
          client.name(),
          contact.from().address(),
          contact.from().name(),
          contact.language(),
          cluster.name(),
          history.stage(),
          history.court().name(),
          day(cluster.mails().getFirst()),
          day(cluster.mails().getLast()),
          cluster.mails().size(),
          history.promises().stream()
              .filter(named -> named.outcome() == Audit.Outcome.OPEN)
              .findFirst());
    }

    /** Which of the studio's mails came back, and when. */
    private Map<Long, Instant> returned() {
      var returned = new HashMap<Long, Instant>();
      for (Extract mail : mails) {
        if (mail.kind() == Kind.BOUNCE && !mail.lost().isEmpty()) {
          long id =
              mail.returned() == 0 ? lastSentTo(mail).map(Extract::id).orElse(0L) : mail.returned();
          returned.putIfAbsent(id, mail.sent());
        }
      }
      returned.remove(0L);
      return returned;
    }

    /** A bounce that does not say which mail came back is about the last one to that address. */
    private Optional<Extract> lastSentTo(Extract bounce) {
      return ours.stream()
          .filter(mail -> mail.at() <= bounce.at() && mail.at() > bounce.at() - 5 * 24 * 3600)
          .filter(mail -> mail.to().contains(bounce.lost()))
          .max(ORDER);
    }

    /** Sunday to Thursday where the studio writes on Sundays more than on Fridays. */
    private WorkingDays workingDays() {
      long sundays =
          ours.stream().filter(mail -> day(mail).getDayOfWeek() == DayOfWeek.SUNDAY).count();
      long fridays =
          ours.stream().filter(mail -> day(mail).getDayOfWeek() == DayOfWeek.FRIDAY).count();
      return sundays > fridays ? WorkingDays.sundayToThursday() : WorkingDays.mondayToFriday();
    }

    private Set<Gap> gaps() {
      var gaps = EnumSet.of(Gap.SPOKEN, Gap.HOLIDAYS);
      if (clients.isEmpty()) {
        gaps.add(Gap.NO_CLIENTS);
      }
      if (!correspondence.sentKnown()) {
        gaps.add(Gap.NO_SENT);
      } else if (ours.size() * FEW < theirs.size()) {
        gaps.add(Gap.FEW_SENT);
      }
      if (mails.stream().anyMatch(mail -> mail.at() == 0)) {
        gaps.add(Gap.UNDATED);
      }
      return gaps;
    }

    private LocalDate day(Extract mail) {
      return LocalDate.ofInstant(mail.sent(), zone);
    }

    private static <T> T mostFrequent(List<Extract> mails, Function<Extract, T> what, T otherwise) {
      var counts =
          mails.stream()
              .filter(mail -> mail.kind() == Kind.PERSON)
              .collect(
                  Collectors.groupingBy(
                      what,
                      () -> new TreeMap<T, Long>(Comparator.comparing(Object::toString)),
                      Collectors.counting()));
      return counts.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .orElse(otherwise);
    }
  }
}
