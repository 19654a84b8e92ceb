package studio.makore.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The hours in which mails may go out to clients: those of working days, and the morning of a half
 * day. Bad news has shorter ones, for somebody must be there to answer: none on the eve of a
 * holiday, and on the last day before any other break only the morning.
 *
 * <pre>
 * var window = SendWindow.usual(sundayToThursday, jerusalem);
 * window.nextOpen(mondayAt23)             // Tuesday 09:00
 * window.nextOpenForBadNews(thursdayAt17) // Sunday 09:00
 * </pre>
 *
 * @param opens the first minute of the day in which a mail may leave
 * @param closes the first minute in which none may any more
 */
public record SendWindow(WorkingDays days, ZoneId zone, LocalTime opens, LocalTime closes) {
  private static final LocalTime USUALLY_OPENS = LocalTime.of(9, 0);
  private static final LocalTime USUALLY_CLOSES = LocalTime.of(19, 0);

  /** On such a day offices are left at noon, and what is read later is read alone. */
  private static final LocalTime LAST_MORNING_ENDS = LocalTime.NOON;

  /** Longer than any break a studio takes; see WorkingDays. */
  private static final int LONGEST_BREAK = 366;

  /**
   * @throws IllegalArgumentException unless the window opens before it closes, and before noon
   */
  public SendWindow {
    if (!opens.isBefore(closes) || !opens.isBefore(LAST_MORNING_ENDS)) {
      throw new IllegalArgumentException(
          "From %s to %s is no time to send; it opens before noon and closes later that day"
              .formatted(opens, closes));
    }
  }

  /** From 9:00 to 19:00. */
  public static SendWindow usual(WorkingDays days, ZoneId zone) {
    return new SendWindow(days, zone, USUALLY_OPENS, USUALLY_CLOSES);
  }

  /** Whether a mail may leave now. */
  public boolean isOpen(Instant now) {
    return nextOpen(now).equals(now);
  }

  /** Now if a mail may leave now, otherwise the minute from which it may. */
  public Instant nextOpen(Instant now) {
    return next(now, this::closing);
  }

  /** Whether bad news may leave now. */
  public boolean isOpenForBadNews(Instant now) {
    return nextOpenForBadNews(now).equals(now);
  }

  /** As {@link #nextOpen}, for news that a client will not like. */
  public Instant nextOpenForBadNews(Instant now) {
    return next(now, this::closingForBadNews);
  }

  private interface Closing {
    Optional<LocalTime> on(LocalDate date);
  }

  private Instant next(Instant now, Closing closing) {
    ZonedDateTime here = now.atZone(zone);
    LocalDate today = here.toLocalDate();
    Predicate<LocalTime> over = end -> !here.toLocalTime().isBefore(end);
    Optional<LocalTime> end = closing.on(today);
    if (end.isPresent() && !over.test(end.get())) {
      return over.test(opens) ? now : today.atTime(opens).atZone(zone).toInstant();
    }
    for (int days = 1; days <= LONGEST_BREAK; days++) {
      LocalDate date = today.plusDays(days);
      if (closing.on(date).isPresent()) {
        return date.atTime(opens).atZone(zone).toInstant();
      }
    }
    throw new IllegalStateException(
        "No day to send on within a year of %s: look at the studio's days off".formatted(today));
  }

  private Optional<LocalTime> closing(LocalDate date) {
    if (days.isWorking(date)) {
      return Optional.of(closes);
    }
    return days.isHalfDay(date) ? Optional.of(earlier(LAST_MORNING_ENDS)) : Optional.empty();
  }

  private Optional<LocalTime> closingForBadNews(LocalDate date) {
    if (!days.isWorking(date) || days.isEveOfHoliday(date)) {
      return Optional.empty();
    }
    return Optional.of(days.isBeforeBreak(date) ? earlier(LAST_MORNING_ENDS) : closes);
  }

  private LocalTime earlier(LocalTime time) {
    return time.isBefore(closes) ? time : closes;
  }
}
