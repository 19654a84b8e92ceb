package studio.makore.language;

/**
 * One sentence of a text, trimmed.
 *
 * @param text exactly {@code whole.substring(start, end)}
 */
public record Sentence(String text, int start, int end) {}
