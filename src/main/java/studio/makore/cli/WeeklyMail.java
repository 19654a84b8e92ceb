package studio.makore.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import studio.makore.language.Bidi;
import studio.makore.mail.Address;
import studio.makore.mail.OutgoingMail;
import studio.makore.mailbox.Outbox;
import studio.makore.project.Owner;
import studio.makore.project.Studio;
import studio.makore.reply.Tokens;
import studio.makore.report.ReportWriter;
import studio.makore.report.Reporter;
import studio.makore.report.Week;

/** Sends the owners the week's report, once, on the last working day of the studio's week. */
final class WeeklyMail {
  private static final LocalTime HOUR = LocalTime.of(16, 0);

  private final Studio studio;
  private final Reporter reporter;
  private final ReportWriter writer;
  private final Outbox outbox;
  private final Tokens tokens;
  private final Clock clock;

  WeeklyMail(
      Studio studio,
      Reporter reporter,
      ReportWriter writer,
      Outbox outbox,
      Tokens tokens,
      Clock clock) {
    this.studio = studio;
    this.reporter = reporter;
    this.writer = writer;
    this.outbox = outbox;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Leaves the report to be sent when its hour has come. Joins the caller's transaction. */
  void sendWhenDue() {
    var now = ZonedDateTime.now(clock.withZone(studio.zone()));
    if (!isDue(now)) {
      return;
    }
    var week = Week.of(now.toLocalDate(), studio.workingDays());
    for (Owner owner : studio.owners()) {
      String cause = "report:" + week.key() + ":" + owner.address();
      if (outbox.find(cause).isEmpty()) {
        outbox.add(mail(week, owner, now), cause);
      }
    }
  }

  /** From the hour on, until the week ends. */
  private boolean isDue(ZonedDateTime now) {
    LocalDate last = now.toLocalDate();
    while (last.getDayOfWeek() != studio.workingDays().lastOfWeek()) {
      last = last.minusDays(1);
    }
    var hour = last.atTime(HOUR).atZone(studio.zone());
    boolean sameWeek =
        Week.of(last, studio.workingDays())
            .equals(Week.of(now.toLocalDate(), studio.workingDays()));
    return sameWeek && !now.isBefore(hour);
  }

  private OutgoingMail mail(Week week, Owner owner, ZonedDateTime now) {
    var report = reporter.report(week, now.toInstant());
    var language = owner.language();
    var bot = new Address("Makore", studio.botAddress());
    return new OutgoingMail(
        tokens.messageId(bot),
        bot,
        Optional.empty(),
        List.of(new Address(owner.name(), owner.address())),
        writer.subject(report, language),
        now,
        Optional.empty(),
        List.of(),
        language.tag(),
        Bidi.rightToLeft(language),
        writer.text(report, language),
        writer.html(report, language),
        List.of(),
        Optional.of("auto-generated"));
  }
}
