package studio.makore.project;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of a project's way on which nothing changed hands.
 *
 * @param resting whether the project was paused
 * @param to empty while it lasts
 */
public record Leg(String stage, Court court, boolean resting, Instant from, Optional<Instant> to) {}
