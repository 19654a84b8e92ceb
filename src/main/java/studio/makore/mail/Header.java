package studio.makore.mail;

/** One header field, unfolded and decoded. */
public record Header(String name, String value) {}
