package studio.makore.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.makore.audit.Wordbook.Wording;
import studio.makore.language.Spelling;

/** Which mails of one client belong together: threads, and the projects that they are about. */
final class Threads {
  private static final long SAME_SUBJECT_WITHIN = 60L * 24 * 3600;
  private static final int A_PROJECT_OF_ITS_OWN = 4;
  private static final int SHORTEST_WORD = 3;

  private final List<Extract> mails;
  private final Set<String> clientWords;

  Threads(Correspondence.ClientMails client) {
    this.mails = client.mails();
    this.clientWords = new HashSet<>(Wording.of(client.key().replace('.', ' ')).words());
    clientWords.addAll(Wording.of(client.name()).words());
  }

  /** Mails of one likely project, in the order in which they were sent. */
  record Cluster(String name, List<Extract> mails) {}

  private record Thread(List<Extract> mails, Set<String> words) {
    long first() {
      return mails.getFirst().at();
    }

    long last() {
      return mails.getLast().at();
    }
  }

  /**
   * Threads that run side by side about different things are different projects; all others go with
   * the project whose words they share, or with the one that was spoken of last.
   */
  List<Cluster> projects() {
    var projects = new ArrayList<List<Thread>>();
    var small = new ArrayList<Thread>();
    for (Thread thread : threads()) {
      if (thread.mails().size() < A_PROJECT_OF_ITS_OWN || thread.words().isEmpty()) {
        small.add(thread);
      } else if (projects.stream().allMatch(project -> isAnother(project, thread))) {
        projects.add(new ArrayList<>(List.of(thread)));
      } else {
        join(projects, thread);
      }
    }
    for (Thread thread : small) {
      if (projects.isEmpty()) {
        projects.add(new ArrayList<>(List.of(thread)));
      } else {
        join(projects, thread);
      }
    }
    return projects.stream().map(Threads::cluster).toList();
  }

  private static boolean isAnother(List<Thread> project, Thread thread) {
    boolean sideBySide =
        project.stream()
            .anyMatch(other -> other.first() <= thread.last() && thread.first() <= other.last());
    return sideBySide && shared(project, thread) == 0;
  }

  private static void join(List<List<Thread>> projects, Thread thread) {
    projects.stream()
        .min(
            Comparator.comparingLong((List<Thread> project) -> -shared(project, thread))
                .thenComparing(project -> distance(project, thread)))
        .orElseThrow()
        .add(thread);
  }

  private static long shared(List<Thread> project, Thread thread) {
    return thread.words().stream()
        .filter(word -> project.stream().anyMatch(other -> other.words().contains(word)))
        .count();
  }

  private static long distance(List<Thread> project, Thread thread) {
    return project.stream()
        .mapToLong(other ->
            Math.max(0, Math.max(other.first() - thread.last(), thread.first() - other.last())))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private static Cluster cluster(List<Thread> threads) {
    String name =
        threads.stream()
            .max(Comparator.comparingInt(thread -> thread.mails().size()))
            .map(thread -> thread.mails().getFirst().subject())
            .orElse("");
    var mails = new ArrayList<Extract>();
    threads.forEach(thread -> mails.addAll(thread.mails()));
    mails.sort(Auditor.ORDER);
    return new Cluster(name, List.copyOf(mails));
  }

  /** By what they answer; where that is not said, by their subject. */
  private Collection<Thread> threads() {
    var groups = new Groups(mails.size());
    var byId = new HashMap<Long, Integer>();
    for (int at = 0; at < mails.size(); at++) {
      Extract mail = mails.get(at);
      Integer same = mail.id() == 0 ? null : byId.putIfAbsent(mail.id(), at);
      if (same != null) {
        groups.join(at, same);
      }
      for (long parent : mail.parents()) {
        Integer answered = byId.putIfAbsent(parent, at);
        if (answered != null) {
          groups.join(at, answered);
        }
      }
    }
    bySubject(groups);
    var threads = new LinkedHashMap<Integer, List<Extract>>();
    for (int at = 0; at < mails.size(); at++) {
      threads.computeIfAbsent(groups.of(at), _ -> new ArrayList<>()).add(mails.get(at));
    }
    return threads.values().stream().map(list -> new Thread(list, words(list))).toList();
  }

  private void bySubject(Groups groups) {
    Map<String, Integer> last = new HashMap<>();
    for (int at = 0; at < mails.size(); at++) {
      String subject = Spelling.fold(mails.get(at).subject());
      if (!subject.isBlank()) {
        Integer before = last.put(subject, at);
        if (before != null && mails.get(at).at() - mails.get(before).at() < SAME_SUBJECT_WITHIN) {
          groups.join(at, before);
        }
      }
    }
  }

  /** The words of its subject that tell it from other threads of this client. */
  private Set<String> words(List<Extract> thread) {
    var words = new HashSet<>(Wording.of(thread.getFirst().subject()).words());
    words.removeIf(word -> word.length() < SHORTEST_WORD || clientWords.contains(word));
    words.removeIf(word -> word.chars().allMatch(Character::isDigit));
    return words;
  }

  /** Numbers that belong together. */
  private static final class Groups {
    private final int[] group;

    Groups(int size) {
      group = new int[size];
      for (int at = 0; at < size; at++) {
        group[at] = at;
      }
    }

    int of(int at) {
      int top = at;
      while (group[top] != top) {
        group[top] = group[group[top]];
        top = group[top];
      }
      return top;
    }

    void join(int a, int b) {
      int first = Math.min(of(a), of(b));
      int second = Math.max(of(a), of(b));
      group[second] = first;
    }
  }
}
