package studio.makore.mail;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Dates exactly as RFC 5322 wants them ({@code Wed, 01 Jan 2020 14:11:58 +0200}, maybe with a
 * comment behind). Nearly all are, and a parser for nothing else is ten times as quick as those
 * that forgive.
 */
final class StandardDate {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final String WEEKDAYS = "MonTueWedThuFriSatSun";

  private final String text;
  private int at;

  private StandardDate(String text) {
    this.text = text;
  }

  /** The date, empty when anything about it is out of the ordinary, the weekday too. */
  static Optional<OffsetDateTime> parse(String text) {
    try {
      return Optional.of(new StandardDate(text).date());
    } catch (DateTimeException | StringIndexOutOfBoundsException unusual) {
      return Optional.empty();
    }
  }

  private OffsetDateTime date() {
    int weekday = 0;
    if (text.startsWith(", ", 3)) {
      weekday = name(WEEKDAYS);
      at += 2;
    }
    int day = number(text.charAt(at + 1) == ' ' ? 1 : 2);
    skip(' ');
    int month = name(MONTHS);
    skip(' ');
    int year = number(4);
    skip(' ');
    int hour = number(2);
    skip(':');
    int minute = number(2);
    skip(':');
    int second = number(2);
    skip(' ');
    ZoneOffset offset = offset();
    LocalDate date = LocalDate.of(year, month, day);
    boolean ends = at == text.length() || text.startsWith(" (", at);
    boolean day7 = weekday == 0 || date.getDayOfWeek().getValue() == weekday;
    if (!ends || !day7) {
      throw new DateTimeException(text);
    }
    return OffsetDateTime.of(date, LocalTime.of(hour, minute, second), offset);
  }

  private ZoneOffset offset() {
    char sign = text.charAt(at);
    at++;
    int hours = number(2);
    int minutes = number(2);
    if (sign != '+' && sign != '-') {
      throw new DateTimeException(text);
    }
    return sign == '-'
        ? ZoneOffset.ofHoursMinutes(-hours, -minutes)
        : ZoneOffset.ofHoursMinutes(hours, minutes);
  }

  /** The place, from 1, of the three letters here among those of the list. */
  private int name(String names) {
    for (int i = 0; i < names.length(); i += 3) {
      if (text.startsWith(names.substring(i, i + 3), at)) {
        at += 3;
        return i / 3 + 1;
      }
    }
    throw new DateTimeException(text);
  }

  private int number(int digits) {
    int number = 0;
    for (int end = at + digits; at < end; at++) {
      char c = text.charAt(at);
      if (c < '0' || c > '9') {
        throw new DateTimeException(text);
      }
      number = number * 10 + c - '0';
    }
    return number;
  }

  private void skip(char expected) {
    if (text.charAt(at) != expected) {
      throw new DateTimeException(text);
    }
    at++;
  }
}
