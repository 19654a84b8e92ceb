package studio.makore.mail;

/**
 * What a person wrote between the lines of the mail they answer.
 *
 * @param question the last quoted paragraph above, without its quote marks
 * @param answer the words below it; they are also part of {@link Mail#text()}
 */
public record InlineAnswer(String question, String answer) {}
