package studio.makore.desk;

import java.time.Instant;
import java.time.LocalDate;
import studio.makore.mail.Mail;
import studio.makore.project.Owner;
import studio.makore.project.Studio;
import studio.makore.reading.DateSource;
import studio.makore.reading.Decision;
import studio.makore.reading.Decisions;

/**
 * An owner's answer to what Makore showed or asked.
 *
 * @param token names what it answers
 */
record Answer(String messageId, Mail mail, Owner owner, String token, Instant now, Studio studio) {
  String text() {
    return mail.text();
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, studio.zone());
  }

  Phrases phrases() {
    return Phrases.in(owner.language());
  }

  /** The whole answer read as one decision. */
  Decision decision() {
    return Decisions.read(text(), dates());
  }

  /** The days its words name, from the moment it was sent. */
  DateSource dates() {
    var sent =
        mail.date()
            .orElse(now.atZone(studio.zone()).toOffsetDateTime())
            .atZoneSameInstant(studio.zone())
            .toOffsetDateTime();
    return DateSource.sent(sent, studio.workingDays());
  }
}
