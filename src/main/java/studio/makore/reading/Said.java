package studio.makore.reading;

import java.util.Optional;
import studio.makore.language.Moment;

/**
 * A promise as it was made in a mail.
 *
 * @param who who has to keep it: the mail's writer
 * @param what what is promised, in the mail's words and language; the whole of what was said where
 *     no words of it name a thing
 * @param text the words that show it, as they stand in the mail
 * @param start the day or hour by which it is promised
 * @param end where a stretch was named, its last day or hour
 */
public record Said(Speaker who, String what, String text, Moment start, Optional<Moment> end) {}
