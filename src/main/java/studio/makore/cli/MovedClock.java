package studio.makore.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands where it was put, so that weeks pass in seconds. */
final class MovedClock extends Clock {
  private volatile Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  void set(Instant instant) {
    clock = Clock.fixed(instant, ZoneOffset.UTC);
  }

  /** From now on it shows the real time. */
  void follow(Clock real) {
    clock = real;
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new Clock() {
      @Override
      public Instant instant() {
        return MovedClock.this.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return MovedClock.this.withZone(other);
      }
    };
  }
}
