package studio.makore.project;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import studio.makore.calendar.WorkingDays;

/**
 * The business that runs Makore.
 *
 * @param address the address its clients know and are answered from
 * @param botAddress the address of the bot itself: drafts come from it, owners' replies go to it
 * @param plusAddressing whether mail to {@code bot+anything@} reaches the bot's mailbox (RFC 5233)
 * @param zone the zone in which every day and hour of the studio is meant
 * @param authservId the name under which the studio's own mail server writes Authentication-Results
 *     (RFC 8601); empty when it writes none
 */
public record Studio(
    String name,
    String address,
    String botAddress,
    boolean plusAddressing,
    ZoneId zone,
    WorkingDays workingDays,
    List<Owner> owners,
    Optional<String> authservId) {

  /** The owner in whose name mails to clients go out, and who is asked: the first one named. */
  public Owner owner() {
    return owners.getFirst();
  }

  /** The owner with that address. */
  public Optional<Owner> owner(String address) {
    return owners.stream().filter(owner -> owner.address().equalsIgnoreCase(address)).findFirst();
  }
}
