package studio.makore.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.makore.mail.Kind;
import studio.makore.reading.Act;

/**
 * Who wrote to whom: which addresses are the studio's, and which of the others belong to one
 * client.
 */
final class Correspondence {
  /** A domain with more writers than this is a provider's, not one client's. */
  private static final int MOST_AT_ONE_CLIENT = 12;

  /** What a client does and a supplier or an accountant does not. */
  private static final Set<Act> CLIENTLY =
      Set.of(
          Act.APPROVAL,
          Act.CHANGE_REQUEST,
          Act.REJECTION,
          Act.MATERIALS,
          Act.PROBLEM_REPORT,
          Act.NEW_WORK,
          Act.CLIENT_DELAY,
          Act.COMPLAINT);

  private final List<Extract> mails;
  private final StudioAddresses studio;
  private final boolean sentKnown;
  private final Map<String, Integer> writersByDomain = new HashMap<>();

  /**
   * @param mails in the order in which they were sent
   * @param studio the studio's addresses
   */
  Correspondence(List<Extract> mails, StudioAddresses studio) {
    this.mails = mails;
    this.studio = studio;
    this.sentKnown = mails.stream().anyMatch(this::fromStudio);
    countWriters();
  }

  String mainAddress() {
    return studio.main();
  }

  Set<String> studioAddresses() {
    return studio.all();
  }

  /** Whether any of the studio's own mails are here. */
  boolean sentKnown() {
    return sentKnown;
  }

  boolean fromStudio(Extract mail) {
    return studio.all().contains(mail.from().address());
  }

  private Stream<Extract> letters() {
    return mails.stream().filter(mail -> mail.kind() == Kind.PERSON);
  }

  private void countWriters() {
    letters()
        .filter(mail -> !fromStudio(mail))
        .map(mail -> mail.from().address())
        .distinct()
        .forEach(
            address -> writersByDomain.merge(StudioAddresses.domain(address), 1, Integer::sum));
  }

  /** The clients with their mails in both directions, in the order of their first mail. */
  List<ClientMails> clients() {
    var byKey = new HashMap<String, List<Extract>>();
    var order = new ArrayList<String>();
    for (Extract mail : mails) {
      partner(mail)
          .ifPresent(key -> {
            if (!byKey.containsKey(key)) {
              order.add(key);
            }
            byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(mail);
          });
    }
    return order.stream()
        .map(key -> new ClientMails(key, byKey.getOrDefault(key, List.of()), this))
        .filter(this::isClient)
        .toList();
  }

  /** Whose mail it is, apart from the studio's part in it. */
  private Optional<String> partner(Extract mail) {
    if (mail.filed() == Filed.JUNK || mail.filed() == Filed.DRAFT || mail.at() == 0) {
      return Optional.empty();
    }
    if (fromStudio(mail)) {
      return mail.to().stream().filter(to -> !studio.all().contains(to)).findFirst().map(this::key);
    }
    boolean machine = mail.kind() != Kind.PERSON && mail.kind() != Kind.CALENDAR;
    return machine || mail.from().address().isEmpty()
        ? Optional.empty()
        : Optional.of(key(mail.from().address()));
  }

  private String key(String address) {
    String domain = StudioAddresses.domain(address);
    boolean shared =
        StudioAddresses.isFreemail(domain)
            || writersByDomain.getOrDefault(domain, 0) > MOST_AT_ONE_CLIENT;
    return shared ? address : domain;
  }

  private boolean isClient(ClientMails client) {
    var from = client.mails().stream().filter(mail -> !fromStudio(mail)).toList();
    boolean twoWay = from.size() < client.mails().size() || !sentKnown;
    long clientlike =
        from.stream()
            .filter(mail ->
                !mail.inquiry().isEmpty() || mail.acts().stream().anyMatch(CLIENTLY::contains))
            .count();
    return twoWay && clientlike > 0 && clientlike * 4 >= from.size();
  }

  /** A client's correspondence with the studio, in the order in which it was sent. */
  record ClientMails(String key, List<Extract> mails, Correspondence correspondence) {

    /** The person who wrote most. */
    Extract contact() {
      var writers =
          mails.stream()
              .filter(mail -> !correspondence.fromStudio(mail))
              .collect(
                  Collectors.groupingBy(
                      mail -> mail.from().address(), TreeMap::new, Collectors.toList()));
      return writers.values().stream()
          .max(Comparator.comparingInt(List::size))
          .map(List::getFirst)
          .orElse(mails.getFirst());
    }

    /** The business by its domain, the person by the name. */
    String name() {
      if (key.indexOf('@') < 0) {
        return key;
      }
      String name = contact().from().name();
      return name.isBlank() ? key : name;
    }
  }
}
