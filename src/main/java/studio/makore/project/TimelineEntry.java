package studio.makore.project;

import java.time.Instant;

/**
 * An event in its place on a project's timeline.
 *
 * @param by the Message-ID of the mail that caused it, or the word for who did: {@code owner}
 */
public record TimelineEntry(long id, Instant at, ProjectEvent event, String by) {}
