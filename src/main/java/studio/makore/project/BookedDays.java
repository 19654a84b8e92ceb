package studio.makore.project;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The calendar days of a project's way, booked to the side whose turn it was. Together they are all
 * the days from its opening on, save those on which it was closed.
 *
 * @param client days of the client's turn up to the day she was told, or to her usual time
 * @param clientLate days of her turn after that
 * @param studio days of the studio's turn up to the time it plans for the stage
 * @param studioLate days of its turn after that
 * @param resting days on which the project rested
 */
public record BookedDays(int client, int clientLate, int studio, int studioLate, int resting) {

  static final BookedDays NONE = new BookedDays(0, 0, 0, 0, 0);

  /** The days before {@code until}, which itself is not counted: it is not over. */
  public static BookedDays of(LocalDate until, ProjectState state, Process process, Studio studio) {
    return state.legs().stream()
        .map(leg -> of(leg, until, state, process, studio))
        .reduce(NONE, BookedDays::plus);
  }

  static BookedDays of(
      Leg leg, LocalDate until, ProjectState state, Process process, Studio studio) {
    LocalDate from = day(leg.from(), studio);
    LocalDate to = leg.to().map(at -> day(at, studio)).orElse(until);
    int days = (int) Math.max(0, ChronoUnit.DAYS.between(from, to));
    if (leg.resting()) {
      return new BookedDays(0, 0, 0, 0, days);
    }
    LocalDate planned = planned(leg, state, process, studio);
    int late = (int) Math.min(days, Math.max(0, ChronoUnit.DAYS.between(planned, to)));
    return leg.court() == Court.CLIENT
        ? new BookedDays(days - late, late, 0, 0, 0)
        : new BookedDays(0, 0, days - late, late, 0);
  }

  /** The day by which such a turn should be over: the day that was told, or the usual time. */
  private static LocalDate planned(Leg leg, ProjectState state, Process process, Studio studio) {
    LocalDate from = day(leg.from(), studio);
    int usual = process.stage(leg.stage()).map(Stage::promisedDays).orElse(0);
    LocalDate usually = studio.workingDays().plus(from, Math.max(1, usual));
    return leg.court() == Court.CLIENT ? state.lastDayOf(leg).orElse(usually) : usually;
  }

  private static LocalDate day(Instant at, Studio studio) {
    return LocalDate.ofInstant(at, studio.zone());
  }

  public int total() {
    return client + clientLate + studio + studioLate + resting;
  }

  BookedDays plus(BookedDays other) {
    return new BookedDays(
        client + other.client,
        clientLate + other.clientLate,
        studio + other.studio,
        studioLate + other.studioLate,
        resting + other.resting);
  }
}
