package studio.makore.mail;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What a calendar mail (RFC 5546) says about its first event.
 *
 * @param method {@code request}, {@code reply}, {@code cancel} and so on, lower case
 * @param uid names the event, the same in the invitation and in all that follows
 * @param summary the event's title
 * @param start with the offset of the event's own time zone; of a whole day its midnight, in UTC
 * @param end as {@code start}
 * @param allDay whether the event names days and no times
 * @param location where, {@code ""} when it does not say
 * @param organizer who invites
 * @param attendee of a reply, who answers
 * @param answer of a reply {@code accepted}, {@code declined}, {@code tentative} or another
 *     PARTSTAT, lower case; {@code ""} when this is no answer
 */
public record Invitation(
    String method,
    String uid,
    String summary,
    Optional<OffsetDateTime> start,
    Optional<OffsetDateTime> end,
    boolean allDay,
    String location,
    Optional<Address> organizer,
    Optional<Address> attendee,
    String answer) {}
