package studio.makore.project;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something dated that was said, and is still open.
 *
 * @param by who promised
 * @param due the day, in the studio's zone
 * @param saidAt when it was said
 * @param source the Message-ID of the mail it was said in, or who said it
 */
public record Promise(Court by, String what, LocalDate due, Instant saidAt, String source) {}
