package studio.makore.silence;

import java.time.Instant;
import java.util.Optional;
import studio.makore.project.Court;
import studio.makore.project.Promise;

/**
 * What the client had been told when she asked: the facts from which the cause of an inquiry is
 * read, wherever they come from.
 *
 * @param since when what is going on now began: the stage, or the first mail
 * @param lastHeard when something true about the project last arrived; empty when nothing ever did
 * @param notArrived when the studio learned that its last mail had not arrived
 * @param court whose turn it is
 * @param courtSince since when it is
 * @param clientDays working days that the client usually takes when it is the client's turn
 * @param promised the studio's open promise with the earliest day
 * @param movedFrom the promise whose day had passed without a word when that one took its place
 * @param approvedAt when the client last approved something
 * @param unansweredSince when the client wrote the first mail that no mail has followed
 */
public record Told(
    Instant since,
    Optional<Instant> lastHeard,
    Optional<Instant> notArrived,
    Court court,
    Instant courtSince,
    int clientDays,
    Optional<Promise> promised,
    Optional<Promise> movedFrom,
    Optional<Instant> approvedAt,
    Optional<Instant> unansweredSince) {}
