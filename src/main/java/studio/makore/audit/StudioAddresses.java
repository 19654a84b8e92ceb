package studio.makore.audit;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which addresses are the studio's own, by who wrote to whom. */
final class StudioAddresses {
  /** Whoever filed a twentieth of the sent mails is of the studio. */
  private static final int GOOD_PART = 20;

  private static final Set<String> FREEMAIL =
      Set.copyOf(WordList.sections("freemail.txt").getOrDefault("domains", List.of()));

  private final Collection<Envelope> mails;
  private final String main;
  private final Set<String> all = new TreeSet<>();

  /**
   * @param named addresses that are known to be the studio's; found out when there are none
   */
  StudioAddresses(Collection<Envelope> mails, Set<String> named) {
    this.mails = mails;
    this.main = named.isEmpty() ? likely().orElse("") : named.iterator().next();
    all.addAll(named);
    if (!main.isEmpty()) {
      all.add(main);
      addColleagues();
    }
  }

  /** The one that wrote most, {@code ""} when none was found. */
  String main() {
    return main;
  }

  Set<String> all() {
    return all;
  }

  static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /** Whether addresses of that domain belong to persons, not to one business. */
  static boolean isFreemail(String domain) {
    return FREEMAIL.contains(domain);
  }

  /**
   * Who filed mails as sent; else who has the most partners in both directions; else who is written
   * to.
   */
  private Optional<String> likely() {
    return mostFrequent(sent())
        .or(this::withMostPartners)
        .or(() -> mostFrequent(mails.stream().flatMap(mail -> mail.to().stream())));
  }

  private Stream<String> sent() {
    return mails.stream().filter(mail -> mail.filed() == Filed.SENT).map(Envelope::from);
  }

  private Optional<String> withMostPartners() {
    var wrote = new HashSet<String>();
    for (Envelope mail : mails) {
      mail.to().forEach(to -> wrote.add(mail.from() + ' ' + to));
    }
    return mostFrequent(
        wrote.stream()
            .map(pair -> pair.split(" ", 2))
            .filter(pair -> !pair[0].equals(pair[1]) && wrote.contains(pair[1] + ' ' + pair[0]))
            .map(pair -> pair[0]));
  }

  private static Optional<String> mostFrequent(Stream<String> addresses) {
    return addresses
        .filter(address -> !address.isEmpty())
        .collect(Collectors.groupingBy(address -> address, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /** Those of the studio's own domains, and whoever else filed a good part of the sent mails. */
  private void addColleagues() {
    var domains =
        all.stream()
            .map(StudioAddresses::domain)
            .filter(domain -> !isFreemail(domain))
            .collect(Collectors.toSet());
    mails.stream()
        .flatMap(mail -> Stream.concat(Stream.of(mail.from()), mail.to().stream()))
        .filter(address -> domains.contains(domain(address)))
        .forEach(all::add);
    var filed = sent().collect(Collectors.groupingBy(address -> address, Collectors.counting()));
    long count = filed.values().stream().mapToLong(Long::longValue).sum();
    filed.forEach((address, times) -> {
      if (!address.isEmpty() && times * GOOD_PART >= count) {
        all.add(address);
      }
    });
  }
}
