package studio.makore.reply;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import studio.makore.mail.Address;
import studio.makore.mail.Enclosure;

/**
 * An invitation to a call (RFC 5545, RFC 5546). A later one for the same project takes the place of
 * the earlier one in the client's calendar. The hour is written in UTC, which every calendar shows
 * in its reader's own zone.
 */
record Invitation(
    long projectId,
    Instant madeAt,
    ZonedDateTime start,
    Duration length,
    String summary,
    Address studio,
    Address client) {

  Enclosure enclosure() {
    var event = new VEvent(start.toInstant(), start.plus(length).toInstant(), summary);
    event
        .add(new DtStamp(madeAt))
        .add(new Uid("call-%d@%s".formatted(projectId, domain())))
        .add(new Sequence((int) Math.min(Integer.MAX_VALUE, madeAt.getEpochSecond() / 60)))
        .add(new Organizer(mailto(studio)).add(new Cn(studio.name())))
        .add(new Attendee(mailto(client)).add(Rsvp.TRUE));
    var calendar = new Calendar();
    calendar
        .add(new ProdId("-//Makore//EN"))
        .add(ImmutableVersion.VERSION_2_0)
        .add(ImmutableMethod.REQUEST);
    calendar.add(event);
    return new Enclosure(
        "invite.ics",
        "text/calendar; method=REQUEST; charset=UTF-8",
        calendar.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String domain() {
    return studio.address().substring(studio.address().indexOf('@') + 1);
  }

  private static URI mailto(Address address) {
    return URI.create("mailto:" + address.address());
  }
}
