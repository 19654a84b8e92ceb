package studio.makore.mail;

/**
 * A file in a mail.
 *
 * @param name the file name, decoded, {@code ""} when it has none
 * @param type the media type, lower case, without parameters
 * @param size decoded size in bytes
 * @param text the text inside, as far as it could be read within the limits, else {@code ""}
 */
public record Attachment(String name, String type, long size, String text) {}
