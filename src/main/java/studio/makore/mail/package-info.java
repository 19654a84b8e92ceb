/**
 * Bytes in, a plain {@link studio.makore.mail.Mail} out, and the way back: a plain outgoing mail
 * in, bytes out. Pure: no Spring, no database, no clock, no network. Reading never throws on any
 * input; it says what it could not read.
 */
@NullMarked
package studio.makore.mail;

import org.jspecify.annotations.NullMarked;
