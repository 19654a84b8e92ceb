package studio.makore.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The days on which a studio does not work beside its weekend: the holidays of the countries and
 * faiths it keeps, and its own days off. A year is read from the libraries when first asked for,
 * then kept. Safe for use by several threads.
 */
public final class Holidays {
  private static final Holidays NONE = Holidays.of(List.of(), Set.of());

  private final List<HolidayList> lists;
  private final Set<LocalDate> ownDaysOff;
  private final Set<LocalDate> worked;
  private final Eves eves;
  private final Map<Year, List<KnownYear>> known = new ConcurrentHashMap<>();

  private record KnownYear(Map<LocalDate, String> holidays, boolean closesAtNoonOnEves) {}

  private Holidays(
      List<HolidayList> lists, Set<LocalDate> ownDaysOff, Set<LocalDate> worked, Eves eves) {
    this.lists = lists;
    this.ownDaysOff = ownDaysOff;
    this.worked = worked;
    this.eves = eves;
  }

  /** No holidays at all. */
  public static Holidays none() {
    return NONE;
  }

  /**
   * The holidays of the lists named, in any case:
   *
   * <ul>
   *   <li>countries by their ISO 3166 codes: {@code IL}, {@code PS}, {@code AE}, or with a region
   *       where holidays differ by it, {@code GB-ENG};
   *   <li>faiths: {@code jewish}, {@code muslim}, {@code christian} (by the western Easter), {@code
   *       orthodox} (by the eastern one);
   *   <li>{@code chol-hamoed}, the days between of Passover and Sukkot.
   * </ul>
   *
   * @throws IllegalArgumentException if one of them is not known
   */
  public static Holidays of(Collection<String> lists, Collection<LocalDate> ownDaysOff) {
    return new Holidays(
        lists.stream().distinct().map(Holidays::list).toList(),
        Set.copyOf(ownDaysOff),
        Set.of(),
        Eves.USUAL);
  }

  private static HolidayList list(String name) {
    String key = name.strip().toLowerCase(Locale.ROOT);
    String[] parts = key.split("-", 2);
    Optional<String> region = parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
    return switch (key) {
      case "il" -> JewishList.ISRAEL;
      case "jewish" -> JewishList.JEWISH;
      case "chol-hamoed" -> JewishList.CHOL_HAMOED;
      default ->
          JollydayList.ofFaith(key)
              .or(() -> JollydayList.ofCountry(parts[0], region))
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      ("No holidays are known for \"%s\"; name a country by its two-letter code,"
                              + " such as IL, PS, AE or US, or jewish, muslim, christian, orthodox,"
                              + " chol-hamoed")
                          .formatted(name)));
    };
  }

  /** The same holidays, with what the studio does on the days before them. */
  public Holidays withEves(Eves kept) {
    return new Holidays(lists, ownDaysOff, worked, kept);
  }

  /**
   * The same holidays less those on these dates, which are worked; for a feast that was announced
   * for another day than was computed. The studio's own days off stay.
   */
  public Holidays lessOn(Collection<LocalDate> dates) {
    return new Holidays(lists, ownDaysOff, Set.copyOf(dates), eves);
  }

  /** The English name of the holiday on this date, or "Day off" for one of the studio's own. */
  public Optional<String> on(LocalDate date) {
    return holiday(date)
        .or(() -> ownDaysOff.contains(date) ? Optional.of("Day off") : Optional.empty())
        .or(() ->
            eves == Eves.DAY_OFF
                ? holidayAfter(date).map(name -> "Eve of " + name)
                : Optional.empty());
  }

  /** The name of the holiday that the next day brings; empty on a day that is a holiday itself. */
  public Optional<String> eveOf(LocalDate date) {
    return on(date).isPresent() ? Optional.empty() : on(date.plusDays(1));
  }

  /**
   * Whether the studio closes at noon because a holiday begins that evening, as offices in Israel
   * do. Nothing should be promised for such a day.
   */
  public boolean isHalfDay(LocalDate date) {
    return on(date).isEmpty()
        && switch (eves) {
          case USUAL -> isUsualHalfDay(date);
          case HALF_DAY -> holidayAfter(date).isPresent();
          case DAY_OFF, WORKED -> false;
        };
  }

  private boolean isUsualHalfDay(LocalDate date) {
    LocalDate next = date.plusDays(1);
    return !worked.contains(next)
        && !worked.contains(date)
        && in(next)
            .anyMatch(year -> year.closesAtNoonOnEves() && year.holidays().containsKey(next));
  }

  /** The holiday that a worked day is the eve of. */
  private Optional<String> holidayAfter(LocalDate date) {
    return worked.contains(date) ? Optional.empty() : holiday(date.plusDays(1));
  }

  private Optional<String> holiday(LocalDate date) {
    return worked.contains(date)
        ? Optional.empty()
        : in(date).flatMap(year -> Stream.ofNullable(year.holidays().get(date))).findFirst();
  }

  private Stream<KnownYear> in(LocalDate date) {
    return known.computeIfAbsent(Year.from(date), this::read).stream();
  }

  private List<KnownYear> read(Year year) {
    return lists.stream()
        .map(list -> new KnownYear(list.holidays(year), list.closesAtNoonOnEves()))
        .toList();
  }
}
