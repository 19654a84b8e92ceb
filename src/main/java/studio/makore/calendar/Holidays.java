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
 * The days on which a studio does not work beside its weekend: the public holidays of the countries
 * it keeps, and its own days off. A year is read from the libraries when first asked for, then
 * kept. Safe for use by several threads.
 */
public final class Holidays {
  private static final Holidays NONE = new Holidays(List.of(), Set.of());

  private final List<Country> countries;
  private final Set<LocalDate> ownDaysOff;
  private final Map<Year, List<KnownYear>> known = new ConcurrentHashMap<>();

  private record KnownYear(Map<LocalDate, String> holidays, boolean closesAtNoonOnEves) {}

  private Holidays(List<Country> countries, Set<LocalDate> ownDaysOff) {
    this.countries = countries;
    this.ownDaysOff = ownDaysOff;
  }

  /** No holidays at all. */
  public static Holidays none() {
    return NONE;
  }

  /**
   * The holidays of the countries named by their ISO 3166 codes in any case: {@code IL}, {@code
   * PS}, {@code AE}, or with a region where holidays differ by it, {@code GB-ENG}.
   *
   * @throws IllegalArgumentException if a country's holidays are not known
   */
  public static Holidays of(Collection<String> countries, Collection<LocalDate> ownDaysOff) {
    return new Holidays(
        countries.stream().distinct().map(Holidays::country).toList(), Set.copyOf(ownDaysOff));
  }

  private static Country country(String code) {
    String[] parts = code.strip().toLowerCase(Locale.ROOT).split("-", 2);
    Optional<String> region = parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
    if (parts[0].equals("il") && region.isEmpty()) {
      return new Israel();
    }
    var country = new JollydayCountry(parts[0], region);
    if (!JollydayCountry.isKnown(parts[0])
        || region.filter(r -> !country.regions().contains(r)).isPresent()) {
      throw new IllegalArgumentException(
          "No holidays are known for the country \"%s\"; name it by its two-letter code, such as IL, PS, AE or US"
              .formatted(code));
    }
    return country;
  }

  /** The English name of the holiday on this date, or "Day off" for one of the studio's own. */
  public Optional<String> on(LocalDate date) {
    return publicHoliday(date)
        .or(() -> ownDaysOff.contains(date) ? Optional.of("Day off") : Optional.empty());
  }

  /** The name of the holiday that the next day brings; empty on a day that is a holiday itself. */
  public Optional<String> eveOf(LocalDate date) {
    return on(date).isPresent() ? Optional.empty() : on(date.plusDays(1));
  }

  /**
   * Whether offices close at noon because a holiday begins that evening, as in Israel. Nothing
   * should be promised for such a day.
   */
  public boolean isHalfDay(LocalDate date) {
    return on(date).isEmpty()
        && in(date.plusDays(1))
            .anyMatch(
                year -> year.closesAtNoonOnEves() && year.holidays().containsKey(date.plusDays(1)));
  }

  private Optional<String> publicHoliday(LocalDate date) {
    return in(date).flatMap(year -> Stream.ofNullable(year.holidays().get(date))).findFirst();
  }

  private Stream<KnownYear> in(LocalDate date) {
    return known.computeIfAbsent(Year.from(date), this::read).stream();
  }

  private List<KnownYear> read(Year year) {
    return countries.stream()
        .map(country -> new KnownYear(country.holidays(year), country.closesAtNoonOnEves()))
        .toList();
  }
}
