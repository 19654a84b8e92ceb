/**
 * The doors to the mail servers: IMAP watching into {@code inbound}, the {@code outbox} out by
 * SMTP. What is stored is never lost and never handled twice; what is sent is sent once.
 */
@NullMarked
package studio.makore.mailbox;

import org.jspecify.annotations.NullMarked;
