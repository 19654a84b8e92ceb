package studio.makore.language;

import java.util.Optional;

/**
 * A date, or a stretch from one to another, that a text names.
 *
 * @param text the words that name it, as they were written
 * @param position where they begin in the text that was searched
 * @param end the last day or hour of a stretch, itself included
 */
public record DateMention(String text, int position, Moment start, Optional<Moment> end) {}
